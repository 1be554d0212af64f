"""How the program was asked to start."""

from pathlib import Path


class Launch:
    """`profile` is a folder for preferences and store in place of the usual ones.

    `demo` opens the sample people unlocked; `demo_folder` opens the unlock page of sample people made before.
    """

    def __init__(self, profile: Path | None = None, *, demo: bool = False, demo_folder: Path | None = None) -> None:
        self.profile, self.demo, self.demo_folder = profile, demo, demo_folder
