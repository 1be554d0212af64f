"""What cannot be is refused by the real command: one plain sentence, an exit code, and the store as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.store import cipher
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.keys import database_key
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.occupancy import occupy
from mentorapp.store.opening import open_store
from mentorapp.store.plans import add_goal, add_plan, set_main_goal
from mentorapp.store.programmes import add_programme
from mentorapp.store.recovery import groups
from mentorapp.store.steps import add_step
from mentorapp.store.vault import unlock_with_passphrase

PASSPHRASE = "granit paraply mossa kanot trumpet"
CHECK = ("check", "prov.mentor", "--passphrase-file", "-")
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def unchanged(*files: Path) -> Iterator[None]:
    before = [file.read_bytes() for file in files]
    yield
    assert [file.read_bytes() for file in files] == before


# Passphrases and sheets


def test_a_wrong_passphrase(mentorapp: Any, prov: Path) -> None:
    with unchanged(prov):
        mentorapp.refuses(*CHECK, key="passphrase_wrong", code=2, typed="en annan\n")
        mentorapp.refuses(*CHECK, key="passphrase_wrong", code=2, typed="\n")


def test_a_passphrase_file_that_is_missing_or_no_text(here: Any, prov: Path, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00\xd8")
    check = ("check", "prov.mentor", "--passphrase-file")
    here.refuses(*check, "borta", key="passphrase_file_missing", code=2)
    here.refuses(*check, "noise", key="passphrase_file_unreadable", code=2)
    here.refuses(*check, ".", key="passphrase_file_unreadable", code=2)


def test_no_terminal_to_ask_in(mentorapp: Any, prov: Path) -> None:
    mentorapp.refuses("check", "prov.mentor", key="cannot_ask", code=2, before=os.setsid)


def test_a_new_passphrase_that_is_missing_or_empty(here: Any, prov: Path) -> None:
    change = ("passphrase", "prov.mentor", "--passphrase-file", "-")
    here.refuses(*change, key="second_line_missing", code=2)
    here.refuses(*change, key="passphrase_empty", code=2, typed=f"{PASSPHRASE}\n  \n")
    here.refuses("new", "ny.mentor", "--passphrase-file", "-", key="passphrase_empty", code=2, typed="\n")
    assert not list(prov.parent.glob("ny.mentor")), "a refused store leaves no file"


def test_a_wrong_group_on_the_recovery_sheet_is_named(mentorapp: Any, prov: Path) -> None:
    sheet = list(groups(unlock_with_passphrase(prov, PASSPHRASE).root))
    recover = ("recover", "prov.mentor", "--passphrase-file", "-")
    slip = [*sheet[:6], sheet[6][:3] + ("0" if sheet[6][3] != "0" else "1"), *sheet[7:]]
    with unchanged(prov, prov.with_name("prov.mentor.header")):
        mentorapp.refuses(
            *recover, key="recovery_group_wrong", code=2, values={"group": 7}, typed=" ".join(slip) + "\nny fras\n"
        )
        mentorapp.refuses(
            *recover, key="recovery_too_short", code=2, values={"expected": 72, "typed": 68, "group": 18},
            typed=" ".join(sheet[:-1]) + "\nny fras\n",
        )  # fmt: skip
        other = groups(type(unlock_with_passphrase(prov, PASSPHRASE).root)(bytes(range(32))))
        mentorapp.refuses(*recover, key="recovery_of_another_store", code=2, typed=" ".join(other) + "\nny fras\n")
        mentorapp.refuses(*recover, key="passphrase_empty", code=2, typed=" ".join(sheet) + "\n \n")


# The file


def test_a_file_that_is_not_there(mentorapp: Any) -> None:
    mentorapp.refuses(*CHECK, key="store_missing", code=2)


def test_a_folder(mentorapp: Any, tmp_path: Path) -> None:
    (tmp_path / "prov.mentor").mkdir()
    mentorapp.refuses(*CHECK, key="store_is_folder", code=2)
    mentorapp.refuses("new", "prov.mentor", "--passphrase-file", "-", key="store_exists", code=2)


def test_an_empty_file(mentorapp: Any, prov: Path) -> None:
    prov.write_bytes(b"")
    with unchanged(prov):
        mentorapp.refuses(*CHECK, key="store_empty", code=1)


@pytest.mark.parametrize("length", [100, 4_095])
def test_a_file_cut_within_its_first_page(mentorapp: Any, prov: Path, length: int) -> None:
    prov.write_bytes(prov.read_bytes()[:length])
    with unchanged(prov):
        mentorapp.refuses(*CHECK, key="store_too_short", code=1)


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_a_file_cut_later(mentorapp: Any, prov: Path, share: float) -> None:
    data = prov.read_bytes()
    prov.write_bytes(data[: int(len(data) * share)])
    outcome = mentorapp(*CHECK)
    assert outcome.code == 1
    assert outcome.err.startswith("Filen är skadad")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("share", [0.0, 0.6])
def test_a_flipped_bit(mentorapp: Any, prov: Path, share: float) -> None:
    data = bytearray(prov.read_bytes())
    data[int(len(data) * share) + 20] ^= 1
    prov.write_bytes(bytes(data))
    with unchanged(prov):
        outcome = mentorapp(*CHECK)
    assert outcome.code == 1
    assert outcome.err.startswith("Filen är skadad")
    assert "ok" not in outcome.out


def test_a_header_that_is_flipped_or_missing(mentorapp: Any, prov: Path) -> None:
    headers = [prov.with_name("prov.mentor.header"), prov.with_name("prov.mentor.header.previous")]
    for header in headers:
        data = bytearray(header.read_bytes())
        data[len(data) // 2] ^= 1
        header.write_bytes(bytes(data))
    outcome = mentorapp(*CHECK)
    assert (outcome.code, outcome.err) in [
        (1, "Nyckelfilen är skadad. Använd återställningsbladet eller återställ från en säkerhetskopia.\n"),
        (2, "Lösenfrasen stämmer inte. Försök igen.\n"),
    ]
    for header in headers:
        header.unlink()
    mentorapp.refuses(*CHECK, key="header_missing", code=1)


def test_a_store_of_a_newer_version(mentorapp: Any, prov: Path) -> None:
    connection = cipher.connect(prov, database_key(unlock_with_passphrase(prov, PASSPHRASE).root))
    connection.execute("PRAGMA user_version = 999")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with unchanged(prov):
        mentorapp.refuses(*CHECK, key="store_newer", code=1)


def test_plain_sqlite_and_the_file_of_another_program(mentorapp: Any, tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "prov.mentor")
    plain.execute("CREATE TABLE mentee (name TEXT)")
    plain.commit()
    plain.close()
    with unchanged(tmp_path / "prov.mentor"):
        mentorapp.refuses(*CHECK, key="store_plaintext", code=2)
    (tmp_path / "prov.mentor").write_text("en lång text " * 1_000, encoding="utf-8")
    with unchanged(tmp_path / "prov.mentor"):
        mentorapp.refuses(*CHECK, key="store_foreign", code=2)


def test_a_store_that_is_open_elsewhere(mentorapp: Any, prov: Path) -> None:
    with occupy(prov), unchanged(prov):
        mentorapp.refuses(*CHECK, key="store_in_use", code=1)
    assert mentorapp(*CHECK).code == 0


def test_new_and_demo_leave_a_file_that_is_there_alone(here: Any, prov: Path) -> None:
    for verb in ("new", "demo"):
        with unchanged(prov, prov.with_name("prov.mentor.header")):
            here.refuses(verb, "prov.mentor", "--passphrase-file", "-", key="store_exists", code=2)
    assert here.within(*CHECK).code == 0


# The disk


def in_a_mount(folder: Path, options: str, then: str, *words: str) -> subprocess.CompletedProcess[str]:
    """`mentorapp` with `folder` on a small disk of its own, seen by this process only."""
    run = 'shift && "$@"; code=$?; ls -A > ../left; exit $code'
    script = f'mount -t tmpfs -o {options} tmpfs "$1" && {then} cd "$1" && {run}'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(folder)]
    program = [sys.executable, "-m", "ui.start", *words, "--passphrase-file", "-"]
    environment = os.environ | {"LANG": "sv_SE.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment.pop("LC_ALL", None)
    try:
        done = subprocess.run(
            [*command, *program], input=PASSPHRASE + "\n", capture_output=True, text=True, env=environment, check=False
        )
    except FileNotFoundError:
        pytest.skip("no small disk to be had here")
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no small disk to be had here")
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("kib", [pytest.param(kib, marks=pytest.mark.long) for kib in (4, 64, 300, 1_300)] + [700])
def test_a_full_disk_while_a_store_is_made(disk: Path, kib: int) -> None:
    done = in_a_mount(disk, f"size={kib}k", "", "demo", "prov.mentor")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Disken är full. Det som redan är sparat ligger kvar, gör plats och försök igen.\n"
    left = set((disk.parent / "left").read_text(encoding="utf-8").split())
    assert not left - {"prov.mentor.header", "prov.mentor.header.previous", "prov.mentor.lock"}


def test_a_full_disk_while_a_print_is_saved(disk: Path, prov: Path) -> None:
    kib = sum(file.stat().st_size for file in prov.parent.glob("prov.mentor*")) // 1024 + 40
    bring = f'cp "{prov.parent}"/prov.mentor* "$1"/ &&'
    words = ("print", "P01", "--store", "prov.mentor", "--mentee", "LM207", "--for", "mentee", "--out", "plan.pdf")
    done = in_a_mount(disk, f"size={kib}k", bring, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Disken är full. Det som redan är sparat ligger kvar, gör plats och försök igen.\n"


def test_a_disk_that_can_only_be_read(disk: Path, prov: Path) -> None:
    bring = f'cp "{prov.parent}"/prov.mentor* "$1"/ && mount -o remount,ro "$1" &&'
    for words in (("check", "prov.mentor"), ("new", "ny.mentor")):
        done = in_a_mount(disk, "size=9m", bring, *words)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "Filen eller mappen går bara att läsa. Flytta uppgifterna till en plats där du kan spara.\n"
        )


def test_a_file_that_cannot_grow(mentorapp: Any, prov: Path) -> None:
    """A limit of the system on the size of files stands in for a full disk where nothing can be mounted."""
    resource = pytest.importorskip("resource")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    words = ("print", "P01", "--store", "prov.mentor", "--mentee", "LM207", "--for", "mentee", "--out", "plan.pdf")
    with unchanged(prov):
        outcome = mentorapp(*words, "--passphrase-file", "-", before=limit)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert sorted(file.name for file in prov.parent.glob("*plan*")) == []


# What is typed


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "2027-02-29", "i morgon", "20261125", "1850-01-01", ""])
def test_dates_that_do_not_exist(mentorapp: Any, tmp_path: Path, day: str) -> None:
    values = {"first": "2000-01-01", "last": "2100-12-31"}
    demo = ("demo", "prov.mentor", "--day", day, "--passphrase-file", "-")
    mentorapp.refuses(*demo, key="day_unreadable", code=2, values=values)
    assert list(tmp_path.iterdir()) == []


def test_verbs_options_and_words_that_are_not_known(here: Any) -> None:
    verbs = "new, demo, check, list, kaa, print, incident, passphrase, recover"
    here.refuses("chekc", key="verb_unknown", code=2, values={"verb": "chekc", "verbs": verbs})
    odd = "\x1b[31m" + "x" * 100
    here.refuses(odd, key="verb_unknown", code=2, values={"verb": "?[31m" + "x" * 34 + "…", "verbs": verbs})
    here.refuses("check", key="argument_missing", code=2, values={"name": "fil"})
    here.refuses("list", key="option_missing", code=2, values={"option": "--store"})
    here.refuses("list", "--store", key="option_needs_value", code=2, values={"option": "--store"})
    here.refuses("check", "a", "b", key="argument_left_over", code=2, values={"word": "b"})
    here.refuses(
        "check", "a", "--passphrase", "hemlig", key="argument_left_over", code=2, values={"word": "--passphrase"}
    )
    here.refuses("check", "a", "--language", "fi", key="language_unknown", code=2, values={"language": "fi"})
    demo = ("demo", "a.mentor", "--size", "XL", "--passphrase-file", "-")
    here.refuses(*demo, key="size_unknown", code=2, values={"sizes": "S, M, L"})


def test_prints_that_do_not_exist_or_may_not_be_made(mentorapp: Any, prov: Path) -> None:
    words = ("--store", "prov.mentor", "--out", "plan.pdf", "--passphrase-file", "-")
    birk = ("--mentee", "LM 207")
    known = {"template": "P99", "known": "P01, P06, P18, P19, P20, P26, P16, P27, P10, P13, P24, P05, P22, P04, P15"}
    mentorapp.refuses("print", "P99", *words, *birk, key="template_unknown", code=2, values=known)
    mentorapp.refuses("print", "P01", *words, *birk, "--for", "Sture", key="plan_for_mentee_only", code=2)
    mentorapp.refuses("print", "P01", *words, *birk, key="option_missing", code=2, values={"option": "--for"})
    mentorapp.refuses("print", "P15", *words, *birk, key="sheet_has_no_person", code=2)
    ask = ("print", "P01", *words, "--for", "mentee", "--mentee")
    mentorapp.refuses(*ask, "Bo Ingenstans", key="mentee_unknown", code=2)
    mentorapp.refuses(*ask, "x" * 1_000, key="too_long", code=2, values={"length": 1_000, "longest": 200})
    mentorapp.refuses(*ask, "Birk\x07", key="invisible_characters", code=2)
    assert not prov.with_name("plan.pdf").exists()


HOSTILE = [
    "N" * 200,
    "<b>Bo</b> & Co",
    "Åsa \u200f\u2067עברית\u2069",
    "Ada \u202egnirts desrever",
    "Emo 🧑🏽‍🌾 Ji",
    "'; DROP TABLE mentee; --",
    "=1+1",
    "../../etc/passwd",
    "{name} %s \\n",
    "Zalgo" + "\u0301" * 60,
]


@pytest.mark.long
def test_hostile_names_are_stored_listed_and_printed_as_they_are(
    mentorapp: Any, make_closed: Callable[..., Path], tmp_path: Path
) -> None:
    def fill(session: Any) -> None:
        for name in HOSTILE:
            add_mentee(session, name)

    make_closed(fill)
    listed = mentorapp("list", "--store", "prov.mentor", "--passphrase-file", "-")
    assert (listed.code, len(listed.out.splitlines())) == (0, 1 + len(HOSTILE))
    assert "\u202e" not in listed.out
    as_json = mentorapp("list", "--store", "prov.mentor", "--json", "--passphrase-file", "-")
    assert (as_json.code, as_json.out.count('"alias"')) == (0, len(HOSTILE))
    for number, name in enumerate(HOSTILE[:4]):
        words = ("--store", "prov.mentor", "--mentee", name, "--for", "mentee", "--out", f"{number}.pdf")
        made = mentorapp("print", "P01", *words, "--passphrase-file", "-")
        assert (made.code, made.err) == (0, "")
        assert (tmp_path / f"{number}.pdf").read_bytes().startswith(b"%PDF-")
    assert mentorapp(*CHECK).out.splitlines()[-1] == "ok"


@pytest.mark.parametrize("name", ["N" * 1_000, "A\x00b", "A\x1bb", "\ud800"])
def test_names_that_cannot_be_kept_are_refused_with_a_sentence(make_closed: Callable[..., Path], name: str) -> None:
    def fill(session: Any) -> None:
        with pytest.raises(InputError) as refused:
            add_mentee(session, name)
        assert refused.value.key in ("too_long", "invisible_characters")

    make_closed(fill)


def test_a_plan_with_200_steps_is_printed_whole(
    mentorapp: Any, make_closed: Callable[..., Path], tmp_path: Path
) -> None:
    def fill(session: Any) -> None:
        mentee = add_mentee(session, "Birk", needs_easy_read=False)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        today = session.info["clock"].today()
        plan = add_plan(session, add_enrolment(session, mentee, programme, started_on=today), today)
        set_main_goal(session, plan, "Allt på en gång.")
        for number in range(4):
            goal = add_goal(session, plan, f"Mål {number}")
            for step in range(50):
                add_step(session, goal, f"Steg nummer {number * 50 + step + 1}.")

    make_closed(fill)
    words = ("--store", "prov.mentor", "--mentee", "Birk", "--for", "mentee", "--passphrase-file", "-")
    for more in ([], ["--easy"]):
        made = mentorapp("print", "P01", *words, *more, "--out", "plan.pdf", "--force")
        assert (made.code, made.err) == (0, "")
        pdf = ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"]
        text = subprocess.run(pdf, capture_output=True, text=True, check=True).stdout
        assert all(f"Steg nummer {number}." in text for number in range(1, 201))


def test_a_fault_of_our_own_is_one_sentence_with_its_place(mentorapp: Any, prov: Path) -> None:
    opened = open_store(prov, PASSPHRASE)
    with opened.store.raw() as connection:
        connection.execute("ALTER TABLE mentee RENAME TO mentee_lost")
    opened.close()
    outcome = mentorapp("list", "--store", "prov.mentor", "--passphrase-file", "-")
    assert outcome.code == 1
    assert outcome.err.startswith("Något gick fel i programmet.")
    assert "OperationalError, mentorapp/" in outcome.err
    assert outcome.err.count("\n") == 1
    shutil.rmtree(prov.parent, ignore_errors=True)
