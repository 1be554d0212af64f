"""The tab Nätverk: who is around the person, what is in the way, and what the mentor has to do."""

from .tab import NetworkTab

__all__ = ["NetworkTab"]
