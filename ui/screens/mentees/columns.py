"""The columns of the list: what each says, draws and is sorted by."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt

from mentorapp.language import Texts
from mentorapp.language.names import sort_key
from ui.models.rows import Column, RowsModel
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.kind_icons import kind_icon
from ui.widgets.table_delegate import CARD_ROLE

from .attention import notices
from .words import DOT, Person, described, is_soon, last_words, next_words, stairs, step_words

NAME, PROGRAMME, STEP, LAST, NEXT, NOTICE = range(6)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_FAR = date.max


def people_model(texts: Texts) -> RowsModel[Person]:
    """Words and drawings are worked out when a row is painted: a list of thousands opens as quickly as one of ten."""
    columns = (
        _column(texts, "name", lambda p: p.line.full_name, lambda p: _name(texts, p)),
        _column(texts, "programme", lambda p: p.line.programme, lambda p: Cell(p.line.programme)),
        _column(texts, "step", lambda p: step_words(texts, p), lambda p: _step(texts, p), _by_step),
        _column(texts, "last", lambda p: last_words(texts, p), lambda p: _last(texts, p), _by_last),
        _column(texts, "next", lambda p: next_words(texts, p), lambda p: _next(texts, p), _by_next),
        _column(texts, "notice", lambda p: _notice_words(texts, p), lambda p: _notice(texts, p), _by_notice(texts)),
    )
    return RowsModel[Person](columns, lambda p: p.line.mentee_id.int, {CARD_ROLE: lambda p: _card(texts, p)})


def _column(
    texts: Texts,
    name: str,
    text: Callable[[Person], str],
    cell: Callable[[Person], Cell],
    order: Callable[[Person], Any] | None = None,
) -> Column[Person]:
    """Rows that are equal in a column stand by name."""
    by_text = order or (lambda p: sort_key(text(p)))
    return Column(
        texts(f"mentees.column_{name}"),
        text,
        {CELL_ROLE: cell, _TIP: text},
        lambda p: (by_text(p), sort_key(p.line.full_name)),
    )


def _name(texts: Texts, person: Person) -> Cell:
    name = person.line.full_name
    return Cell(name, described(texts, person), bold=True, letter=name[:1].upper())


def _step(texts: Texts, person: Person) -> Cell:
    return Cell(step_words(texts, person), stairs=stairs(person.line))


def _last(texts: Texts, person: Person) -> Cell:
    kind = person.line.last_contact_kind
    return Cell(last_words(texts, person), icon=kind_icon(kind) if kind else "", quiet=kind is None)


def _next(texts: Texts, person: Person) -> Cell:
    return Cell(next_words(texts, person), bold=is_soon(person), quiet=person.line.next_on is None)


def _notice(texts: Texts, person: Person) -> Cell:
    found = notices(texts, person)
    return Cell(chip=found[0]) if found else Cell()


def _notice_words(texts: Texts, person: Person) -> str:
    return DOT.join(look.text for look in notices(texts, person))


def _card(texts: Texts, person: Person) -> Cell:
    """A person on two lines, for a narrow window."""
    name = person.line.full_name
    second = f"{last_words(texts, person)}{DOT}{next_words(texts, person)}"
    return Cell(name, second, bold=True, letter=name[:1].upper(), stairs=stairs(person.line))


def _by_step(person: Person) -> tuple[int, date]:
    place = person.line.place
    return place.order or 0, place.since or _FAR


def _by_last(person: Person) -> int:
    """The latest first; nobody yet last."""
    last = person.line.last_contact_on
    return -last.toordinal() if last else 0


def _by_next(person: Person) -> tuple[date, time]:
    return person.line.next_on or _FAR, person.line.next_at or time.min


def _by_notice(texts: Texts) -> Callable[[Person], tuple[bool, str]]:
    """Those with something to think of first."""

    def order(person: Person) -> tuple[bool, str]:
        words = _notice_words(texts, person)
        return not words, sort_key(words)

    return order
