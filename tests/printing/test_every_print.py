"""Must show 3: every print in every language obeys PDF/UA-1 and PDF/A-2a, brings its fonts, and can be read in
greyscale. The prints are those of `KINDS`: a new one is among them by itself."""

import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from reportlab.pdfgen.canvas import Canvas

from mentorapp.exchange.orders import KINDS
from mentorapp.language import SECOND_LANGUAGES
from mentorapp.store.store import Store
from tests.exchange.every_print import LANGUAGES, every_print
from tests.house.test_no_decisions import MENTOR_AS_OFFICIAL

from .grey import LEAST, words_in_grey

Verdicts = Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]


def kind_of(name: str) -> str:
    return name.partition("-")[0]


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.validator
def test_every_print_passes_the_validator(store: Store, day: date, verdicts: Verdicts) -> None:
    files = {one.name: one.pdf for one in every_print(store, day)}
    for language in LANGUAGES:
        of_it = {name for name in files if f"-{language}" in name}
        assert {kind_of(name) for name in of_it} == set(KINDS)
        assert {kind_of(name) for name in of_it if "-easy" in name} == {c for c, kind in KINDS.items() if kind.has_easy}
        for second in set(SECOND_LANGUAGES) - {language}:
            beside = {c for c, kind in KINDS.items() if kind.has_second}
            assert {kind_of(name) for name in of_it if name.endswith(f"-{second}")} == beside
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}


@pytest.mark.long
@pytest.mark.timeout(900)
def test_every_print_brings_its_fonts_can_be_read_in_greyscale_and_names_a_mentor(
    store: Store, day: date, tmp_path: Path
) -> None:
    if which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    pale, not_embedded, official, words = [], [], [], 0
    for one in every_print(store, day):
        file = tmp_path / "print.pdf"
        file.write_bytes(one.pdf)
        not_embedded += [f"{one.name}: {font}" for font in fonts_from_elsewhere(file)]
        said = ""
        for word in words_in_grey(file):
            words += 1
            said += f"{word.text} "
            if word.contrast < LEAST:
                pale.append(f"{one.name} page {word.page}: {word.text} {word.contrast:.1f}")
        official += [f"{one.name}: {found}" for found in not_as_support(said, one.language)]
    assert not_embedded == []
    assert pale == []
    assert official == []
    assert words > 1000


def not_as_support(said: str, language: str) -> list[str]:
    """The mentor is no authority (E1): named as what they are, and deciding nothing. What authorities decided about
    benefits may be told."""
    called = [match.group() for match in re.finditer(r"\bMoa, (?!Mentor\b)\S+", said)]
    deciding = re.compile(r"Moa (har beslutat|beslutar|decides|has decided)|(?:Beslut|Decision):? Moa", re.I)
    return called + [
        match.group() for rule in (MENTOR_AS_OFFICIAL[language], deciding) for match in rule.finditer(said)
    ]


def fonts_from_elsewhere(file: Path) -> list[str]:
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(listed) > 2, "a paper without a letter"
    return [line for line in listed[2:] if not re.search(r" yes (yes|no) +(yes|no) +\d+ +\d+$", line)]


def test_a_mentor_who_decides_is_found() -> None:
    assert not_as_support("Moa, Mentor AME", "sv") == []
    assert not_as_support("Moa, handläggare", "sv") == ["Moa, handläggare"]
    assert not_as_support("Moa beslutar om insatsen", "sv") != []


def test_what_is_pale_and_what_is_not_embedded_is_found(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setFillGray(0.6)
    canvas.drawString(72, 700, "Blekt")
    canvas.setFillGray(0)
    canvas.rect(70, 596, 60, 20, fill=1)
    canvas.setFillGray(0.3)
    canvas.drawString(72, 600, "Dolt")
    canvas.drawString(72, 500, "Tydligt")
    canvas.save()
    file = tmp_path / "pale.pdf"
    file.write_bytes(out.getvalue())
    assert [one.text for one in words_in_grey(file) if one.contrast < LEAST] == ["Blekt", "Dolt"]
    assert len(fonts_from_elsewhere(file)) == 1
