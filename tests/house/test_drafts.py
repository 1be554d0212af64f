"""Wherever a person can type, what is typed is kept as a draft: under a form, on a page, or in the quick note."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "ui"

TEXT_ENTRIES = {
    "QLineEdit", "QPlainTextEdit", "QTextEdit", "Line", "LineField", "TextField", "DateField", "WhenField",
}  # fmt: skip

# The quick note keeps one draft of all that it holds.
OF_THE_NOTE = UI / "screens" / "quick_note"

# What is typed here is no text of a mentee's, or must not be kept.
EXEMPT = {
    "ui/actions.py": "asks which kind of field has the focus",
    "ui/screens/mentee_page/around/file_viewer.py": "a file to be read",
    "ui/report_box.py": "a report to be copied, read only",
    "ui/screens/recover.py": "the words of the recovery sheet are never kept",
    "ui/screens/first_run/start_step.py": "before the first store there is nowhere to keep it",
    "ui/widgets/decision_line.py": "keeps a draft of its own for each meeting",
    "ui/widgets/passphrase_field.py": "a passphrase is never kept",
    "ui/widgets/recovery_proof.py": "the groups of the recovery sheet are never kept",
    "ui/widgets/search_field.py": "a search, gone when it is found",
}

COVERED = re.compile(r"\.attach\(|rafts\.add\(|\.keep_drafts\(|self\.register\(")


@dataclass(frozen=True)
class Part:
    """A class, or what stands in a module outside its classes."""

    file: str
    name: str
    bases: tuple[str, ...]
    source: str
    calls: frozenset[str]
    methods: frozenset[str]


def parts() -> Iterator[Part]:
    for path in sorted(UI.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        file = path.relative_to(ROOT).as_posix()
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        for node in classes:
            methods = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
            bases = tuple(name_of(base) for base in node.bases)
            body = ast.get_source_segment(source, node) or ""
            yield Part(file, node.name, bases, body, calls_in(node) - strangers(source), frozenset(methods))
        rest = ast.Module([node for node in tree.body if node not in classes], [])
        yield Part(file, "", (), source, calls_in(rest) - strangers(source), frozenset())


def strangers(source: str) -> set[str]:
    """Other things of the same name."""
    return set() if re.search(r"from (ui\.widgets)?\.line import Line", source) else {"Line"}


def name_of(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def calls_in(tree: ast.AST) -> frozenset[str]:
    return frozenset(name_of(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))


def derived_from(all_parts: list[Part], roots: set[str]) -> set[str]:
    found = set(roots)
    while more := {part.name for part in all_parts if part.name and set(part.bases) & found} - found:
        found |= more
    return found


def entries(all_parts: list[Part]) -> set[str]:
    """Text entries and their kinds, and the widgets that are built of them; a sheet keeps what is in it itself."""
    never_kept = {part.name for part in all_parts if part.file in EXEMPT} | derived_from(all_parts, {"FormSheet"})
    found = derived_from(all_parts, TEXT_ENTRIES) - never_kept
    while True:
        built = {
            part.name for part in all_parts if part.name and part.file.startswith("ui/widgets/") and part.calls & found
        }
        if built <= found | never_kept:
            return found
        found |= derived_from(all_parts, built - never_kept)


def covered(all_parts: list[Part]) -> set[tuple[str, str]]:
    """What keeps drafts by itself, and what only such parts build: the fields of a card are attached by its tab."""
    sheets = derived_from(all_parts, {"FormSheet"})
    files_of_sheets = {part.file for part in all_parts if part.name in sheets}
    found = {
        (part.file, part.name)
        for part in all_parts
        if part.file in EXEMPT
        or Path(ROOT / part.file).is_relative_to(OF_THE_NOTE)
        or part.name in sheets
        or {"draft", "set_draft"} <= part.methods
        or COVERED.search(part.source if part.name else "")
        or (not part.name and part.file in files_of_sheets)
    }
    while True:
        more = {
            (part.file, part.name)
            for part in all_parts
            if (builders := [one for one in all_parts if part.name and part.name in one.calls])
            and all((one.file, one.name) in found for one in builders)
        } - found
        if not more:
            return found
        found |= more


def test_every_text_entry_keeps_drafts() -> None:
    all_parts = list(parts())
    typed = entries(all_parts)
    kept = covered(all_parts)
    assert "LineField" in typed, "the search finds nothing"
    bare = {
        f"{part.file}:{part.name}": sorted(part.calls & typed)
        for part in all_parts
        if part.calls & typed and not part.file.startswith("ui/widgets/") and (part.file, part.name) not in kept
    }
    assert bare == {}


def test_no_exemption_outlives_its_reason() -> None:
    all_parts = list(parts())
    typed = entries(all_parts) | TEXT_ENTRIES
    used = {part.file for part in all_parts if part.calls & typed or any(name in part.source for name in typed)}
    assert set(EXEMPT) - used == set()


FORM = re.compile(
    r"""(?:form=|PageDrafts\(\s*\S+,\s*|FormDrafts\(\s*\S+,\s*|rafts\()f?"([a-z_]+\.[a-z_]+)[":]""",
)


def test_every_form_that_keeps_drafts_has_its_words_on_idag() -> None:
    forms = {name for path in UI.rglob("*.py") for name in FORM.findall(path.read_text(encoding="utf-8"))}
    assert len(forms) > 15, "the search finds too few"
    for language in ("sv", "en"):
        path = ROOT / "resources" / "translations" / language / "drafts.json"
        words = json.loads(path.read_text(encoding="utf-8"))
        assert {form for form in forms if f"form_{form.replace('.', '_')}" not in words} == set()
