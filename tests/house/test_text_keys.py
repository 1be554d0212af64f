"""Every text that the code asks for by a literal key exists, and gets the words it has places for."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from mentorapp.language.texts import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
ROOMS = {path.stem for path in (FOLDER / "sv").glob("*.json")}
KEY = re.compile(r"([a-z_]+)\.([A-Za-z0-9_]+)")
# What stands after a dot and makes no key: endings of file names, and the column that foreign keys lead to.
FILE_ENDINGS = {
    "id",
    "json",
    "py",
    "pdf",
    "txt",
    "svg",
    "png",
    "qss",
    "header",
    "ttf",
    "toml",
    "mentor",
    "db",
    "csv",
    "xlsx",
}
# The place of the key among the arguments of an error.
ERRORS = {"MentorError": 0, "NotFoundError": 0, "WorldFault": 0, "InputError": 1}

Text = str | dict[str, str]


@cache
def room(language: str, name: str) -> dict[str, Text]:
    path = FOLDER / language / f"{name}.json"
    content: dict[str, Text] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return content


def text_of(language: str, key: str) -> Text | None:
    name, _, rest = key.partition(".")
    return room(language, name).get(rest)


def exists(language: str, key: str) -> bool:
    """A key that ends with an underscore is the literal beginning of several: one of them is enough."""
    if not key.endswith("_"):
        return text_of(language, key) is not None
    name, _, beginning = key.partition(".")
    return any(known.startswith(beginning) for known in room(language, name))


def placeholders(text: Text) -> set[str]:
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def code() -> Iterator[tuple[str, ast.AST]]:
    for package in ("mentorapp", "ui"):
        for file in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                yield f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_key(value: str) -> bool:
    found = KEY.fullmatch(value)
    return found is not None and found[1] in ROOMS and found[2] not in FILE_ENDINGS and not is_form(value)


def is_form(value: str) -> bool:
    """The name of a form that keeps drafts looks like a key; its words are among those of the drafts."""
    return text_of("sv", f"drafts.form_{value.replace('.', '_')}") is not None


def error_key(node: ast.AST) -> str:
    """The key of an error that is made here, or that a class of errors declares as its sentence."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
        place = ERRORS[node.func.id]
        return literal(node.args[place]) if len(node.args) > place else ""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "sentence":
        return literal(node.value)
    return ""


def asked_with(node: ast.AST) -> tuple[str, set[str]] | None:
    """The key of a call and the names it hands over; None for a call that is not known to the letter."""
    if not isinstance(node, ast.Call) or any(word.arg is None for word in node.keywords):
        return None
    names = {word.arg for word in node.keywords if word.arg}
    if error_key(node):
        return f"errors.{error_key(node)}", names
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    key = literal(node.args[0]) if node.args else ""
    return (key, names) if called.strip("_") in {"texts", "t"} and is_key(key) else None


def test_every_key_in_the_code_has_its_text() -> None:
    asked = {value: place for place, node in code() if is_key(value := literal(node))}
    assert asked, "the search finds no key at all"
    assert {key: place for key, place in asked.items() for name in LANGUAGES if not exists(name, key)} == {}


def test_every_error_has_its_sentence() -> None:
    raised = {f"errors.{key}": place for place, node in code() if (key := error_key(node))}
    assert raised, "the search finds no error at all"
    assert {key: place for key, place in raised.items() for name in LANGUAGES if not exists(name, key)} == {}


def test_every_text_gets_the_words_it_has_places_for() -> None:
    lacking = {}
    for place, node in code():
        asked = asked_with(node)
        text = text_of("sv", asked[0]) if asked else None
        if asked and text is not None and placeholders(text) - asked[1]:
            lacking[place] = (asked[0], placeholders(text) - asked[1])
    assert lacking == {}
