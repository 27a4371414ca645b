"""What the API answers and takes, declared once: the shapes that answers are made of, parameters and addresses.

Answers are told through these declarations and parameters are read through them; the OpenAPI document is made of
nothing else (`newsroom.lib.openapi`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from newsroom.lib.params import LONGEST, declared


@dataclass(frozen=True)
class Type:
    """A type as JSON Schema has it; `shapes` are those that it refers to."""

    schema: dict
    shapes: tuple["Shape", ...] = ()


TEXT = Type({"type": "string"})
DAY = Type({"type": "string", "format": "date"})
INSTANT = Type({"type": "string", "format": "date-time"})
ADDRESS = Type({"type": "string", "format": "uri"})
NUMBER = Type({"type": "integer", "minimum": 1})
YES_OR_NO = Type({"type": "boolean"})
BY_SERVICE = Type({"type": "object", "additionalProperties": TEXT.schema})
KEY = Type({"type": "string", "pattern": "^[a-z0-9-]{3,64}$"})
SLUG = Type({"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,100}$"})


def one_of(choices: Iterable) -> Type:
    """One of these words."""
    return Type({"type": "string", "enum": [one.value if isinstance(one, Enum) else one for one in choices]})


def maybe(one: "Type | Shape") -> Type:
    """Or null, where there is nothing to say."""
    return Type({"anyOf": [one.schema, {"type": "null"}]}, one.shapes)


def many(one: "Type | Shape") -> Type:
    return Type({"type": "array", "items": one.schema}, one.shapes)


@dataclass(frozen=True)
class Shape:
    """An object in an answer: every field is always there, in this order, and no other."""

    name: str
    about: str
    fields: dict[str, "Type | Shape"]

    @property
    def schema(self) -> dict:
        """How others refer to it."""
        return {"$ref": f"#/components/schemas/{self.name}"}

    @property
    def shapes(self) -> tuple["Shape", ...]:
        """Itself, and all that it is made of."""
        return self, *(shape for one in self.fields.values() for shape in one.shapes)

    @property
    def whole(self) -> dict:
        return {
            "type": "object",
            "description": self.about,
            "properties": {name: one.schema for name, one in self.fields.items()},
            "required": list(self.fields),
            "additionalProperties": False,
        }

    def tell(self, values: dict) -> dict:
        """These values, in the declared order. Raises TypeError where one is missing or was not declared."""
        if values.keys() != self.fields.keys():
            odd = ", ".join(sorted(values.keys() ^ self.fields.keys()))
            raise TypeError(f"{self.name} is not told as it is declared: {odd}")
        return {name: values[name] for name in self.fields}


def page_of(shape: Shape) -> Shape:
    """A part of a list: its rows, and the cursor under which it goes on."""
    about = f"A part of a list, and the cursor under which it goes on. {shape.about}"
    return Shape(f"{shape.name}List", about, {"items": many(shape), "next": maybe(TEXT)})


@dataclass(frozen=True)
class Param:
    """A parameter of an address; `about` says what it asks for."""

    name: str
    about: str
    type: Type = Type(TEXT.schema | {"maxLength": LONGEST})


@dataclass(frozen=True)
class Endpoint:
    """One address of the API. `route` is the name of its URL pattern, `place` what stands in the pattern."""

    route: str
    about: str
    answers: Shape
    params: tuple[Param, ...] = ()
    place: tuple[Param, ...] = ()

    def read(self, request) -> dict[str, str]:
        """The parameters that are given. Raises BadParameter."""
        return declared(request, *(param.name for param in self.params))
