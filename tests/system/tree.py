"""Walks through the window as somebody does who cannot see it, and writes down what a screen reader is told.

Run by the system's own Python, which has `pyatspi`, beside the program on one desktop: `tree.py WAY OUT.json`. For
each place that the way leads to, the visible nodes of the accessibility tree (at some all) and the window titles.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyatspi

POINT_AFTER_SECONDS = 5.0
PATIENCE_SECONDS = 90
PAUSE_SECONDS = 0.3
WINDOW = "Mentor"

Node = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where the pressing of a node, keys, or keys and then a node lead, and what is visible then, by keys of texts.

    `whole`: and what is hidden.
    """

    name: str
    shows: str
    press: str = ""
    keys: tuple[str, ...] = ()
    press_then: str = ""
    whole: bool = False


WAYS = {
    "demo": (
        Place("today", "today.show_names", whole=True),
        Place("today with names", "today.names_shown", press="today.show_names", whole=True),
        Place("mentees", "mentees.new", keys=("ctrl+2",)),
        Place("new mentee", "mentees.came_how", press="mentees.new"),
        Place("mentees again", "mentees.filter", keys=("Escape",)),
        Place("figures", "figures.not_asked", press="mentees.figures"),
        Place("mentees after figures", "mentees.filter", keys=("Escape",)),
        Place("mentee overview", "mentee.all_at_once", keys=("Return",)),
        Place("mentee mapping", "mapping.any_order", keys=("ctrl+Tab",)),
        Place("mentee plan", "plan.new_goal", keys=("ctrl+Tab",)),
        Place("mentee contacts", "contacts.came", keys=("ctrl+Tab",)),
        Place("preview", "preview.pages_name", keys=("ctrl+p",)),
        Place("mentee contacts again", "contacts.came", keys=("Escape",)),
        Place("milestone", "contacts.milestone_kind", press="contacts.milestone_add"),
        Place("mentee work", "work.match", keys=("Escape", "ctrl+Tab")),
        Place("match", "work.close", press="work.match"),
        Place("new studies", "work.course", keys=("Escape",), press_then="work.studies_new"),
        Place("stage", "work.stages_overlap", keys=("Escape",), press_then="work.stage_begin"),
        Place("mentee ratings", "scales.fill", keys=("Escape", "ctrl+Tab")),
        Place("form", "scales.skip", press="scales.fill"),
        Place("blank form", "preview.pages_name", keys=("ctrl+p",)),
        Place("form again", "scales.skip", keys=("Escape",)),
        Place("mentee around", "around.file_add", keys=("ctrl+Tab",)),
        Place("support by others", "around.actor", press="around.intervention_new"),
        Place("mentee network", "network.add", keys=("Escape", "ctrl+Tab")),
        Place("role in the network", "network.add_do", press="network.add"),
        Place("mentee network again", "network.add", keys=("Escape",)),
        Place("register", "register.search", press="network.register"),
        Place("new in the register", "register.person_title", press="register.person_new"),
        Place("mentee from the register", "network.add", keys=("Escape", "Escape")),
        Place("mentee papers", "print_log.none", keys=("ctrl+Tab",)),
        Place("mentee details", "details.address_add", keys=("ctrl+Tab",)),
        Place("mentee closing", "closing.begin", keys=("ctrl+Tab",)),
        Place("closing", "closing.close", press="closing.begin"),
        Place("meetings", "meeting.book", keys=("Escape", "ctrl+3")),
        Place("after a meeting", "after.people", keys=("Return",)),
        Place("workplaces", "workplaces.new", keys=("Escape", "ctrl+4")),
        Place("new workplace", "workplaces.name", press="workplaces.new"),
        Place("mentees for a placement", "mentees.filter", keys=("Escape", "ctrl+2")),
        Place("mentee with a placement", "mentee.all_at_once", keys=("b", "Return")),
        Place("work with a placement", "work.match", keys=("ctrl+Tab",) * 4),
        Place("placement", "placement.fill_in", keys=("Return",)),
        Place("hours", "placement.hours_from", press="placement.hours_change"),
        Place("follow-up", "placement.answers_oral", keys=("Escape",), press_then="placement.fill_in"),
        Place("marks of the mentee", "scales.skip", press="placement.save_and_fill"),
        Place("placement again", "placement.fill_in", keys=("Escape",)),
        Place("filled form", "preview.pages_name", keys=("ctrl+p",)),
        Place("ratings with curves", "scales.which", keys=("Escape", "Escape", "ctrl+Tab")),
        Place("groups", "groups.new", keys=("ctrl+g",)),
        Place("new group", "groups.title_of", press="groups.new"),
        Place("quick note", "note.what_happened", keys=("Escape", "ctrl+n")),
        Place("quick note with more", "note.step_by", press="note.extras"),
        Place("settings", "settings.look_why", keys=("Escape", "ctrl+comma")),
        Place("settings: myself", "settings.profile_why", press="settings.profile"),
        Place("settings: programmes", "settings.programmes_why", press="settings.programmes"),
        Place("settings: forms", "settings.forms_why", press="settings.forms"),
        Place("new form", "forms.title_sv", press="forms.new"),
        Place("settings: ratings", "settings.ratings_why", keys=("Escape",), press_then="settings.ratings"),
        Place("settings: lists", "settings.lists_why", press="settings.lists"),
        Place("settings: limits", "settings.limits_why", press="settings.limits"),
        Place("settings: reminders", "settings.reminders_why", press="settings.reminders"),
        Place("settings: disposals", "settings.disposals_why", press="settings.disposals"),
        Place("settings: safety", "settings.security_why", press="settings.security"),
        Place("settings: sample", "settings.sample_why", press="settings.sample"),
        Place("settings: about", "settings.about_why", press="settings.about"),
        Place("keys", "keys.title", keys=("F1",)),
        Place("unlock", "unlock.unlock", keys=("Escape", "ctrl+l"), whole=True),
        Place("recover", "recover.next", press="unlock.forgot"),
    ),
    "first run": (
        Place("first run: language", "first_run.next"),
        Place("first run: passphrase", "passphrase.suggest", press="first_run.next"),
    ),
}


def said(key: str) -> str:
    """The Swedish text of a key."""
    room, _, name = key.partition(".")
    texts = Path(__file__).parents[2] / "resources" / "translations" / "sv" / f"{room}.json"
    return str(json.loads(texts.read_text(encoding="utf-8"))[name])


def snapshot(whole: bool = False) -> tuple[list[Node], list[Any]]:
    """What is known of the nodes, parents before children, and the nodes themselves; nothing is kept from before."""
    known: list[Node] = []
    live: list[Any] = []
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.name == WINDOW:
            program.clear_cache()
            for window in program:
                look_into(window, known, live, whole)
    return known, live


def look_into(accessible: Any, known: list[Node], live: list[Any], whole: bool) -> None:
    """A node that goes away meanwhile is left out; below a hidden node nothing is visible, whatever it says.

    What is scrolled out of view counts: the reader's focus brings it in.
    """
    try:
        node = described(accessible)
        if not (node["visible"] or whole):
            return
        known.append(node)
        live.append(accessible)
        children = [child for child in accessible if child is not None]
    except (pyatspi.registry.GLib.GError, RuntimeError, LookupError, AttributeError):
        return
    for child in children:
        look_into(child, known, live, whole)


def described(accessible: Any) -> Node:
    states = accessible.getState()
    return {
        "role": accessible.getRoleName(),
        "name": accessible.name,
        "description": accessible.description,
        "widget": accessible.get_accessible_id().rpartition(".")[2],
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "visible": states.contains(pyatspi.STATE_VISIBLE),
        "text": text(accessible),
        "column": table_column(accessible),
        "labels": labels(accessible),
    }


def text(accessible: Any) -> str:
    """What stands in a field."""
    try:
        return str(accessible.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def table_column(accessible: Any) -> int:
    """-1 for what is no cell of a table."""
    try:
        return int(accessible.queryTableCell().position[-1])
    except (NotImplementedError, AttributeError, TypeError):
        return -1


def labels(accessible: Any) -> list[str]:
    """The names of what labels it."""
    found = []
    for relation in accessible.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            found += [relation.getTarget(number).name for number in range(relation.getNTargets())]
    return found


def press(name: str) -> None:
    """By the node's own action, as a screen reader does it."""
    known, live = snapshot()
    for node, accessible in zip(known, live, strict=True):
        if node["name"] == name and node["focusable"]:
            able = accessible.queryAction()
            able.doAction([able.getName(number) for number in range(able.nActions)].index("Press"))
            return
    sys.exit(f"nothing to press is called {name}")


def go_to(place: Place) -> dict[str, Any]:
    if place.press:
        press(said(place.press))
    for key in place.keys:
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
    if place.press_then:
        wait_for(lambda known: any(node["name"] == said(place.press_then) for node in known), place)
        press(said(place.press_then))
    wait_for(lambda known: any(node["name"] == said(place.shows) for node in known), place)
    return {"nodes": snapshot(place.whole)[0], "titles": window_titles()}


def wait_for(holds: Callable[[list[Node]], bool], place: Place) -> None:
    """Until the tree holds what is wanted, has the focus somewhere, and has come to rest."""
    until = time.monotonic() + PATIENCE_SECONDS
    before: list[Node] = []
    point_at = time.monotonic() + POINT_AFTER_SECONDS
    while time.monotonic() < until:
        known, _ = snapshot()
        has_focus = any(node["focused"] for node in known)
        if known == before and holds(known) and has_focus:
            return
        if not has_focus and time.monotonic() > point_at:
            # A window manager that is late leaves the window without the keys: whoever sits there clicks on it.
            point_at = time.monotonic() + POINT_AFTER_SECONDS
            found = ["xdotool", "search", "--onlyvisible", "--name", "^Mentor$", "windowfocus"]
            subprocess.run(found, check=False, capture_output=True)
        before = known
        time.sleep(PAUSE_SECONDS)
    shown = [node["name"] for node in before if node["name"]]
    sys.exit(f"“{said(place.shows)}” is not at {place.name}, but: {shown}; focus: {has_focus}")


def window_titles() -> list[str]:
    """As the window manager knows them."""
    found = subprocess.run(["xdotool", "search", "--name", "."], capture_output=True, text=True, check=False)
    named = [
        subprocess.run(["xdotool", "getwindowname", window], capture_output=True, text=True, check=False)
        for window in found.stdout.split()
    ]
    return sorted({done.stdout.strip() for done in named})


def main(way: str, out: str) -> None:
    places = {place.name: go_to(place) for place in WAYS[way]}
    Path(out).write_text(json.dumps(places, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
