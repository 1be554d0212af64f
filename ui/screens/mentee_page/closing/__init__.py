"""The tab of the enrolment: programme, referral, levels and pauses; work begun; closing, and what follows after it."""

from .tab import ClosingTab

__all__ = ["ClosingTab"]
