"""Gathers everything that is stored about somebody (P10, D.4). Private notes are not read here: their own review says
what becomes of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Table as SqlTable
from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.record_sheet import EntryBlock, FactBlock, PartBlock, RecordSheet, SentenceBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import Texts, full_date

from .disclosures import list_access_requests
from .enrolments import list_enrolments
from .erasure import rules_of_persons
from .extract_parts import NESTED, PARTS, PLACES, Column, Part
from .extract_words import Words
from .mentees import get_mentee
from .profile import get_profile
from .programmes import get_programme
from .sheet_parts import mentor_block, person_block
from .tables import Table
from .tables.own import PrintLogRow

Row = Mapping[str, Any]
_PLAN = InfoClass.PLAN


def gather_extract(session: Session, mentee_id: UUID, *, texts: Texts) -> RecordSheet:
    """The whole extract before release."""
    mentee = get_mentee(session, mentee_id)
    reading = _Reading(session, mentee, texts)
    return RecordSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        lead=SentenceBlock(info_class=_PLAN, text=texts("extract.lead")),
        parts=(_about(session, mentee, texts), *reading.parts(), _not_in(texts)),
    )


class _Reading:
    """All rows of a person by table, read once, and told part by part."""

    def __init__(self, session: Session, mentee: Mentee, texts: Texts) -> None:
        self._texts, self._mentee = texts, mentee
        self._words = Words(session, mentee.id, texts)
        self._rows = _rows_of(session, mentee.id)
        self._below: dict[UUID, list[tuple[Part, Row]]] = defaultdict(list)
        for part in PARTS:
            if part.table in NESTED:
                for row in self._rows.get(part.table, ()):
                    self._below[row[NESTED[part.table]]].append((part, row))

    def parts(self) -> Iterator[PartBlock]:
        for part in PARTS:
            rows = self._rows.get(part.table, ())
            if part.table in NESTED or not rows:
                continue
            entries = [self._entry(part, row) for row in sorted(rows, key=lambda row: _order(row.get(part.when)))]
            heading = self._texts(f"extract.table_{part.table}")
            yield PartBlock(info_class=_PLAN, heading=heading, entries=tuple(one for one in entries if one.facts))

    def _entry(self, part: Part, row: Row) -> EntryBlock:
        own = row.get("info_class") or part.columns[0].info_class
        facts = [*self._facts(part, row), *self._nested(row)]
        when = "" if part.table == "mentee" else self._words.said(part.table, part.when, row.get(part.when))
        return EntryBlock(info_class=InfoClass(own), when=when, facts=tuple(facts))

    def _facts(self, part: Part, row: Row) -> Iterator[FactBlock]:
        own = row.get("info_class")
        for column in part.columns:
            if column.name == part.when:
                continue
            value = self._words.said(part.table, column.name, row[column.name], person=column.person)
            if value:
                info_class = InfoClass(own) if own and column.info_class is _PLAN else column.info_class
                label = self._label(part.table, column.name)
                also = self._place(part, column, row[column.name])
                yield FactBlock(info_class=info_class, also=also, label=label, value=value)

    def _nested(self, row: Row) -> Iterator[FactBlock]:
        """Every row below as one fact, and those below it after it."""
        for part, child in self._below.get(row["id"], ()):
            facts = list(self._facts(part, child))
            when = self._words.said(part.table, part.when, child.get(part.when))
            said = [f"{one.label.lower()}: {one.value}" if place else one.value for place, one in enumerate(facts)]
            if when and not part.when.endswith("_id"):
                said.insert(1 if said else 0, when)
            if said:
                classes = frozenset().union(*(one.also | {one.info_class} for one in facts), frozenset())
                yield FactBlock(
                    info_class=InfoClass(child.get("info_class") or part.columns[0].info_class),
                    also=classes,
                    label=self._texts(f"extract.table_{part.table}"),
                    value=", ".join(said),
                )
            yield from self._nested(child)

    def _label(self, table: str, column: str) -> str:
        """Of the table where it says its own, else of the column."""
        key = f"extract.col_{table}_{column}"
        return self._texts(key if self._texts.has(key) else f"extract.col_{column}")

    def _place(self, part: Part, column: Column, value: Any) -> frozenset[InfoClass]:
        """What tells where a protected person can be found; how to reach them is of that kind too (B.2)."""
        if not self._mentee.is_protected:
            return frozenset()
        tells = column.name in PLACES or part.table in ("mentee_municipality", "workplace_follow_up")
        tells = tells or column.info_class is InfoClass.CONTACT or self._words.tells_where(value)
        return frozenset({InfoClass.LOCATION} if tells else ())


def _rows_of(session: Session, mentee_id: UUID) -> dict[str, list[Row]]:
    wanted = {part.table for part in PARTS}
    rules: list[tuple[SqlTable, str]] = [(table, rule) for table, rule in rules_of_persons() if table.name in wanted]
    rules.append((Table.metadata.tables[PrintLogRow.__tablename__], "mentee_id = ?1"))
    found: dict[str, list[Row]] = {}
    for table, rule in rules:
        where = text(rule.replace("?1", ":person")).bindparams(bindparam("person", mentee_id.bytes))
        found[table.name] = [dict(row) for row in session.execute(select(table).where(where)).mappings()]
    return found


def _order(when: Any) -> str:
    return when.isoformat() if isinstance(when, date | datetime) else str(when or "")


def _about(session: Session, mentee: Mentee, texts: Texts) -> PartBlock:
    """Why it is kept, who has seen it, how long, where it comes from, and what one may ask for."""
    profile = get_profile(session)
    pairs = [(texts("extract.responsible"), ", ".join(one for one in (profile.unit, profile.name) if one))]
    pairs += [(texts(f"extract.about_{name}"), texts(f"extract.about_{name}_text")) for name in ("why", "who")]
    pairs.append((texts("extract.about_how_long"), _retention(session, mentee, texts)))
    pairs += [(texts(f"extract.about_{name}"), texts(f"extract.about_{name}_text")) for name in ("source", "rights")]
    asked = next(iter(list_access_requests(session, mentee.id)), None)
    if asked:
        said = texts("extract.asked_text", asked=full_date(texts, asked.asked_on), due=full_date(texts, asked.due_on))
        pairs.insert(0, (texts("extract.asked"), said))
    facts = tuple(FactBlock(info_class=_PLAN, label=label, value=value) for label, value in pairs if value)
    return PartBlock(info_class=_PLAN, heading=texts("extract.about"), facts=facts)


def _retention(session: Session, mentee: Mentee, texts: Texts) -> str:
    months = {get_programme(session, one.programme_id).retention_months for one in list_enrolments(session, mentee.id)}
    known = [one for one in months if one is not None]
    return texts("extract.kept_months", count=max(known)) if known else texts("extract.kept_undecided")


def _not_in(texts: Texts) -> PartBlock:
    names = ("private", "files", "legal", "unsaved", "others")
    sentences = tuple(SentenceBlock(info_class=_PLAN, text=texts(f"extract.not_in_{name}")) for name in names)
    return PartBlock(info_class=_PLAN, heading=texts("extract.not_in"), sentences=sentences)
