"""The meeting wizard: from the booking to a pack of papers, one for each party, in five steps."""

from .screen import MeetingWizard

__all__ = ["MeetingWizard"]
