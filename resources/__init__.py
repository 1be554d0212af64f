"""What is neither code nor a user's data: fonts, icons, translations and ladders as files."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path_of(*parts: str) -> Path:
    """The file or folder of that name below `resources`."""
    return _HERE.joinpath(*parts)
