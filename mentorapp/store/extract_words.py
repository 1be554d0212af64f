"""How what is stored is said in an extract: codes in words, days, yes and no, and who may be named."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.network import TELLS_WHERE
from mentorapp.language import Texts, full_date

from .mentees import get_mentee
from .profile import get_profile
from .tables.groups import GroupActivityRow, GroupMeetingRow
from .tables.mentees import MenteeRow
from .tables.network import ContactRow, NetworkLinkRow, OrganisationRow
from .tables.programmes import LevelRow, ProgrammeRow
from .tables.workplaces import WorkplaceRow
from .word_lists import list_words

_LISTS = {
    "area": WordList.LIFE_AREA,
    "topics": WordList.TOPIC,
    "support_kinds": WordList.SUPPORT_KIND,
    "methods": WordList.METHOD,
    "criteria": WordList.CRITERION,
    "target_group": WordList.TARGET_GROUP,
    "detail": WordList.CLOSE_REASON,
    "referral_referrer_type": WordList.REFERRER_TYPE,
    "instruction_form": WordList.INSTRUCTION,
}
_CHECKLISTS = (
    WordList.ONBOARDING, WordList.GUIDANCE, WordList.DOCUMENTS, WordList.KAA_HANDOVER, WordList.CLOSING,
    WordList.NPF_FOLLOW_ON, WordList.SE, WordList.SED,
)  # fmt: skip
_SAYS_NOTHING = frozenset({"none", "unknown"})


class Words:
    """For one person and one language; what it looks up is looked up once."""

    def __init__(self, session: Session, mentee_id: UUID, texts: Texts) -> None:
        self.texts = texts
        mentee, profile = get_mentee(session, mentee_id), get_profile(session)
        self._known = {mentee.preferred_name, mentee.full_name, profile.name, profile.first_name} - {""}
        self._lists = {name: _listed(session, (one,), texts.language) for name, one in _LISTS.items()}
        self._lists["item"] = _listed(session, _CHECKLISTS, texts.language)
        organisations: dict[UUID, str] = {one.id: one.name for one in session.scalars(select(OrganisationRow))}
        self._refs: dict[UUID, str] = dict(organisations)
        self._refs |= {one.id: one.name for one in session.scalars(select(ProgrammeRow))}
        self._refs |= {one.id: one.name for one in session.scalars(select(WorkplaceRow))}
        swedish = texts.language == "sv"
        for level in session.scalars(select(LevelRow)):
            self._refs[level.id] = level.name_sv if swedish else level.name_en or level.name_sv
        query = select(GroupMeetingRow.id, GroupActivityRow.title).join(
            GroupActivityRow, GroupActivityRow.id == GroupMeetingRow.group_activity_id
        )
        self._refs |= {row[0]: row[1] for row in session.execute(query)}
        self._where = {one.id for one in session.scalars(select(OrganisationRow)) if one.kind in TELLS_WHERE}
        self._officials: set[str] = set()
        for contact in session.scalars(select(ContactRow)):
            if contact.organisation_id is None:
                self._refs[contact.id] = texts("extract.masked")
            else:
                self._officials.add(contact.name)
                self._refs[contact.id] = f"{contact.name}, {organisations.get(contact.organisation_id, '')}"
                if contact.organisation_id in self._where:
                    self._where.add(contact.id)
        self._others = _names_of_others(session, mentee_id)

    def tells_where(self, value: Any) -> bool:
        """An employer or a school, or somebody there: of a protected person it says where they are (F 5)."""
        return value in self._where if isinstance(value, UUID) else False

    def said(self, table: str, column: str, value: Any, *, person: bool = False) -> str:
        """Empty where nothing is stored, and where what is stored says nothing."""
        if value is None or value is False or value == ():
            return ""
        if isinstance(value, tuple):
            return ", ".join(part for one in value if (part := self.said(table, column, one)))
        if isinstance(value, UUID):
            return self._refs.get(value, "")
        if isinstance(value, StrEnum):
            return self._code(value)
        if column in self._lists and value in self._lists[column]:
            return self._lists[column][value]
        if isinstance(value, str):
            return self._name(value) if person else self._masked(value)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if value is True:
            return self.texts("extract.yes")
        if isinstance(value, datetime):
            return full_date(self.texts, value.date())
        if isinstance(value, date):
            return full_date(self.texts, value)
        if isinstance(value, time):
            return f"{value:%H.%M}" if self.texts.language == "sv" else f"{value:%H:%M}"
        if isinstance(value, Decimal):
            text = f"{value.normalize():f}"
            return text.replace(".", ",") if self.texts.language == "sv" else text
        return str(value)

    def _code(self, value: StrEnum) -> str:
        if value.value in _SAYS_NOTHING:
            return ""
        name = re.sub(r"(?<!^)([A-Z])", r"_\1", type(value).__name__).lower()
        keys = (f"codes.{name}_{value.value}", f"extract.{name}_{value.value}", f"classes.{value.value}")
        return next((self.texts(key) for key in keys if self.texts.has(key)), self._masked(str(value.value)))

    def _name(self, name: str) -> str:
        """A name that stands alone: the person's own, the mentor's and those of authorities are said."""
        if name.strip() in self._known | self._officials or not name.strip():
            return name.strip()
        return self.texts("extract.masked")

    def _masked(self, text: str) -> str:
        """A text with the names of other private persons taken out."""
        for name in self._others:
            text = text.replace(name, self.texts("extract.masked_in_text"))
        return text


def _listed(session: Session, lists: tuple[WordList, ...], language: str) -> Mapping[str, str]:
    found = {word.code: word for one in lists for word in list_words(session, one, all_=True)}
    return {code: word.name_sv if language == "sv" else word.name_en or word.name_sv for code, word in found.items()}


def _names_of_others(session: Session, mentee_id: UUID) -> tuple[str, ...]:
    """Private people around this person by their whole names, and every other mentee; the longest first."""
    private = select(ContactRow.name).join(NetworkLinkRow, NetworkLinkRow.contact_id == ContactRow.id)
    private = private.where(NetworkLinkRow.mentee_id == mentee_id, ContactRow.organisation_id.is_(None))
    others = session.execute(
        select(MenteeRow.preferred_name, MenteeRow.family_name).where(
            MenteeRow.id != mentee_id, MenteeRow.family_name != ""
        )
    )
    names = {*session.scalars(private), *(f"{first} {last}" for first, last in others)}
    return tuple(sorted((one for one in names if len(one) > 2), key=lambda one: (-len(one), one)))
