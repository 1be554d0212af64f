"""The mentee's own language beside Swedish or English on a paper: its headings and fixed texts, one file a language."""

import json
from datetime import date, time

from mentorapp.domain.errors import MentorError
from resources import path_of

SECOND_LANGUAGES = ("en", "uk", "so", "ti", "ar", "prs")
RIGHTWARD = frozenset({"ar", "prs"})

# As mentors write them, in Swedish and in English.
_NAMES = {
    "engelska": "en", "english": "en", "ukrainska": "uk", "ukrainian": "uk", "somaliska": "so", "somali": "so",
    "tigrinja": "ti", "tigrinska": "ti", "tigrinya": "ti", "arabiska": "ar", "arabic": "ar", "dari": "prs",
}  # fmt: skip


def second_of(named: str) -> str:
    """The code of a language by the name somebody wrote, the first that is known; empty where there is no paper in
    it."""
    words = "".join(letter if letter.isalpha() else " " for letter in named.casefold()).split()
    return next((_NAMES[word] for word in words if word in _NAMES), "")


class SecondLanguage:
    """Calling it with a key gives the text; a missing key raises KeyError, and a test finds it. `code` is the language
    as PDF names it."""

    def __init__(self, code: str) -> None:
        if code not in SECOND_LANGUAGES:
            raise MentorError("language_unknown", language=code)
        self.code = code
        self.rightward = code in RIGHTWARD
        self.said: dict[str, str] = json.loads(path_of("papers", f"{code}.json").read_text(encoding="utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        return self.said[key].format(**values) if values else self.said[key]

    def day(self, day: date, at: time | None) -> str:
        """Weekday, day and month in numbers, and the time: what is read the same in every language."""
        parts = [self(f"weekday_{day.weekday()}"), f"{day.day}/{day.month}", at.strftime("%H:%M") if at else ""]
        return " ".join(part for part in parts if part)
