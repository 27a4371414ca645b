"""The API's document in words, for its page: read off the document, so that neither can say what the other does not."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A type in words: “a list of”, and what shape or value; `shape` is a part of the page where there is one."""

    before: str
    what: str
    shape: str = ""
    after: str = ""


@dataclass(frozen=True)
class Row:
    name: str
    said: Said
    about: str = ""


@dataclass(frozen=True)
class Operation:
    path: str
    about: str
    rows: list[Row]
    answers: Said


@dataclass(frozen=True)
class Shape:
    name: str
    about: str
    rows: list[Row]


def operations(document: dict) -> list[Operation]:
    return [_operation(path, methods["get"]) for path, methods in document["paths"].items()]


def shapes(document: dict) -> list[Shape]:
    schemas = document["components"]["schemas"]
    return [
        Shape(name, one["description"], [Row(field, said(what)) for field, what in one["properties"].items()])
        for name, one in schemas.items()
    ]


def _operation(path: str, get: dict) -> Operation:
    rows = [Row(one["name"], said(one["schema"]), one["description"]) for one in get["parameters"]]
    answer = get["responses"]["200"]["content"]["application/json"]["schema"]
    return Operation(path, get["summary"], rows, said(answer))


def said(schema: dict) -> Said:
    """“a list of Claim”, “Image or null”, “a day”, “one of official, confirmed, …”."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return Said("", name, name)
    if "anyOf" in schema:
        return _either([said(one) for one in schema["anyOf"]])
    if schema["type"] == "array":
        item = said(schema["items"])
        return Said(f"a list of {item.before}", item.what, item.shape, item.after)
    if schema["type"] == "object":
        return Said("", "texts by name")
    return Said("", _plain(schema))


def _either(found: list[Said]) -> Said:
    first, *others = found
    after = "".join(f" or {one.before}{one.what}{one.after}" for one in others)
    return Said(first.before, first.what, first.shape, first.after + after)


def _plain(schema: dict) -> str:
    if "enum" in schema:
        return f"one of {', '.join(schema['enum'])}"
    if "maximum" in schema:
        return f"a number from {schema['minimum']} to {schema['maximum']}"
    formats = {"date": "a day", "date-time": "an instant", "uri": "an address"}
    types = {"string": "text", "integer": "a number", "boolean": "true or false", "null": "null"}
    if "pattern" in schema:
        return "a name in an address"
    return formats.get(schema.get("format"), types[schema["type"]])
