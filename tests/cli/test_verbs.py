"""The verbs of the terminal as they are meant to be used, through the real command."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.prints import DeliveredHow
from mentorapp.store.keys import FLOOR
from mentorapp.store.mentees import find_mentees
from mentorapp.store.opening import open_store, recover_store
from mentorapp.store.print_log import list_prints

PASSPHRASE = "granit paraply mossa kanot trumpet"
FIVE = "kaktus orgel tunnel femöring sadel"
ROOT = Path(__file__).resolve().parents[2]
BIRK = ("--store", "prov.mentor", "--mentee", "Birk Provare", "--for", "mentee", "--passphrase-file", "-")


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def test_the_demo_in_an_empty_folder_is_whole_and_sealed(mentorapp: Any, tmp_path: Path) -> None:
    word = tmp_path.parent / f"{tmp_path.name}-pw"
    word.write_text(PASSPHRASE + "\n", encoding="utf-8")
    made = mentorapp("demo", "prov.mentor", "--passphrase-file", str(word))
    assert (made.code, made.err) == (0, "")
    checked = mentorapp("check", "prov.mentor", "--passphrase-file", str(word))
    assert (checked.code, checked.err) == (0, "")
    counts = dict(line.rsplit(maxsplit=1) for line in checked.out.splitlines()[:-1])
    assert (counts["Deltagare"], counts["Inskrivningar"], counts["Insatser"]) == ("12", "14", "3")
    assert (counts["Kartläggningar"], counts["Nej tack"], counts["Avslut"]) == ("10", "2", "4")
    assert checked.out.splitlines()[-1] == "ok"
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "prov.mentor").execute("SELECT * FROM sqlite_schema")
    files = list(tmp_path.iterdir())
    assert len(files) >= 2
    for file in files:
        data = file.read_bytes()
        assert b"Exempelsson" not in data
        assert "Exempelsson".encode("utf-16-le") not in data
        assert "Exempelsson".encode("utf-16-be") not in data


@pytest.mark.long
def test_a_demo_of_another_day_and_one_of_a_size(mentorapp: Any, tmp_path: Path) -> None:
    made = mentorapp("demo", "leap.mentor", "--day", "2028-02-29", "--passphrase-file", "-")
    assert (made.code, made.err) == (0, "")
    made = mentorapp("demo", "s.mentor", "--size", "s", "--passphrase-file", "-")
    assert (made.code, made.err) == (0, "")
    listed = json.loads(mentorapp("list", "--store", "s.mentor", "--json", "--passphrase-file", "-").out)
    assert len(listed["people"]) == 60


def test_new_makes_an_empty_store_and_a_sheet_that_opens_it(mentorapp: Any, tmp_path: Path) -> None:
    made = mentorapp("new", "mitt.mentor", "--recovery-out", "blad.pdf", "--passphrase-file", "-")
    assert (made.code, made.err) == (0, "")
    listed = mentorapp("list", "--store", "mitt.mentor", "--passphrase-file", "-")
    assert listed.out.splitlines()[-1] == "Inga deltagare än."
    opened = open_store(tmp_path / "mitt.mentor", PASSPHRASE)
    groups = opened.recovery_groups()
    opened.close()
    sheet = text_of(tmp_path / "blad.pdf")
    assert all(group in sheet for group in groups)
    typed = " ".join(groups) + "\nelva blå kaniner i en hage\n"
    recovered = mentorapp("recover", "mitt.mentor", "--passphrase-file", "-", typed=typed)
    assert (recovered.code, recovered.err) == (0, "")
    assert mentorapp("check", "mitt.mentor", "--passphrase-file", "-").code == 2
    again = mentorapp("check", "mitt.mentor", "--passphrase-file", "-", typed="elva blå kaniner i en hage")
    assert (again.code, again.out.splitlines()[-1]) == (0, "ok")


def test_the_list_shows_who_where_and_when(here: Any, prov: Path) -> None:
    listed = here.within("list", "--store", "prov.mentor", "--passphrase-file", "-")
    assert (listed.code, listed.err) == (0, "")
    lines = listed.out.splitlines()
    assert len(lines) == 14
    birk = next(line for line in lines if "LM 207" in line)
    assert birk.split()[:8] == ["Birk", "Provare", "LM", "207", "24", "Level", "Up", "Aktuell"]
    listed = json.loads(here.within("list", "--store", "prov.mentor", "--json", "--passphrase-file", "-").out)
    assert lines[-1] == f"{listed['persons']} personer, {listed['enrolments']} inskrivningar"
    assert listed["enrolments"] == sum(one["enrolments"] for one in listed["people"]) > listed["persons"]
    jari = next(one for one in listed["people"] if one["alias"] == "CU 590")
    assert (jari["name"], jari["status"], jari["level"], jari["next_contact"]) == ("Jari Låtsasson", "paused", 1, None)
    assert date.fromisoformat(jari["last_contact"]) == date.today() - timedelta(days=31)  # noqa: DTZ011


def test_the_list_of_those_not_yet_asked_about_violence_says_the_share(here: Any, prov: Path) -> None:
    words = ("list", "--store", "prov.mentor", "--not-asked", "--passphrase-file", "-")
    listed = here.within(*words)
    assert (listed.code, listed.err) == (0, "")
    whole = json.loads(here.within(*words, "--json").out)
    assert listed.out.splitlines()[-1] == f"Frågan om våld är ställd till {whole['asked']} av {whole['everybody']}."
    assert len(whole["people"]) == whole["everybody"] - whole["asked"] > 0
    assert not re.search(r"\bsvar", listed.out.casefold())
    assert all("answer" not in one for one in whole["people"])


def test_min_plan_shows_goals_steps_promises_and_the_next_meeting(mentorapp: Any, prov: Path, tmp_path: Path) -> None:
    made = mentorapp("print", "P01", *BIRK, "--out", "plan.pdf")
    assert (made.code, made.err) == (0, "")
    text = text_of(tmp_path / "plan.pdf")
    for words in (
        "Birk Provare", "Ett jobb där jag får använda händerna.", "Arbeta på Fantasihallen", "Träffa handledaren Sture",
        "Klart", "Senast", "Fredrika, FK", "Försäkringskassan", "Moa Mentorsson",
    ):  # fmt: skip
        assert words in text
    easy = mentorapp("print", "p01", *BIRK, "--easy", "--out", "latt.pdf", "--language", "en")
    assert (easy.code, easy.err) == (0, "")
    assert "My plan" in text_of(tmp_path / "latt.pdf")
    opened = open_store(prov, PASSPHRASE)
    with opened.store.read() as session:
        birk = find_mentees(session, "LM 207")[0]
        log = list_prints(session, birk.id)
    opened.close()
    assert [(one.template, one.delivered_how, one.number[5:]) for one in log] == [
        ("P01", DeliveredHow.FILE, "0002"),
        ("P01", DeliveredHow.FILE, "0001"),
    ]


def test_goals_about_health_and_home_stay_off_the_paper_until_asked_for(here: Any, prov: Path) -> None:
    words = ("--store", "prov.mentor", "--mentee", "WE365", "--for", "mentee", "--passphrase-file", "-")
    made = here.within("print", "P01", *words, "--out", "plan.pdf")
    assert "Hålls tillbaka: Hälsa, 1 ställe." in made.out
    assert "Hålls tillbaka: Ekonomi, 1 ställe." in made.out
    text = text_of(prov.with_name("plan.pdf"))
    assert "Trivas på Påhittade Bygg" in text
    assert "ryggen" not in text


def test_an_alias_finds_one_of_two_with_the_same_name(here: Any, prov: Path) -> None:
    words = ("--store", "prov.mentor", "--for", "mentee", "--out", "plan.pdf", "--passphrase-file", "-")
    here.refuses(
        "print", "P01", *words, "--mentee", "Alva Exempelsson",
        key="mentee_ambiguous", code=2, values={"several": "QT 412, 19 år; FJ 721, 23 år"},
    )  # fmt: skip
    assert here.within("print", "P01", *words, "--mentee", "fj 721").code == 0


def test_a_blank_form_needs_no_mentee(here: Any, prov: Path) -> None:
    words = ("print", "P04", "--store", "prov.mentor", "--out", "blankett.pdf", "--passphrase-file", "-")
    here.refuses(*words, key="option_missing", code=2, values={"option": "--form"})
    known = "WB, FA, CO, EQ, WM, WS, IW"
    here.refuses(*words, "--form", "ors", key="form_unknown", code=2, values={"form": "ors", "known": known})
    made = here.within(*words, "--form", "wm")
    assert (made.code, made.err) == (0, "")
    assert "Jag trivs med mina arbetsuppgifter." in text_of(prov.with_name("blankett.pdf"))
    easy = here.within(*words, "--form", "workplace_mentee", "--easy", "--force", "--language", "en")
    assert (easy.code, easy.err) == (0, "")
    assert "I understand what to do." in text_of(prov.with_name("blankett.pdf"))
    opened = open_store(prov, PASSPHRASE)
    with opened.store.read() as session:
        assert [(one.template, one.mentee_id) for one in list_prints(session, None)] == [("P04", None)] * 2
    opened.close()


def test_the_newest_follow_up_is_printed_for_the_mentee(here: Any, prov: Path) -> None:
    made = here.within("print", "P05", *BIRK, "--out", "svar.pdf")
    assert (made.code, made.err) == (0, "")
    text = text_of(prov.with_name("svar.pdf"))
    for words in ("Min uppföljning", "Fantasihallen", "Två röster", "Siffrorna är ett samtalsstöd"):
        assert words in text


def test_the_agenda_of_the_next_talk_about_studies_is_printed(here: Any, prov: Path) -> None:
    words = (
        "print", "P22", "--store", "prov.mentor", "--for", "mentee", "--out", "dagordning.pdf", "--passphrase-file", "-"
    )  # fmt: skip
    here.refuses(*words, "--mentee", "LM207", key="no_study_talk", code=2)
    made = here.within(*words, "--mentee", "Dagny Påhitt")
    assert (made.code, made.err) == (0, "")
    assert "Studiesamtal" in text_of(prov.with_name("dagordning.pdf"))


def test_the_recovery_sheet_can_be_printed_later(here: Any, prov: Path) -> None:
    made = here.within("print", "P15", "--store", "prov.mentor", "--out", "blad.pdf", "--passphrase-file", "-")
    assert (made.code, made.err) == (0, "")
    opened = open_store(prov, PASSPHRASE)
    groups = opened.recovery_groups()
    opened.close()
    text = text_of(prov.with_name("blad.pdf"))
    assert all(group in text for group in groups)
    assert "Provare" not in text


def test_a_passphrase_is_changed_and_the_old_one_opens_nothing(here: Any, prov: Path) -> None:
    changed = here.within("passphrase", "prov.mentor", "--passphrase-file", "-", typed=f"{PASSPHRASE}\nsju gula tåg\n")
    assert changed.code == 0
    here.refuses("check", "prov.mentor", "--passphrase-file", "-", key="passphrase_wrong", code=2)
    assert here.within("check", "prov.mentor", "--passphrase-file", "-", typed="sju gula tåg").code == 0


def test_a_weak_passphrase_is_taken_with_a_remark(here: Any, tmp_path: Path) -> None:
    made = here.within("new", "prov.mentor", "--passphrase-file", "-", typed="sommar\n")
    assert made.code == 0
    assert made.err == "Lösenfrasen är svag. Fem ord som inte hör ihop skyddar bättre.\n"


def test_a_passphrase_file_from_windows_is_read_the_same(here: Any, prov: Path, tmp_path: Path) -> None:
    (tmp_path / "pw").write_bytes(b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n")
    assert here.within("check", "prov.mentor", "--passphrase-file", "pw").code == 0


def test_the_help_speaks_the_language_of_the_machine(here: Any) -> None:
    swedish, english = here.within("--help"), here.within("--help", lang="en_GB.UTF-8")
    assert (swedish.code, english.code) == (0, 0)
    assert "återställningsblad" in swedish.out
    assert "recovery sheet" in english.out
    for verb in ("new", "demo", "check", "list", "kaa", "print", "incident", "passphrase", "recover"):
        for language in ("sv", "en"):
            told = here.within(verb, "--help", "--language", language)
            assert told.code == 0
            assert told.out.startswith(f"mentorapp {verb} ")


def test_a_pdf_is_replaced_only_when_asked_and_nothing_else_ever(here: Any, prov: Path, tmp_path: Path) -> None:
    assert here.within("print", "P01", *BIRK, "--out", "plan.pdf").code == 0
    before = (tmp_path / "plan.pdf").read_bytes()
    here.refuses("print", "P01", *BIRK, "--out", "plan.pdf", key="out_exists", code=2)
    assert (tmp_path / "plan.pdf").read_bytes() == before
    assert here.within("print", "P01", *BIRK, "--out", "plan.pdf", "--force").code == 0
    assert (tmp_path / "plan.pdf").read_bytes() != before
    (tmp_path / "brev.txt").write_text("mitt", encoding="utf-8")
    here.refuses("print", "P01", *BIRK, "--out", "brev.txt", "--force", key="out_is_no_pdf", code=2)
    for name in ("prov.mentor", "prov.mentor.header", "./prov.mentor-wal"):
        here.refuses("print", "P01", *BIRK, "--out", name, "--force", key="out_is_store", code=2)
    here.refuses("print", "P01", *BIRK, "--out", ".", key="out_is_folder", code=2)
    here.refuses("print", "P01", *BIRK, "--out", "borta/plan.pdf", key="out_folder_missing", code=2)


def test_a_recovered_store_keeps_everything(prov: Path) -> None:
    opened = open_store(prov, PASSPHRASE)
    groups = " ".join(opened.recovery_groups())
    opened.close()
    again = recover_store(prov, groups, "en annan fras", cost=FLOOR)
    with again.store.read() as session:
        assert len(find_mentees(session, "Alva Exempelsson")) == 2
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_passphrases_are_asked_for_at_a_terminal_and_not_shown(prov: Path) -> None:
    import fcntl
    import termios

    master, slave = os.openpty()
    environment = os.environ | {"LANG": "sv_SE.UTF-8", "LC_ALL": "", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "ui.start", "passphrase", "prov.mentor"],
        stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=prov.parent, env=environment,
        start_new_session=True, preexec_fn=lambda: fcntl.ioctl(slave, termios.TIOCSCTTY, 0),
    ) as child:  # fmt: skip
        seen = b""
        for prompt, typed in (
            ("Lösenfras:", PASSPHRASE), ("Ny lösenfras:", FIVE), ("en gång till:", FIVE),
        ):  # fmt: skip
            while prompt.encode() not in seen:
                seen += os.read(master, 1_000)
            os.write(master, typed.encode() + b"\n")
        out, err = child.communicate(timeout=60)
    os.close(master)
    os.close(slave)
    assert (child.returncode, err) == (0, b"")
    assert b"bytt" in out
    assert b"granit" not in seen
    open_store(prov, FIVE).close()
