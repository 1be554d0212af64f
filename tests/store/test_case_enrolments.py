"""The whole course of an enrolment: stays put right, pauses, how the person came, work begun, coming back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.enrolments import (
    DecidedBy,
    Direction,
    EnrolmentStatus,
    Referral,
    ReferralSource,
    Track,
    target_group_on,
)
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.programmes import LegalProfile
from mentorapp.store.after_support import (
    change_after_support,
    end_after_support,
    list_after_support,
    remove_after_support,
    start_work,
)
from mentorapp.store.closings import close_enrolment
from mentorapp.store.enrolments import (
    add_enrolment,
    change_enrolment,
    change_level,
    change_status,
    get_enrolment,
    list_level_entries,
)
from mentorapp.store.ladders import get_ladder
from mentorapp.store.level_entries import (
    change_level_entry,
    get_level_entry,
    leave_level,
    remove_level_entry,
)
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_organisation, change_contact
from mentorapp.store.overviews import list_lines
from mentorapp.store.pauses import add_pause, change_pause, current_pause, list_pauses, remove_pause, resume
from mentorapp.store.persons import enrolments_of
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.re_enrolment import re_enrol
from mentorapp.store.referrals import change_referral, get_referral, source_of
from mentorapp.store.store import Store
from mentorapp.store.target_groups import list_target_groups, remove_target_group, set_target_group
from mentorapp.store.word_lists import add_word


def refused(caught: Any) -> tuple[str, str]:
    return caught.value.field, caught.value.key


@pytest.fixture
def stays(store: Store, household: Any, day: date) -> list[Any]:
    """Level 1 from the start, 2 from 60 days ago, 3 from 20 days ago."""
    with store.write("level_changed") as session:
        for level, days in ((1, 60), (2, 20)):
            change_level(session, household.enrolment, household.levels[level], day - timedelta(days=days))
    with store.read() as session:
        return list(list_level_entries(session, household.enrolment))


def test_a_move_keeps_who_decided_why_in_whose_words_and_the_track(store: Store, household: Any, day: date) -> None:
    with store.write("level_changed") as session:
        entry = change_level(
            session,
            household.enrolment,
            household.levels[2],
            day,
            decided_by=DecidedBy.MENTEE,
            reason="Vill vidare",
            mentee_words="Jag är redo",
            mentor_view="Lite tidigt",
            track=Track.STUDY,
            track_text="allmän kurs",
        )
        other = change_level(session, household.enrolment, household.levels[3], day, track_text="utan väg")
    with store.read() as session:
        kept, without = get_level_entry(session, entry), get_level_entry(session, other)
    assert (kept.decided_by, kept.reason, kept.mentee_words) == (DecidedBy.MENTEE, "Vill vidare", "Jag är redo")
    assert (kept.mentor_view, kept.track, kept.track_text) == ("Lite tidigt", Track.STUDY, "allmän kurs")
    assert without.track_text == ""


def test_a_stay_put_right_takes_its_neighbours_along(store: Store, stays: list[Any], day: date) -> None:
    with store.write("stay_changed") as session:
        change_level_entry(session, stays[1].id, entered_on=day - timedelta(days=70), left_on=day - timedelta(days=10))
    with store.read() as session:
        now = list_level_entries(session, stays[0].enrolment_id)
    assert [(one.entered_on, one.left_on) for one in now] == [
        (day - timedelta(days=100), day - timedelta(days=70)),
        (day - timedelta(days=70), day - timedelta(days=10)),
        (day - timedelta(days=10), None),
    ]


def test_another_level_turns_the_directions(store: Store, household: Any, stays: list[Any]) -> None:
    with store.write("stay_changed") as session:
        change_level_entry(session, stays[1].id, level_id=household.levels[3], decided_by=DecidedBy.EXTERNAL)
    with store.read() as session:
        now = list_level_entries(session, household.enrolment)
    assert [one.direction for one in now] == [Direction.INITIAL, Direction.SKIP, Direction.DOWN]
    with store.write("stay_changed") as session:
        change_level_entry(session, stays[2].id, direction=Direction.RESTART)
        change_level_entry(session, stays[2].id, reason="Började om", track=Track.WORK, track_text=" praktik ")
    with store.read() as session:
        last = get_level_entry(session, stays[2].id)
    assert (last.direction, last.reason, last.track_text) == (Direction.RESTART, "Började om", "praktik")


@pytest.mark.parametrize(
    ("which", "changes", "field", "key"),
    [
        (1, {"entered_on": 101}, "entered_on", "level_before_earlier"),
        (1, {"left_on": 5, "entered_on": 4}, "left_on", "ends_before_start"),
        (2, {"entered_on": -1}, "entered_on", "level_in_future"),
        (0, {"left_on": 10}, "left_on", "level_overlaps"),
        (2, {"left_on": 30}, "left_on", "ends_before_start"),
        (0, {"entered_on": 101}, "entered_on", "level_before_start"),
    ],
)
def test_a_wrong_stay_changes_nothing(
    store: Store, stays: list[Any], day: date, which: int, changes: dict[str, int], field: str, key: str
) -> None:
    with pytest.raises(InputError) as caught, store.write("stay_changed") as session:
        days = {name: day - timedelta(days=number) for name, number in changes.items()}
        change_level_entry(session, stays[which].id, **days)
    assert refused(caught) == (field, key)
    with store.read() as session:
        assert list(list_level_entries(session, stays[0].enrolment_id)) == stays


def test_a_stay_that_never_was_is_taken_away(store: Store, household: Any, stays: list[Any], day: date) -> None:
    with store.write("stay_removed") as session:
        remove_level_entry(session, stays[1].id)
    with store.read() as session:
        now = list_level_entries(session, household.enrolment)
    assert [(one.left_on, one.direction) for one in now] == [
        (day - timedelta(days=20), Direction.INITIAL),
        (None, Direction.SKIP),
    ]
    with store.write("stay_removed") as session:
        remove_level_entry(session, stays[0].id)
        remove_level_entry(session, stays[2].id)
    with store.read() as session:
        assert list_level_entries(session, household.enrolment) == ()
    store.undo()
    with store.read() as session:
        assert len(list_level_entries(session, household.enrolment)) == 2


def test_what_no_stay_has_is_a_mistake_of_ours(store: Store, stays: list[Any]) -> None:
    with pytest.raises(TypeError), store.write("stay_changed") as session:
        change_level_entry(session, stays[0].id, colour="red")
    with pytest.raises(NotFoundError), store.write("stay_changed") as session:
        leave_level(session, uuid4(), date(2026, 1, 1))


def test_stages_overlap_and_one_is_left(store: Store, day: date) -> None:
    with store.write("enrolled") as session:
        programme = add_programme(session, "SE", get_ladder("se"))
        levels = [level.id for level in get_programme(session, programme).levels]
        enrolment = add_enrolment(session, add_mentee(session, "Hugo"), programme, started_on=day - timedelta(days=9))
        first = change_level(session, enrolment, levels[0], day - timedelta(days=9))
        second = change_level(session, enrolment, levels[1], day - timedelta(days=5))
        earlier = change_level(session, enrolment, levels[2], day - timedelta(days=8))
    with pytest.raises(InputError) as caught, store.write("level_changed") as session:
        change_level(session, enrolment, levels[1], day)
    assert caught.value.key == "level_open_already"
    with store.write("level_left") as session:
        leave_level(session, first, day - timedelta(days=2))
        change_level_entry(session, second, entered_on=day - timedelta(days=6))
        change_level(session, enrolment, levels[0], day)
        remove_level_entry(session, earlier)
    with store.read() as session:
        stays = {one.id: one for one in list_level_entries(session, enrolment)}
    assert stays[first].left_on == day - timedelta(days=2)
    assert sum(one.left_on is None for one in stays.values()) == 2


def test_the_start_moves_and_the_first_stay_with_it(store: Store, household: Any, day: date) -> None:
    start = day - timedelta(days=90)
    with store.write("enrolment_changed") as session:
        change_enrolment(
            session, household.enrolment, started_on=start, mentor_name=" Moa ", criteria=["neither", "neither"]
        )
    with store.read() as session:
        enrolment = get_enrolment(session, household.enrolment)
        assert list_level_entries(session, household.enrolment)[0].entered_on == start
    assert (enrolment.started_on, enrolment.mentor_name, enrolment.criteria) == (start, "Moa", ("neither",))
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=50))
    with pytest.raises(InputError) as caught, store.write("enrolment_changed") as session:
        change_enrolment(session, household.enrolment, started_on=day - timedelta(days=40))
    assert caught.value.key in ("ends_before_start", "level_before_start")
    with pytest.raises(TypeError), store.write("enrolment_changed") as session:
        change_enrolment(session, household.enrolment, ordinal=3)


def test_a_pause_makes_paused_and_going_on_makes_active(store: Store, household: Any, clock: Any, day: date) -> None:
    with store.write("pause_added") as session:
        rest = add_pause(
            session, household.enrolment, day - timedelta(days=3), reason="Sjuk", who_keeps_contact=" Moa  M "
        )
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.PAUSED
        now = current_pause(session, household.enrolment)
    assert now is not None
    assert (now.reason, now.who_keeps_contact, now.to_date) == ("Sjuk", "Moa M", None)
    with pytest.raises(InputError) as caught, store.write("pause_added") as session:
        add_pause(session, household.enrolment, day)
    assert refused(caught) == ("from_date", "pause_overlaps")
    with store.write("pause_ended") as session:
        resume(session, household.enrolment, day)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE
        assert [p.to_date for p in list_pauses(session, household.enrolment)] == [day - timedelta(days=1)]
    with pytest.raises(InputError) as caught, store.write("pause_ended") as session:
        resume(session, household.enrolment, day)
    assert caught.value.key == "pause_none"
    store.undo()
    with store.write("pause_removed") as session:
        remove_pause(session, rest)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE


def test_a_pause_that_had_not_begun_was_none(store: Store, household: Any, day: date) -> None:
    with store.write("pause_added") as session:
        add_pause(session, household.enrolment, day)
    with store.write("pause_ended") as session:
        resume(session, household.enrolment, day)
    with store.read() as session:
        assert list_pauses(session, household.enrolment) == ()
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE


def test_going_on_before_the_rest_began_is_refused(store: Store, household: Any, day: date) -> None:
    with store.write("pause_added") as session:
        add_pause(session, household.enrolment, day - timedelta(days=2))
    with pytest.raises(InputError) as caught, store.write("pause_ended") as session:
        resume(session, household.enrolment, day - timedelta(days=3))
    assert caught.value.key == "resume_before_pause"


def test_a_rest_that_was_only_a_status_is_lifted(store: Store, household: Any, day: date) -> None:
    with store.write("trial") as session:
        change_status(session, household.enrolment, EnrolmentStatus.PAUSED)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.PAUSED
    with store.write("pause_ended") as session:
        resume(session, household.enrolment, day)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE


def test_a_pause_with_a_last_day_ends_by_itself_everywhere(store: Store, household: Any, clock: Any, day: date) -> None:
    with store.write("pause_added") as session:
        rest = add_pause(session, household.enrolment, day, to_date=day + timedelta(days=6))

    def statuses() -> set[EnrolmentStatus | None]:
        with store.read() as session:
            return {
                get_enrolment(session, household.enrolment).status,
                enrolments_of(session, household.mentee)[0].status,
                list_lines(session)[0].status,
            }

    assert statuses() == {EnrolmentStatus.PAUSED}
    clock.pass_days(7)
    assert statuses() == {EnrolmentStatus.ACTIVE}
    with store.write("work_started") as session:
        start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day)
        change_pause(session, rest, to_date=day + timedelta(days=8), reason="Längre")
    assert statuses() == {EnrolmentStatus.PAUSED}
    clock.pass_days(7)
    assert statuses() == {EnrolmentStatus.AFTER_SUPPORT}


def test_what_no_pause_has_is_a_mistake_of_ours(store: Store, household: Any, day: date) -> None:
    with store.write("pause_added") as session:
        rest = add_pause(session, household.enrolment, day)
    with pytest.raises(TypeError), store.write("pause_changed") as session:
        change_pause(session, rest, length=3)
    with pytest.raises(NotFoundError), store.write("pause_changed") as session:
        remove_pause(session, uuid4())


def test_nobody_rests_before_it_has_begun(store: Store, household: Any, day: date) -> None:
    with store.write("enrolled") as session:
        waiting = add_enrolment(
            session, add_mentee(session, "Cleo"), household.programme, status=EnrolmentStatus.OFFERED, offered_on=day
        )
    with pytest.raises(InputError) as caught, store.write("pause_added") as session:
        add_pause(session, waiting, day)
    assert refused(caught) == ("started_on", "start_missing")


def test_a_referral_has_one_type_and_one_named_person(store: Store, household: Any, day: date) -> None:
    with store.write("referral_changed") as session:
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        frida = add_contact(session, "Frida Fiktiv", organisation_id=fk)
        change_referral(
            session,
            household.enrolment,
            referrer_type="social_insurance",
            contact_id=frida,
            on=day - timedelta(days=120),
            reason_text="Vill ut",
            expectation="Deltid",
        )
    with store.read() as session:
        referral = get_referral(session, household.enrolment)
    assert (referral.source, referral.referrer_type) == (ReferralSource.CASEWORKER, "social_insurance")
    assert (referral.contact, referral.organisation) == ("Frida Fiktiv", "Försäkringskassan")
    assert (referral.reason_text, referral.expectation) == ("Vill ut", "Deltid")
    with store.write("contact_changed") as session:
        change_contact(session, frida, name="Frida Nygift")
    with store.read() as session:
        assert get_referral(session, household.enrolment).contact == "Frida Nygift"
    with store.write("referral_changed") as session:
        change_referral(session, household.enrolment, referrer_type="self", contact_id=None, organisation_id=None)
    with store.read() as session:
        assert get_referral(session, household.enrolment).source is ReferralSource.SELF


def test_a_type_of_the_units_own_counts_as_other_without_more_words(store: Store, household: Any, day: date) -> None:
    with store.write("referral_changed") as session:
        own = add_word(session, WordList.REFERRER_TYPE, "Fritidsgården")
        change_referral(session, household.enrolment, referrer_type=own)
        assert source_of(session, own) is ReferralSource.OTHER
        change_referral(session, household.enrolment, source=ReferralSource.RELATIVE, referrer_type="")
    with store.read() as session:
        assert get_referral(session, household.enrolment).source is ReferralSource.RELATIVE
    with pytest.raises(InputError) as caught, store.write("referral_changed") as session:
        change_referral(session, household.enrolment, referrer_type="other")
    assert refused(caught) == ("referral_source", "other_needs_words")
    with pytest.raises(InputError) as caught, store.write("referral_changed") as session:
        change_referral(session, household.enrolment, on=day + timedelta(days=1))
    assert refused(caught) == ("referral_on", "date_in_future")
    with pytest.raises(NotFoundError), store.write("referral_changed") as session:
        change_referral(session, household.enrolment, contact_id=uuid4())


def test_a_new_rule_for_target_groups_does_not_rewrite_old_days(store: Store, household: Any, day: date) -> None:
    start, later = day - timedelta(days=100), day - timedelta(days=10)
    with store.write("target_group_set") as session:
        set_target_group(session, household.enrolment, "kaa_16_19", start)
        first = set_target_group(session, household.enrolment, "activity_benefit_19_29", start)
        second = set_target_group(session, household.enrolment, "without_benefit_19_24", later)
    with store.read() as session:
        groups = list_target_groups(session, household.enrolment)
    assert [one.id for one in groups] == [first, second]
    assert [target_group_on(groups, one) for one in (start - timedelta(days=1), start, later)] == [
        "",
        "activity_benefit_19_29",
        "without_benefit_19_24",
    ]
    with store.write("target_group_removed") as session:
        remove_target_group(session, second)
    with store.read() as session:
        assert target_group_on(list_target_groups(session, household.enrolment), day) == "activity_benefit_19_29"


def test_target_groups_that_cannot_be_are_refused(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError) as caught, store.write("target_group_set") as session:
        set_target_group(session, household.enrolment, "nobody_knows", day)
    assert refused(caught) == ("target_group", "word_unknown")
    with store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day - timedelta(days=1))
    with pytest.raises(InputError) as caught, store.write("target_group_set") as session:
        set_target_group(session, household.enrolment, "kaa_16_19", day)
    assert caught.value.key == "target_group_after_close"
    with pytest.raises(NotFoundError), store.write("target_group_removed") as session:
        remove_target_group(session, uuid4())


def test_work_begun_is_not_the_end_and_support_counts_from_its_first_day(
    store: Store, household: Any, day: date
) -> None:
    began = day - timedelta(days=10)
    with store.write("work_started") as session:
        work = start_work(
            session,
            household.enrolment,
            Destination.EMPLOYMENT_SUBSIDISED,
            began,
            extent_percent=50,
            place=" Café  Låtsas ",
            contact_plan="Onsdagar",
        )
    with store.read() as session:
        enrolment = get_enrolment(session, household.enrolment)
        (given,) = list_after_support(session, household.enrolment)
    assert (enrolment.status, enrolment.closed_on) == (EnrolmentStatus.AFTER_SUPPORT, None)
    assert (given.started_on, given.planned_until) == (began, date(2027, 2, 15))
    assert (given.entry, given.extent_percent) == (Destination.EMPLOYMENT_SUBSIDISED, 50)
    assert (given.place, given.contact_plan) == ("Café Låtsas", "Onsdagar")
    with store.write("after_support_changed") as session:
        change_after_support(session, work, started_on=day - timedelta(days=40))
    with store.read() as session:
        assert list_after_support(session, household.enrolment)[0].planned_until == date(2027, 1, 16)
    with store.write("after_support_ended") as session:
        end_after_support(session, work, day)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE
    store.undo()
    with store.write("after_support_removed") as session:
        remove_after_support(session, work)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.ACTIVE
        assert list_after_support(session, household.enrolment) == ()


def test_job_and_studies_at_once_are_two_and_one_may_end(store: Store, household: Any, day: date) -> None:
    with store.write("work_started") as session:
        first = start_work(session, household.enrolment, Destination.EMPLOYMENT_REGULAR, day, extent_percent=50)
        start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day, extent_percent=50)
        end_after_support(session, first, day)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.AFTER_SUPPORT


@pytest.mark.parametrize(
    ("entry", "days", "extent", "field"),
    [
        (Destination.SOCIAL_SERVICES, 1, None, "entry"),
        (Destination.STUDIES_REGULAR, -1, None, "started_on"),
        (Destination.STUDIES_REGULAR, 101, None, "started_on"),
        (Destination.STUDIES_REGULAR, 1, 0, "extent_percent"),
    ],
)
def test_work_that_cannot_be_is_refused(
    store: Store, household: Any, day: date, entry: Destination, days: int, extent: int | None, field: str
) -> None:
    with pytest.raises(InputError) as caught, store.write("work_started") as session:
        start_work(session, household.enrolment, entry, day - timedelta(days=days), extent_percent=extent)
    assert caught.value.field == field


def test_work_is_put_right_within_its_bounds(store: Store, household: Any, day: date) -> None:
    with store.write("work_started") as session:
        work = start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day - timedelta(days=5))
    with pytest.raises(TypeError), store.write("after_support_changed") as session:
        change_after_support(session, work, salary=1)
    with pytest.raises(InputError), store.write("after_support_changed") as session:
        change_after_support(session, work, ended_on=day - timedelta(days=6))
    with pytest.raises(NotFoundError), store.write("after_support_changed") as session:
        end_after_support(session, uuid4(), day)
    with store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day - timedelta(days=2))
        change_after_support(session, work, contact_plan="Vi hörs ändå")
    with pytest.raises(InputError) as caught, store.write("after_support_changed") as session:
        change_after_support(session, work, started_on=day)
    assert caught.value.key == "work_after_close"
    with store.write("after_support_removed") as session:
        remove_after_support(session, work)
    with store.read() as session:
        assert get_enrolment(session, household.enrolment).status is EnrolmentStatus.CLOSED


def test_a_closed_enrolment_takes_no_move_pause_or_work(store: Store, household: Any, day: date) -> None:
    with store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    acts: tuple[Callable[[Any], object], ...] = (
        lambda session: change_level(session, household.enrolment, household.levels[1], day),
        lambda session: add_pause(session, household.enrolment, day),
        lambda session: start_work(session, household.enrolment, Destination.STUDIES_REGULAR, day),
        lambda session: change_status(session, household.enrolment, EnrolmentStatus.ACTIVE),
    )
    for act in acts:
        with pytest.raises(InputError) as caught, store.write("trial") as session:
            act(session)
        assert caught.value.key == "enrolment_closed"


def test_nothing_is_closed_before_what_it_holds_began(store: Store, household: Any, day: date) -> None:
    with store.write("pause_added") as session:
        add_pause(session, household.enrolment, day - timedelta(days=5), to_date=day + timedelta(days=5))
    with pytest.raises(InputError) as caught, store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day - timedelta(days=6))
    assert refused(caught) == ("closed_on", "closed_before_begun")
    with store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    with store.read() as session:
        assert [one.to_date for one in list_pauses(session, household.enrolment)] == [day]


def test_a_new_period_begins_when_the_one_before_had_ended(store: Store, household: Any, day: date) -> None:
    with store.write("enrolment_closed") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day - timedelta(days=5))
    too_early = day - timedelta(days=6)
    begins: tuple[Callable[[Any], object], ...] = (
        lambda session: add_enrolment(session, household.mentee, household.programme, started_on=too_early),
        lambda session: re_enrol(session, household.enrolment, too_early),
    )
    for begin in begins:
        with pytest.raises(InputError) as caught, store.write("came_back") as session:
            begin(session)
        assert refused(caught) == ("started_on", "start_before_earlier_end")


def _close(session: Any, enrolment: Any, on: date, detail: str = "moved") -> None:
    headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
    close_enrolment(session, enrolment, NewClosure(closed_on=on, detail=detail, headings=headings))


def test_who_comes_back_brings_how_they_came_and_the_group(store: Store, household: Any, day: date) -> None:
    with store.write("enrolment_closed") as session:
        change_referral(session, household.enrolment, referrer_type="kaa", reason_text="Ensam hemma")
        change_enrolment(session, household.enrolment, criteria=("isolation",), mentor_name="Moa")
        set_target_group(session, household.enrolment, "young_adults_16_29", day - timedelta(days=50))
    with pytest.raises(InputError) as caught, store.write("came_back") as session:
        re_enrol(session, household.enrolment, day)
    assert caught.value.key == "enrolment_still_open"
    with store.write("came_back") as session:
        _close(session, household.enrolment, day - timedelta(days=3))
        new = re_enrol(session, household.enrolment, day)
    with store.read() as session:
        enrolment, entries = get_enrolment(session, new), list_level_entries(session, new)
        groups = list_target_groups(session, new)
    assert (enrolment.ordinal, enrolment.started_on, enrolment.mentor_name) == (2, day, "Moa")
    assert (enrolment.referral.source, enrolment.referral.reason_text) == (ReferralSource.KAA, "Ensam hemma")
    assert enrolment.criteria == ("isolation",)
    assert [(one.target_group, one.from_date) for one in groups] == [("young_adults_16_29", day)]
    assert [(one.level_id, one.entered_on) for one in entries] == [(household.levels[0], day)]


def test_under_the_youth_duty_alone_sensitive_things_stay_behind(store: Store, household: Any, day: date) -> None:
    with store.write("programme_added") as session:
        duty = add_programme(session, "KAA", get_ladder("free"), legal_profile=LegalProfile.KAA)
        change_referral(session, household.enrolment, referrer_type="school", reason_text="Bråk hemma")
        change_enrolment(session, household.enrolment, criteria=("neither", "isolation"))
        _close(session, household.enrolment, day)
        new = re_enrol(session, household.enrolment, day, programme_id=duty)
    with store.read() as session:
        enrolment = get_enrolment(session, new)
    assert (enrolment.criteria, enrolment.referral.reason_text) == (("neither",), "")
    assert enrolment.referral.source is ReferralSource.SCHOOL


def test_a_programme_without_levels_takes_people_back_too(store: Store, household: Any, day: date) -> None:
    from dataclasses import replace

    with store.write("programme_added") as session:
        plain = add_programme(session, "Utan trappa", replace(get_ladder("free"), levels=()))
        _close(session, household.enrolment, day)
        new = re_enrol(session, household.enrolment, day, programme_id=plain)
    with store.read() as session:
        assert list_level_entries(session, new) == ()
        assert list_target_groups(session, new) == ()


def test_a_referral_given_at_the_start_is_checked_as_later(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError), store.write("enrolled") as session:
        add_enrolment(
            session,
            add_mentee(session, "Cleo"),
            household.programme,
            started_on=day,
            referral=Referral(on=day + timedelta(days=1)),
        )
