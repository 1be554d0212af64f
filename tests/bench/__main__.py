"""`python -m tests.bench [--size S|M|L] [--only start,data,screens,paper] [--folder F] [--json] [--smoke]`: one table.

Floor and product are measured in turn in the same run; only their ratio and the p95 mean something on another machine.
This is no test: nothing fails when a goal is missed, it can be read off.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .measuring import SMOKE, Row, as_json, table
from .places import Place, made

ROOT = Path(__file__).resolve().parents[2]
_NOT = "not measured"
PARTS = ("start", "data", "screens", "paper")


def rows_of(part: str, folder: Path, size: str) -> Iterator[Row]:
    """What a part cannot measure, such as a window that does not start, is a row with the reason."""
    try:
        if part == "start":
            from .starts import start_rows

            yield from start_rows(made(folder, size), folder)
        elif part == "data":
            from .data import data_rows

            yield from data_rows(made(folder, size))
        elif part == "screens":
            yield from in_a_process_of_its_own(made(folder, size))
        else:
            from .paper import paper_rows

            yield from paper_rows(made(folder, "sample"))

            from .packs import pack_rows

            yield from pack_rows(made(folder, "sample"))
    except Exception as error:  # noqa: BLE001 - the other rows are to be measured all the same
        yield Row(f"({part})", f"{_NOT}: {type(error).__name__}: {error}")


def in_a_process_of_its_own(place: Place) -> Iterator[Row]:
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-m", "tests.bench.screens", str(place.sealed), str(place.plain)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    for line in done.stdout.splitlines():
        yield Row(**json.loads(line))
    if done.returncode:
        raise RuntimeError(" ".join(done.stderr.strip().splitlines()[-1:]))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", default="M", choices=("S", "M", "L"))
    parser.add_argument("--only", default=",".join(PARTS), help="parts, with commas between")
    parser.add_argument("--folder", type=Path, help="where the generated stores are kept for the next run")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--smoke", action="store_true", help="size S, one round: does everything still run?")
    asked = parser.parse_args()
    if asked.smoke:
        os.environ[SMOKE], asked.size = "1", "S"
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [row for part in asked.only.split(",") for row in rows_of(part, folder, asked.size)]
    if asked.json:
        print(as_json(rows))
    else:
        print(f"Size {asked.size}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
        print(table(rows))
    return int(asked.smoke and any(row.goal.startswith(_NOT) for row in rows))


if __name__ == "__main__":
    sys.exit(main())
