"""The quick note: a contact written up in a minute, over whatever is on the screen."""

from .note import QuickNote

__all__ = ["QuickNote"]
