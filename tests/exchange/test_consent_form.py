"""P09 from the store: one recipient on each, what is agreed to and nothing else; and the blank one."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.consents import ConsentKind, GivenBy
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store.consents import add_consent
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_contact, add_link, add_organisation
from mentorapp.store.store import Store

from .test_personal_papers import text_of

SV, EN = Texts("sv"), Texts("en")


@pytest.fixture
def elis(store: Store) -> tuple[UUID, UUID]:
    with store.write("filled") as session:
        mentee = add_mentee(session, "Elis", family_name="Testman", birth_date=date(2009, 3, 3))
        school = add_organisation(session, "Zqxskola", OrganisationKind.SCHOOL_GYMNASIUM)
        olof = add_contact(session, "Olof Exempelman", organisation_id=school)
        add_link(session, mentee, NetworkRole.TEACHER, contact_id=olof, organisation_id=school)
        consent = add_consent(
            session, mentee, contact_id=olof, scope=(InfoClass.EDU,), purpose="hitta en väg",
            given_by=GivenBy.MENTEE_AND_GUARDIAN, interpreter_used=True,
        )  # fmt: skip
    return mentee, consent


def words(store: Store, tmp_path: Path, texts: Texts = SV, **order: Any) -> str:
    made = preview(store, Order(template="P09", **order), texts=texts)
    return " ".join(text_of(made.pdf, tmp_path).split())


@pytest.mark.parametrize("easy", [False, True])
def test_one_recipient_what_why_until_when_and_who_signs(
    store: Store, elis: tuple[UUID, UUID], tmp_path: Path, easy: bool
) -> None:
    said = words(store, tmp_path, mentee_id=elis[0], about=elis[1], easy=easy)
    for part in (
        "Olof Exempelman, Zqxskola", "Studier", "hitta en väg", "25 november 2026 till och med 24 maj 2027",
        "Du kan ta tillbaka ditt ja när som helst", "Elis Testman", "Vårdnadshavarens underskrift", "Tolk",
    ):  # fmt: skip
        assert part in said
    assert "Hälsa" not in said


def test_it_is_in_english_too(store: Store, elis: tuple[UUID, UUID], tmp_path: Path) -> None:
    said = words(store, tmp_path, EN, mentee_id=elis[0], about=elis[1])
    assert "You can take back your yes at any time" in said


def test_the_blank_one_names_nobody_and_is_one_page(store: Store, tmp_path: Path) -> None:
    said = words(store, tmp_path, easy=False)
    assert "Jag som säger ja" in said
    assert "om du är under 18 år" in said
    assert preview(store, Order(template="P09", easy=False), texts=SV).pages == 1


def test_a_protected_person_s_school_is_not_on_it(store: Store, elis: tuple[UUID, UUID], tmp_path: Path) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, elis[0], protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert "Zqxskola" not in words(store, tmp_path, mentee_id=elis[0], about=elis[1])


def test_only_what_lifts_secrecy_and_is_this_person_s_is_printed(store: Store, elis: tuple[UUID, UUID]) -> None:
    with store.write("filled") as session:
        kim = add_mentee(session, "Kim")
        other = add_consent(session, kim, kind=ConsentKind.REGISTRATION, system="X")
    for mentee, about in ((kim, elis[1]), (kim, other), (kim, None)):
        with pytest.raises(NotFoundError, match="consent_unknown"):
            preview(store, Order(mentee_id=mentee, template="P09", about=about), texts=SV)
