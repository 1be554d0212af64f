"""Möten: what is ahead, what goes on, what is to be written up, and the regular talks with referrers."""

from .screen import MeetingsScreen

__all__ = ["MeetingsScreen"]
