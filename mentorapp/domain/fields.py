"""Entities are frozen values whose every field is marked: with its information class, or as internal.

A field of an entity without a mark fails a test: what has no class can never be printed by accident.
"""

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform

from .sharing import InfoClass

T = TypeVar("T")


def classed(info_class: InfoClass, *, default: Any = MISSING) -> Any:
    """A printable field of that class."""
    return _field({"info_class": info_class}, default)


def internal(*, default: Any = MISSING) -> Any:
    """A field that is never printed: keys, order, marks of the program's own."""
    return _field({"internal": True}, default)


def _field(metadata: dict[str, object], default: Any) -> Any:
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(classed, internal))
def entity(cls: type[T]) -> type[T]:
    """A frozen dataclass with keyword arguments and slots."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


def class_of(entity: type[Any], name: str) -> InfoClass | None:
    """The information class of a field; None for internal ones. KeyError when the field has no mark."""
    metadata = next(f.metadata for f in fields(entity) if f.name == name)
    if metadata.get("internal"):
        return None
    return cast(InfoClass, metadata["info_class"])
