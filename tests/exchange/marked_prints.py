"""All prints of a marked mentee for all who could ask, in every state of consent: what is on the paper, what may be."""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from sqlalchemy import delete

from mentorapp.domain.consents import ConsentKind, Direction
from mentorapp.domain.errors import MentorError
from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.meetings import Attended
from mentorapp.domain.reminder_sheet import REMINDER
from mentorapp.domain.sharing import Audience, Block, InfoClass
from mentorapp.domain.study_talk_sheet import STUDY_TALK
from mentorapp.exchange import prints
from mentorapp.exchange.addressees import IN_SUPERVISION, To
from mentorapp.exchange.orders import KINDS, Kind, Order
from mentorapp.language import Texts
from mentorapp.printing import files
from mentorapp.store.meetings import set_attended
from mentorapp.store.store import Store
from mentorapp.store.tables.consents import ConsentRow
from tests.exchange.marked_case import MarkedCase
from tests.exchange.marked_rules import THE_MENTEE, Asker

C = InfoClass
SV = Texts("sv")


@dataclass(frozen=True)
class State:
    """What the mentee has agreed to. `holds` says whether any of it does on the day of the print and of the meeting."""

    name: str
    scope: frozenset[InfoClass]
    holds: bool = True
    first: int = -30
    last: int = 90
    withdrawn: bool = False
    wrong: bool = False
    direction: Direction = Direction.GIVE
    kind: ConsentKind = ConsentKind.SECRECY

    @property
    def agreed(self) -> frozenset[InfoClass]:
        return self.scope if self.holds else frozenset()


ALL = frozenset(C)
STATES = (
    State("none", frozenset()),
    *(State(f"only {one.value}", frozenset({one})) for one in C),
    State("expired", ALL, holds=False, last=-1),
    State("not yet", ALL, holds=False, first=1),
    State("today but not at the meeting", ALL, holds=False, last=8),
    State("at the meeting but not today", ALL, holds=False, first=9),
    State("withdrawn", ALL, holds=False, withdrawn=True),
    State("wrong recipient", ALL, holds=False, wrong=True),
    State("to fetch", ALL, holds=False, direction=Direction.RECEIVE),
    State("registration", ALL, holds=False, kind=ConsentKind.REGISTRATION),
    State("contact afterwards", ALL, holds=False, kind=ConsentKind.CONTACT_AFTER_CLOSURE),
    State("all", ALL),
)
"""In every state all classes are in the scope, also those that the program would never offer."""


def set_state(store: Store, case: MarkedCase, asker: Asker, state: State, day: date) -> None:
    with store.write("filled") as db:
        db.execute(delete(ConsentRow).where(ConsentRow.mentee_id == case.mentee, ConsentRow.id.not_in(case.consents)))
        if asker.audience in case.contacts and state.scope:
            db.add(_consent(case, asker.audience, state, day))


def _consent(case: MarkedCase, audience: Audience, state: State, day: date) -> ConsentRow:
    who = next(one for one in case.contacts if one is not audience) if state.wrong else audience
    return ConsentRow(
        mentee_id=case.mentee, recipient_contact_id=case.contacts[who], audience=audience, kind=state.kind,
        scope=tuple(one.value for one in sorted(state.scope)), direction=state.direction, purpose="x",
        valid_from=day + timedelta(days=state.first), valid_to=day + timedelta(days=state.last),
        withdrawn_at=datetime(2026, 11, 24, tzinfo=UTC) if state.withdrawn else None,
    )  # fmt: skip


def agree_with_all(store: Store, case: MarkedCase, day: date) -> None:
    """Everything to everybody, for as long as a consent can be."""
    with store.write("filled") as db:
        db.add_all(_consent(case, audience, STATES[-1], day) for audience in case.contacts)


def who_came(store: Store, case: MarkedCase, *askers: Asker) -> None:
    """To the meeting, besides the mentee: the protocol is for those who were there, and for nobody else."""
    with store.write("filled") as db:
        for audience, invitee in case.invitees.items():
            came = any(one.audience is audience for one in askers)
            set_attended(db, invitee, Attended.CAME if came else Attended.CAME_NOT)


def _of_consents(asked: object) -> bool:
    """What is read of consents themselves; a handover lists them."""
    return asked in ("list_consents", "read_common") or getattr(asked, "template", "") == HANDOVER.code


_WORD = re.compile(r"Zqx\d{4}w")


class Press:
    """Draws each different paper once, in each of its readings: what `release()` let through is what is drawn, so equal
    sheets are one paper. And it reads and gathers once for each who asks, since nothing but the release depends on
    consents: in the last state all is read again, and what is not the same is in `changed`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._papers: dict[str, bytes] = {}
        self._words: dict[bytes, frozenset[str]] = {}
        self._easy: dict[bytes, bytes] = {}
        self._read: dict[Any, Any] = {}
        self.changed: list[str] = []
        self.looks_again = False
        self.drawn = 0

    def kinds(self) -> Mapping[str, Kind]:
        return {
            code: replace(kind, draw=self._draw(code, kind), gather=self._gather(kind)) for code, kind in KINDS.items()
        }

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(prints, "KINDS", self.kinds())
        for name in ("get_mentee", "addressee_of", "read_common", "next_number", "list_consents"):
            monkeypatch.setattr(prints, name, self._once(name, getattr(prints, name)))
        monkeypatch.setattr(files, "page_count", cache(files.page_count))

    def forget(self, *, consents_only: bool = False) -> None:
        """Somebody else asks, and who was at a meeting is another; or consents are others."""
        self._read = {key: value for key, value in self._read.items() if consents_only and not _of_consents(key[0])}

    def _once(self, name: str, read: Callable[..., Any]) -> Callable[..., Any]:
        return lambda session, *asked: self._seen((name, *asked), lambda: read(session, *asked))

    def _gather(self, kind: Kind) -> Callable[..., Any]:
        def gather(session: Any, order: Order, texts: Texts) -> Any:
            plain = replace(order, easy=None, ticks=frozenset())
            key, is_theirs = (plain, texts.language), order.to.contact_id is None
            if key in self._read and not is_theirs and kind.template.audiences == {Audience.MENTEE}:
                return self._read[key]
            return self._seen(key, lambda: kind.gather(session, order, texts))

        return gather

    def _seen(self, key: Any, read: Callable[[], Any]) -> Any:
        if key not in self._read or self.looks_again:
            found = read()
            if self._read.setdefault(key, found) != found:
                self.changed.append(getattr(key[0], "template", key[0]))
        return self._read[key]

    def _draw(self, code: str, kind: Kind) -> Callable[..., bytes]:
        def draw(released: Any, texts: Texts, _easy: bool, number: str, day: date) -> bytes:
            if not {one.audience for one in released.recipients} <= kind.template.audiences:
                assert not list(blocks(released.sheet))
                return _EMPTY
            key = repr((code, texts.language, released.sheet))
            if key not in self._papers:
                paper = self._papers[key] = kind.draw(released, texts, False, number, day)
                if kind.has_easy:
                    self._easy[paper] = kind.draw(released, texts, True, number, day)
                self.drawn += 1 + kind.has_easy
            return self._papers[key]

        return draw

    def marks(self, pdf: bytes) -> frozenset[str]:
        """Of a paper in all its readings."""
        if pdf not in self._words:
            readings = [pdf, *([self._easy[pdf]] if pdf in self._easy else [])]
            self._words[pdf] = frozenset(word for one in readings for word in _WORD.findall(self.words(one)))
        return self._words[pdf]

    def words(self, pdf: bytes) -> str:
        """The text of the pages, and every string in the file: titles, descriptions of pictures, metadata."""
        file = self._folder / "print.pdf"
        file.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
        with pikepdf.open(BytesIO(pdf)) as opened:
            return done.stdout + " ".join(_strings(opened))


def _empty() -> bytes:
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


_EMPTY = _empty()


def _strings(opened: pikepdf.Pdf) -> Iterator[str]:
    for one in opened.objects:
        if isinstance(one, pikepdf.Stream):
            if one.get("/Type") == "/Metadata":
                yield one.read_bytes().decode("utf-8", "replace")
            continue
        if isinstance(one, pikepdf.Dictionary):
            yield from (str(value) for value in one.values() if isinstance(value, pikepdf.String))
    yield from (str(value) for value in (opened.trailer.get("/Info") or {}).values())


def blocks(value: object) -> Iterator[Block]:
    """Every block of a sheet, however deep."""
    if isinstance(value, Block):
        yield value
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from blocks(getattr(value, one.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from blocks(each)


def orders(
    store: Store, case: MarkedCase, code: str, asker: Asker, texts: Texts = SV, most: int | None = None
) -> list[Order]:
    """The orders that can be made of a kind of print for one who asks; empty where it is about nothing we have. Without
    `most` the mentee gets one about everything that it can be about, others about two of each."""
    found: dict[UUID | None, Order] = {}
    most = most or (len(case.abouts) + 1 if asker == THE_MENTEE else 2)
    for about in (None, *case.abouts):
        order = Order(mentee_id=case.mentee, template=code, to=to_whom(case, asker), about=about)
        try:
            with store.read() as db:
                sheet = KINDS[code].gather(db, order, texts)
        except (TypeError, MentorError, LookupError):
            continue
        items = frozenset(one.item for one in blocks(sheet) if one.item)
        found[about] = replace(order, items=items)
        if (about is None and code not in OF_MANY) or len(found) == most:
            break
    return list(found.values())


OF_MANY = frozenset({FILLED.code, STUDY_TALK.code, REMINDER.code})
"""Prints about the newest or the next of something, that can be about each of them."""


def to_whom(case: MarkedCase, asker: Asker) -> To:
    if asker == THE_MENTEE:
        return To(meeting_id=case.meeting)
    if asker.audience is Audience.SUPERVISION:
        return IN_SUPERVISION
    return To(
        contact_id=case.contacts[asker.audience],
        meeting_id=case.meeting,
        invitee_id=None if asker.internal else case.invitees[asker.audience],
        internal=asker.internal,
    )


def made(store: Store, order: Order, *, ticked: bool, texts: Texts = SV) -> bytes:
    """The paper through the only door, with all or nothing ticked."""
    ticks, items = (ALL, order.items) if ticked else (frozenset[InfoClass](), frozenset[str]())
    return prints.preview(store, replace(order, easy=False, ticks=ticks, items=items), texts=texts).pdf
