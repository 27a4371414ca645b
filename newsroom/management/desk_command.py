"""A command that does what is done at the desk: what is scheduled is checked again after it."""

from django.core.management.base import BaseCommand

from articles import rechecking


class DeskCommand(BaseCommand):
    def tell_held(self, *, by) -> None:
        """Hold what may not go live any more, and say so."""
        for edition, faults in rechecking.recheck(by=by):
            told = f"“{edition.headline}”, edition {edition.number}, was put on hold: {' '.join(faults)}"
            self.stderr.write(told)
