"""Frågor och blanketter: the forms that are filled in, read, changed, moved to and from files, and printed blank."""

from .page import FormsPage

__all__ = ["FormsPage"]
