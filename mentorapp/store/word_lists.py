"""The unit's lists of words: what is shipped in `resources/lists`, with the unit's own changes over it.

A code that has been used is put away, never removed: old rows still have their name.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError, WorldFault
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.sharing import InfoClass
from resources import path_of

from .tables.lists import ListWordRow


def list_words(session: Session, list_: WordList, *, all_: bool = False) -> tuple[Word, ...]:
    """The words in use, in their order; with `all_` also those put away."""
    words = {word.code: word for word in shipped_words(list_)}
    for row in session.scalars(select(ListWordRow).where(ListWordRow.list == list_)):
        words[row.code] = _word(row, shipped=row.code in words)
    chosen = [word for word in words.values() if all_ or word.in_use]
    return tuple(sorted(chosen, key=lambda word: (word.order, word.name_sv)))


def get_word(session: Session, list_: WordList, code: str) -> Word:
    """The word of a code, also one put away; a code nobody knows any more stands for itself."""
    found = {word.code: word for word in list_words(session, list_, all_=True)}.get(code)
    return found or Word(code=code, name_sv=code, name_en=code, order=0, in_use=False, shipped=False)


def add_word(
    session: Session,
    list_: WordList,
    name_sv: str,
    name_en: str = "",
    *,
    info_class: InfoClass = InfoClass.PLAN,
    more: Mapping[str, str] | None = None,
) -> str:
    """A word of the unit's own at the end of the list; its code. InputError when the list has that name."""
    name = wording.line("word", name_sv, required=True)
    words = list_words(session, list_, all_=True)
    if any(name.casefold() == word.name_sv.casefold() for word in words):
        raise InputError("word", "word_exists")
    code = new_id().hex
    session.add(
        ListWordRow(
            list=list_,
            code=code,
            name_sv=name,
            name_en=wording.line("word", name_en),
            order=max((word.order for word in words), default=0) + 1,
            info_class=info_class,
            more=json.dumps(dict(more or {}), ensure_ascii=False),
        )
    )
    session.flush()
    return code


def change_word(session: Session, list_: WordList, code: str, **changes: Any) -> None:
    """Changes name_sv, name_en, order, in_use, info_class or more. A shipped word gets a row of the unit's own."""
    row = session.scalars(select(ListWordRow).where(ListWordRow.list == list_, ListWordRow.code == code)).first()
    row = row or _own_row(session, list_, code)
    for name, value in changes.items():
        if name in ("name_sv", "name_en"):
            value = wording.line("word", value, required=name == "name_sv")
        elif name == "more":
            value = json.dumps(dict(value), ensure_ascii=False)
        elif name not in ("order", "in_use", "info_class"):
            raise TypeError(f"a word has no {name}")
        setattr(row, name, value)


def put_word(session: Session, list_: WordList, word: Word) -> None:
    """The word as given, under its own code: changed where the list has it, else added."""
    row = session.scalars(select(ListWordRow).where(ListWordRow.list == list_, ListWordRow.code == word.code)).first()
    if row is None:
        row = ListWordRow(list=list_, code=word.code)
        session.add(row)
    row.name_sv = wording.line("word", word.name_sv, required=True)
    row.name_en = wording.line("word", word.name_en)
    row.order, row.in_use, row.info_class = word.order, word.in_use, word.info_class
    row.more = json.dumps(dict(word.more), ensure_ascii=False)
    session.flush()


def _own_row(session: Session, list_: WordList, code: str) -> ListWordRow:
    word = {one.code: one for one in shipped_words(list_)}.get(code)
    if word is None:
        raise NotFoundError("word_unknown")
    row = ListWordRow(
        list=list_,
        code=code,
        name_sv=word.name_sv,
        name_en=word.name_en,
        order=word.order,
        in_use=True,
        info_class=word.info_class,
        more=json.dumps(dict(word.more), ensure_ascii=False),
    )
    session.add(row)
    return row


@cache
def shipped_words(list_: WordList) -> tuple[Word, ...]:
    """The words as the program brings them."""
    return read_words(path_of("lists") / f"{list_.value}.json", list_)


def read_words(path: Path, list_: WordList) -> tuple[Word, ...]:
    """WorldFault `list_damaged` names the file and the line, or the entry, that cannot be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["list"] != list_.value:
            raise ValueError(data["list"])
        return tuple(_read(number, entry) for number, entry in enumerate(data["words"], start=1))
    except json.JSONDecodeError as error:
        raise WorldFault("list_damaged", file=path.name, place=error.lineno) from error
    except (KeyError, TypeError, ValueError) as error:
        raise WorldFault("list_damaged", file=path.name, place=str(error)) from error


def _read(number: int, entry: Mapping[str, Any]) -> Word:
    return Word(
        code=str(entry["code"]),
        name_sv=str(entry["sv"]),
        name_en=str(entry.get("en", "")),
        order=number,
        in_use=bool(entry.get("in_use", True)),
        info_class=InfoClass(entry.get("class", "PLAN")),
        more=tuple((str(key), str(value)) for key, value in entry.get("more", {}).items()),
    )


def _word(row: ListWordRow, *, shipped: bool) -> Word:
    return Word(
        code=row.code,
        name_sv=row.name_sv,
        name_en=row.name_en,
        order=row.order,
        in_use=row.in_use,
        shipped=shipped,
        info_class=row.info_class,
        more=tuple(json.loads(row.more).items()),
    )
