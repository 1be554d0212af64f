"""What a screen reader is told: the accessibility tree of the real window, on a desktop of its own, place by place."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from mentorapp.sample.provkoping import list_people
from resources import path_of

pytestmark = pytest.mark.system

Places = dict[str, dict[str, Any]]

FIELDS = frozenset({"text", "entry", "password text", "spin button", "combo box"})
CHARTS = frozenset({"StepChart", "TwoVoices", "Lanes"})
BUTTONS = frozenset({"push button", "toggle button", "check box", "radio button", "page tab"})


@pytest.fixture(scope="module")
def told(walk: Callable[..., Places]) -> Places:
    """At every place of the program: the sample people, then locked, then the first run of somebody new."""
    return walk("demo", "--demo") | walk("first run", "--profile", "{folder}/profile")


def visible(places: Places) -> list[tuple[str, dict[str, Any]]]:
    return [(name, node) for name, place in places.items() for node in place["nodes"] if node["visible"]]


def named(place: str, node: dict[str, Any]) -> str:
    return f"{place}: {node['role']} {node['name']!r} ({node['widget']})"


def words_of_people() -> set[str]:
    people = [person["person"] for _number, person, _case in list_people()]
    return {one[key] for one in people for key in ("preferred_name", "family_name")}


def people_in(texts: list[str]) -> set[str]:
    told = "\n".join(texts)
    return {word for word in words_of_people() if re.search(rf"\b{word}\b", told)}


def examples() -> set[str]:
    """What the settings say for example is the program's own, whoever is in the store."""
    settings = json.loads((path_of("translations") / "sv" / "settings.json").read_text(encoding="utf-8"))
    return {text for key, text in settings.items() if key.endswith("_example")}


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
    assert len(fields) > 80
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
    assert len(buttons) > 800
    assert [named(place, node) for place, node in buttons if not node["name"].strip()] == []


def test_every_table_tells_its_columns(told: Places) -> None:
    for place in ("mentees", "mentee contacts", "workplaces"):
        headers = [node["name"] for node in told[place]["nodes"] if node["role"] == "table column header"]
        assert len(headers) > 4
        assert all(headers)


def test_every_chart_says_in_words_what_it_shows(told: Places) -> None:
    charts = [(place, node) for place, node in visible(told) if node["widget"] in CHARTS]
    assert {node["widget"] for _place, node in charts} == CHARTS
    assert [named(place, node) for place, node in charts if len(node["description"]) < 20] == []
    (voices,) = (node for place, node in charts if place == "placement" and node["widget"] == "TwoVoices")
    assert "skiljer" in voices["description"]


def test_every_line_of_a_form_says_which_it_is_and_what_its_ends_mean(told: Places) -> None:
    told_of = {node["description"]: node["name"] for node in told["marks of the mentee"]["nodes"]}
    lines = {place: name for place, name in told_of.items() if re.match(r"Rad \d+ av 10\.", place)}
    assert len(lines) == 10
    assert [name for name in lines.values() if "Till vänster: " not in name] == []


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
    """Hidden nodes too: the pages behind have not been filled, and the settings name invented people only."""
    assert people_in([text for text in texts_of(told["today"]) if text not in examples()]) == set()
    assert any(re.search(r"\b[A-Z]{2} \d{3}\b", text) for text in texts_of(told["today"]))
    assert len(people_in(texts_of(told["today with names"]))) > 6


def test_no_name_is_in_the_tree_after_a_lock(told: Places) -> None:
    for place in ("unlock", "recover"):
        assert people_in(texts_of(told[place])) == set()
