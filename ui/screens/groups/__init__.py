"""Grupper: courses and circles, their meetings, who was there, and the year."""

from .screen import GroupsScreen

__all__ = ["GroupsScreen"]
