"""The API's document (OpenAPI 3.1), made of the declarations that serve it."""

from collections.abc import Iterable

from django.urls import get_resolver

from newsroom.lib.shapes import NUMBER, TEXT, Endpoint, Param, Shape

PROBLEM = Shape("Problem", "An error in words (RFC 9457).", {"title": TEXT, "status": NUMBER, "detail": TEXT})
REFUSALS = {
    "400": "A parameter is doubled or ill-formed; the sentence says how to mend it.",
    "404": "Nothing public stands at this address, or under a name that was given.",
    "410": "What stood here was taken back, withdrawn or has expired: its public note.",
}
MOVED = "What stood here was renamed or merged: `Location` says where it is."
TAG = {"description": "Sent back as `If-None-Match` it is answered with 304 while nothing has changed."}


def document(endpoints: Iterable[Endpoint], title: str, url: str) -> dict:
    """`url` is the site's own address."""
    endpoints = list(endpoints)
    shapes = {shape.name: shape for one in endpoints for shape in one.answers.shapes} | {
        PROBLEM.name: PROBLEM
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1",
            "description": "Everything that the pages show, for programs: read-only, without a key.",
        },
        "servers": [{"url": url}],
        "paths": {path_of(one.route): {"get": _operation(one)} for one in endpoints},
        "components": {"schemas": {name: shapes[name].whole for name in sorted(shapes)}},
    }


def path_of(route: str) -> str:
    """Where a route stands, as OpenAPI writes it: “/api/v1/shows/{slug}/”."""
    ((path, names),), *_ = get_resolver().reverse_dict[route]
    return "/" + path % {name: f"{{{name}}}" for name in names}


def _operation(endpoint: Endpoint) -> dict:
    answers = {"200": _answer("As asked.", endpoint.answers, "application/json")}
    answers["200"]["headers"] = {"ETag": TAG | {"schema": TEXT.schema}}
    if endpoint.place:
        answers["301"] = {"description": MOVED}
    for status, words in REFUSALS.items():
        if status != "410" or endpoint.place:
            answers[status] = _answer(words, PROBLEM, "application/problem+json")
    return {
        "operationId": endpoint.route,
        "summary": endpoint.about,
        "parameters": [
            *({**_parameter(param, "path"), "required": True} for param in endpoint.place),
            *(_parameter(param, "query") for param in endpoint.params),
        ],
        "responses": answers,
    }


def _parameter(param: Param, where: str) -> dict:
    return {"name": param.name, "in": where, "description": param.about, "schema": param.type.schema}


def _answer(words: str, shape: Shape, media_type: str) -> dict:
    return {"description": words, "content": {media_type: {"schema": shape.schema}}}
