"""Gathers the kinds of support that somebody has been given, counted by kind and by level (P26, C19)."""

from collections import Counter
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.record_sheet import PartBlock, RecordSheet, RowBlock, SentenceBlock
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support_time import level_on
from mentorapp.language import Texts, full_date

from .enrolments import list_enrolments, list_level_entries, that_matters
from .mentees import get_mentee
from .programmes import get_programme
from .sessions import list_sessions
from .sheet_parts import mentor_block, person_block
from .word_lists import list_words

_C = InfoClass.PRESENCE


def gather_support_overview(session: Session, mentee_id: UUID, *, texts: Texts) -> RecordSheet:
    """Held contacts of the enrolment that matters; without any the paper has no parts."""
    enrolment = that_matters(list_enrolments(session, mentee_id))
    parts: tuple[PartBlock, ...] = ()
    lead = None
    if enrolment:
        held = [
            one
            for one in list_sessions(session, mentee_id)
            if one.enrolment_id == enrolment.id and one.attendance is Attendance.HELD and one.voided_at is None
        ]
        names = {word.code: word.name(texts.language) for word in list_words(session, WordList.SUPPORT_KIND, all_=True)}
        stays = list_level_entries(session, enrolment.id)
        levels = get_programme(session, enrolment.programme_id).levels
        found = Counter(
            (kind, level_on(stays, one.event_date))
            for one in held
            for kind in dict.fromkeys(one.support_kinds or ("",))
        )
        if held:
            days = [one.event_date for one in held]
            said = texts(
                "record.support_lead",
                count=len(held),
                first=full_date(texts, min(days)),
                last=full_date(texts, max(days)),
            )
            lead = SentenceBlock(info_class=_C, text=said)
            used = [one for one in levels if any(level == one.id for _kind, level in found)]
            shown: list[tuple[UUID | None, str]] = [(one.id, one.short_name(texts.language)) for one in used]
            if any(level is None for _kind, level in found):
                shown.append((None, texts("record.no_level")))
            parts = (_counted(found, shown, names, texts), _ways(Counter(one.kind.value for one in held), texts))
    return RecordSheet(
        person=person_block(get_mentee(session, mentee_id)), mentor=mentor_block(session), lead=lead, parts=parts
    )


def _counted(
    found: Counter[tuple[str, UUID | None]],
    shown: list[tuple[UUID | None, str]],
    names: dict[str, str],
    texts: Texts,
) -> PartBlock:
    """One column for each level with a contact; more than five levels are one column."""
    wide = shown if 1 < len(shown) <= 5 else []
    sums = Counter[str]()
    for (kind, _level), count in found.items():
        sums[kind] += count
    rows = []
    for kind, count in sorted(sums.items(), key=lambda one: (one[0] == "", -one[1], names.get(one[0], one[0]))):
        name = names.get(kind, kind) or texts("record.no_kind")
        cells = [str(found[kind, level] or "–") for level, _name in wide]
        rows.append(RowBlock(info_class=_C, cells=(name, *cells, str(count))))
    shares = (1 - 0.13 * (len(wide) + 1), *(0.13 for _one in wide), 0.13)
    return PartBlock(
        info_class=_C,
        heading=texts("record.support_kinds"),
        sentences=(SentenceBlock(info_class=_C, text=texts("record.support_how")),),
        columns=(texts("record.column_support"), *(name for _level, name in wide), texts("record.column_all")),
        shares=shares,
        rows=tuple(rows),
    )


def _ways(found: Counter[str], texts: Texts) -> PartBlock:
    rows = tuple(
        RowBlock(info_class=_C, cells=(texts(f"codes.session_kind_{kind}"), str(count)))
        for kind, count in found.most_common()
    )
    columns = (texts("record.column_way"), texts("record.column_all"))
    heading = texts("record.support_ways")
    return PartBlock(info_class=_C, heading=heading, columns=columns, shares=(0.87, 0.13), rows=rows)
