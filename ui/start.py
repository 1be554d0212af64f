"""The command `mentorapp`: without arguments the window, with a verb the terminal.

Nothing heavy is imported here: the terminal needs no Qt, and the window no more than it shows.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

PROFILE, DEMO, PICTURES, DEMO_FOLDER = "--profile", "--demo", "--pictures", "--demo-folder"
_WINDOW = frozenset({PROFILE, DEMO, PICTURES, DEMO_FOLDER})
_TAKES_FOLDER = frozenset({PROFILE, PICTURES, DEMO_FOLDER})
_MISUSED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """`argv` without the name of the program; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] not in _WINDOW:
        from mentorapp.cli import main as terminal

        return int(terminal(arguments) or 0)
    asked = _asked(arguments)
    if asked is None or (PICTURES in asked and DEMO not in asked):
        sys.stderr.write(_text("usage") + "\n")
        return _MISUSED
    return _open(asked)


def _asked(arguments: Sequence[str]) -> dict[str, str] | None:
    """Options with their folders; None when they cannot be read."""
    asked: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        if option not in _WINDOW or option in asked:
            return None
        if option in _TAKES_FOLDER:
            if not rest:
                return None
            asked[option] = rest.pop(0)
        else:
            asked[option] = ""
    return asked


def _open(asked: dict[str, str]) -> int:
    if PICTURES in asked:
        from ui.pictures import make_pictures

        return make_pictures(Path(asked[PICTURES]))
    if not _has_screen():
        sys.stderr.write(_text("no_screen") + "\n")
        return 1
    import gc

    gc.disable()  # Nothing is thrown away before the first page is painted; then it is switched on again.
    from ui.app import run
    from ui.launch import Launch

    folder = {option: Path(asked[option]) if option in asked else None for option in (PROFILE, DEMO_FOLDER)}
    return run(Launch(profile=folder[PROFILE], demo=DEMO in asked, demo_folder=folder[DEMO_FOLDER]))


def _has_screen() -> bool:
    """Qt ends the process with a dump when it finds no screen on Linux."""
    import os

    places = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(place) for place in places)


def _text(key: str) -> str:
    from mentorapp.language.texts import Texts

    return Texts("sv")(f"window.{key}")


if __name__ == "__main__":
    sys.exit(main())
