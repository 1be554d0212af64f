"""The paper for a loss from the terminal: figures, no person, no line in the log of prints."""

import subprocess
from pathlib import Path
from typing import Any

from sqlalchemy import select

from mentorapp.store.opening import open_store
from mentorapp.store.print_log import list_prints
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.network import ContactRow

from .conftest import PASSPHRASE

ASKED = ("incident", "prov.mentor", "--out", "forlust.pdf", "--passphrase-file", "-")


def test_it_has_figures_and_nobodys_name(here: Any, prov: Path) -> None:
    made = here.within(*ASKED)
    assert (made.code, made.err) == (0, "")
    file = prov.with_name("forlust.pdf")
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    opened = open_store(prov, PASSPHRASE)
    with opened.store.read() as session:
        people = session.scalars(select(MenteeRow)).all()
        names = {part for one in people for part in (one.family_name, one.display_alias) if part}
        names |= set(session.scalars(select(ContactRow.name)))
        assert list_prints(session, None) == ()
    opened.close()
    assert f"{len(people)} deltagare." in text
    assert len(names) > 10
    assert [name for name in names if name in text] == []


def test_it_replaces_nothing_unasked_and_speaks_the_language_asked_for(here: Any, prov: Path) -> None:
    assert here.within(*ASKED).code == 0
    here.refuses(*ASKED, key="out_exists", code=2)
    assert here.within(*ASKED, "--force", "--language", "en").code == 0
    file = prov.with_name("forlust.pdf")
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "If the file is lost" in text


def test_it_needs_a_place(here: Any, prov: Path) -> None:
    words = ("incident", "prov.mentor", "--passphrase-file", "-")
    here.refuses(*words, key="option_missing", code=2, values={"option": "--out"})
    here.refuses("incident", "borta.mentor", "--out", "a.pdf", "--passphrase-file", "-", key="store_missing", code=2)
