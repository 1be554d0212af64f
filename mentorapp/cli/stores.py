"""Verbs on a whole store: made new, filled with sample people, checked, given a new passphrase, recovered."""

import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from mentorapp.domain.calendar import Clock, SystemClock
from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.language import Texts
from mentorapp.sample import SIZES, DayClock, fill_sample, fill_size
from mentorapp.store import cipher
from mentorapp.store.files import beside, discard
from mentorapp.store.occupancy import lock_path
from mentorapp.store.opening import OpenStore, create_store, open_store, recover_store
from mentorapp.store.passphrases import Strength, strength
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from mentorapp.store.tables.closing import AfterSupportRow, ClosureRow, OutcomeCheckRow
from mentorapp.store.tables.consents import AccessRequestRow, CheckInRow, ConsentRow, DisclosureRow, DisposalRow
from mentorapp.store.tables.enrolments import EnrolmentRow, LevelEntryRow, PauseRow, TargetGroupPeriodRow
from mentorapp.store.tables.groups import GroupActivityRow, GroupMeetingRow
from mentorapp.store.tables.lists import DeclineRow, ListWordRow, OutreachEffortRow
from mentorapp.store.tables.mapping import MappingAnswerRow, MappingRow, VocationalProfileRow
from mentorapp.store.tables.meetings import MeetingRow
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.milestones import AttachmentRow, MilestoneRow, RoutineItemRow, SafetyQuestionRow
from mentorapp.store.tables.network import ContactRow, NetworkLinkRow, OrganisationRow
from mentorapp.store.tables.occupation import OccupationPeriodRow, YouthDutyRow
from mentorapp.store.tables.own import PrintLogRow
from mentorapp.store.tables.plans import CommitmentRow, GoalRow, PlanRow, StepRow
from mentorapp.store.tables.private import PrivateNoteRow
from mentorapp.store.tables.programmes import LevelRow, ProgrammeRow
from mentorapp.store.tables.scales import ExternalMeasurementRow, ScaleDefinitionRow, ScaleResponseRow
from mentorapp.store.tables.sessions import NoteSegmentRow, SessionRow
from mentorapp.store.tables.studies import EducationSupportRow, StudyConferenceRow, StudyDateRow
from mentorapp.store.tables.support import IncomePeriodRow, ObstacleRow, ParallelInterventionRow
from mentorapp.store.tables.workplaces import (
    AdaptationRow,
    PlacementRow,
    SeStageRow,
    SupportIntensityRow,
    WorkplaceFollowUpRow,
    WorkplaceRow,
)
from mentorapp.store.vault import header_path, previous_header_path

from .asking import Asking
from .output import check_place, complain, say, write_pdf
from .sheets import recovery_sheet

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = (date(2000, 1, 1), date(2100, 12, 31))
COUNTED: tuple[type[Table], ...] = (
    ProgrammeRow, LevelRow, ListWordRow, MenteeRow, OccupationPeriodRow, YouthDutyRow, EnrolmentRow, LevelEntryRow,
    PauseRow, TargetGroupPeriodRow, MappingRow, MappingAnswerRow, VocationalProfileRow, PlanRow, GoalRow, StepRow,
    CommitmentRow, SessionRow, NoteSegmentRow, PrivateNoteRow, GroupActivityRow, GroupMeetingRow, OrganisationRow,
    ContactRow, NetworkLinkRow, ObstacleRow, ParallelInterventionRow, IncomePeriodRow, EducationSupportRow,
    StudyDateRow, StudyConferenceRow, WorkplaceRow, PlacementRow, AdaptationRow, SupportIntensityRow,
    WorkplaceFollowUpRow, SeStageRow, ScaleDefinitionRow, ScaleResponseRow, ExternalMeasurementRow,
    MilestoneRow, RoutineItemRow, SafetyQuestionRow, AttachmentRow, ClosureRow, AfterSupportRow, OutcomeCheckRow,
    DeclineRow, OutreachEffortRow, ConsentRow, MeetingRow, CheckInRow, DisclosureRow, AccessRequestRow, DisposalRow,
    PrintLogRow,
)  # fmt: skip


def new_(asked: Namespace, texts: Texts) -> None:
    """An empty store, and its recovery sheet where one is asked for."""
    path, sheet = Path(asked.store), Path(asked.recovery_out) if asked.recovery_out else None
    if sheet is not None:
        check_place(sheet, path, replace=asked.force)
    passphrase = Asking(asked.passphrase_file, texts).first_passphrase()
    with _made(path, passphrase, SystemClock()) as opened:
        if sheet is not None:
            write_pdf(sheet, path, recovery_sheet(opened, texts), replace=asked.force)
    say(texts("cli.made", place=path.name))
    if sheet is None:
        say(texts("cli.sheet_to_print"))
    else:
        say(texts("cli.sheet_saved", place=sheet.name))
    _remark_on(passphrase, texts)


def demo_(asked: Namespace, texts: Texts) -> None:
    """A store with the sample people, or with generated ones of a size."""
    clock: Clock = SystemClock() if asked.day is None else DayClock(_day(asked.day))
    if asked.size is not None and asked.size.upper() not in SIZES:
        raise InputError("size", "size_unknown", sizes=", ".join(SIZES))
    path = Path(asked.store)
    passphrase = Asking(asked.passphrase_file, texts).first_passphrase()
    with _made(path, passphrase, clock) as opened:
        if asked.size is None:
            fill_sample(opened.store, clock.today())
        else:
            fill_size(opened.store, asked.size.upper())
    say(texts("cli.demo_made", place=path.name))


def check_(asked: Namespace, texts: Texts) -> None:
    """Reads every page and every row that points to another, and counts what there is."""
    with _opened(asked, texts) as opened:
        with opened.store.raw() as connection:
            findings = cipher.integrity(connection)
        if findings:
            raise WorldFault("store_findings", count=len(findings))
        for label, count in _counts(opened.store, texts):
            say(f"{label:<22}{count:>9}")
    say("ok")


def passphrase_(asked: Namespace, texts: Texts) -> None:
    """Another passphrase; the recovery sheet stays as it is."""
    asking = Asking(asked.passphrase_file, texts)
    with _opened(asked, texts, asking) as opened:
        wanted = asking.new_passphrase()
        opened.change_passphrase(wanted)
    say(texts("cli.passphrase_changed"))
    _remark_on(wanted, texts)


def recover_(asked: Namespace, texts: Texts) -> None:
    """In with the recovery sheet; the header is written anew."""
    path = Path(asked.store)
    cipher.refuse_what_is_no_store(path)
    asking = Asking(asked.passphrase_file, texts)
    sheet, wanted = asking.sheet(), asking.new_passphrase()
    recover_store(path, sheet, wanted).close()
    say(texts("cli.recovered"))
    _remark_on(wanted, texts)


def _counts(store: Store, texts: Texts) -> Iterator[tuple[str, int]]:
    with store.read() as session:
        for table in COUNTED:
            name = table.__tablename__
            yield texts(f"cli.count_{name}"), session.scalar(select(func.count()).select_from(table)) or 0


def _day(typed: str) -> date:
    try:
        day = date.fromisoformat(typed) if _DAY.fullmatch(typed) else None
    except ValueError:
        day = None
    if day is None or not _DAYS[0] <= day <= _DAYS[1]:
        raise InputError("day", "day_unreadable", first=_DAYS[0], last=_DAYS[1])
    return day


def _remark_on(passphrase: str, texts: Texts) -> None:
    if strength(passphrase) is Strength.WEAK:
        complain(texts("cli.passphrase_weak"))


@contextmanager
def _opened(asked: Namespace, texts: Texts, asking: Asking | None = None) -> Iterator[OpenStore]:
    path = Path(asked.store)
    cipher.refuse_what_is_no_store(path)
    opened = open_store(path, (asking or Asking(asked.passphrase_file, texts)).passphrase())
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def _made(path: Path, passphrase: str, clock: Clock) -> Iterator[OpenStore]:
    """A new store; what goes wrong before all is done takes away again what this made, and nothing else."""
    opened = create_store(path, passphrase, clock=clock)
    try:
        yield opened
    except BaseException:
        try:
            opened.close()
        finally:
            _take_away(path)
        raise
    opened.close()


def _take_away(path: Path) -> None:
    discard(path)
    for file in (header_path(path), previous_header_path(path), lock_path(path), beside(path, ".part")):
        file.unlink(missing_ok=True)
