"""Typed declarative tables, one module a subject."""
