"""The tab Uppgifter: who the person is, how they are reached, what has changed over time, and the way in."""

from .tab import DetailsTab

__all__ = ["DetailsTab"]
