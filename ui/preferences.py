"""What is remembered outside the store: language, look, the window's place and where the store lies.

Never a person's name or number. A file that cannot be read gives the shipped values.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

_FOLDER = "Mentor"
_FILE = "preferences.json"
_STORE = "mentor.mentor"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`store` is empty until a store was made or chosen; `window` is Qt's own description of place and size."""

    language: str = "sv"
    theme: str = "system"
    text_percent: int = 100
    store: str = ""
    window: str = ""


class PreferenceFile:
    """The preferences as they are now. Qt's standard folders are used: they cost nothing at start."""

    def __init__(self, profile: Path | None = None) -> None:
        places = QStandardPaths.StandardLocation
        self._config = profile or _standard(places.GenericConfigLocation)
        self._data = profile or _standard(places.GenericDataLocation)
        self.now = _read(self._config / _FILE)

    def change(self, **values: Any) -> None:
        """Sets some of them and writes the file; OSError when the disk does not take it."""
        changed = replace(self.now, **values)
        if changed == self.now:
            return
        self.now = changed
        self._config.mkdir(parents=True, exist_ok=True)
        part = self._config / f"{_FILE}.part"
        part.write_text(json.dumps(asdict(changed), ensure_ascii=False, indent=2), encoding="utf-8")
        part.replace(self._config / _FILE)

    def store_path(self) -> Path:
        """Where the store lies, or is to be made."""
        return Path(self.now.store) if self.now.store else self._data / _STORE

    def prepare_store_folder(self) -> None:
        """For a store that is to be made: its folder, for this account only."""
        self.store_path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)


def _standard(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place)) / _FOLDER


def _read(path: Path) -> Preferences:
    shipped = Preferences()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return shipped
    if not isinstance(stored, dict):
        return shipped
    fit = {
        f.name: stored[f.name]
        for f in fields(Preferences)
        if f.name in stored and type(stored[f.name]) is type(getattr(shipped, f.name))
    }
    return replace(shipped, **fit)
