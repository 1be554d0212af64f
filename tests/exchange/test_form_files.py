"""Forms as files: what is written can be read back, and a damaged or refused file changes nothing."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import InputError, MentorError, WorldFault
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.exchange.setup_files import take_scale, write_scale
from mentorapp.store.scale_definitions import (
    add_scale,
    as_new,
    change_scale,
    get_scale,
    list_scales,
    list_versions,
    set_scale_in_use,
)
from mentorapp.store.store import Store

SLEEP = ScaleItem(code="sleep", text_sv="Jag sover gott.", left_sv="nej", right_sv="ja")
FORM = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Så sover jag", items=(SLEEP,))


def save(path: Path, **changes: Any) -> Path:
    """A file of a form with one question, with changes."""
    item = {"code": "sleep", "text_sv": "Jag sover gott.", "left_sv": "nej", "right_sv": "ja"}
    data = {"code": "sleep", "version": 1, "kind": "vas_form", "title_sv": "Så sover jag", "items": [item]}
    path.write_text(json.dumps(data | changes), encoding="utf-8")
    return path


def test_a_form_goes_to_a_file_and_back_as_it_was(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "blankett.json"
    with store.write("scale_added") as session:
        code = add_scale(session, FORM)
        write_scale(session, code, path)
        before = as_new(get_scale(session, code))
    store.undo()
    with store.write("scale_added") as session:
        assert take_scale(session, path) == code
        assert as_new(get_scale(session, code)) == before


def test_every_shipped_form_can_be_saved_and_read_and_is_then_as_it_was(store: Store, tmp_path: Path) -> None:
    with store.write("scale_changed") as session:
        for number, one in enumerate(list_scales(session)):
            path = tmp_path / f"{number}.json"
            write_scale(session, one.code, path)
            assert take_scale(session, path) == one.code
            assert list_versions(session, one.code) == (one,)


def test_a_file_of_a_form_that_is_there_makes_its_next_version(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "blankett.json"
    with store.write("scale_changed") as session:
        write_scale(session, "well_being", path)
        data = json.loads(path.read_text(encoding="utf-8"))
        data["title_sv"] = "Hur är läget?"
        path.write_text(json.dumps(data), encoding="utf-8")
        take_scale(session, path)
        assert [one.title_sv for one in list_versions(session, "well_being")] == ["Hur har jag det?", "Hur är läget?"]


def test_a_file_of_others_instruments_brings_totals_and_no_wording(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "annat.json"
    external = {"kind": "external_total", "lowest": 0, "highest": 27, "title_sv": "Annat formulär"}
    with store.write("scale_added") as session:
        take_scale(session, save(path, items=[{"code": "total", "class": "HEALTH"}], **external))
        assert get_scale(session, "sleep").is_external
        write_scale(session, "sleep", path)
        assert take_scale(session, path) == "sleep"
        assert len(list_versions(session, "sleep")) == 1
    with pytest.raises(InputError) as refused, store.write("scale_added") as session:
        take_scale(session, save(path, code="other", **external))
    assert refused.value.key == "scale_wording_protected"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"kind": "circle"}, "scale_damaged"),
        ({"items": None}, "scale_damaged"),
        ({"items": [{"text_sv": "Utan kod"}]}, "scale_damaged"),
        ({"version": 1e400}, "scale_damaged"),
        ({"items": []}, "scale_without_items"),
        ({"items": [{"code": "a", "text_sv": "Utan ord i ändarna"}]}, "scale_ends_missing"),
        ({"kind": "likert"}, "number_range"),
        ({"title_sv": "Hur har jag det?"}, "scale_exists"),
        ({"title_sv": "ORS på svenska"}, "scale_name_protected"),
        ({"code": "ors"}, "scale_is_somebody_elses"),
    ],
)
def test_a_file_that_is_no_form_changes_nothing(
    store: Store, tmp_path: Path, changes: dict[str, Any], key: str
) -> None:
    with pytest.raises(MentorError) as refused, store.write("scale_added") as session:
        take_scale(session, save(tmp_path / "blankett.json", **changes))
    assert refused.value.key == key
    with store.read() as session:
        assert all(one.shipped for one in list_versions(session))


def test_a_file_that_is_no_json_says_at_which_line(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "blankett.json"
    for text, place in (('{\n"code": ', 2), ("[" * 100_000, None), ("[]", None)):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(WorldFault) as fault, store.write("scale_added") as session:
            take_scale(session, path)
        assert fault.value.key == "scale_damaged"
        assert place is None or fault.value.values["place"] == place
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WorldFault), store.write("scale_added") as session:
        take_scale(session, path)
    with pytest.raises(WorldFault), store.write("scale_added") as session:
        take_scale(session, tmp_path / "saknas.json")


def test_what_is_changed_to_what_it_was_makes_no_version(store: Store) -> None:
    with store.write("scale_changed") as session:
        shipped = get_scale(session, "well_being")
        assert change_scale(session, "well_being", as_new(shipped)) == 1
        assert change_scale(session, "ors", as_new(get_scale(session, "ors"))) == 1
        assert change_scale(session, "well_being", replace(as_new(shipped), title_sv="Läget")) == 2


def test_a_form_that_is_put_away_stays_so_when_a_file_brings_its_next_version(store: Store, tmp_path: Path) -> None:
    with store.write("scale_changed") as session:
        code = add_scale(session, FORM)
        for known in (code, "equality"):
            set_scale_in_use(session, known, in_use=False)
            path = tmp_path / f"{known}.json"
            write_scale(session, known, path)
            data = json.loads(path.read_text(encoding="utf-8"))
            path.write_text(json.dumps(data | {"title_sv": f"Ny rubrik {known}"}), encoding="utf-8")
            take_scale(session, path)
            newest = get_scale(session, known)
            assert (newest.title_sv, newest.in_use) == (f"Ny rubrik {known}", False)
