"""P22 from the store: the studies of that talk, and of nobody else."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store
from mentorapp.store.study_plans import (
    add_conference,
    add_helper,
    add_study_date,
    change_conference,
    set_study_date_done,
)

from .test_personal_papers import text_of

SV = Texts("sv")
Read = Callable[..., str]


@pytest.fixture
def farah(store: Store, day: date) -> tuple[UUID, UUID, UUID]:
    """Farah, her talk ahead and the one that was held."""
    with store.write("filled") as session:
        mentee = add_mentee(session, "Farah", family_name="Sagolik")
        add_private_note(session, mentee, "Zqxprivat", day)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=100))
        studies = add_education_support(
            session, enrolment, "Zqxkurs", phase=StudyPhase.GET, school="Zqxskola", goal="Zqxmål", barriers="Zqxhinder",
            csn_state=CsnState.REFUSED, note="Zqxnotis", accommodations="Zqxanpassning",
        )  # fmt: skip
        add_helper(session, studies, ContactChoice(new_name="Zqxhjälpare"), "Zqxgör")
        add_study_date(session, studies, StudyDateKind.APPLICATION, day + timedelta(days=20), "Zqxdatum")
        add_study_date(session, studies, StudyDateKind.EXAM, day - timedelta(days=20), "Zqxförbi")
        done = add_study_date(session, studies, StudyDateKind.EXAM, day + timedelta(days=30), "Zqxklart")
        set_study_date_done(session, done)
        held = add_conference(
            session, studies, day - timedelta(days=30), agreed="Zqxsist", points="Zqxgammalt", held=True
        )
        add_conference(session, studies, day - timedelta(days=60), agreed="Zqxlängesen", held=True)
        ahead = add_conference(session, studies, day + timedelta(days=5), points="Zqxett\n\nZqxtvå", place="Zqxplats",
                               present="Zqxvi")  # fmt: skip
        add_conference(session, studies, day + timedelta(days=35), points="Zqxsedan")
        other = add_enrolment(session, add_mentee(session, "Kim"), programme, started_on=day)
        elsewhere = add_education_support(session, other, "Zqxannan", goal="Zqxannans")
        add_conference(session, elsewhere, day + timedelta(days=1), points="Zqxannanpunkt")
    return mentee, ahead, held


@pytest.fixture
def read(store: Store, farah: tuple[UUID, UUID, UUID], tmp_path: Path) -> Read:
    def words(about: UUID | None = None, ticks: frozenset[InfoClass] = frozenset()) -> str:
        order = Order(mentee_id=farah[0], template="P22", about=about, ticks=ticks)
        return text_of(preview(store, order, texts=SV).pdf, tmp_path)

    return words


def found(text: str) -> set[str]:
    return {word.strip(",.:") for word in text.split() if word.startswith("Zqx")}


def test_the_next_talk_is_printed_with_its_studies_and_nothing_else(read: Read) -> None:
    wanted = "kurs skola mål hinder hjälpare gör datum sist ett två plats vi"
    assert found(read()) == {f"Zqx{word}" for word in wanted.split()}


def test_a_talk_that_was_held_says_what_was_agreed_before_it(read: Read, farah: tuple[UUID, UUID, UUID]) -> None:
    words = found(read(farah[2]))
    assert {"Zqxgammalt", "Zqxlängesen", "Zqxdatum"} <= words
    assert not {"Zqxsist", "Zqxett", "Zqxplats"} & words


def test_school_and_place_of_a_protected_person_need_a_yes(
    store: Store, read: Read, farah: tuple[UUID, UUID, UUID]
) -> None:
    with store.write("mentee_changed") as session:
        change_mentee(session, farah[0], protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert not {"Zqxskola", "Zqxplats"} & found(read())
    assert {"Zqxskola", "Zqxplats"} <= found(read(ticks=frozenset({InfoClass.LOCATION})))


def test_without_a_talk_ahead_it_is_the_last_and_without_any_it_is_said(
    store: Store, read: Read, farah: tuple[UUID, UUID, UUID], day: date
) -> None:
    with store.write("conference_added") as session:
        kim = add_mentee(session, "Kim")
        change_conference(session, farah[1], event_date=day, held=True)
    assert "Zqxsedan" in found(read())
    with pytest.raises(NotFoundError, match="no_study_talk"):
        preview(store, Order(mentee_id=kim, template="P22"), texts=SV)
    with pytest.raises(NotFoundError, match="conference_unknown"):
        preview(store, Order(mentee_id=kim, template="P22", about=farah[1]), texts=SV)


def test_a_person_with_talks_behind_only_gets_the_last(
    store: Store, farah: tuple[UUID, UUID, UUID], day: date, tmp_path: Path
) -> None:
    with store.write("filled") as session:
        kim = add_mentee(session, "Kim")
        programme = add_programme(session, "Annat", get_ladder("level_up"))
        studies = add_education_support(session, add_enrolment(session, kim, programme, started_on=day), "Kurs")
        for days in (9, 3):
            add_conference(session, studies, day - timedelta(days=days), points=f"Zqx{days}", held=True)
    made = preview(store, Order(mentee_id=kim, template="P22"), texts=SV)
    assert found(text_of(made.pdf, tmp_path)) == {"Zqx3"}
    assert made.file_name.endswith("P22_2026-11-25.pdf")
