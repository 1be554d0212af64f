"""The shipped forms: data files by version. A damaged file is refused with the place of the damage (I6, I11, I12)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.scales import (
    ITEM_TEXTS,
    Dimension,
    FavourableEnd,
    NewScale,
    Respondent,
    ScaleDefinition,
    ScaleItem,
    ScaleKind,
    ScaleUse,
    check_scale,
    item_class,
)
from mentorapp.domain.sharing import InfoClass
from resources import path_of

_SPACE = UUID("8f0e9c1e-6a0c-4d5a-9d63-3f5d3f8b3c11")
_SCALE_TEXTS = ("title_sv", "title_en", "intro_sv", "intro_en", "licence_note", "mirror_of")


def scale_id(code: str, version: int) -> UUID:
    """The identifier of a version of a form: the same in every store."""
    return uuid5(_SPACE, f"{code}/{version}")


@cache
def shipped_scales() -> tuple[ScaleDefinition, ...]:
    """Every version the program brings, in the order of their files."""
    return tuple(read_scale(path) for path in sorted(path_of("scales").glob("*.json")))


def read_scale(path: Path) -> ScaleDefinition:
    """As `read_new`, with the version that the file says."""
    new, version = read_new(path)
    return definition(new, version, shipped=True)


def read_new(path: Path) -> tuple[NewScale, int]:
    """WorldFault `scale_damaged` names the file and the line, or the entry, that cannot be read; a wording where none
    may stand is an InputError like any other."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        new, version = new_scale(data), int(data["version"])
    except json.JSONDecodeError as error:
        raise WorldFault("scale_damaged", file=path.name, place=error.lineno) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise WorldFault("scale_damaged", file=path.name, place=str(error)) from error
    check_scale(new)
    return new, version


def definition(new: NewScale, version: int, *, shipped: bool) -> ScaleDefinition:
    values = {name: getattr(new, name) for name in (*_SCALE_TEXTS, "kind", "use", "respondent", "steps", "lowest",
                                                    "highest", "items")}  # fmt: skip
    return ScaleDefinition(
        id=scale_id(new.code, version), code=new.code, version=version, shipped=shipped, in_use=True, **values
    )


def new_scale(data: Mapping[str, Any]) -> NewScale:
    """A form as a file holds it. KeyError, TypeError or ValueError for what is none."""
    texts = {name: _words(data.get(name)) for name in _SCALE_TEXTS}
    return NewScale(
        code=str(data["code"]),
        kind=ScaleKind(data["kind"]),
        use=ScaleUse(data.get("use", "self")),
        respondent=Respondent(data.get("respondent", "mentee")),
        steps=_number(data.get("steps")),
        lowest=_number(data.get("lowest")),
        highest=_number(data.get("highest")),
        items=tuple(item_of(one) for one in data["items"]),
        **texts,
    )


def scale_data(one: ScaleDefinition) -> dict[str, Any]:
    """A form as a file holds it, without what is left at nothing."""
    data: dict[str, Any] = {"code": one.code, "version": one.version, "kind": one.kind.value, "use": one.use.value,
                            "respondent": one.respondent.value}  # fmt: skip
    data |= {name: getattr(one, name) for name in _SCALE_TEXTS if getattr(one, name)}
    numbers = {name: getattr(one, name) for name in ("steps", "lowest", "highest")}
    data |= {name: value for name, value in numbers.items() if value is not None}
    return data | {"items": [item_data(item) for item in one.items]}


def item_of(data: Mapping[str, Any]) -> ScaleItem:
    """A question as a file holds it."""
    dimension = Dimension(data.get("dimension", "none"))
    chosen = InfoClass(data["class"]) if "class" in data else None
    return ScaleItem(
        code=str(data["code"]),
        favourable=FavourableEnd(data.get("favourable", "right")),
        dimension=dimension,
        info_class=item_class(dimension, chosen),
        **{name: _words(data.get(name)) for name in ITEM_TEXTS},
    )


def item_data(item: ScaleItem) -> dict[str, Any]:
    """A question as a file holds it, without what is left at nothing."""
    data = {"code": item.code} | {name: getattr(item, name) for name in ITEM_TEXTS if getattr(item, name)}
    return data | {"favourable": item.favourable.value, "dimension": item.dimension.value,
                   "class": item.info_class.value}  # fmt: skip


def _words(value: Any) -> str:
    return "" if value is None else str(value)


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
