"""What the program stands on: its own three names, the one SQLCipher, and a Qt that does not lose references."""

import importlib.util
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from mentorapp.store.cipher import SAFE_SQLITE

ROOT = Path(__file__).resolve().parents[2]
CALLS = 1000


@pytest.mark.parametrize("name", ["mentorapp", "ui", "resources"])
def test_the_package_name_belongs_to_this_program_alone(name: str) -> None:
    assert set(packages_distributions().get(name, [])) <= {"mentorapp"}
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin == str(ROOT / name / "__init__.py")


def test_packaging_is_a_folder_and_not_a_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert packages_distributions()["packaging"] == ["packaging"]


def test_only_one_distribution_brings_sqlcipher() -> None:
    assert set(packages_distributions()["sqlcipher3"]) == {"sqlcipher3"}


def test_the_engine_encrypts_and_is_new_enough_to_keep_what_it_is_given() -> None:
    assert dbapi2.sqlite_version_info >= SAFE_SQLITE
    connection = dbapi2.connect(":memory:")
    try:
        assert connection.execute("PRAGMA cipher_version").fetchone()[0]
    finally:
        connection.close()


def references_lost(label: QLabel) -> int:
    """By how much the count of `None` moves in calls that return nothing; outside of pytest's rewritten asserts."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("0")
        label.setEnabled(True)
        label.move(1, 1)
    return sys.getrefcount(None) - before


def test_qt_gives_away_no_reference_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 gives away one at nearly every call that returns nothing, until the process dies."""
    label = QLabel()
    qtbot.addWidget(label)
    references_lost(label)
    assert references_lost(label) == 0
