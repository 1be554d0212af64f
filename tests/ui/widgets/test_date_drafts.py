"""A date on its way through a draft: in figures once it can be read, as typed until then."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtWidgets import QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.when_field import WhenField

TypeText = Callable[[QWidget, str], None]


@pytest.mark.parametrize(
    ("typed", "kept", "peeked"),
    [
        ("i morgon", "2026-11-26", date(2026, 11, 26)),
        ("1/12", "2026-12-01", date(2026, 12, 1)),
        ("31 nov", "31 nov", date(2026, 11, 25)),
        ("", "", None),
    ],
)
def test_a_date_is_kept_in_figures_before_the_field_is_left(
    theme: Theme,
    texts: Texts,
    clock: Clock,
    shown: Callable[..., QWidget],
    type_text: TypeText,
    typed: str,
    kept: str,
    peeked: date | None,
) -> None:
    field = DateField(theme, texts, clock, "Dag", date(2026, 11, 25), lean=Lean.AHEAD)
    shown(field)
    told: list[None] = []
    field.edited.connect(lambda: told.append(None))
    field.line.selectAll()
    if typed:
        type_text(field.line, typed)
    else:
        field.line.clear()
    assert field.draft() == kept
    assert field.peek() == peeked
    assert bool(told) == bool(typed)
    again = DateField(theme, texts, clock, "Dag", date(2026, 11, 25), lean=Lean.AHEAD)
    again.set_draft(kept)
    assert again.draft() == kept
    assert again.fault() == ""


def test_a_date_with_an_hour_keeps_both(
    theme: Theme, texts: Texts, clock: Clock, shown: Callable[..., QWidget], type_text: TypeText
) -> None:
    field = WhenField(theme, texts, clock, "När", lean=Lean.AHEAD)
    shown(field)
    type_text(field.line, "i morgon 10.30")
    assert field.draft() == "2026-11-26 10.30"
    assert (field.peek(), field.peek_at()) == (date(2026, 11, 26), time(10, 30))
    again = WhenField(theme, texts, clock, "När", lean=Lean.AHEAD)
    again.set_draft("2026-11-26 10.30")
    assert (again.day(), again.at()) == (date(2026, 11, 26), time(10, 30))
    assert again.draft() == "2026-11-26 10.30"
    again.line.setText("inget datum alls")
    assert (again.peek(), again.peek_at()) == (date(2026, 11, 26), time(10, 30))
