"""The screen Siffror: the mentor's own follow-up, by gender."""

from .screen import FiguresScreen

__all__ = ["FiguresScreen"]
