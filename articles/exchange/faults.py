"""What is wrong with a file: each fault names line, field and reason; several are told at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.lib.refusals import Refused

MOST_TOLD = 20


class Unfit(ValueError):
    """A value that can't stand where it stands; its words say why."""


class BadFile(Refused):
    """A file that is not taken; `messages` has a sentence a fault. Nothing of it was kept."""


class Faults:
    """Collects faults, and gives up once there are more than anybody wants to read."""

    def __init__(self):
        self.told: list[tuple[int, str]] = []

    def add(self, line: int, field: str, reason: str) -> None:
        place = f'line {line}, field "{field}"' if field else f"line {line}"
        fault = (line, f"{place}: {reason}")
        if fault not in self.told:
            self.told.append(fault)
        if len(self.told) >= MOST_TOLD:
            self.settle(f"These are the first {MOST_TOLD} faults; there may be more.")

    def settle(self, *more: str) -> None:
        """Raise BadFile if anything was found so far."""
        if self.told:
            raise BadFile(
                [*(sentence for _, sentence in sorted(self.told, key=lambda fault: fault[0])), *more]
            )

    @contextmanager
    def catching(self, line: int, field: str) -> Iterator[None]:
        """What is unfit within the block becomes a fault of this place."""
        try:
            yield
        except Unfit as unfit:
            self.add(line, field, str(unfit))
