"""The mentor has no authority (E1): no screen records a formal decision of the mentor's, and paper names the mentor as
support.
"""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
ABOUT_OTHERS = re.compile(
    r"(actions\.income_state_|around\.(decision_|gap_|income_state$|known_from|state_on)|network\.(appoint)"
    r"|codes\.((income|intervention)_state|csn_state)_granted|(reminders|settings|summary|today)\.\w*benefit_decision)"
)
"""What is said of the decisions of authorities: a benefit, an appointment. A new one is looked at here."""
SPEAKS_OF_DECISIONS = {
    "sv": re.compile(r"beslut|bevilja|avslår|avslag på din|myndighetsutöv|delegation|diarie", re.I),
    "en": re.compile(r"decision|\bgrants?\b|\brefuses?\b|exercise of authority|case number", re.I),
}
MENTOR_AS_OFFICIAL = {
    "sv": re.compile(r"din handläggare|mentorns? beslut|mentorn (beslutar|avgör|bestämmer)|ansvarig mentor", re.I),
    "en": re.compile(r"your caseworker|mentor(’s|'s)? decision|the mentor decides|mentor in charge", re.I),
}
DECIDED_TOGETHER = re.compile(r"codes\.decided_by_|mentee\.(decided_together|level_decided_by)|(settings\.limits_)")
"""Who chose a move on the ladder is a fact about a talk, with the two together as the first choice."""


def texts(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.json")):
        for key, value in json.loads(path.read_text(encoding="utf-8")).items():
            for number, form in enumerate(value.values() if isinstance(value, dict) else (value,)):
                found[f"{path.stem}.{key}" + (f"#{number}" if number else "")] = form
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_only_other_actors_decide(language: str) -> None:
    speaking = {key for key, words in texts(language).items() if SPEAKS_OF_DECISIONS[language].search(words)}
    assert {key for key in speaking if not (ABOUT_OTHERS.match(key) or DECIDED_TOGETHER.match(key))} == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_calls_the_mentor_an_official(language: str) -> None:
    assert {key for key, words in texts(language).items() if MENTOR_AS_OFFICIAL[language].search(words)} == set()


@pytest.mark.parametrize(("language", "role", "call"), [("sv", "mentor", "min mentor"), ("en", "mentor", "my mentor")])
def test_on_paper_the_mentor_is_the_mentees_own(language: str, role: str, call: str) -> None:
    said = texts(language)
    assert said["print.role_mentor"] == role
    assert call in said["print.call_mentor"]


def test_the_rules_catch_what_they_are_for() -> None:
    assert SPEAKS_OF_DECISIONS["sv"].search("Mitt beslut om insatsen")
    assert MENTOR_AS_OFFICIAL["sv"].search("Din handläggare är Moa")
    assert MENTOR_AS_OFFICIAL["en"].search("The mentor decides on the level")
    assert not ABOUT_OTHERS.match("plan.decision")
