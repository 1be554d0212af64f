"""The texts of the program by key: `today.title` is `title` in `today.json` of the language.

A file is read when its first key is asked for: start-up reads only what it shows.
"""

import json
from decimal import Decimal

from mentorapp.domain.errors import MentorError
from resources import path_of

from .second import SecondLanguage

LANGUAGES = ("sv", "en")


class Texts:
    """Calling it with a key gives the text; `values` fill its `{names}`.

    A text that is a JSON object has the forms `one` and `other`; the value `count` chooses. A missing key raises
    KeyError: a missing text is a bug, and a test finds it. `second` is the mentee's language, for a paper that says
    its headings in both; a language is not put beside itself.
    """

    def __init__(self, language: str = "sv", second: str = "") -> None:
        if language not in LANGUAGES:
            raise MentorError("language_unknown", language=language)
        self.language = language
        self.second = SecondLanguage(second) if second and second != language else None
        self._rooms: dict[str, dict[str, str | dict[str, str]]] = {}

    def __call__(self, key: str, **values: object) -> str:
        room, _, name = key.partition(".")
        text = self._room(room)[name]
        if isinstance(text, dict):
            text = text["one" if values["count"] == 1 else "other"]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        room, _, name = key.partition(".")
        return name in self._room(room)

    def error(self, error: MentorError) -> str:
        """The sentence of an error that a user can understand."""
        return self(f"errors.{error.key}", **{name: self._said(value) for name, value in error.values.items()})

    def _said(self, value: object) -> object:
        """Numbers with decimals as they are written in the language: 97,5 in Swedish; without empty decimals."""
        if not isinstance(value, Decimal):
            return value
        text = f"{value:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", ",") if self.language == "sv" else text

    def _room(self, room: str) -> dict[str, str | dict[str, str]]:
        if room not in self._rooms:
            path = path_of("translations", self.language, f"{room}.json")
            self._rooms[room] = json.loads(path.read_text(encoding="utf-8"))
        return self._rooms[room]
