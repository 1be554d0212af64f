"""Typed declarative tables, one module a subject. Importing this room loads them all, so that `metadata` is whole."""

from . import (
    closing,
    enrolments,
    groups,
    lists,
    mapping,
    mentees,
    milestones,
    network,
    occupation,
    own,
    plans,
    private,
    programmes,
    sessions,
    support,
)
from .base import Row, Table, value_of

__all__ = [
    "Row",
    "Table",
    "closing",
    "enrolments",
    "groups",
    "lists",
    "mapping",
    "mentees",
    "milestones",
    "network",
    "occupation",
    "own",
    "plans",
    "private",
    "programmes",
    "sessions",
    "support",
    "value_of",
]
