"""What a finished file says of itself: no name, only embedded fonts, the same bytes for the same plan."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from mentorapp.domain.plan_sheet import PlanSheet
from mentorapp.printing.colour_profile import srgb
from mentorapp.printing.files import file_name, page_count, sha256

ROOT = Path(__file__).resolve().parents[2]
Render = Callable[..., bytes]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


@pytest.mark.parametrize("easy", [True, False])
def test_title_and_metadata_name_nobody(farah: PlanSheet, render: Render, easy: bool) -> None:
    with opened(render(farah, easy=easy)) as pdf:
        said = pdf.Root.Metadata.read_bytes().decode() + " ".join(str(value) for value in pdf.docinfo.values())
        assert pdf.docinfo.Title == "Min plan"
        assert '<rdf:li xml:lang="x-default">Min plan</rdf:li>' in said
        assert not any(name in said for name in ("Farah", "Sagolik", "Moa", "Mentorsson"))
        assert pdf.Root.Lang == "sv"


def test_only_embedded_fonts_are_used(farah: PlanSheet, render: Render) -> None:
    for pdf_bytes in (render(farah), render(farah, easy=True)):
        with opened(pdf_bytes) as pdf:
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@pytest.mark.skipif(which("pdffonts") is None, reason="pdffonts (poppler-utils) is not installed")
def test_pdffonts_agrees(farah: PlanSheet, render: Render) -> None:
    done = subprocess.run(["pdffonts", "-"], input=render(farah), capture_output=True, check=True)
    rows = done.stdout.decode().splitlines()[2:]
    assert rows
    assert all(row.split()[3:5] == ["yes", "yes"] for row in rows)


def test_every_box_says_in_words_whether_it_is_ticked(farah: PlanSheet, render: Render) -> None:
    for easy in (True, False):
        with opened(render(farah, easy=easy)) as pdf:
            figures = [
                thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
            ]
            assert [str(figure.Alt) for figure in figures].count("Klart") == 3
            assert [str(figure.Alt) for figure in figures].count("Inte klart än") == 3
            assert all(len(figure.A.BBox) == 4 for figure in figures)


def test_header_cells_name_their_column_and_a_repeated_head_is_no_second_row(farah: PlanSheet, render: Render) -> None:
    with opened(render(farah)) as pdf:
        heads = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH"]
        assert len(heads) == 4 + 4 + 3
        assert all(head.A.Scope == "/Column" for head in heads)


def test_the_same_plan_is_the_same_bytes(farah: PlanSheet, render: Render) -> None:
    first = render(farah, easy=True)
    render(farah, easy=False, language="en")
    assert render(farah, easy=True) == first
    assert sha256(first) == sha256(bytes(first))


PRINT_A_FINGERPRINT = """
from datetime import date
from mentorapp.language import Texts
from mentorapp.printing.files import sha256
from mentorapp.printing.recovery_sheet import render_recovery_sheet
print(sha256(render_recovery_sheet(["7K3Q"] * 18, store_hint="", texts=Texts("sv"), printed_on=date(2026, 11, 25))))
"""


def test_another_process_makes_the_same_bytes() -> None:
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PRINT_A_FINGERPRINT]
        seen.add(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)
    assert len(seen) == 1


def test_a_plan_is_small(farah: PlanSheet, render: Render) -> None:
    assert len(render(farah)) < 60_000
    assert page_count(render(farah)) == 1
    assert page_count(render(farah, easy=True)) == 1


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("ZA 276", "ZA276_P01_2026-11-25.pdf"),
        ("../Åsa/\x00..", "Asa_P01_2026-11-25.pdf"),
        ("محمد", "P01_2026-11-25.pdf"),
        ("x" * 300, "x" * 24 + "_P01_2026-11-25.pdf"),
    ],
)
def test_a_file_name_is_plain_letters_on_every_system(alias: str, name: str) -> None:
    assert file_name(alias, "P01", date(2026, 11, 25)) == name


def test_the_colour_profile_is_what_it_says() -> None:
    profile = srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    assert srgb() is profile


def test_the_package_alone_imports_nothing_heavy() -> None:
    code = "import sys, mentorapp.printing; print([m for m in ('reportlab', 'pikepdf', 'segno') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_nothing_outside_printing_imports_the_pdf_libraries() -> None:
    imported = re.compile(r"^\s*(import|from) (reportlab|pikepdf)\b", re.MULTILINE)
    files = [path for path in (ROOT / "mentorapp").rglob("*.py") if "printing" not in path.parts]
    assert [path for path in files if imported.search(path.read_text(encoding="utf-8"))] == []
