"""What a screen reader is told: the accessibility tree of the real window, on a desktop of its own, place by place."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorapp.sample.provkoping import list_people

pytestmark = pytest.mark.system

Places = dict[str, dict[str, Any]]

# The program and who reads its tree, under one window manager and one bus.
DESKTOP = """
openbox & window_manager=$!
/usr/libexec/at-spi-bus-launcher --launch-immediately & bus=$!
sleep 1
"$1" -m ui.start $2 & program=$!
/usr/bin/python3 tests/system/tree.py "$3" "$4"
read=$?
xdotool key alt+F4
sleep 3
kill $program $window_manager $bus 2>/dev/null
exit $read
"""
FIELDS = frozenset({"text", "entry", "password text", "spin button", "combo box"})
BUTTONS = frozenset({"push button", "toggle button", "check box", "radio button", "page tab"})


def walked(root: Path, needs: Callable[..., None], lacking: Callable[[str], None], way: str, *options: str) -> Places:
    """What was told at the places of a way."""
    needs("xvfb-run", "dbus-run-session", "openbox", "xdotool")
    able = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
    if able.returncode != 0 or not Path("/usr/libexec/at-spi-bus-launcher").exists():
        lacking("not on this system: at-spi2-core, python3-pyatspi")
    # A short name: sockets lie in it.
    with tempfile.TemporaryDirectory(prefix="desktop") as folder:
        out = Path(folder) / "told.json"
        (Path(folder) / "profile").mkdir()
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_", "DBUS_"))}
        environment |= {
            "HOME": folder,
            "TMPDIR": folder,
            "XDG_RUNTIME_DIR": folder,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "bash", "-c", DESKTOP]
        asked = " ".join(option.format(folder=folder) for option in options)
        command = [*screen, "desktop", sys.executable, asked, way, str(out)]
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, timeout=600, check=False
        )
        assert done.returncode == 0, done.stderr[-6000:]
        told: Places = json.loads(out.read_text(encoding="utf-8"))
        return told


@pytest.fixture(scope="module")
def told(root: Path, needs: Callable[..., None], lacking: Callable[[str], None]) -> Places:
    """At every place of the program: the sample people, then locked, then the first run of somebody new."""
    everything = walked(root, needs, lacking, "demo", "--demo")
    return everything | walked(root, needs, lacking, "first run", "--profile {folder}/profile")


def visible(places: Places) -> list[tuple[str, dict[str, Any]]]:
    return [(name, node) for name, place in places.items() for node in place["nodes"] if node["visible"]]


def named(place: str, node: dict[str, Any]) -> str:
    return f"{place}: {node['role']} {node['name']!r} ({node['widget']})"


def words_of_people() -> set[str]:
    people = [person["person"] for person in list_people()]
    return {one[key] for one in people for key in ("preferred_name", "family_name")}


def people_in(texts: list[str]) -> set[str]:
    told = "\n".join(texts)
    return {word for word in words_of_people() if re.search(rf"\b{word}\b", told)}


def texts_of(place: dict[str, Any]) -> list[str]:
    return [node[key] for node in place["nodes"] for key in ("name", "description", "text")]


def test_whatever_can_have_the_focus_has_a_name(told: Places) -> None:
    """But for empty cells beside the first of their row: a reader says itself that they are empty."""
    nameless = [
        named(place, node)
        for place, node in visible(told)
        if node["focusable"] and not node["name"].strip() and not (node["role"] == "table cell" and node["column"] > 0)
    ]
    assert nameless == []


def test_every_field_has_its_label(told: Places) -> None:
    fields = [(place, node) for place, node in visible(told) if node["role"] in FIELDS]
    assert len(fields) > 20
    bare = [named(place, node) for place, node in fields if not any([*node["labels"], node["name"].strip()])]
    assert bare == []


def test_a_label_that_stands_before_its_field_says_the_same(told: Places) -> None:
    differing = [
        named(place, node)
        for place, node in visible(told)
        if node["labels"] and node["role"] in FIELDS - {"combo box"} and node["name"] not in node["labels"]
    ]
    assert differing == []


def test_every_button_has_a_name(told: Places) -> None:
    buttons = [(place, node) for place, node in visible(told) if node["role"] in BUTTONS]
    assert len(buttons) > 200
    assert [named(place, node) for place, node in buttons if not node["name"].strip()] == []


def test_every_table_tells_its_columns(told: Places) -> None:
    for place in ("mentees", "mentee contacts"):
        headers = [node["name"] for node in told[place]["nodes"] if node["role"] == "table column header"]
        assert len(headers) > 4
        assert all(headers)


def test_the_focus_is_somewhere_at_every_place(told: Places) -> None:
    for place, nodes in ((name, place["nodes"]) for name, place in told.items()):
        assert any(node["focused"] for node in nodes), place


def test_no_window_title_has_a_name(told: Places) -> None:
    for place in told.values():
        assert "Mentor" in place["titles"]
        assert people_in(place["titles"]) == set()


def test_the_window_is_called_by_the_program_alone(told: Places) -> None:
    assert {node["name"] for place in told.values() for node in place["nodes"] if node["role"] == "frame"} == {"Mentor"}


def test_on_idag_no_name_is_in_the_tree_until_names_are_shown(told: Places) -> None:
    """Hidden nodes too: the pages behind have not been filled."""
    assert people_in(texts_of(told["today"])) == set()
    assert any(re.search(r"\b[A-Z]{2} \d{3}\b", text) for text in texts_of(told["today"]))
    assert len(people_in(texts_of(told["today with names"]))) > 6


def test_no_name_is_in_the_tree_after_a_lock(told: Places) -> None:
    for place in ("unlock", "recover"):
        assert people_in(texts_of(told[place])) == set()
