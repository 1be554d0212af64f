"""The slip about the next time: what it says, and what it never says to whoever finds it."""

from collections.abc import Callable
from datetime import time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import SECOND_LANGUAGES, Texts
from mentorapp.printing.files import page_size
from mentorapp.store.meetings import add_meeting
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.profile import change_profile
from mentorapp.store.store import Store
from tests.printing.conftest import text_of, verdicts

__all__ = ["text_of", "verdicts"]
Read = Callable[[bytes], str]


@pytest.fixture
def who(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Gry", family_name="Dold")
        change_profile(session, name="Moa Mentorsson", title="mentor", unit="AME", phone="070 123")
        day = store.clock.today() + timedelta(days=3)
        add_meeting(
            session, mentee, MeetingKind.MULTI_PARTY, day, start_time=time(10), place="Hemliga huset",
            purpose="Zqx syfte",
        )  # fmt: skip
    return mentee


def said(store: Store, read: Read, mentee: UUID, **wanted: object) -> str:
    made = preview(store, Order(mentee_id=mentee, template="P18", **wanted), texts=Texts())  # type: ignore[arg-type]
    assert page_size(made.pdf) == "A6"
    assert made.pages == 1
    return read(made.pdf)


def test_it_says_when_where_who_and_what_to_bring(store: Store, who: UUID, text_of: Read) -> None:
    for easy in (True, False):
        slip = said(store, text_of, who, bring="Legitimation", easy=easy)
        for text in ("Kom ihåg", "10", "Hemliga huset", "Moa Mentorsson", "Legitimation", "070 123"):
            assert text in slip
        for text in ("Zqx", "AME", "Gry", "Dold", "mentor"):
            assert text not in slip.replace("Mentorsson", "")


@pytest.mark.parametrize(
    "how", [{"safe_contact": "Bara sms"}, {"protected_identity": ProtectedIdentity.SKYDDAD_FOLKBOKFORING}]
)
def test_no_sender_where_that_is_not_safe_unless_the_mentor_says_so(
    store: Store, who: UUID, text_of: Read, how: dict[str, object]
) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, who, **how)
    slip = said(store, text_of, who)
    assert "Moa" not in slip
    assert "070" not in slip
    assert "Moa" in said(store, text_of, who, sender=True)


def test_a_protected_person_has_no_place_on_it_unless_ticked(store: Store, who: UUID, text_of: Read) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, who, protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
    assert "Hemliga" not in said(store, text_of, who)
    assert "Hemliga" in said(store, text_of, who, ticks=frozenset({InfoClass.LOCATION}))


def test_without_a_time_it_says_so(store: Store, text_of: Read) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Cleo")
    assert "Ingen tid är bokad än." in said(store, text_of, mentee)


@pytest.mark.validator
@pytest.mark.long
def test_it_passes_in_all_languages(
    store: Store, who: UUID, verdicts: Callable[..., dict[tuple[str, str], str]]
) -> None:
    files = {
        f"{code or 'alone'}-{easy}-{language}": preview(
            store,
            Order(mentee_id=who, template="P18", easy=easy, second=code, bring="Legitimation"),
            texts=Texts(language),
        ).pdf
        for code in ("", *SECOND_LANGUAGES)
        for easy in (True, False)
        for language in ("sv", "en")
    }
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
