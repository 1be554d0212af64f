"""Idag: what the day asks for, computed each time it is shown."""

from .screen import TodayScreen

__all__ = ["TodayScreen"]
