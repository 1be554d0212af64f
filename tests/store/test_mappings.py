"""The mapping: versions that nothing is lost between, answers by area, wishes, and what they lead to."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import (
    WISHES,
    AnswerStatus,
    MappingType,
    StillTrue,
    Voice,
    answered_of,
    compared,
)
from mentorapp.domain.plans import GoalLevel
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import add_enrolment, change_status
from mentorapp.store.goals_from_mapping import list_goal_words, make_goal
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mappings import (
    add_wish,
    begin_mapping,
    change_wish,
    complete_mapping,
    confirm_answer,
    current_mapping,
    get_mapping,
    list_mappings,
    prefill_from,
    remove_wish,
    set_answer,
)
from mentorapp.store.plans import get_current_plan, get_goal
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store
from mentorapp.store.word_lists import add_word

NEEDS = AnswerStatus.NEEDS_SUPPORT


@pytest.fixture
def mapping(store: Store, household: Any) -> UUID:
    with store.write("mapping_begun") as session:
        return begin_mapping(session, household.enrolment)


def answer_of(store: Store, mapping: UUID, area: str) -> Any:
    with store.read() as session:
        return get_mapping(session, mapping).answer(area)


def youth_duty(store: Store, mentee: UUID, day: date) -> UUID:
    with store.write("mentee_added") as session:
        duty = add_programme(session, "KAA", get_ladder("se"), legal_profile=LegalProfile.KAA)
        return add_enrolment(session, mentee, duty, started_on=day)


def test_what_is_not_asked_is_seen_and_no_answer_is_a_full_answer(store: Store, mapping: UUID) -> None:
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", status=NEEDS, importance=3)
        set_answer(session, mapping, "economy", status=AnswerStatus.DECLINED)
        set_answer(session, mapping, "leisure", importance=1)
    with store.read() as session:
        found = get_mapping(session, mapping)
    assert answered_of(("housing", "economy", "leisure", "language"), found) == (2, 4)
    assert answered_of(("housing",), None) == (0, 1)
    assert found.answer("language") is None


def test_words_and_view_are_kept_apart_and_each_has_its_class(store: Store, mapping: UUID, day: date) -> None:
    with store.write("mapping_answered") as session:
        set_answer(
            session,
            mapping,
            "transport",
            words="Jag åker buss",
            view="Blir trött av att åka",
            view_class=InfoClass.HEALTH,
            resources="Busskort",
            needs="Sällskap första gången",
        )
    found = answer_of(store, mapping, "transport")
    assert (found.words, found.view) == ("Jag åker buss", "Blir trött av att åka")
    assert [(t.voice, t.info_class) for t in found.texts] == [
        (Voice.MENTEE, InfoClass.PLAN),
        (Voice.MENTOR, InfoClass.HEALTH),
    ]
    assert (found.status, found.answered_on) == (AnswerStatus.PARTLY, day)
    assert found.text_of(Voice.MENTOR).text == "Blir trött av att åka"
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "transport", words="", view_class=InfoClass.PLAN, status=AnswerStatus.WORKS)
        set_answer(session, mapping, "transport", words=" ")
        set_answer(session, mapping, "transport", view="Orkar mer nu")
    found = answer_of(store, mapping, "transport")
    assert (found.words, found.view, found.texts[0].info_class) == ("", "Orkar mer nu", InfoClass.PLAN)


def test_an_area_can_be_not_asked_again(store: Store, mapping: UUID) -> None:
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "digital", status=NEEDS)
        set_answer(session, mapping, "digital", status=AnswerStatus.NOT_ASKED)
    assert answer_of(store, mapping, "digital").answered_on is None


def test_an_answer_takes_the_class_of_its_area(store: Store, mapping: UUID) -> None:
    with store.write("mapping_answered") as session:
        own = add_word(session, WordList.LIFE_AREA, "Husdjur", info_class=InfoClass.SOCIAL)
        set_answer(session, mapping, own, words="En katt")
        set_answer(session, mapping, "economy", words="Skulder")
    assert answer_of(store, mapping, own).info_class is InfoClass.SOCIAL
    assert answer_of(store, mapping, "economy").texts[0].info_class is InfoClass.INCOME


@pytest.mark.parametrize(
    ("details", "key"),
    [
        ({"importance": 4}, "number_range"),
        ({"answered_on": date(2030, 1, 1), "status": NEEDS}, "mapping_in_future"),
        ({"words": "x" * 10_001}, "too_long"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(store: Store, mapping: UUID, details: Any, key: str) -> None:
    with pytest.raises(InputError, match=key), store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", **details)
    assert answer_of(store, mapping, "housing") is None


def test_an_answer_has_no_other_details(store: Store, mapping: UUID) -> None:
    with pytest.raises(TypeError), store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", colour="blue")


def test_nothing_is_written_about_violence_here(store: Store, mapping: UUID) -> None:
    with pytest.raises(InputError, match="mapping_no_words_on_safety"), store.write("mapping_answered") as session:
        set_answer(session, mapping, "safety", words="Något")
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "safety", status=AnswerStatus.DECLINED)
    assert answer_of(store, mapping, "safety").info_class is InfoClass.VIOLENCE


def test_a_new_version_asks_whether_it_is_still_true(store: Store, household: Any, mapping: UUID, clock: Any) -> None:
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", status=NEEDS, words="Vill ha eget")
        set_answer(session, mapping, "language", status=AnswerStatus.WORKS)
        set_answer(session, mapping, "digital", importance=2)
        goal = make_goal(session, mapping, "housing", "Ett eget hem")
        complete_mapping(session, mapping)
    first_day = clock.today()
    clock.pass_days(90)
    with store.write("mapping_begun") as session:
        second = begin_mapping(session, household.enrolment, MappingType.UPDATE)
    with store.read() as session:
        newest, first = list_mappings(session, household.enrolment)
        assert current_mapping(session, household.enrolment) == newest
    assert (newest.version, newest.type, newest.is_complete, first.is_complete) == (2, MappingType.UPDATE, False, True)
    assert {a.area: a.still_true for a in newest.answers} == {
        "housing": StillTrue.TO_CONFIRM,
        "language": StillTrue.TO_CONFIRM,
    }
    assert answered_of(("housing", "language"), newest) == (0, 2)
    brought = newest.answer("housing")
    assert brought is not None
    assert (brought.words, brought.goal_id, brought.answered_on) == ("Vill ha eget", goal, first_day)
    with store.write("mapping_confirmed") as session:
        confirm_answer(session, second, "housing")
        set_answer(session, second, "language", status=NEEDS)
    confirmed, changed = answer_of(store, second, "housing"), answer_of(store, second, "language")
    assert (confirmed.still_true, confirmed.answered_on) == (StillTrue.CONFIRMED, clock.today())
    assert (changed.still_true, changed.status) == (StillTrue.OWN, NEEDS)
    with store.read() as session:
        newest, first = list_mappings(session, household.enrolment)
    pairs = compared(first, newest, ("housing", "language", "digital", "leisure"))
    assert [(p.area, p.is_other) for p in pairs] == [("housing", False), ("language", True)]


def test_what_is_done_is_read_and_not_changed(store: Store, mapping: UUID, day: date) -> None:
    with store.write("wish_added") as session:
        wish = add_wish(session, mapping, "Bli kock")
        complete_mapping(session, mapping)
    for act in (
        lambda session: set_answer(session, mapping, "housing", status=NEEDS),
        lambda session: change_wish(session, wish, "Annat"),
        lambda session: complete_mapping(session, mapping),
    ):
        with pytest.raises(InputError, match="mapping_is_done"), store.write("mapping_answered") as session:
            act(session)
    with store.read() as session:
        assert get_mapping(session, mapping).completed_on == day


def test_days_of_versions_come_in_order(store: Store, household: Any, day: date) -> None:
    with store.write("mapping_begun") as session:
        first = begin_mapping(session, household.enrolment, started_on=day - timedelta(days=10))
    for act, key in (
        (
            lambda s: begin_mapping(s, household.enrolment, started_on=day - timedelta(days=11)),
            "mapping_before_earlier",
        ),
        (lambda s: begin_mapping(s, household.enrolment, started_on=day + timedelta(days=1)), "mapping_in_future"),
        (lambda s: complete_mapping(s, first, day - timedelta(days=11)), "mapping_done_before_begun"),
    ):
        with pytest.raises(InputError, match=key), store.write("mapping_begun") as session:
            act(session)


def test_there_is_no_mapping_before_the_first(store: Store, household: Any) -> None:
    with store.read() as session:
        assert current_mapping(session, household.enrolment) is None
        for act in (
            lambda: get_mapping(session, uuid4()),
            lambda: change_wish(session, uuid4(), "Något"),
            lambda: set_answer(session, uuid4(), "housing", importance=1),
        ):
            with pytest.raises(NotFoundError):
                act()


def test_wishes_are_texts_of_their_own(store: Store, mapping: UUID) -> None:
    with store.write("wish_added") as session:
        first = add_wish(session, mapping, "Bli kock")
        second = add_wish(session, mapping, "Resa till havet", InfoClass.SOCIAL)
        third = add_wish(session, mapping, "Sova gott")
        set_answer(session, mapping, WISHES, status=AnswerStatus.PARTLY)
        change_wish(session, first, "Bli kock på båt")
        remove_wish(session, third)
        set_answer(session, mapping, WISHES, view="Trivs i kök")
    found = answer_of(store, mapping, WISHES)
    assert [(w.id, w.text, w.info_class) for w in found.wishes] == [
        (first, "Bli kock på båt", InfoClass.PLAN),
        (second, "Resa till havet", InfoClass.SOCIAL),
    ]
    assert found.words == "Bli kock på båt\nResa till havet"
    assert found.view == "Trivs i kök"
    with pytest.raises(InputError, match="wish_missing"), store.write("wish_added") as session:
        add_wish(session, mapping, "  ")


def test_a_wish_alone_answers_its_area(store: Store, mapping: UUID) -> None:
    with store.write("wish_added") as session:
        add_wish(session, mapping, "Bli kock")
    assert answer_of(store, mapping, WISHES).is_answered


def test_a_need_becomes_a_goal_with_steps_and_undo_takes_all_of_it(store: Store, day: date, household: Any) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Utan plan", get_ladder("se"))
        enrolment = add_enrolment(session, household.mentee, programme, started_on=day)
        mapping = begin_mapping(session, enrolment)
        set_answer(session, mapping, "economy", status=NEEDS, words="Få ordning på räkningarna")
    with store.write("goal_from_mapping") as session:
        goal = make_goal(session, mapping, "economy", "Få ordning", steps=("Öppna breven", " ", "Ringa banken"))
    with store.read() as session:
        plan = get_current_plan(session, enrolment)
        assert get_mapping(session, mapping).answer("economy").goal_id == goal  # type: ignore[union-attr]
    assert plan is not None
    assert (plan.version, plan.valid_from) == (1, day)
    made = plan.active_goals[0]
    with store.read() as session:
        assert list_goal_words(session, [goal, uuid4()]) == {goal: "Få ordning"}
        assert list_goal_words(session, []) == {}
    assert (made.id, made.wording, made.area, made.info_class) == (goal, "Få ordning", "economy", InfoClass.INCOME)
    assert [step.text for step in made.steps] == ["Öppna breven", "Ringa banken"]
    store.undo()
    with store.read() as session:
        assert get_current_plan(session, enrolment) is None
        assert get_mapping(session, mapping).answer("economy").goal_id is None  # type: ignore[union-attr]


def test_a_wish_becomes_a_main_goal_in_the_plan_that_holds(store: Store, household: Any, mapping: UUID) -> None:
    with store.write("goal_from_mapping") as session:
        wish = add_wish(session, mapping, "Leva nykter", InfoClass.HEALTH)
        goal = make_goal(session, mapping, WISHES, "Leva nykter", wish_id=wish, level=GoalLevel.MAIN)
    with store.read() as session:
        made = get_goal(session, goal)
    assert (made.plan_id, made.level, made.info_class) == (household.plan, GoalLevel.MAIN, InfoClass.HEALTH)
    assert answer_of(store, mapping, WISHES).wishes[0].goal_id == goal


def test_a_goal_comes_from_something_that_is_there(store: Store, mapping: UUID) -> None:
    with store.write("wish_added") as session:
        add_wish(session, mapping, "Bli kock")
        for area, wish in (("housing", None), (WISHES, uuid4())):
            with pytest.raises(NotFoundError):
                make_goal(session, mapping, area, "Mål", wish_id=wish)


def test_a_new_enrolment_begins_with_what_the_earlier_one_knew(
    store: Store, household: Any, mapping: UUID, day: date
) -> None:
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "housing", status=NEEDS, words="Vill ha eget")
        add_wish(session, mapping, "Bli kock")
        make_goal(session, mapping, "housing", "Ett hem")
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
        again = add_enrolment(session, household.mentee, household.programme, started_on=day)
        made = prefill_from(session, household.enrolment, again)
        assert prefill_from(session, household.enrolment, again) == made
    with store.read() as session:
        found = current_mapping(session, again)
    assert found is not None
    assert (found.id, found.version, found.started_on) == (made, 1, day)
    assert {(a.area, a.still_true, a.goal_id) for a in found.answers} == {
        ("housing", StillTrue.TO_CONFIRM, None),
        (WISHES, StillTrue.TO_CONFIRM, None),
    }
    assert found.answer(WISHES).wishes[0].text == "Bli kock"  # type: ignore[union-attr]


def test_an_empty_mapping_prefills_nothing(store: Store, household: Any, mapping: UUID, day: date) -> None:
    with store.write("mentee_added") as session:
        other = add_programme(session, "Annat", get_ladder("se"))
        again = add_enrolment(session, household.mentee, other, started_on=day)
        assert prefill_from(session, household.enrolment, again) is None
        assert prefill_from(session, again, uuid4()) is None


def test_under_the_youth_duty_alone_sensitive_areas_are_neither_written_nor_brought_along(
    store: Store, household: Any, mapping: UUID, day: date
) -> None:
    with store.write("mapping_answered") as session:
        set_answer(session, mapping, "mental_health", status=NEEDS)
        set_answer(session, mapping, "language", words="Svenska", view="Stammar", view_class=InfoClass.HEALTH)
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    again = youth_duty(store, household.mentee, day)
    with store.write("mapping_begun") as session:
        prefill_from(session, household.enrolment, again)
    with store.read() as session:
        found = current_mapping(session, again)
    assert found is not None
    assert [(a.area, a.words, a.view) for a in found.answers] == [("language", "Svenska", "")]
    for area, details in (
        ("economy", {"status": NEEDS}),
        ("language", {"words": "Mår dåligt", "words_class": InfoClass.HEALTH}),
    ):
        with pytest.raises(InputError, match="youth_duty_hides"), store.write("mapping_answered") as session:
            set_answer(session, found.id, area, **details)


def test_on_another_basis_too_everything_may_be_written(store: Store, household: Any, day: date) -> None:
    duty = youth_duty(store, household.mentee, day)
    with store.write("mapping_answered") as session:
        mapping = begin_mapping(session, duty)
        set_answer(session, mapping, "economy", status=NEEDS)
    assert answer_of(store, mapping, "economy").status is NEEDS
