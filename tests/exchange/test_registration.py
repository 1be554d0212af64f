"""The basis for a registration (P13): anonymous until there is a consent to just that, and always where protected."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.consents import ConsentKind
from mentorapp.domain.mentees import Education, Gender, ProtectedIdentity
from mentorapp.domain.registration_sheet import REGISTRATION
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomeSource
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import MadePrint, preview
from mentorapp.language import Texts
from mentorapp.store import consents
from mentorapp.store.closings import close_enrolment
from mentorapp.store.enrolments import add_enrolment, list_enrolments
from mentorapp.store.incomes import add_income
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.referrals import change_referral
from mentorapp.store.store import Store

SV = Texts("sv")
NUMBER = "20010508-TF24"


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def hugo(store: Store, day: date) -> UUID:
    with store.write("filled") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(
            session, "Hugo", family_name="Sagberg", gender=Gender.MAN, birth_year=2003,
            id_number=NUMBER, highest_education=Education.PRIMARY, public_support_months_before=14,
        )  # fmt: skip
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=100))
        add_income(session, mentee, IncomeSource.SOCIAL_ASSISTANCE, day - timedelta(days=300))
        change_referral(session, enrolment, source="school")
    return mentee


def agree(store: Store, mentee: UUID, kind: ConsentKind = ConsentKind.REGISTRATION) -> UUID:
    with store.write("filled") as session:
        return consents.add_consent(session, mentee, kind=kind, system="Uppföljning")


def made(store: Store, mentee: UUID, *ticks: InfoClass, language: str = "sv") -> MadePrint:
    order = Order(mentee_id=mentee, template=REGISTRATION.code, ticks=frozenset(ticks))
    return preview(store, order, texts=Texts(language))


def test_without_a_consent_to_be_registered_it_is_gender_and_year_and_nothing_else(
    store: Store, hugo: UUID, tmp_path: Path
) -> None:
    paper = made(store, hugo, *InfoClass)
    said = text_of(paper.pdf, tmp_path)
    assert "Anonym registrering" in said
    assert "Man" in said
    assert "2003" in said
    for word in ("Hugo", "Sagberg", NUMBER, "Level Up", "Grundskola", "bistånd", "Skola", "Vid start"):
        assert word not in said
    assert paper.classes == {InfoClass.PRESENCE}
    assert "Hugo" not in paper.file_name


def test_with_it_there_is_what_the_system_asks_for_and_the_number_when_it_is_ticked(
    store: Store, hugo: UUID, tmp_path: Path
) -> None:
    agree(store, hugo)
    said = text_of(made(store, hugo).pdf, tmp_path)
    for word in ("Hugo Sagberg", "Level Up", "17 augusti 2026", "14 september 2026", "Grundskola", "14 månader före"):
        assert word in said
    assert "Ekonomiskt bistånd" in said
    assert "Skola" in said
    assert NUMBER not in said
    assert NUMBER in text_of(made(store, hugo, InfoClass.IDNUM).pdf, tmp_path)


def test_a_protected_person_is_anonymous_whatever_is_agreed(store: Store, hugo: UUID, tmp_path: Path) -> None:
    agree(store, hugo)
    with store.write("filled") as session:
        change_mentee(session, hugo, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert "Hugo" not in text_of(made(store, hugo, *InfoClass).pdf, tmp_path)


def test_no_other_consent_opens_it_nor_one_taken_back_nor_of_an_earlier_enrolment(
    store: Store, hugo: UUID, day: date, tmp_path: Path
) -> None:
    agree(store, hugo, ConsentKind.CONTACT_AFTER_CLOSURE)
    assert "Hugo" not in text_of(made(store, hugo).pdf, tmp_path)
    given = agree(store, hugo)
    with store.write("withdrawn") as session:
        consents.withdraw_consent(session, given)
    assert "Hugo" not in text_of(made(store, hugo).pdf, tmp_path)
    agree(store, hugo)
    assert "Hugo" in text_of(made(store, hugo).pdf, tmp_path)
    with store.write("filled") as session:
        (enrolment,) = list_enrolments(session, hugo)
        close_enrolment(
            session,
            enrolment.id,
            NewClosure(
                closed_on=day, detail="moved", headings=(Heading(destination=Destination.UNKNOWN, primary=True),)
            ),
        )
        again = add_programme(session, "UMA", get_ladder("praktiktrappan"))
        add_enrolment(session, hugo, again, started_on=day)
    assert "Hugo" not in text_of(made(store, hugo).pdf, tmp_path), "each enrolment asks anew"


def test_at_the_end_it_says_why_and_whereto_and_hides_what_is_sensitive(
    store: Store, hugo: UUID, day: date, tmp_path: Path
) -> None:
    agree(store, hugo)
    with store.write("filled") as session:
        (enrolment,) = list_enrolments(session, hugo)
        heading = Heading(destination=Destination.TREATMENT_OR_CUSTODY, primary=True)
        close_enrolment(session, enrolment.id, NewClosure(closed_on=day, detail="custody", headings=(heading,)))
    said = text_of(made(store, hugo).pdf, tmp_path)
    assert "Vid avslut" in said
    assert "25 november 2026" in said
    assert "23 december 2026" in said
    assert "Annat" in said
    assert "ihetsber" not in said
    assert "ehandling" not in said


def test_a_gender_that_a_system_may_not_know_is_asked_for(store: Store, hugo: UUID, tmp_path: Path) -> None:
    with store.write("filled") as session:
        change_mentee(session, hugo, gender=Gender.NON_BINARY)
    assert "fråga om systemet kräver annat" in text_of(made(store, hugo).pdf, tmp_path)
