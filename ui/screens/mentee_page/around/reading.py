"""Everything that only this tab shows, read in one go as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.livelihood import IncomeGap, gap_now, income_gaps
from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.responsibility import NobodyResponsible, nobody_responsible
from mentorapp.domain.routines import Attachment, Checklist, RoutineEntry
from mentorapp.domain.support import IncomePeriod, InterventionKind, ParallelIntervention
from mentorapp.store.address_book import contacts_by_id
from mentorapp.store.attachments import list_attachments
from mentorapp.store.incomes import list_incomes
from mentorapp.store.interventions import list_interventions
from mentorapp.store.routines import list_routine

from ..reading import Person

CHECKLISTS = (Checklist.GUIDANCE, Checklist.DOCUMENTS, Checklist.NPF_FOLLOW_ON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """`names` are the contacts that interventions refer to; `said` are the words of promises that are still open."""

    interventions: tuple[ParallelIntervention, ...]
    incomes: tuple[IncomePeriod, ...]
    gap: IncomeGap | None
    nobody: tuple[NobodyResponsible, ...]
    checklists: tuple[tuple[Checklist, tuple[RoutineEntry, ...]], ...]
    files: tuple[Attachment, ...]
    names: Mapping[UUID, str]
    said: frozenset[str]


def read_around(session: Session, person: Person) -> Around:
    """Without what the youth duty keeps hidden."""
    mentee_id, hidden = person.mentee.id, person.hidden
    interventions = tuple(i for i in list_interventions(session, mentee_id) if i.info_class not in hidden)
    incomes = () if "INCOME" in hidden else list_incomes(session, mentee_id)
    people = {key for one in interventions for key in (one.contact_id, one.receiver_contact_id) if key}
    checklists = [(kind, list_routine(session, mentee_id, kind)) for kind in CHECKLISTS]
    return Around(
        interventions=interventions,
        incomes=incomes,
        gap=gap_now(income_gaps(incomes, date.min, person.today), person.today),
        nobody=nobody_responsible(interventions, person.today),
        checklists=tuple((kind, _shown(entries, person)) for kind, entries in checklists),
        files=tuple(one for one in list_attachments(session, mentee_id) if one.info_class not in hidden),
        names={key: contact.name for key, contact in contacts_by_id(session, people).items()},
        said=frozenset(p.what for p in person.promises if p.state is CommitmentState.OPEN),
    )


def _shown(entries: tuple[RoutineEntry, ...], person: Person) -> tuple[RoutineEntry, ...]:
    return tuple(entry for entry in entries if entry.info_class not in person.hidden)


def has_assessment(around: Around) -> bool:
    """Whether there is an assessment, so that what it opens is asked about (I26)."""
    return any(one.kind is InterventionKind.NPF_ASSESSMENT for one in around.interventions)
