"""How the newsroom says no: in words that tell what to do."""

from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404


class Refused(ValidationError):
    """A verb that can't be done as asked; its messages are for the person who asked."""


class BadParameter(BadRequest):
    """A declared parameter that is doubled or ill-formed: 400, with the sentence on the page."""


class NotHere(Http404):
    """Nothing public at this address, or under this name: 404, with the sentence on the page."""


class Gone(Exception):
    """What stood here was withdrawn, redacted or has expired: 410, with its public note."""

    def __init__(self, note: str, title: str = "No longer here"):
        super().__init__(note)
        self.note, self.title = note, title
