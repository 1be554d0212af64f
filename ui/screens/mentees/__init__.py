"""Deltagare: everybody in one list, and the card for a new one."""

from .screen import MenteesScreen

__all__ = ["MenteesScreen"]
