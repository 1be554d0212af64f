"""What can be counted is counted: by gender, persons apart from enrolments, and only what counts."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import CheckState, Destination, Heading, NewClosure
from mentorapp.domain.enrolments import Referral, ReferralSource
from mentorapp.domain.figures import Counted, Figures
from mentorapp.domain.mentees import Education, Gender
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.support import InterventionKind, InterventionState
from mentorapp.store.closings import close_enrolment
from mentorapp.store.enrolments import add_enrolment, change_enrolment, change_level
from mentorapp.store.figures import read_figures
from mentorapp.store.interventions import add_intervention, set_intervention_state
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.milestones import add_milestone
from mentorapp.store.outcome_checks import list_outcome_checks, record_check
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.routines import set_routine_item
from mentorapp.store.safety_questions import add_question
from mentorapp.store.sessions import add_session, void_session
from mentorapp.store.store import Store


@pytest.fixture
def people(store: Store, day: date) -> tuple[UUID, UUID, UUID]:
    """Alva came back after parental leave, Birk is in his first enrolment, Cleo is not enrolled."""
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = get_programme(session, programme).levels
        alva = add_mentee(
            session, "Alva", gender=Gender.WOMAN, highest_education=Education.UPPER_SECONDARY_INCOMPLETE,
            public_support_months_before=12,
        )  # fmt: skip
        birk = add_mentee(session, "Birk", gender=Gender.MAN, public_support_months_before=60)
        cleo = add_mentee(session, "Cleo", gender=Gender.NON_BINARY, public_support_months_before=600)
        referral = Referral(source=ReferralSource.SELF, referrer_type="self")
        first = add_enrolment(session, alva, programme, started_on=day - timedelta(days=400), referral=referral)
        change_level(session, first, levels[0].id, day - timedelta(days=400))
        change_level(session, first, levels[1].id, day - timedelta(days=300))
        close(session, first, day - timedelta(days=200), "parental_leave", Destination.PARENTAL_LEAVE, after=True)
        check = list_outcome_checks(session, first)[0]
        record_check(session, check.id, CheckState.REACHED, day, destination=Destination.STUDIES_REGULAR)
        add_enrolment(session, alva, programme, started_on=day - timedelta(days=100))
        birks = add_enrolment(session, birk, programme, started_on=day - timedelta(days=100))
        change_enrolment(session, birks, criteria=("isolation", "neither"))
    return alva, birk, cleo


def close(session: Any, enrolment: UUID, on: date, detail: str, to: Destination, *, after: bool = False) -> None:
    new = NewClosure(
        closed_on=on, detail=detail, headings=(Heading(destination=to, primary=True),), contact_after=after
    )
    close_enrolment(session, enrolment, new)


def figures(store: Store) -> Figures:
    with store.read() as session:
        return read_figures(session)


def counted(store: Store, what: Counted) -> dict[str, tuple[int, int]]:
    """Women and men of each row."""
    return {row.code: (row.of(Gender.WOMAN), row.of(Gender.MAN)) for row in figures(store).table(what).rows}


def test_persons_and_enrolments_are_two_figures(store: Store, people: tuple[UUID, UUID, UUID]) -> None:
    found = figures(store)
    assert (found.persons.total, found.enrolments.total) == (2, 3)
    assert found.enrolments.of(Gender.WOMAN) == 2
    assert (found.months.known, found.months.mean, found.months.median) == (2, 36, 36.0)
    assert (found.forward, found.still, found.back) == (1, 0, 0)


def test_way_in_education_and_criteria_by_gender(store: Store, people: tuple[UUID, UUID, UUID]) -> None:
    assert counted(store, Counted.REFERRER) == {"self": (1, 0), "unknown": (1, 1)}
    assert counted(store, Counted.EDUCATION) == {"unknown": (0, 1), "upper_secondary_incomplete": (1, 0)}
    assert counted(store, Counted.CRITERION) == {"isolation": (0, 1), "neither": (0, 1)}


def test_support_by_persons_and_forms_by_contacts_each_worth_as_much(
    store: Store, people: tuple[UUID, UUID, UUID], day: date
) -> None:
    alva, birk, cleo = people

    def contact(who: UUID, kind: SessionKind, *support: str, attendance: Attendance = Attendance.HELD) -> UUID:
        new = NewSession(mentee_id=who, kind=kind, event_date=day, support_kinds=support, attendance=attendance)
        return add_session(session, new)

    with store.write("note_saved") as session:
        contact(alva, SessionKind.VIDEO, "cv")
        contact(alva, SessionKind.WALK_AND_TALK, "cv", "fitness")
        contact(birk, SessionKind.VIDEO)
        contact(birk, SessionKind.PHONE, attendance=Attendance.NOT_REACHED)
        contact(cleo, SessionKind.VIDEO, "cv")
        void_session(session, contact(birk, SessionKind.HOME_VISIT), "dubbel")
    assert counted(store, Counted.SUPPORT) == {"cv": (1, 0), "fitness": (1, 0)}
    assert counted(store, Counted.FORM) == {"video": (1, 1), "walk_and_talk": (1, 0)}
    assert figures(store).table(Counted.FORM).base.total == 3


def test_milestones_guidance_the_question_and_assessments(
    store: Store, people: tuple[UUID, UUID, UUID], day: date
) -> None:
    alva, birk, _ = people
    assert counted(store, Counted.SAFETY) == {"not_yet": (1, 1)}
    with store.write("trial") as session:
        for _ in range(2):
            add_milestone(session, alva, MilestoneKind.COURSE_PASSED, day)
        set_routine_item(session, birk, Checklist.GUIDANCE, "syv", ItemState.DECLINED, on=day)
        add_question(session, birk, Asked.ASKED, day)
        support = add_intervention(session, alva, InterventionKind.NPF_ASSESSMENT, "Psykiatrin")
        set_intervention_state(session, support, InterventionState.WAITING)
        add_intervention(session, birk, InterventionKind.DEBT_ADVICE, "Kommunen")
    assert counted(store, Counted.MILESTONE) == {"course_passed": (1, 0)}
    assert counted(store, Counted.GUIDANCE) == {"declined": (0, 1), "open": (1, 0)}
    assert counted(store, Counted.SAFETY) == {"asked": (0, 1), "not_yet": (1, 0)}
    assert counted(store, Counted.NPF) == {"waiting": (1, 0)}
    assert figures(store).not_asked == (alva,)


def test_whom_only_the_youth_duty_holds_is_not_among_those_to_be_asked(
    store: Store, people: tuple[UUID, UUID, UUID], day: date
) -> None:
    with store.write("mentee_added") as session:
        duty = add_programme(session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA)
        add_enrolment(session, add_mentee(session, "Elis"), duty, started_on=day)
    table = figures(store).table(Counted.SAFETY)
    assert (table.base.total, [(row.code, row.total) for row in table.rows]) == (2, [("not_yet", 2)])
    assert figures(store).persons.total == 3


def test_results_leave_out_what_is_not_counted_and_what_lasts_is_of_those_reached(
    store: Store, people: tuple[UUID, UUID, UUID], day: date
) -> None:
    _, birk, cleo = people
    with store.write("enrolment_closed") as session:
        programme = add_programme(session, "Fri", get_ladder("free"))
        for who, detail, to in (
            (birk, "completed", Destination.MUNICIPAL_LABOUR_UNIT),
            (cleo, "admin_transfer", Destination.CONTINUES_HERE),
        ):
            close(session, add_enrolment(session, who, programme, started_on=day), day, detail, to)
        uncounted = add_enrolment(session, add_mentee(session, "Love"), programme, started_on=day)
        change_level(session, uncounted, get_programme(session, programme).levels[0].id, day)
        change_enrolment(session, uncounted, counts_in_statistics=False)
        close(session, uncounted, day, "studies", Destination.STUDIES_REGULAR, after=True)
        for check in list_outcome_checks(session, uncounted):
            record_check(session, check.id, CheckState.REACHED, day, destination=Destination.STUDIES_REGULAR)
    table = figures(store).table(Counted.RESULT)
    assert (table.base.total, {row.code: row.total for row in table.rows}) == (2, {"completed": 1, "other_reason": 1})
    assert counted(store, Counted.LASTS) == {"still_6": (1, 0)}
    assert figures(store).table(Counted.LASTS).base.total == 1
