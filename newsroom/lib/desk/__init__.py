"""What every page of the desk rests on: forms that never overwrite unseen, verbs on pages of their own."""

from newsroom.lib.desk.admin import DeskAdmin
from newsroom.lib.desk.together import WithVerbsTogether
from newsroom.lib.desk.typed import LinesField, PairsField
from newsroom.lib.desk.verbs import Verb, VerbForm
from newsroom.lib.desk.versions import version_of

__all__ = ["DeskAdmin", "LinesField", "PairsField", "Verb", "VerbForm", "WithVerbsTogether", "version_of"]
