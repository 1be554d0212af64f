"""The pack of a meeting: every party's papers in their order, made one after another, printed as one job."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.meetings import PROTOCOL_KEY
from mentorapp.domain.prints import DeliveredHow
from mentorapp.language import Texts
from mentorapp.store.mentees import get_mentee
from mentorapp.store.store import Store

from .addressees import To
from .meeting_parties import PROTOCOL, InvitedParty, MeetingCase, read_case
from .orders import KINDS, Order
from .prints import MadePrint, log_prints, preview


@dataclass(frozen=True, slots=True)
class PackPart:
    """The papers of one party, or the protocol; `party` is None there."""

    key: str
    party: InvitedParty | None
    papers: tuple[MadePrint, ...]

    @property
    def pages(self) -> int:
        return sum(one.pages for one in self.papers)


@dataclass(frozen=True, slots=True)
class Pack:
    meeting_id: UUID
    case: MeetingCase
    parts: tuple[PackPart, ...]
    file_name: str

    @property
    def papers(self) -> tuple[MadePrint, ...]:
        return tuple(paper for part in self.parts for paper in part.papers)

    @property
    def pages(self) -> int:
        return sum(one.pages for one in self.papers)


class PackStoppedError(Exception):
    """Somebody pressed *Avbryt* while the pack was being made."""


def make_pack(
    store: Store,
    meeting_id: UUID,
    *,
    texts: Texts,
    on_part: Callable[[int, int], object] = lambda _made, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Pack:
    """All papers; `on_part(made, all)` is told after each party, from the first on. PackStoppedError when stopped."""
    from mentorapp.printing.files import file_name

    with store.read() as session:
        case = read_case(session, meeting_id, texts)
        alias = get_mentee(session, case.meeting.mentee_id).display_alias
    wanted: list[tuple[str, InvitedParty | None, tuple[Order, ...]]] = [
        (party.key, party, party.orders) for party in case.parties
    ]
    if PROTOCOL in KINDS:
        to = To(meeting_id=meeting_id)
        wanted.append((PROTOCOL_KEY, None, (Order(mentee_id=case.meeting.mentee_id, template=PROTOCOL, to=to),)))
    parts: list[PackPart] = []
    for key, party, orders in wanted:
        made = sum(len(part.papers) for part in parts)
        papers: list[MadePrint] = []
        for order in orders:
            if stopped():
                raise PackStoppedError
            papers.append(preview(store, order, texts=texts, ahead=made + len(papers)))
        parts.append(PackPart(key, party, tuple(papers)))
        on_part(len(parts), len(wanted))
    named = file_name(alias, texts("exchange.pack"), case.meeting.event_date)
    return Pack(meeting_id, case, tuple(parts), named)


def one_job(papers: Iterable[MadePrint]) -> bytes:
    """The papers after one another in one PDF for the printer; each keeps the page numbers of its own."""
    from mentorapp.printing.files import joined

    return joined([paper.pdf for paper in papers])


def log_pack(store: Store, pack: Pack, how: DeliveredHow) -> None:
    """Every paper under its number, whole or not at all. MentorError `print_number_taken` when another print came
    between: then the pack has to be made anew."""
    log_prints(store, pack.papers, how)
