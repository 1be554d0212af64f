"""Blocks that every print about a person begins with: whose it is, and the mentor as prints name them."""

from dataclasses import dataclass
from uuid import UUID

from .sharing import Block, InfoClass

SENSITIVE = frozenset({InfoClass.HEALTH, InfoClass.SOCIAL, InfoClass.INCOME})
"""Classes that are on the mentee's own papers only when the mentee says yes (D.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBlock(Block):
    preferred_name: str
    family_name: str

    @property
    def full_name(self) -> str:
        return f"{self.preferred_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoerBlock(Block):
    """The mentee by name where it is they who do something: without it they are only *deltagaren*."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorBlock(Block):
    """The mentor as the print names them; an empty `phone` gives a line to write on."""

    name: str
    title: str
    unit: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeBlock(Block):
    """Whom a paper is for, in its header: their own name is no news to them."""

    name: str
    organisation: str


def addressee(about: UUID | None, name: str, organisation: str) -> AddresseeBlock:
    """`about` is the contact, or the meeting of somebody who is only named; None is the mentee."""
    return AddresseeBlock(
        info_class=InfoClass.PRESENCE, about=about, invitation=True, name=name, organisation=organisation
    )
