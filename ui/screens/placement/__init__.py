"""The page of one placement: phases, two voices, hours, adaptations, what the employer may know, and support."""

from .screen import PlacementScreen

__all__ = ["PlacementScreen"]
