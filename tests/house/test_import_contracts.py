"""Every import contract is proved: one forbidden import is planted in a copy of the tree, and the contract breaks.

A contract that never failed is no contract. The contracts themselves stand in pyproject.toml.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# contract -> the files that break it, each with its one forbidden line
PLANTED = {
    "Rooms lie in layers": {"mentorapp/store/planted.py": "import mentorapp.printing"},
    "The window lies in layers": {"ui/widgets/planted.py": "import ui.screens"},
    "The program knows no screen": {"mentorapp/language/planted.py": "import PySide6.QtCore"},
    "The domain needs the standard library only": {"mentorapp/domain/planted.py": "import sqlalchemy"},
    "Screens are independent": {
        "ui/screens/planted_one.py": "import ui.screens.planted_two",
        "ui/screens/planted_two.py": "",
    },
    "Prints and exchange never reach private notes": {
        "mentorapp/exchange/planted.py": "import mentorapp.store.private_notes"
    },
}


def contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code alone, with its settings, where a test may spoil it."""
    no_code = shutil.ignore_patterns("__pycache__", "*.json", "*.ttf", "*.svg", "*.txt")
    for package in ("mentorapp", "ui", "resources"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=no_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(tree: Path) -> tuple[int, str]:
    """The verdict of import-linter on the tree, and what it wrote."""
    program = Path(sys.executable).parent / "lint-imports"
    environment = dict(os.environ, PYTHONPATH=str(tree), PYTHONUTF8="1", COLUMNS="200")
    ended = subprocess.run(
        [program, "--no-cache"], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    return ended.returncode, ended.stdout + ended.stderr


def test_every_contract_has_its_planted_violation() -> None:
    assert sorted(contracts()) == sorted(PLANTED)


def test_the_tree_keeps_every_contract(copy: Path) -> None:
    verdict, report = lint(copy)
    assert verdict == 0, report
    assert f"{len(contracts())} kept, 0 broken" in report


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_breaks_the_contract(copy: Path, contract: str) -> None:
    for name, line in PLANTED[contract].items():
        (copy / name).write_text(f"{line}\n", encoding="utf-8")
    verdict, report = lint(copy)
    assert verdict == 1, report
    assert f"{contract} BROKEN" in report
    assert f"{len(PLANTED) - 1} kept, 1 broken" in report
