"""From the store to the paper: what is on it, what never is, and what the log says of it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from mentorapp.domain.enrolments import Enrolment, LevelEntry, Referral, ReferralSource
from mentorapp.domain.errors import MentorError, NotFoundError
from mentorapp.domain.fields import class_of
from mentorapp.domain.mentees import (
    Address,
    FormerName,
    Gender,
    IdNumberType,
    Mentee,
    Municipality,
    Pronoun,
    ProtectedIdentity,
)
from mentorapp.domain.plans import Commitment, DoneBy, Goal, Plan, Step, Who
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.profile import MentorProfile
from mentorapp.domain.sessions import SEGMENT_CLASSES, Attendance, NewSession, NoteSegment, Session, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.prints import log_print, preview_plan
from mentorapp.language import Texts
from mentorapp.store.commitments import add_commitment
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.plans import add_goal, add_plan, set_main_goal
from mentorapp.store.print_log import list_prints
from mentorapp.store.private_notes import add_private_note, list_private_notes
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store

SV = Texts("sv")
SENSITIVE = frozenset({InfoClass.HEALTH, InfoClass.SOCIAL, InfoClass.INCOME})
OPEN = frozenset(
    {
        InfoClass.ID, InfoClass.CONTACT, InfoClass.PLAN, InfoClass.PRESENCE, InfoClass.WORK, InfoClass.EDU,
        InfoClass.RATING, InfoClass.ALLIANCE,
    }
)  # fmt: skip
WHEN_TICKED = SENSITIVE | {InfoClass.IDNUM, InfoClass.LOCATION}


class Marks:
    """Words that stand nowhere else, each with the field and the class it was put in."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.made: dict[str, tuple[str, InfoClass | None]] = {}

    def mark(self, field: str, info_class: InfoClass | None) -> str:
        word = f"Zqx{next(self._numbers):03}w"
        self.made[word] = (field, info_class)
        return word

    def all_of(
        self, entity: type[Any], *, leave_out: tuple[str, ...] = (), info_class: InfoClass | None = None
    ) -> dict[str, Any]:
        """A mark for every text field of an entity, in its class, or in the class that the row has."""
        names = [f.name for f in fields(entity) if f.type is str and f.name not in leave_out]
        return {name: self.mark(f"{entity.__name__}.{name}", info_class or class_of(entity, name)) for name in names}

    def found_in(self, text: str) -> set[str]:
        return {word for word in self.made if word in text}

    def among(self, *names: str) -> set[str]:
        return {word for word, (field, _) in self.made.items() if field in names}


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def marked(store: Store, day: date) -> tuple[UUID, Marks]:
    """A person with a mark in every field that holds text, and a goal and a promise in every class."""
    marks = Marks()
    with store.write("filled") as session:
        change_profile(session, **marks.all_of(MentorProfile))
        mentee = _person(session, marks, day)
        programme = add_programme(session, marks.mark("Programme.name", None), get_ladder("level_up"))
        referral = Referral(source=ReferralSource.OTHER, **marks.all_of(Referral))
        enrolment = add_enrolment(
            session, mentee, programme, started_on=day - timedelta(days=50), referral=referral,
            **marks.all_of(Enrolment),
        )  # fmt: skip
        level = get_programme(session, programme).levels[0].id
        change_level(session, enrolment, level, day - timedelta(days=50), **marks.all_of(LevelEntry))
        _plan(session, marks, enrolment, day)
        _contacts(session, marks, mentee, enrolment, day)
    return mentee, marks


def _person(session: Any, marks: Marks, day: date) -> UUID:
    kept_apart = ("preferred_name", "family_name")
    values = marks.all_of(Mentee, leave_out=(*kept_apart, "id_number"))
    return add_mentee(
        session,
        marks.mark("Mentee.preferred_name", InfoClass.ID),
        family_name=marks.mark("Mentee.family_name", InfoClass.ID),
        former_names=(FormerName(name=marks.mark("FormerName.name", None), until=day),),
        pronoun=Pronoun.OTHER,
        gender=Gender.OTHER,
        id_number_type=IdNumberType.RESERVE,
        id_number=marks.mark("Mentee.id_number", InfoClass.IDNUM),
        phones=(marks.mark("Mentee.phones", InfoClass.CONTACT),),
        addresses=(Address(address=marks.mark("Address.address", InfoClass.CONTACT)),),
        municipalities=(Municipality(name=marks.mark("Municipality.name", InfoClass.CONTACT)),),
        **values,
    )


def _plan(session: Any, marks: Marks, enrolment: UUID, day: date) -> None:
    plan = add_plan(session, enrolment, day, **marks.all_of(Plan))
    set_main_goal(session, plan, marks.mark("Goal.main", InfoClass.PLAN))
    for info_class in InfoClass:
        words = marks.all_of(Goal, leave_out=("area",), info_class=info_class)
        goal = add_goal(session, plan, words.pop("wording"), info_class=info_class, **words)
        texts = marks.all_of(Step, leave_out=("done_by_name", "done_note"), info_class=info_class)
        add_step(session, goal, **texts)
        done = add_step(session, goal, marks.mark("Step.done", info_class))
        name, note = marks.mark("Step.done_by_name", info_class), marks.mark("Step.done_note", info_class)
        tick_step(session, done, on=day, by=DoneBy.OTHER, name=name, note=note)
        promise = marks.all_of(Commitment, info_class=info_class)
        add_commitment(session, enrolment, who=Who.CONTACT, by=day, info_class=info_class, **promise)


def _contacts(session: Any, marks: Marks, mentee: UUID, enrolment: UUID, day: date) -> None:
    words = marks.all_of(Session, leave_out=("void_reason", "mentee_comment"))
    topics = (marks.mark("Session.topics", InfoClass.PLAN),)
    segments = tuple(NoteSegment(text=marks.mark("NoteSegment", c), info_class=c) for c in SEGMENT_CLASSES)
    held = NewSession(
        mentee_id=mentee, enrolment_id=enrolment, kind=SessionKind.OFFICE, event_date=day, topics=topics,
        segments=segments, **words,
    )  # fmt: skip
    contact = add_session(session, held)
    booked = NewSession(
        mentee_id=mentee, kind=SessionKind.OFFICE, event_date=day + timedelta(days=2), start_time=time(10),
        attendance=Attendance.PLANNED, place=marks.mark("booking.place", InfoClass.PRESENCE),
        next_step=marks.mark("booking.next_step", None), mood_word=marks.mark("booking.mood", None),
    )  # fmt: skip
    add_session(session, booked)
    for kind in PrivateKind:
        text = marks.mark(f"private.{kind}", InfoClass.PRIVATE)
        add_private_note(session, mentee, text, day, session_id=contact, kind=kind)


NEVER = (
    "private.note", "private.safety", "FormerName.name", "Mentee.id_number", "Mentee.safe_contact",
    "Mentee.display_alias", "Mentee.phones", "Address.address", "Municipality.name", "Mentee.email",
    "Session.place", "Session.next_step", "Session.mood_word", "Session.topics", "NoteSegment", "booking.next_step",
    "booking.mood", "Referral.reason_text", "Referral.expectation", "LevelEntry.reason", "LevelEntry.mentee_words",
    "Programme.name",
)  # fmt: skip
TICKS = [frozenset[InfoClass](), SENSITIVE, frozenset({InfoClass.HEALTH}), frozenset(InfoClass)]


@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
@pytest.mark.parametrize("ticks", TICKS, ids=["no", "sensitive", "health", "all"])
def test_only_what_may_be_shown_is_on_the_paper(
    store: Store, marked: tuple[UUID, Marks], tmp_path: Path, ticks: frozenset[InfoClass], easy: bool
) -> None:
    mentee, marks = marked
    made = preview_plan(store, mentee, texts=SV, easy=easy, ticks=ticks)
    found = marks.found_in(text_of(made.pdf, tmp_path))
    allowed = OPEN | (ticks & WHEN_TICKED)
    assert {marks.made[word] for word in found if marks.made[word][1] not in allowed} == set()
    assert found & marks.among(*NEVER) == set()
    shown = ["Mentee.preferred_name", "Mentee.family_name", "Goal.main", "MentorProfile.name", "booking.place"]
    shown += ["Goal.easy_wording", "Step.easy_text"] if easy else ["Goal.wording", "Step.text", "Step.who"]
    for name in (*shown, "Commitment.what"):
        wanted = {word for word in marks.among(name) if marks.made[word][1] in allowed}
        assert wanted <= found, name


def test_every_field_with_text_bears_a_mark(marked: tuple[UUID, Marks]) -> None:
    names = {field for field, _ in marked[1].made.values()}
    for entity in (Mentee, Referral, LevelEntry, MentorProfile):
        assert {f"{entity.__name__}.{f.name}" for f in fields(entity) if f.type is str} - names == set()


def test_what_is_held_back_is_told_to_the_mentor_and_leaves_no_trace(
    store: Store, marked: tuple[UUID, Marks], tmp_path: Path
) -> None:
    made = preview_plan(store, marked[0], texts=SV, easy=False)
    held = {one.info_class: one.count for one in made.held_back}
    assert held == dict.fromkeys(set(InfoClass) - OPEN, 2)
    assert made.classes <= OPEN
    assert made.ticked == frozenset()
    text = text_of(made.pdf, tmp_path)
    for word in ("hälsa", "Hälsa", "tillbaka", "dold"):
        assert word not in text
    ticked = preview_plan(store, marked[0], texts=SV, easy=False, ticks=frozenset({InfoClass.HEALTH}))
    assert ticked.ticked == frozenset({InfoClass.HEALTH})


def test_the_place_of_a_protected_person_needs_a_yes(store: Store, marked: tuple[UUID, Marks], tmp_path: Path) -> None:
    mentee, marks = marked
    with store.write("mentee_changed") as session:
        change_mentee(session, mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    place = marks.among("booking.place")
    without = preview_plan(store, mentee, texts=SV, easy=True)
    assert marks.found_in(text_of(without.pdf, tmp_path)) & place == set()
    asked = preview_plan(store, mentee, texts=SV, easy=True, ticks=frozenset({InfoClass.LOCATION}))
    assert marks.found_in(text_of(asked.pdf, tmp_path)) & place == place


@contextmanager
def watched() -> Iterator[list[str]]:
    """Every statement that reaches a database inside it, also one that goes past SQLAlchemy."""
    statements: list[str] = []
    traced: list[Any] = []

    def trace(connection: Any, *_rest: Any) -> None:
        connection.set_trace_callback(lambda statement: statements.append(statement.lower()))
        traced.append(connection)

    event.listen(Pool, "checkout", trace)
    try:
        yield statements
    finally:
        event.remove(Pool, "checkout", trace)
        for connection in traced:
            connection.set_trace_callback(None)


def test_no_query_of_a_print_touches_the_private_notes(store: Store, marked: tuple[UUID, Marks]) -> None:
    with watched() as statements:
        made = preview_plan(store, marked[0], texts=SV, easy=False)
        log_print(store, made, DeliveredHow.PRINTER)
    assert len(statements) > 5
    assert [one for one in statements if "private_note" in one] == []
    with watched() as statements, store.read() as session:
        list_private_notes(session, marked[0])
    assert [one for one in statements if "private_note" in one] != []


def test_a_preview_changes_nothing(store: Store, marked: tuple[UUID, Marks]) -> None:
    before = store.undo_label
    with watched() as statements:
        preview_plan(store, marked[0], texts=SV, easy=True)
    assert {one.split()[0] for one in statements} <= {"begin", "select", "with", "rollback"}
    assert store.undo_label == before


def test_the_number_is_taken_when_the_print_is_logged(store: Store, marked: tuple[UUID, Marks], day: date) -> None:
    first = preview_plan(store, marked[0], texts=SV, easy=False)
    assert preview_plan(store, marked[0], texts=SV, easy=False).number == first.number == "2026-0001"
    log_print(store, first, DeliveredHow.PRINTER)
    assert preview_plan(store, marked[0], texts=SV, easy=False).number == "2026-0002"
    with store.read() as session:
        (record,) = list_prints(session, marked[0])
    assert (record.number, record.template, record.template_version) == ("2026-0001", "P01", 1)
    assert (record.sha256, record.pages, record.printed_on) == (first.sha256, first.pages, day)
    assert (record.delivered_how, record.recipient) == (DeliveredHow.PRINTER, first.recipient)
    assert frozenset(record.classes) == first.classes


def test_the_same_paper_twice_is_one_line_in_the_log(store: Store, marked: tuple[UUID, Marks]) -> None:
    made = preview_plan(store, marked[0], texts=SV, easy=False)
    log_print(store, made, DeliveredHow.PRINTER)
    log_print(store, made, DeliveredHow.FILE)
    with store.read() as session:
        assert len(list_prints(session, marked[0])) == 1


def test_a_number_that_went_to_another_print_is_not_used_again(store: Store, marked: tuple[UUID, Marks]) -> None:
    waiting = preview_plan(store, marked[0], texts=SV, easy=False)
    log_print(store, preview_plan(store, marked[0], texts=SV, easy=True), DeliveredHow.PRINTER)
    with pytest.raises(MentorError, match="print_number_taken"):
        log_print(store, waiting, DeliveredHow.PRINTER)


def test_the_mentees_need_decides_about_easy_read(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        farah = add_mentee(session, "Farah", needs_easy_read=True, display_alias="ZA 276")
        birk = add_mentee(session, "Birk")
    assert preview_plan(store, farah, texts=SV, easy=None).easy
    assert not preview_plan(store, birk, texts=SV, easy=None).easy
    assert not preview_plan(store, farah, texts=SV, easy=False).easy
    name = preview_plan(store, farah, texts=SV, easy=None).file_name
    assert "Farah" not in name
    assert name.endswith("P01_2026-11-25.pdf")


def test_a_print_about_nobody_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        preview_plan(store, UUID(int=1), texts=SV, easy=None)
