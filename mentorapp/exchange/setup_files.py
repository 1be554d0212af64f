"""Ladders, lists and forms as files that the user copies and edits: written as the shipped ones, read with care."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.programmes import Level, Programme
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.files import write_whole
from mentorapp.store.ladders import read_ladder
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.scale_definitions import add_scale, change_scale, get_scale, list_versions
from mentorapp.store.scale_files import read_new, scale_data
from mentorapp.store.word_lists import list_words, put_word, read_words

_LEVEL = tuple(f.name for f in fields(Level) if f.name not in ("id", "order"))


def write_ladder(session: Session, programme_id: UUID, path: Path) -> None:
    """The programme's ladder as a file; nothing in it is about a person. WorldFault when the place does not take it."""
    programme = get_programme(session, programme_id)
    _write(path, json.dumps(_ladder(programme), ensure_ascii=False, indent=2))


def _ladder(programme: Programme) -> dict[str, Any]:
    return {
        "code": programme.ladder_code,
        "name_sv": programme.name,
        "name_en": programme.name,
        "exclusive": programme.ladder_exclusive,
        "after_support_months": programme.after_support_months,
        "levels": [_filled({name: getattr(level, name) for name in _LEVEL}) for level in programme.levels],
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is left at nothing, as one would write the file by hand."""
    return {name: value for name, value in values.items() if value or name in ("code", "name_sv", "name_en")}


def take_ladder(session: Session, path: Path, name: str = "") -> UUID:
    """A new programme with the ladder of a file, by its name in the file unless one is given."""
    with faults_in_plain_words(path):
        ladder = read_ladder(path)
    return add_programme(session, name or ladder.name_sv, ladder)


def write_list(session: Session, list_: WordList, path: Path) -> None:
    """A list with all its words, one on a line."""
    words = (_word(word.code, word.name_sv, word.name_en, word.info_class, dict(word.more), in_use=word.in_use)
             for word in list_words(session, list_, all_=True))  # fmt: skip
    lines = ",\n".join(f"    {json.dumps(word, ensure_ascii=False)}" for word in words)
    _write(path, f'{{\n  "list": "{list_.value}",\n  "words": [\n{lines}\n  ]\n}}')


def _word(
    code: str, name_sv: str, name_en: str, info_class: InfoClass, more: dict[str, str], *, in_use: bool
) -> dict[str, Any]:
    word: dict[str, Any] = {"code": code, "sv": name_sv, "en": name_en}
    if info_class is not InfoClass.PLAN:
        word["class"] = info_class.value
    if not in_use:
        word["in_use"] = False
    if more:
        word["more"] = more
    return word


def take_list(session: Session, list_: WordList, path: Path) -> int:
    """Changes and adds the words of a file; none is taken away. How many there were."""
    with faults_in_plain_words(path):
        words = read_words(path, list_)
    for word in words:
        put_word(session, list_, word)
    return len(words)


def write_scale(session: Session, code: str, path: Path) -> None:
    """The newest version of a form as a file; of others' instruments there is no wording to write."""
    _write(path, json.dumps(scale_data(get_scale(session, code)), ensure_ascii=False, indent=2))


def take_scale(session: Session, path: Path) -> str:
    """A form from a file: a new one of the unit's own, or the next of the form that has its code. Its code.

    WorldFault for a file that cannot be read, InputError as `add_scale` and `change_scale`; nothing is taken in then.
    """
    with faults_in_plain_words(path):
        new, _version = read_new(path)
    if not list_versions(session, new.code):
        return add_scale(session, new)
    change_scale(session, new.code, new)
    return new.code


def _write(path: Path, text: str) -> None:
    with faults_in_plain_words():
        write_whole(path.with_suffix(".json"), f"{text}\n".encode())
