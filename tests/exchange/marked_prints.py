"""All prints of a marked mentee for all who could ask, in every state of consent: what is on the paper, what may be."""

import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
from sqlalchemy import delete

from mentorapp.domain.consents import ConsentKind, Direction
from mentorapp.domain.errors import MentorError
from mentorapp.domain.sharing import Audience, Block, InfoClass
from mentorapp.exchange import prints
from mentorapp.exchange.addressees import IN_SUPERVISION, To
from mentorapp.exchange.orders import KINDS, Kind, Order
from mentorapp.language import Texts
from mentorapp.store.store import Store
from mentorapp.store.tables.consents import ConsentRow
from tests.domain.secrecy_rules import cell
from tests.exchange.marked_case import Mark, MarkedCase

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


ALL = frozenset(C)
STATES = (
    State("none", frozenset()),
    *(State(f"only {one.value}", frozenset({one})) for one in C),
    State("all", ALL),
    State("expired", ALL, holds=False, last=-1),
    State("not yet", ALL, holds=False, first=1),
    State("today but not at the meeting", ALL, holds=False, last=8),
    State("at the meeting but not today", ALL, holds=False, first=9),
    State("withdrawn", ALL, holds=False, withdrawn=True),
    State("wrong recipient", ALL, holds=False, wrong=True),
    State("to fetch", ALL, holds=False, direction=Direction.RECEIVE),
    State("registration", ALL, holds=False, kind=ConsentKind.REGISTRATION),
    State("contact afterwards", ALL, holds=False, kind=ConsentKind.CONTACT_AFTER_CLOSURE),
)
"""In every state all classes are in the scope, also those that the program would never offer."""


def set_state(store: Store, case: MarkedCase, audience: Audience, state: State, day: date) -> None:
    with store.write("filled") as db:
        db.execute(delete(ConsentRow).where(ConsentRow.mentee_id == case.mentee, ConsentRow.id != case.consent))
        if audience in (Audience.MENTEE, Audience.SUPERVISION) or not state.scope:
            return
        who = next(one for one in case.contacts if one is not audience) if state.wrong else audience
        db.add(ConsentRow(
            mentee_id=case.mentee, recipient_contact_id=case.contacts[who], audience=audience, kind=state.kind,
            scope=tuple(one.value for one in sorted(state.scope)), direction=state.direction, purpose="x",
            valid_from=day + timedelta(days=state.first), valid_to=day + timedelta(days=state.last),
            withdrawn_at=datetime(2026, 11, 24, tzinfo=UTC) if state.withdrawn else None,
        ))  # fmt: skip


class Press:
    """Draws each different paper once: what `release()` let through is what is drawn, so equal sheets are one paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words: dict[str, bytes] = {}
        self.drawn = 0

    def kinds(self) -> Mapping[str, Kind]:
        return {code: replace(kind, draw=self._draw(code, kind)) for code, kind in KINDS.items()}

    def _draw(self, code: str, kind: Kind) -> Callable[..., bytes]:
        def draw(released: Any, texts: Texts, easy: bool, number: str, day: date) -> bytes:
            if not {one.audience for one in released.recipients} <= kind.template.audiences:
                assert not list(blocks(released.sheet))
                return _EMPTY
            key = repr((code, texts.language, easy, released.sheet))
            if key not in self._words:
                self._words[key] = kind.draw(released, texts, easy, number, day)
                self.drawn += 1
            return self._words[key]

        return draw

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


def orders(store: Store, case: MarkedCase, code: str, audience: Audience) -> list[Order]:
    """The orders that can be made of a kind of print for one who asks; empty where it is about nothing we have."""
    to = _to(code, case, audience)
    found = []
    for about in (None, case.activity, case.meeting, case.consent, *case.forms[:2]):
        order = Order(mentee_id=case.mentee, template=code, to=to, about=about)
        try:
            with store.read() as db:
                sheet = KINDS[code].gather(db, order, SV)
        except (TypeError, MentorError, LookupError):
            continue
        items = frozenset(one.item for one in blocks(sheet) if one.item)
        found.append(replace(order, items=items))
        if about is None:
            break
    return found


def _to(code: str, case: MarkedCase, audience: Audience) -> To:
    if audience is Audience.MENTEE:
        return To(meeting_id=case.meeting)
    if audience is Audience.SUPERVISION:
        return IN_SUPERVISION
    return To(contact_id=case.contacts[audience], meeting_id=case.meeting, invitee_id=case.invitees[audience])


NEVER = frozenset({"private_note", "disclosure", "meeting.wants_not_raised", "draft"})
"""What no paper holds, not even for whom asks for everything: notes for memory, and what D.4 and B.11 leave out.
Else whoever asks gets the program's own fields about them too."""


def allowed(case: MarkedCase, kind: Kind, audience: Audience, state: State, *, ticked: bool) -> set[str]:
    """By the table of the specification alone: the words that may be on such a paper."""
    return {word for word, mark in case.marks.items() if _may_be(case, kind, audience, state, mark, ticked)}


def _may_be(case: MarkedCase, kind: Kind, audience: Audience, state: State, mark: Mark, ticked: bool) -> bool:
    if audience not in kind.template.audiences or mark.owner not in (None, case.mentee):
        return False
    if mark.classes is None:
        return kind.template.access_request and mark.field.partition(".")[0] not in NEVER and mark.field not in NEVER
    if mark.field.startswith(OF_FORMS) and (kind.template.code == "P04" or audience is Audience.EMPLOYER):
        return kind.template.code == "P04" or (state.holds and C.WORK in state.scope and mark.classes <= OF_WORK)
    if mark.field in ALWAYS or _is_own_name(case, audience, mark):
        return True
    if mark.field in OF_A_MEETING and case.meeting in mark.about:
        return True
    return all(_class_may_be(case, kind, audience, state, mark, one, ticked) for one in mark.classes)


ALWAYS = frozenset({"mentor_profile.name", "mentor_profile.title", "mentor_profile.unit", "mentor_profile.phone"})
"""The mentor as prints name them."""
OF_FORMS = ("scale_item.", "scale_definition.")
OF_WORK = frozenset({C.WORK, C.RATING})
"""What a blank form asks is about nobody: it is for whoever is to fill it in. A filled one tells of work."""
OF_A_MEETING = frozenset({"meeting.place"})
"""When and where: for whoever is invited (B.4)."""

OWN_NAMES = frozenset({"contact.name", "organisation.name", "meeting_invitee.name", "meeting_invitee.role"})
"""What a recipient is called is no news to them."""


def _is_own_name(case: MarkedCase, audience: Audience, mark: Mark) -> bool:
    return mark.field in OWN_NAMES and bool(
        mark.about & {case.contacts.get(audience), case.organisations.get(audience)}
    )


def _class_may_be(
    case: MarkedCase, kind: Kind, audience: Audience, state: State, mark: Mark, info_class: InfoClass, ticked: bool
) -> bool:
    found = cell(audience, info_class)
    if found == "X" or (audience is Audience.SUPERVISION and info_class is C.ID):
        return False
    if audience is Audience.MENTEE:
        if found == "ar":
            return kind.template.access_request and ticked
        return ticked or (found == "A" and info_class not in kind.template.ticked)
    if found in ("A", "alias"):
        return True
    if found == "alias T":
        return ticked
    if "o" in found and not mark.about & _own(case, audience):
        return False
    if "w" in found and not mark.workplace_relevant and mark.field not in NAMES:
        return False
    return state.holds and info_class in state.scope and (ticked or not found.startswith("T"))


NAMES = frozenset(
    {"contact.name", "contact.title", "organisation.name", "meeting_invitee.name", "meeting_invitee.role"}
)
"""Who is at a meeting is known to everybody there."""


def _own(case: MarkedCase, audience: Audience) -> set[UUID | None]:
    places = {case.workplace} if audience is Audience.EMPLOYER else set[UUID | None]()
    return {case.meeting, case.organisations.get(audience), *places}


def made(
    store: Store, order: Order, *, ticked: bool, press: Press, texts: Texts = SV, easy: bool = False
) -> tuple[prints.MadePrint, str]:
    ticks, items = (ALL, order.items) if ticked else (frozenset[InfoClass](), frozenset[str]())
    wanted = replace(order, easy=easy, ticks=ticks, items=items)
    paper = prints.preview(store, wanted, texts=texts)
    return paper, press.words(paper.pdf)


def words_in(text: str, marks: Iterable[str]) -> set[str]:
    return {word for word in marks if word in text}
