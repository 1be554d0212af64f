"""Arbetsplatser: the bank of workplaces, which leads to no mentee."""

from .screen import WorkplacesScreen

__all__ = ["WorkplacesScreen"]
