"""Gathers the record of a disposal (P17): rule, how many of each kind, when and by whom it was decided; no names."""

from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.record_sheet import FactBlock, PartBlock, RecordSheet, RowBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import Texts, full_date

from .disclosures import list_disposals
from .sheet_parts import mentor_block

_C = InfoClass.PRESENCE


def gather_disposal(session: Session, disposal_id: UUID, *, texts: Texts) -> RecordSheet:
    """NotFoundError when there is no such disposal."""
    found = next((one for one in list_disposals(session) if one.id == disposal_id), None)
    if found is None:
        raise NotFoundError("disposal_unknown")
    rule = texts(f"record.rule_{found.rule}") if texts.has(f"record.rule_{found.rule}") else found.rule
    pairs = [
        (texts("record.disposed_on"), full_date(texts, found.disposed_on)),
        (texts("record.rule"), rule),
        (texts("record.persons"), str(found.persons)),
        (texts("record.decided_by"), found.decided_by),
    ]
    facts = tuple(FactBlock(info_class=_C, label=label, value=value) for label, value in pairs if value)
    rows = tuple(RowBlock(info_class=_C, cells=(_kind(name, texts), str(count))) for name, count in found.counts)
    return RecordSheet(
        person=None,
        mentor=mentor_block(session),
        lead=None,
        parts=(
            PartBlock(info_class=_C, heading=texts("record.decision"), facts=facts),
            PartBlock(
                info_class=_C,
                heading=texts("record.disposed"),
                columns=(texts("record.column_kind"), texts("record.column_all")),
                shares=(0.85, 0.15),
                rows=rows,
            ),
        ),
    )


def _kind(table: str, texts: Texts) -> str:
    keys = (f"record.kind_{table}", f"extract.table_{table}")
    return next((texts(key) for key in keys if texts.has(key)), table)
