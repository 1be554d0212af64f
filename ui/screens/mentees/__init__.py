"""Deltagare: everybody in one list, and the card for a new one."""

from .new_mentee import FORM as NEW_MENTEE
from .screen import MenteesScreen

__all__ = ["NEW_MENTEE", "MenteesScreen"]
