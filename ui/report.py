"""A report of a bug that can be sent to anybody: kinds of errors and places in the code, never a value or a message."""

import platform
import sys
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import qVersion

from mentorapp import __version__

_OURS = ("mentorapp", "ui", "resources")
_MOST_PLACES = 40


def report_of(error: BaseException) -> str:
    """Versions, then for each error of the chain its kind and the places it went through, innermost error last."""
    lines = [f"Mentor {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"]
    for number, one in enumerate(_chain(error)):
        lines.append("" if number == 0 else "->")
        lines.append(_kind(one))
        lines.extend(f"  {place}" for place in _places(one.__traceback__))
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _places(trace: TracebackType | None) -> list[str]:
    places = [f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}" for frame, line in walk_tb(trace)]
    if len(places) <= _MOST_PLACES:
        return places
    half = _MOST_PLACES // 2
    return [*places[:half], "...", *places[-half:]]


def _short(file: str) -> str:
    """The path from the package on: what lies above it may hold the name of a person."""
    path = Path(file)
    for root in sorted((Path(entry).resolve() for entry in sys.path if entry), key=lambda p: -len(p.parts)):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    own = [place for place, part in enumerate(path.parts) if part in _OURS]
    return "/".join(path.parts[own[-1] :]) if own else path.name
