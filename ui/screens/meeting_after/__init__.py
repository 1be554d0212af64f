"""After a meeting, one screen: who came, what was decided, what was said, and when to meet again."""

from .screen import AfterScreen

__all__ = ["AfterScreen"]
