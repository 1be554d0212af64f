"""Marks on the fields of frozen values: which information class a printable field carries, and which are internal.

A field of an entity without a mark fails a test: what has no class can never be printed by accident.
"""

from collections.abc import Callable
from dataclasses import MISSING, field, fields
from typing import Any, cast

from .sharing import InfoClass


def classed(info_class: InfoClass, *, default: Any = MISSING, factory: Callable[[], Any] | None = None) -> Any:
    """A printable field of that class."""
    return _field({"info_class": info_class}, default, factory)


def internal(*, default: Any = MISSING, factory: Callable[[], Any] | None = None) -> Any:
    """A field that is never printed: keys, order, marks of the program's own."""
    return _field({"internal": True}, default, factory)


def _field(metadata: dict[str, object], default: Any, factory: Callable[[], Any] | None) -> Any:
    if factory is not None:
        return field(default_factory=factory, metadata=metadata)
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def class_of(entity: type[Any], name: str) -> InfoClass | None:
    """The information class of a field; None for internal ones. KeyError when the field has no mark."""
    metadata = next(f.metadata for f in fields(entity) if f.name == name)
    if metadata.get("internal"):
        return None
    return cast(InfoClass, metadata["info_class"])
