"""The shipped forms as files: read whole or refused with the place of the damage, written as they are read."""

import json
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.domain.scales import Dimension, FavourableEnd, Respondent, ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.domain.sharing import InfoClass
from mentorapp.language import LANGUAGES, Texts
from mentorapp.store.scale_files import read_scale, scale_data, shipped_scales
from resources import path_of

SHIPPED = {one.code: one for one in shipped_scales()}
OF_OTHERS = {"ors", "srs", "kasam_13", "kasam_29"}


def written(path: Path, **changed: Any) -> Path:
    item = {"code": "a", "text_sv": "Jag sover.", "left_sv": "nej", "right_sv": "ja"}
    form = {"code": "x", "version": 1, "kind": "vas_form", "title_sv": "X", "items": [item], **changed}
    path.write_text(json.dumps(form), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", sorted(path_of("scales").glob("*.json")), ids=lambda path: path.stem)
def test_a_form_is_written_as_it_was_read(path: Path, tmp_path: Path) -> None:
    one = read_scale(path)
    again = tmp_path / "again.json"
    again.write_text(json.dumps({**scale_data(one), "version": one.version}), encoding="utf-8")
    assert read_scale(again) == one


def test_what_is_shipped_is_what_the_specification_names() -> None:
    assert {one.version for one in SHIPPED.values()} == {1}
    assert {code for code, one in SHIPPED.items() if one.is_external} == OF_OTHERS
    well_being = SHIPPED["well_being"]
    assert (well_being.title_sv, len(well_being.items)) == ("Hur har jag det?", 10)
    assert {one.dimension for one in well_being.items} == {
        Dimension.READINESS, Dimension.SELF_ESTEEM, Dimension.EXERCISE, Dimension.LIFE_SATISFACTION,
        Dimension.MENTAL_WELLBEING, Dimension.DIET, Dimension.PHYSICAL_HEALTH, Dimension.AUTHORITIES, Dimension.FAMILY,
        Dimension.HOPE,
    }  # fmt: skip
    for code in ("ors", "srs"):
        assert [item.code for item in SHIPPED[code].items] == ["line_1", "line_2", "line_3", "line_4"]
        assert SHIPPED[code].use is ScaleUse.SESSION
    assert SHIPPED["ors"].classes == {InfoClass.HEALTH}
    assert SHIPPED["srs"].classes == {InfoClass.ALLIANCE}
    assert [(SHIPPED[code].lowest, SHIPPED[code].highest) for code in ("kasam_13", "kasam_29")] == [(13, 91), (29, 203)]


def test_the_supervisors_form_asks_what_the_mentees_does() -> None:
    theirs = SHIPPED["workplace_supervisor"]
    own = SHIPPED[theirs.mirror_of]
    assert (own.respondent, theirs.respondent) == (Respondent.MENTEE, Respondent.SUPERVISOR)
    assert [item.code for item in own.items] == [item.code for item in theirs.items]
    assert [(i.favourable, i.left_sv, i.right_sv) for i in own.items] == [
        (i.favourable, i.left_sv, i.right_sv) for i in theirs.items
    ]
    assert "hjälp" in own.item("supervisor").text_sv
    assert "hjälp" in theirs.item("supervisor").text_sv
    assert "vara här" in theirs.item("wellbeing").text_sv, "about the mentee, not about working together"


def test_every_own_form_is_there_in_both_languages_and_tells_its_good_end() -> None:
    for one in SHIPPED.values():
        for item in one.items if not one.is_external else ():
            assert item.text_sv
            assert item.text_en
            assert all((*item.ends("sv"), *item.ends("en")))
            assert item.favourable is not FavourableEnd.NONE
        assert one.title_en
        assert bool(one.intro_sv) is bool(one.intro_en) is (not one.is_external)


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"kind": "no_such_kind"}, "no_such_kind"),
        ({"items": None}, "NoneType"),
        ({"items": ["a"]}, "str"),
        ({"items": [{}]}, "code"),
        ({"items": [{"code": "a", "class": "NONE"}]}, "NONE"),
        ({"items": [{"code": "a", "favourable": "up"}]}, "up"),
        ({"version": "one"}, "one"),
        ({"steps": "many"}, "many"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, changed: dict[str, Any], place: str) -> None:
    with pytest.raises(WorldFault) as refused:
        read_scale(written(tmp_path / "egen.json", **changed))
    assert refused.value.key == "scale_damaged"
    for language in LANGUAGES:
        sentence = Texts(language).error(refused.value)
        assert "egen.json" in sentence
        assert place in sentence


def test_what_is_no_json_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "egen.json"
    path.write_text('{\n"code": "x",\n!}', encoding="utf-8")
    with pytest.raises(WorldFault) as refused:
        read_scale(path)
    assert refused.value.values == {"file": "egen.json", "place": 3}
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WorldFault, match="scale_damaged"):
        read_scale(path)


def test_what_is_left_out_or_null_is_nothing(tmp_path: Path) -> None:
    item = {"code": "a", "text_sv": "Jag sover.", "left_sv": "nej", "right_sv": "ja", "label_sv": None}
    one: ScaleDefinition = read_scale(written(tmp_path / "egen.json", title_en=None, intro_sv=None, items=[item]))
    assert (one.title_en, one.intro_sv, one.items[0].label_sv) == ("", "", "")
    assert (one.kind, one.use, one.respondent) == (ScaleKind.VAS_FORM, ScaleUse.SELF, Respondent.MENTEE)


def test_a_hand_made_file_with_words_of_others_is_refused_like_any_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="scale_wording_protected"):
        read_scale(written(tmp_path / "egen.json", kind="external_lines"))
    bare = [{"code": "line_1"}]
    assert read_scale(written(tmp_path / "egen.json", kind="external_lines", items=bare)).is_external
    with pytest.raises(InputError, match="scale_wording_protected"):
        read_scale(written(tmp_path / "egen.json", kind="external_lines", items=bare, intro_sv="x"))
