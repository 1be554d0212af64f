"""The tab Utskrifter: which papers there are about the person, which hold, and what is done with them."""

from .tab import PapersTab

__all__ = ["PapersTab"]
