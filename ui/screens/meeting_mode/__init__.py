"""Mötesläge (F8): the screen can be shown to whoever sits beside; all else is out of sight and out of reach."""

from .leave_card import LeaveCard as LeaveCard
from .screen import MeetingMode as MeetingMode
