"""Verbs on forms: what is shipped, with the unit's own forms and versions beside it.

A version that has been filled in is never changed again: changing the form makes the next one. Where the unit has a
version of a number that the program ships later, the unit's own wins.
"""

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.scales import NewScale, ScaleDefinition, ScaleItem, check_scale, item_class

from .scale_files import definition, scale_id, shipped_scales
from .tables import value_of
from .tables.scales import ScaleDefinitionRow, ScaleItemRow, ScaleResponseRow

_ITEM = tuple(f.name for f in fields(ScaleItem))
_NEW = tuple(f.name for f in fields(NewScale))
_SCALE = ("kind", "use", "respondent", "title_sv", "title_en", "intro_sv", "intro_en", "licence_note", "mirror_of",
          "steps", "lowest", "highest", "in_use", "shipped")  # fmt: skip
_LINES = ("title_sv", "title_en", "licence_note")
_ITEM_LINES = ("label_sv", "label_en", "left_sv", "left_en", "right_sv", "right_en")


def list_scales(session: Session, *, all_: bool = False) -> tuple[ScaleDefinition, ...]:
    """The newest version of every form in use, shipped ones first; with `all_` also the forms put away."""
    newest: dict[str, ScaleDefinition] = {}
    for one in list_versions(session):
        newest[one.code] = one
    return tuple(one for one in newest.values() if all_ or one.in_use)


def list_versions(session: Session, code: str | None = None) -> tuple[ScaleDefinition, ...]:
    """Every version, of one form or of all, in the order of the forms, oldest version first."""
    found = {(one.code, one.version): one for one in shipped_scales()}
    for row in session.scalars(select(ScaleDefinitionRow).options(selectinload(ScaleDefinitionRow.items))):
        found[row.code, row.version] = _value(row)
    order = list(dict.fromkeys(one.code for one in found.values()))
    chosen = [one for one in found.values() if code is None or one.code == code]
    return tuple(sorted(chosen, key=lambda one: (order.index(one.code), one.version)))


def get_scale(session: Session, code: str, version: int | None = None) -> ScaleDefinition:
    """One version, else the newest. NotFoundError `scale_unknown`."""
    found = [one for one in list_versions(session, code) if version is None or one.version == version]
    if not found:
        raise NotFoundError("scale_unknown")
    return found[-1]


def as_new(one: ScaleDefinition) -> NewScale:
    """A version as it would be written anew: what `change_scale` takes when something of it is to be otherwise."""
    return NewScale(**{name: getattr(one, name) for name in _NEW})


def add_scale(session: Session, new: NewScale) -> str:
    """A form of the unit's own, as version 1; its code, made up where `new` brings none. InputError as `check_scale`,
    and `title_sv` for a title that another form has."""
    new = replace(_tidy(new), code=new.code or new_id().hex)
    check_scale(new)
    _refuse_same_title(session, new)
    if list_versions(session, new.code):
        raise InputError("title_sv", "scale_exists")
    _add_row(session, definition(new, 1, shipped=False))
    return new.code


def change_scale(session: Session, code: str, new: NewScale) -> int:
    """The form as it is from now on, and the number of its version: the same as long as nobody has filled it in, else
    the next. A shipped form always gets a next version of the unit's own. What is as it was makes no version."""
    before = get_scale(session, code)
    new = replace(_tidy(new), code=code)
    if new == as_new(before):
        return before.version
    if before.is_external:
        raise InputError("items", "scale_is_somebody_elses")
    check_scale(new)
    _refuse_same_title(session, new)
    row = _row(session, code, before.version)
    if row is None or row.shipped or is_used(session, code, before.version):
        changed = replace(definition(new, before.version + 1, shipped=False), in_use=before.in_use)
        _add_row(session, changed)
        return changed.version
    _fill(row, replace(definition(new, before.version, shipped=False), in_use=before.in_use))
    session.flush()
    return before.version


def set_scale_in_use(session: Session, code: str, in_use: bool) -> None:
    """Put away, or taken out again: all its versions stay, and so does what was filled in."""
    newest = get_scale(session, code)
    _stored(session, newest).in_use = in_use


def remove_scale(session: Session, code: str) -> None:
    """Only a form of the unit's own that nobody has filled in; else InputError says to put it away instead."""
    versions = list_versions(session, code)
    if not versions:
        raise NotFoundError("scale_unknown")
    if any(one.shipped or is_used(session, code, one.version) for one in versions):
        raise InputError("title_sv", "scale_is_used")
    for one in versions:
        session.delete(session.get_one(ScaleDefinitionRow, one.id))


def is_used(session: Session, code: str, version: int) -> bool:
    query = select(ScaleResponseRow.id).where(ScaleResponseRow.code == code, ScaleResponseRow.version == version)
    return session.scalars(query.limit(1)).first() is not None


def used_versions(session: Session) -> frozenset[tuple[str, int]]:
    """Every (code, version) that has been filled in."""
    query = select(ScaleResponseRow.code, ScaleResponseRow.version).distinct()
    return frozenset((code, version) for code, version in session.execute(query))


def keep_version(session: Session, code: str, version: int) -> UUID:
    """The row of a version, made when it is first filled in: what was asked then stands, whatever is shipped later."""
    return _stored(session, get_scale(session, code, version)).id


def _stored(session: Session, one: ScaleDefinition) -> ScaleDefinitionRow:
    return _row(session, one.code, one.version) or _add_row(session, one)


def _row(session: Session, code: str, version: int) -> ScaleDefinitionRow | None:
    return session.get(ScaleDefinitionRow, scale_id(code, version))


def _add_row(session: Session, one: ScaleDefinition) -> ScaleDefinitionRow:
    row = ScaleDefinitionRow(id=one.id, code=one.code, version=one.version)
    _fill(row, one)
    session.add(row)
    session.flush()
    return row


def _fill(row: ScaleDefinitionRow, one: ScaleDefinition) -> None:
    """Items keep their row where their code stays, so that an unchanged item is no change."""
    for name in _SCALE:
        setattr(row, name, getattr(one, name))
    there = {item.code: item for item in row.items}
    items = []
    for order, item in enumerate(one.items):
        kept = there.get(item.code) or ScaleItemRow(code=item.code)
        kept.order = order
        for name in _ITEM:
            setattr(kept, name, getattr(item, name))
        items.append(kept)
    row.items = items


def _tidy(new: NewScale) -> NewScale:
    changes: dict[str, Any] = {name: wording.line(name, getattr(new, name)) for name in _LINES}
    changes |= {name: wording.text(name, getattr(new, name)) for name in ("intro_sv", "intro_en")}
    return replace(new, items=tuple(_tidy_item(item) for item in new.items), **changes)


def _tidy_item(item: ScaleItem) -> ScaleItem:
    changes: dict[str, Any] = {name: wording.line("items", getattr(item, name)) for name in _ITEM_LINES}
    changes |= {name: wording.line("items", getattr(item, name)) for name in ("text_sv", "text_en", "easy_sv",
                                                                              "easy_en")}  # fmt: skip
    changes["info_class"] = item_class(item.dimension, item.info_class)
    return replace(item, code=item.code or new_id().hex, **changes)


def _refuse_same_title(session: Session, new: NewScale) -> None:
    title = new.title_sv.casefold()
    if any(one.code != new.code and one.title_sv.casefold() == title for one in list_scales(session, all_=True)):
        raise InputError("title_sv", "scale_exists")


def _value(row: ScaleDefinitionRow) -> ScaleDefinition:
    return value_of(ScaleDefinition, row, items=tuple(value_of(ScaleItem, item) for item in row.items))
