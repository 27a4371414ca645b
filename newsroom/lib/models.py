"""The one table that lies beneath all apps; Django looks for it here."""

from newsroom.lib.changes import Change

__all__ = ["Change"]
