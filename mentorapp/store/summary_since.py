"""What the gathering of a summary needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.periods import Period
from mentorapp.language import Texts


@dataclass(frozen=True, slots=True)
class Since:
    """About whom, since when, and the other words of this meeting."""

    session: Session
    mentee: Mentee
    enrolment: Enrolment | None
    period: Period
    today: date
    words: Mapping[str, str]
    texts: Texts

    def said(self, item: str, gathered: str) -> str:
        """The words of the wizard before those that were gathered."""
        return self.words.get(item, gathered)
