"""Edge cases of domain.md, section F, that concern the mapping and the plan."""

from datetime import date, timedelta

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mapping import AnswerStatus, StillTrue
from mentorapp.exchange.prints import preview_plan
from mentorapp.language import Texts
from mentorapp.store.enrolments import add_enrolment, change_status
from mentorapp.store.goals_from_mapping import make_goal
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import begin_mapping, current_mapping, prefill_from, set_answer
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import get_current_plan
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store


def test_f1_the_plan_starts_anew_and_the_mapping_is_asked_about_again(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Dagny")
        first = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=400))
        mapping = begin_mapping(session, first)
        set_answer(session, mapping, "schooling", status=AnswerStatus.PARTLY, words="Saknar två betyg")
        make_goal(session, mapping, "schooling", "Läsa klart", steps=("Ringa komvux",))
        change_status(session, first, EnrolmentStatus.CLOSED, closed_on=day - timedelta(days=100))
        again = add_enrolment(session, mentee, programme, started_on=day)
        prefill_from(session, first, again)
    with store.read() as session:
        assert get_current_plan(session, again) is None
        assert get_current_plan(session, first) is not None
        found = current_mapping(session, again)
    assert found is not None
    said = found.answer("schooling")
    assert said is not None
    assert (said.words, said.still_true, said.goal_id) == ("Saknar två betyg", StillTrue.TO_CONFIRM, None)


def test_f13_without_any_consent_the_plan_is_made_and_printed(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk")
        enrolment = add_enrolment(session, mentee, programme, started_on=day)
        mapping = begin_mapping(session, enrolment)
        set_answer(session, mapping, "work_experience", status=AnswerStatus.NEEDS_SUPPORT, words="Vill prova ett jobb")
        make_goal(session, mapping, "work_experience", "Prova ett jobb", steps=("Hälsa på Fantasihallen",))
    made = preview_plan(store, mentee, texts=Texts("sv"), easy=None)
    assert made.pdf.startswith(b"%PDF")
    assert not made.held_back
