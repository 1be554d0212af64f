"""A caseworker's month in the preview: who is on it, which month, and that it is logged with everybody who is."""

from datetime import date
from typing import Any

import pytest

from mentorapp.exchange.addressees import To
from mentorapp.store.print_log import list_prints, list_prints_with
from mentorapp.store.store import Store
from tests.exchange.test_month_papers import Month
from ui.requests import PrintRequest


@pytest.fixture
def month(store: Store, day: date) -> Month:
    return Month(store, day)


def opened(look: Any, month: Month) -> Any:
    look.preview.open(PrintRequest(template="P12", to=To(contact_id=month.contact)))
    look.settle()
    return look.preview.own.month


def test_whoever_agreed_has_a_tick_and_the_rest_are_said_by_their_alias(look: Any, month: Month) -> None:
    card = opened(look, month)
    assert card.isVisible()
    assert set(card._boxes) == {month.people["Birk"], month.people["Cleo"]}
    words = [label.text() for label in card.findChildren(type(look.preview._said))]
    assert not [one for one in words if "Dagny" in one]
    assert [one for one in words if "finns samtycke" in one]
    look.preview.print()
    look.bot.waitUntil(lambda: bool(look.desk.sent))
    look.settle()
    with look.store.read() as session:
        (logged,) = list_prints(session, None)
        assert logged.template == "P12"
        assert list_prints_with(session, month.people["Birk"]) == (logged,)
        assert list_prints_with(session, month.people["Dagny"]) == ()


def test_one_can_be_left_out_and_without_anybody_there_is_no_paper(look: Any, month: Month) -> None:
    card = opened(look, month)
    card.box(month.people["Birk"]).click()
    look.settle()
    assert [key for key, _ in look.preview.made.subjects] == [month.people["Cleo"]]
    card.box(month.people["Cleo"]).click()
    assert not look.preview.print_button.isEnabled()
    assert card.why_not
    card.box(month.people["Birk"]).click()
    look.settle()
    assert [key for key, _ in look.preview.made.subjects] == [month.people["Birk"]]


def test_another_month_is_another_paper(look: Any, month: Month) -> None:
    card = opened(look, month)
    before = look.preview.made.sha256
    card.month.box.setCurrentIndex(1)
    look.bot.waitUntil(lambda: look.preview.made is not None and look.preview.made.sha256 != before)
    assert (card.day.year, card.day.month) == (2026, 10)
