"""The register of people and organisations, shared by all mentees."""

from .screen import ContactsRegister

__all__ = ["ContactsRegister"]
