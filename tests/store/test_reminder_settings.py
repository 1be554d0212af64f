"""Rules of Idag and what is put away: stored, undone, coming back on its day."""

from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.reminder_rules import SHIPPED, Rule, RuleSetting
from mentorapp.store.reminder_settings import change_rule, get_rules
from mentorapp.store.snoozes import list_put_away, put_away, take_up_again
from mentorapp.store.store import Store


def test_rules_are_as_shipped_until_they_are_changed(store: Store) -> None:
    with store.write("setting_changed") as session:
        assert get_rules(session) == SHIPPED
        change_rule(session, Rule.LEAVES_YOUTH_DUTY, days=(20, 200, 100))
        change_rule(session, Rule.MOVED, on=False)
        change_rule(session, Rule.MOVED, days=(4,))
        rules = get_rules(session)
    assert rules[Rule.LEAVES_YOUTH_DUTY] == RuleSetting((200, 100, 20))
    assert rules[Rule.MOVED] == RuleSetting((4,), on=False)
    store.undo()
    with store.read() as session:
        assert get_rules(session) == SHIPPED


def test_days_outside_two_years_or_too_many_are_refused(store: Store) -> None:
    with store.write("setting_changed") as session:
        with pytest.raises(InputError):
            change_rule(session, Rule.MOVED, days=(731,))
        for days in ((3, 4), ()):
            with pytest.raises(InputError):
                change_rule(session, Rule.MOVED, days=days)
        for wrong in ((), (7, 6, 5, 4, 3, 2, 1)):
            with pytest.raises(InputError):
                change_rule(session, Rule.LEAVES_YOUTH_DUTY, days=wrong)
        with pytest.raises(TypeError):
            change_rule(session, Rule.CONTACT_LEFT, days=(1,))
        change_rule(session, Rule.LEAVES_YOUTH_DUTY, days=(90, 90, 30, 7))
        assert get_rules(session)[Rule.LEAVES_YOUTH_DUTY].days == (90, 30, 7)


def test_what_is_put_away_comes_back_on_its_day(store: Store, household: Any, day: date, clock: Any) -> None:
    with store.write("put_away") as session:
        put_away(session, household.mentee, "review", "a", until=day + timedelta(days=2), reason="Vill vänta")
        put_away(session, None, "review", "b", until=None)
        assert {one.subject for one in list_put_away(session)} == {"a", "b"}
    clock.pass_days(2)
    with store.read() as session:
        assert {one.subject for one in list_put_away(session)} == {"b"}


def test_the_same_occasion_put_away_twice_is_one(store: Store, household: Any, day: date) -> None:
    with store.write("put_away") as session:
        first = put_away(session, household.mentee, "review", "a", until=day + timedelta(days=2))
        again = put_away(session, household.mentee, "review", "a", until=None, reason="Klart")
        assert first == again
        (one,) = list_put_away(session)
        assert (one.until, one.reason) == (None, "Klart")
        with pytest.raises(InputError):
            put_away(session, household.mentee, "review", "a", until=day)
        take_up_again(session, first)
        assert list_put_away(session) == ()
