"""The list of the terminal can end in a file: what SRS says of the two is never in it (B.8)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from mentorapp.cli.lists import _said
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.reminders import Person
from mentorapp.domain.session_ratings import RatingSign, Sign, Total
from mentorapp.domain.watch import Watch
from mentorapp.language.texts import Texts
from mentorapp.store.attention import Attention

CLEO = Person(mentee_id=UUID(int=1), name="Cleo", alias="RX 853")


def test_nothing_of_srs_is_listed() -> None:
    sign = Sign(RatingSign.SRS_LOW, Total(date(2026, 11, 25), Decimal(34)))
    srs = Watch(rule=Rule.SRS, person=CLEO, subject="", sign=sign)
    missed = Watch(rule=Rule.NO_SHOWS, person=CLEO, subject="", count=3)
    assert _said(Attention(watches=(srs, missed)), Texts("sv")) == ["3 träffar blev inte av"]
