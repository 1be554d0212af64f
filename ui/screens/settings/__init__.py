"""Inställningar: how the program looks, who the mentor is, what protects the store, and about the program."""

from .screen import SettingsScreen

__all__ = ["SettingsScreen"]
