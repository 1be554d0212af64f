"""The print preview: what will come out of the printer, and what is held back."""

from .screen import PrintPreview

__all__ = ["PrintPreview"]
