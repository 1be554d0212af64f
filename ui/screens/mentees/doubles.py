"""Somebody already here who may be the same person: shown, never merged by itself."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Pronoun
from mentorapp.language import Texts
from mentorapp.store.doubles import likely_doubles
from mentorapp.store.mentees import get_mentee

_OPEN = {Pronoun.HON: "mentees.open_her", Pronoun.HAN: "mentees.open_him"}


@dataclass(frozen=True, slots=True)
class Double:
    """The question, and what the button says that opens the one who is here."""

    mentee_id: UUID
    question: str
    open_words: str


def list_doubles(session: Session, texts: Texts, preferred_name: str, family_name: str) -> tuple[Double, ...]:
    return tuple(
        _double(session, texts, like.mentee_id) for like in likely_doubles(session, preferred_name, family_name)
    )


def _double(session: Session, texts: Texts, mentee_id: UUID) -> Double:
    mentee, today = get_mentee(session, mentee_id), session.info["clock"].today()
    age = mentee.age(today)
    facts = (
        mentee.full_name,
        "" if age is None else texts("mentees.age", count=age),
        "" if mentee.is_protected else mentee.municipality_on(today),
    )
    who = ", ".join(fact for fact in facts if fact)
    return Double(mentee_id, texts("mentees.double", who=who), texts(_OPEN.get(mentee.pronoun, "mentees.open_them")))


def split_name(typed: str) -> tuple[str, str]:
    """The first word is what the person is called; the rest is the family name."""
    preferred, _, family = " ".join(typed.split()).partition(" ")
    return preferred, family
