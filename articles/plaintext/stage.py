"""What the readers of cast know besides the text in front of them."""

from dataclasses import dataclass

from .people import Register
from .subject import Subject


@dataclass(frozen=True)
class Stage:
    """The subject, the crew (never cast), everybody's full name, whether the title has ended or is a contest."""

    subject: Subject
    crew: set[str]
    register: Register
    is_over: bool = False
    is_contest: bool = False

    def usual_status(self) -> str:
        """A cast that is only listed is new in a first season, and nothing is known of it later."""
        first = self.subject.kind == "series" and self.subject.season in (None, 1)
        return "new" if first and not self.is_over else "unknown"
