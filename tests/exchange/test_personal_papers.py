"""Ladder, mapping, lanes and certificate: what is on them, and that no other person, view or class gets there."""

import subprocess
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure, Receiver
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import WISHES, AnswerStatus
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import SENSITIVE
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.exchange.orders import ABOUT_A_PERSON, Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store.closing_effects import open_interventions
from mentorapp.store.closings import close_enrolment
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment, change_level, list_enrolments
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.incomes import add_income
from mentorapp.store.interventions import add_intervention
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import add_wish, begin_mapping, set_answer
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.milestones import add_milestone
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from mentorapp.store.word_lists import shipped_words

SV = Texts("sv")

# The slip P18 and the case P24 have no name on them, and tests of their own.
NAMED = tuple(code for code in ABOUT_A_PERSON if code not in ("P13", "P18", "P24"))


@dataclass
class Case:
    """A person with a word of their own in every field that a paper could draw from, by its class."""

    mentee: UUID
    activity: UUID
    words: dict[str, InfoClass | None] = field(default_factory=dict)

    def word(self, info_class: InfoClass | None) -> str:
        made = f"Zqx{len(self.words) + 1:03}w"
        self.words[made] = info_class
        return made


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def case(store: Store, day: date) -> Case:
    start = day - timedelta(days=100)
    with store.write("filled") as session:
        mentee = add_mentee(session, "Birk", family_name="Provare")
        activity = add_activity(session, "Hälsoskola", GroupKind.HEALTH_SCHOOL, topics=("Sömn", "Ensamhet"))
        case = Case(mentee, activity)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = get_programme(session, programme).levels
        enrolment = add_enrolment(session, mentee, programme, started_on=start)
        change_level(session, enrolment, levels[0].id, start, reason=case.word(None), mentee_words=case.word(None))
        change_level(session, enrolment, levels[1].id, day - timedelta(days=50), mentor_view=case.word(None))
        change_level(session, enrolment, levels[0].id, day - timedelta(days=10))
        mapping = begin_mapping(session, enrolment)
        add_wish(session, mapping, case.word(InfoClass.PLAN))
        for word in shipped_words(WordList.LIFE_AREA):
            if word.code in (WISHES, "safety"):
                continue
            one = word.info_class
            set_answer(
                session, mapping, word.code, status=AnswerStatus.PARTLY, words=case.word(one), view=case.word(None),
                resources=case.word(one), needs=case.word(one),
            )  # fmt: skip
        plan = add_plan(session, enrolment, start)
        goal = add_goal(session, plan, case.word(InfoClass.PLAN))
        tick_step(session, add_step(session, goal, case.word(InfoClass.PLAN)), on=day)
        add_step(session, goal, case.word(InfoClass.PLAN))
        for kind, one in ((MilestoneKind.DRIVING_LICENCE, InfoClass.PLAN), (MilestoneKind.NPF_DONE, InfoClass.HEALTH)):
            add_milestone(session, mentee, kind, day, note=case.word(one))
        add_milestone(session, mentee, MilestoneKind.CV_DONE, day, note=case.word(None), mentee_wants_shown=False)
        for intervention, one in (
            (InterventionKind.TREATMENT, InfoClass.HEALTH),
            (InterventionKind.DEBT_ADVICE, InfoClass.SOCIAL),
            (InterventionKind.AF_PROGRAMME, InfoClass.PLAN),
        ):
            add_intervention(
                session, mentee, intervention, case.word(one), state=InterventionState.ONGOING, since=start,
                mentor_task=case.word(None), next_step=case.word(None),
            )  # fmt: skip
        add_income(session, mentee, IncomeSource.OTHER, start, source_other=case.word(InfoClass.INCOME))
        add_income(session, mentee, IncomeSource.ACTIVITY_SUPPORT, day, state=IncomeState.REFUSED, state_on=day)
        add_education_support(session, enrolment, case.word(InfoClass.EDU), from_date=start, school="Skolan i Testfors")
        other = add_mentee(session, case.word(None), family_name=case.word(None))
        for place, topic in enumerate(("Sömn", "Ensamhet")):
            meeting = add_meeting(session, activity, day - timedelta(days=9 - place), topic=topic, duration_min=90)
            set_attendance(session, meeting, mentee, (Attendance.HELD, Attendance.NO_SHOW)[place])
            set_attendance(session, meeting, other, Attendance.HELD)
    return case


@pytest.mark.parametrize("ticks", [frozenset(), SENSITIVE, frozenset({InfoClass.HEALTH})], ids=["no", "all", "health"])
@pytest.mark.parametrize("code", [*(one for one in NAMED if one != "P10"), "P21"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_papers_hold_only_what_the_mentee_said_yes_to(
    store: Store, case: Case, tmp_path: Path, code: str, ticks: frozenset[InfoClass], language: str
) -> None:
    order = Order(mentee_id=case.mentee, template=code, ticks=ticks, about=case.activity if code == "P21" else None)
    made = preview(store, order, texts=Texts(language))
    text = text_of(made.pdf, tmp_path)
    found = {word for word in case.words if word in text}
    refused = (SENSITIVE - ticks) | {None}
    assert {word for word in found if case.words[word] in refused} == set()
    assert made.classes & (SENSITIVE - ticks) == frozenset()
    if code in ("P19", "P20"):
        assert {case.words[word] for word in found} & SENSITIVE == ticks & SENSITIVE
    assert "Birk" in text


def test_the_ladder_shows_no_way_down_and_the_newest_things_done(store: Store, case: Case, tmp_path: Path) -> None:
    made = preview(store, Order(mentee_id=case.mentee, template="P06"), texts=SV)
    text = text_of(made.pdf, tmp_path)
    assert made.pages == 1
    assert "sedan 15 november" in text
    assert "6 oktober" not in text
    assert "dit ska jag" in text


def test_the_mapping_says_what_has_not_been_asked_but_never_about_violence(
    store: Store, day: date, tmp_path: Path
) -> None:
    with store.write("filled") as session:
        mentee = add_mentee(session, "Farah", needs_easy_read=True)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mapping = begin_mapping(session, add_enrolment(session, mentee, programme, started_on=day))
        set_answer(session, mapping, "leisure", status=AnswerStatus.DECLINED)
    text = text_of(preview(store, Order(mentee_id=mentee, template="P19", ticks=SENSITIVE), texts=SV).pdf, tmp_path)
    assert "Vill inte svara" in text
    assert "Bostad" in text
    assert "Trygghet" not in text


def test_a_school_of_a_protected_person_is_not_named(store: Store, case: Case, tmp_path: Path) -> None:
    order = Order(mentee_id=case.mentee, template="P20")
    assert "Testfors" in text_of(preview(store, order, texts=SV).pdf, tmp_path)
    with store.write("mentee_changed") as session:
        change_mentee(session, case.mentee, protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
    assert "Testfors" not in text_of(preview(store, order, texts=SV).pdf, tmp_path)


def test_e17_c4_what_was_lived_on_is_printed_and_a_sensitive_reason_is_not(
    store: Store, case: Case, day: date, tmp_path: Path
) -> None:
    with store.read() as session:
        enrolment = list_enrolments(session, case.mentee)[0]
    order = Order(mentee_id=case.mentee, template="P20", ticks=SENSITIVE)
    now = text_of(preview(store, order, texts=SV).pdf, tmp_path)
    assert "Försörjning nu" in now
    with store.write("enrolment_closed") as session:
        closing = NewClosure(
            closed_on=day, detail="custody",
            headings=(Heading(destination=Destination.TREATMENT_OR_CUSTODY, primary=True),),
        )  # fmt: skip
        receivers = {one.id: Receiver(name="Socialtjänsten") for one in open_interventions(session, case.mentee)}
        close_enrolment(session, enrolment.id, closing, receivers=receivers)
    text = text_of(preview(store, order, texts=SV).pdf, tmp_path)
    assert "25 november 2026, Annat" in text
    assert "Försörjning vid avslutet" in text
    assert "ihetsber" not in text


def test_a_certificate_tells_what_was_attended(store: Store, case: Case, tmp_path: Path) -> None:
    text = text_of(
        preview(store, Order(mentee_id=case.mentee, template="P21", about=case.activity), texts=SV).pdf, tmp_path
    )
    assert "Deltog i 1 av 2 träffar. Sammanlagt 1 timme." in text
    assert "16 november" in text
    assert "17 november" not in text


def test_papers_of_somebody_of_whom_nothing_is_known_are_still_papers(store: Store, tmp_path: Path) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Kim")
        activity = add_activity(session, "Öppet hus", GroupKind.OPEN_HOUSE)
    for code in (*NAMED, "P21"):
        made = preview(store, Order(mentee_id=mentee, template=code, about=activity), texts=SV)
        assert "Kim" in text_of(made.pdf, tmp_path)
    with pytest.raises(TypeError):
        preview(store, Order(mentee_id=mentee, template="P21"), texts=SV)
