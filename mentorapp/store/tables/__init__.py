"""Typed declarative tables, one module a subject. Importing this room loads them all, so that `metadata` is whole."""

from . import enrolments, mentees, own, plans, private, programmes, sessions
from .base import Row, Table, value_of

__all__ = ["Row", "Table", "enrolments", "mentees", "own", "plans", "private", "programmes", "sessions", "value_of"]
