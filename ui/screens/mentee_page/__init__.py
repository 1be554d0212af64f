"""The page of one person: overview, plan and contacts."""

from .page import MenteePage

__all__ = ["MenteePage"]
