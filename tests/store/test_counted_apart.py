"""What the reports kept apart is kept apart: studies inside from studies as an outcome, "fullföljt" from the rest."""

from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure, ResultClass
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.figures import Counted
from mentorapp.domain.lists import WordList
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.studies import StudyPhase
from mentorapp.store.after_support import list_after_support
from mentorapp.store.closings import close_enrolment, get_closure, reason_word, result_of
from mentorapp.store.education_supports import add_education_support, list_education_supports
from mentorapp.store.enrolments import get_enrolment
from mentorapp.store.figures import read_figures
from mentorapp.store.overviews import list_lines
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.word_lists import change_word, get_word, list_words, shipped_words


def test_w10_studies_inside_are_no_outcome(store: Store, household: Any, day: date) -> None:
    with store.write("studies_added") as session:
        add_education_support(session, household.enrolment, "Svenska 1", phase=StudyPhase.COMPLETED, completed=True)
    with store.read() as session:
        assert len(list_education_supports(session, household.mentee)) == 1
        assert list_after_support(session, household.enrolment) == ()
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE
        assert read_figures(session).table(Counted.RESULT).rows == ()


@pytest.mark.parametrize(
    ("detail", "result"),
    [
        ("work_regular", ResultClass.WORK_OR_STUDIES),
        ("studies", ResultClass.WORK_OR_STUDIES),
        ("labour_unit", ResultClass.ORDINARY_ACTIVITY),
        ("completed", ResultClass.COMPLETED),
        ("own_choice", ResultClass.OTHER_REASON),
        ("af_programme", ResultClass.OTHER_REASON),
        ("admin_transfer", ResultClass.NOT_COUNTED),
    ],
)
def test_c2_c5_c7_each_result_is_a_class_of_its_own(
    store: Store, household: Any, day: date, detail: str, result: ResultClass
) -> None:
    with store.read() as session:
        word = reason_word(session, detail)
    assert result_of(word) is result
    heading = Heading(destination=Destination(word.get("destinations").split()[0]), primary=True)
    with store.write("enrolment_closed") as session:
        close_enrolment(session, household.enrolment, NewClosure(closed_on=day, detail=detail, headings=(heading,)))
    with store.read() as session:
        closure = get_closure(session, household.enrolment)
        table = read_figures(session).table(Counted.RESULT)
    assert closure is not None
    counts = result is not ResultClass.NOT_COUNTED
    assert closure.counts_as_closed is counts
    assert [row.code for row in table.rows] == ([result.value] if counts else [])
    assert table.base.total == int(counts)


def test_c1_reasons_stand_in_groups_with_details() -> None:
    groups: dict[str, set[str]] = {}
    for word in shipped_words(WordList.CLOSE_REASON):
        groups.setdefault(word.get("group"), set()).add(word.code)
    assert {"work_regular", "work_subsidised", "studies"} <= groups["work_studies"]
    assert groups["ordinary"].isdisjoint(groups["work_studies"])
    assert len(groups) >= 6


def test_c3_c4_every_reason_of_the_reports_is_there() -> None:
    codes = {word.code for word in shipped_words(WordList.CLOSE_REASON)}
    uma = {"parental_leave", "refused_ifo", "studies", "housing_support", "social_services", "care", "moved"}
    varmland = {"completed", "treatment_home", "custody", "own_choice", "activity_benefit", "af_planning"}
    assert uma | {"not_reachable"} <= codes
    assert varmland <= codes


def test_c7_every_reason_has_a_field_for_the_code_of_the_national_list(store: Store) -> None:
    with store.write("word_changed") as session:
        more = dict(get_word(session, WordList.CLOSE_REASON, "moved").more)
        change_word(session, WordList.CLOSE_REASON, "moved", more={**more, "official": "17"})
    with store.read() as session:
        assert get_word(session, WordList.CLOSE_REASON, "moved").get("official") == "17"
        assert all("official" in dict(word.more) for word in list_words(session, WordList.CLOSE_REASON))


TWO_WAY = sorted(frozenset(SessionKind) - {SessionKind.LETTER, SessionKind.CONTACT_ATTEMPT, SessionKind.OTHER_ACTOR})


@pytest.mark.parametrize("kind", TWO_WAY)
def test_s3_no_form_of_meeting_counts_as_less(store: Store, household: Any, day: date, kind: SessionKind) -> None:
    with store.write("note_saved") as session:
        for days, how in ((30, SessionKind.WALK_AND_TALK), (1, kind)):
            new = NewSession(mentee_id=household.mentee, kind=how, event_date=day - timedelta(days=days))
            add_session(session, new)
        missed = NewSession(mentee_id=household.mentee, kind=kind, event_date=day, attendance=Attendance.NO_SHOW)
        add_session(session, missed)
    with store.read() as session:
        (line,) = list_lines(session)
        forms = {row.code: row.total for row in read_figures(session).table(Counted.FORM).rows}
    assert line.last_contact_on == day - timedelta(days=1)
    assert forms[kind.value] == (2 if kind is SessionKind.WALK_AND_TALK else 1)
