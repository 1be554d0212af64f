"""Small files, small functions, small classes, and no room for odds and ends."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES_A_FILE = 400
MOST_LINES_A_FUNCTION = 60
MOST_METHODS_A_CLASS = 25
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module of the program, parsed; the tests are not held to sizes."""
    files = [ROOT / "start.py"]
    for package in ("mentorapp", "ui", "resources"):
        files += sorted((ROOT / package).rglob("*.py"))
    return {file.relative_to(ROOT): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def nodes(*kinds: type[Node]) -> Iterator[tuple[str, Node]]:
    for file, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield f"{file}:{getattr(node, 'lineno', 0)}", node


def test_no_file_is_longer_than_400_lines() -> None:
    lines = {file: len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in modules()}
    assert {file: count for file, count in lines.items() if count > MOST_LINES_A_FILE} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = {
        place: (node.end_lineno or 0) - node.lineno + 1 for place, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)
    }
    assert {place: length for place, length in lengths.items() if length > MOST_LINES_A_FUNCTION} == {}


def test_no_class_has_more_than_25_methods() -> None:
    counts = {place: sum(isinstance(part, Function) for part in node.body) for place, node in nodes(ast.ClassDef)}
    assert {place: count for place, count in counts.items() if count > MOST_METHODS_A_CLASS} == {}


def test_no_module_is_named_after_nothing() -> None:
    assert [file for file in modules() if file.stem in NAMES_THAT_SAY_NOTHING] == []


def test_every_module_says_what_it_is() -> None:
    without = [file for file, tree in modules().items() if tree.body and not ast.get_docstring(tree)]
    assert without == []
