"""No word of ORS, SRS or KASAM is in the program, and none can come into it: their items are numbers and nothing more.

`tests/files/protected-wording.txt` holds fingerprints of five words in a row of what is known of their wording, never
the words. Texts that only name an instrument stand in `NAMED`: who adds one has read it and found a name, a limit or a
sentence about licence, and no wording.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.form_sheet import form_sheet
from mentorapp.domain.scales import EXTERNAL, EXTERNAL_CODES, ITEM_TEXTS, NewScale, ScaleItem, ScaleKind
from mentorapp.exchange.setup_files import take_scale
from mentorapp.language import LANGUAGES, Texts
from mentorapp.store.scale_definitions import add_scale, change_scale, get_scale, list_versions
from mentorapp.store.scale_files import read_scale, scale_data, shipped_scales
from mentorapp.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
SCALES = ROOT / "resources" / "scales"
FINGERPRINTS = frozenset((ROOT / "tests" / "files" / "protected-wording.txt").read_text(encoding="ascii").split())
READ = (".json", ".toml", ".txt", ".py", ".md", ".sql", ".svg", ".qss")
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(
    r"\b(?:ors|srs|kasam)(?![a-zåäö])|outcome rating|session rating|sense of coherence|känsla av sammanhang", re.I
)
OTHERS = {"ors": "ORS", "srs": "SRS", "kasam_13": "KASAM-13", "kasam_29": "KASAM-29"}
NAMED = frozenset({
    "classes.ALLIANCE", "figures.srs_mean", "reminders.why_ors",
    "reminders.why_srs", "scales.licence_later", "scales.licence_why", "scales.ors_too", "scales.sources",
    "scales.sources_own", "scales.srs_fallen", "scales.srs_low", "scales.srs_when", "scales.to_ors",
    "settings.rating_ors_cut_off_adult", "settings.rating_ors_cut_off_young", "settings.rating_srs_limit",
    "settings.ratings_kasam", "settings.ratings_kasam_why", "settings.ratings_licence",
    "settings.ratings_licence_ask", "settings.ratings_limits", "settings.rule_ors", "settings.rule_ors_example",
    "settings.rule_srs", "settings.rule_srs_example",
})  # fmt: skip


def external(kind: ScaleKind, **words: str) -> NewScale:
    """Somebody else's form of one item, with words where there may be none."""
    item = replace(ScaleItem(code=EXTERNAL_CODES[kind][0]), **words)  # type: ignore[arg-type]
    return NewScale(code="", kind=kind, title_sv="Annat formulär", lowest=0, highest=9, items=(item,))


def shipped_files() -> Iterator[Path]:
    for folder in ("resources", "mentorapp", "ui", "docs", "packaging"):
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in READ)
    yield from (ROOT / name for name in ("README.md", "CHANGELOG.md", "start.py"))


def fingerprints(text: str) -> Iterator[str]:
    """Of three to five words in a row, whatever stands between them."""
    words = WORD.findall(text.casefold())
    for length in (3, 4, 5):
        for at in range(len(words) - length + 1):
            yield hashlib.sha256(" ".join(words[at : at + length]).encode()).hexdigest()[:12]


@pytest.mark.parametrize("path", sorted(SCALES.glob("*.json")), ids=lambda path: path.stem)
def test_items_of_others_have_a_number_and_a_class_and_nothing_else(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    kind = ScaleKind(data["kind"])
    if kind not in EXTERNAL:
        assert data["code"] not in OTHERS
        return
    assert data["title_sv"] == data["title_en"] == OTHERS[data["code"]]
    assert "intro_sv" not in data
    assert "intro_en" not in data
    assert [set(item) for item in data["items"]] == [{"code", "class"}] * len(data["items"])
    assert tuple(item["code"] for item in data["items"]) == EXTERNAL_CODES[kind]


def test_the_numbers_are_called_line_part_sum_and_total() -> None:
    words = {"sv": ("Linje", "Delsumma", "Total"), "en": ("Line", "Part sum", "Total")}
    for language in LANGUAGES:
        texts, (line, part, total) = Texts(language), words[language]
        room = json.loads((ROOT / "resources" / "translations" / language / "codes.json").read_text(encoding="utf-8"))
        said = {name: text for name, text in room.items() if name.startswith("scale_item_")}
        expected = {code: f"{line} {code[-1]}" for code in EXTERNAL_CODES[ScaleKind.EXTERNAL_LINES]}
        expected |= {code: f"{part} {code[-1]}" for code in EXTERNAL_CODES[ScaleKind.EXTERNAL_TOTAL][1:]}
        expected |= {"total": total}
        assert said == {f"scale_item_{code}": text for code, text in expected.items()}
        assert texts("codes.scale_item_total") == total


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_names_an_instrument_has_been_read(language: str) -> None:
    named = set()
    for path in (ROOT / "resources" / "translations" / language).glob("*.json"):
        for key, text in json.loads(path.read_text(encoding="utf-8")).items():
            for one in text.values() if isinstance(text, dict) else (text,):
                if NAME.search(one):
                    named.add(f"{path.stem}.{key}")
    assert named - NAMED == set(), "read them: a name, a limit, a licence, and no wording; then they go into NAMED"


def test_no_shipped_file_holds_five_words_of_their_wording_in_a_row() -> None:
    assert len(FINGERPRINTS) > 700
    found = {
        f"{path.relative_to(ROOT)}"
        for path in shipped_files()
        if FINGERPRINTS.intersection(fingerprints(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_the_search_would_find_wording_if_there_were_any() -> None:
    own = shipped_scales()[0].items[0].text_sv
    words = WORD.findall(own.casefold())
    assert len(words) >= 5
    one = hashlib.sha256(" ".join(words[:5]).encode()).hexdigest()[:12]
    where = [path for path in shipped_files() if one in set(fingerprints(path.read_text(encoding="utf-8")))]
    assert SCALES / "10-well-being.json" in where


@pytest.mark.parametrize("kind", sorted(EXTERNAL))
@pytest.mark.parametrize("name", ITEM_TEXTS)
def test_wording_comes_in_neither_by_the_window_nor_by_a_file(
    store: Store, tmp_path: Path, kind: ScaleKind, name: str
) -> None:
    new = external(kind, **{name: "ord"})
    path = tmp_path / "egen.json"
    data = {"code": "egen", "version": 1, "kind": kind.value, "title_sv": "Annat", "lowest": 0, "highest": 9}
    path.write_text(json.dumps({**data, "items": [{"code": EXTERNAL_CODES[kind][0], name: "ord"}]}), encoding="utf-8")
    own = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Eget", items=(
        ScaleItem(code="a", text_sv="Jag sover.", left_sv="nej", right_sv="ja"),
    ))  # fmt: skip
    with store.write("scale_added") as session:
        code = add_scale(session, own)
        before = list_versions(session)
    ways: tuple[Callable[[Any], object], ...] = (
        lambda session: add_scale(session, new),
        lambda session: change_scale(session, code, new),
        lambda session: take_scale(session, path),
        lambda _: read_scale(path),
    )
    for way in ways:
        with pytest.raises(InputError, match="scale_wording_protected"), store.write("x") as session:
            way(session)
    for shipped in OTHERS:
        with pytest.raises(InputError, match="scale_is_somebody_elses"), store.write("x") as session:
            change_scale(session, shipped, new)
    with store.read() as session:
        assert list_versions(session) == before


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_a_form_of_others_is_never_printed_and_goes_to_a_file_without_words(store: Store, code: str) -> None:
    with store.read() as session:
        one = get_scale(session, code)
    for language in LANGUAGES:
        with pytest.raises(InputError, match="form_never_printed"):
            form_sheet(one, language)
        assert {item.text(language) + item.label(language) + "".join(item.ends(language)) for item in one.items} == {""}
    assert not any(name in item for item in scale_data(one)["items"] for name in ITEM_TEXTS)
