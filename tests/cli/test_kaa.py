"""The list for the municipality's register of the youth duty: a table, JSON, and CSV that a spreadsheet opens."""

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.occupation import Occupation
from mentorapp.store.mentees import add_mentee
from mentorapp.store.occupations import add_occupation
from mentorapp.store.youth_duties import add_youth_duty

ASKED = ("kaa", "--store", "prov.mentor", "--passphrase-file", "-")


def fill(session: Any) -> None:
    today = session.info["clock"].today()
    alva = add_mentee(session, "=Alva", family_name="Exempelsson", birth_date=date(2007, 12, 30))
    gry = add_mentee(
        session,
        "Gry",
        family_name="Dold",
        birth_date=date(2008, 5, 5),
        protected_identity=ProtectedIdentity.SEKRETESSMARKERING,
        display_alias="GD 100",
    )
    add_youth_duty(session, alva, date(2025, 8, 1), municipality="Provköping", receiver_name="Vuxenutbildningen")
    add_youth_duty(session, gry, date(2025, 9, 1), municipality="Testfors")
    add_occupation(session, alva, Occupation.NEITHER, today - timedelta(30))
    add_mentee(session, "Birk", birth_date=date(2002, 5, 5))


@pytest.fixture
def filled(make_closed: Callable[..., Path]) -> Path:
    return make_closed(fill)


def test_the_register_as_a_table(here: Any, filled: Path) -> None:
    done = here.within(*ASKED)
    assert (done.code, done.err) == (0, "")
    head, alva, gry = done.out.splitlines()
    assert head.split()[:2] == ["Deltagare", "Skyddade"]
    assert "=Alva Exempelsson" in alva
    assert "Varken eller" in alva
    assert "GD 100" in gry
    assert not {"Gry", "Dold", "Testfors"} & set(gry.split())


def test_the_register_as_json(here: Any, filled: Path) -> None:
    alva, gry = json.loads(here.within(*ASKED, "--json").out)
    assert (alva["name"], alva["birth"], alva["occupation"]) == ("=Alva Exempelsson", "2007-12-30", "neither")
    assert (alva["ends"], alva["receiver"]) == ("2027-12-30", "Vuxenutbildningen")
    assert (gry["name"], gry["protected"], gry["birth"], gry["municipality"]) == ("GD 100", True, 2008, None)


def test_the_register_as_csv_never_holds_a_formula(here: Any, filled: Path) -> None:
    written = here.within(*ASKED, "--csv").out
    assert written.startswith("\ufeff")
    rows = list(csv.reader(written.lstrip("\ufeff").splitlines(), delimiter=";"))
    assert rows[0][0] == "Deltagare"
    assert rows[1][:4] == ["'=Alva Exempelsson", "", "2007-12-30", "Provköping"]
    assert rows[2][:4] == ["GD 100", "ja", "2008", ""]


def test_an_empty_register_says_so(here: Any, make_closed: Callable[..., Path]) -> None:
    make_closed(lambda session: add_mentee(session, "Birk"))
    assert here.within(*ASKED).out.splitlines()[-1] == "Ingen är i registret i dag."
    assert json.loads(here.within(*ASKED, "--json").out) == []


def test_one_form_at_a_time(here: Any, filled: Path) -> None:
    here.refuses(*ASKED, "--json", "--csv", key="json_or_csv", code=2)


def test_the_real_command_writes_the_list(mentorapp: Any, filled: Path) -> None:
    assert mentorapp(*ASKED, "--csv").out.count("\n") == 3
