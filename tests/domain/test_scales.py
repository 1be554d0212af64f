"""Forms as data: what can be filled in, what is never taken in, how it is said, and of what class it is."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InputError
from mentorapp.domain.scales import (
    DIMENSION_CLASS,
    EXTERNAL,
    EXTERNAL_CODES,
    ITEM_TEXTS,
    MOST_ITEMS,
    Dimension,
    NewScale,
    ScaleDefinition,
    ScaleItem,
    ScaleKind,
    check_scale,
    heaviest,
    item_class,
)
from mentorapp.domain.sharing import InfoClass as C

QUESTION = ScaleItem(code="a", text_sv="Jag sover gott.", left_sv="nej", right_sv="ja")
OWN = NewScale(code="own", kind=ScaleKind.VAS_FORM, title_sv="Sömn", items=(QUESTION,))
TOTALS = NewScale(code="t", kind=ScaleKind.EXTERNAL_TOTAL, title_sv="T", lowest=13, highest=91,
                  items=(ScaleItem(code="total"),))  # fmt: skip
LINES = NewScale(code="l", kind=ScaleKind.EXTERNAL_LINES, title_sv="L", items=(ScaleItem(code="line_1"),))
WORDS = st.text("abcåäö ", max_size=6)


def items(*codes: str) -> tuple[ScaleItem, ...]:
    return tuple(replace(QUESTION, code=code) for code in codes)


@pytest.mark.parametrize(
    ("form", "changed", "field", "key"),
    [
        (OWN, {"title_sv": "  "}, "title_sv", "scale_title_missing"),
        (OWN, {"items": ()}, "items", "scale_without_items"),
        (OWN, {"items": items(*map(str, range(MOST_ITEMS + 1)))}, "items", "scale_too_many_items"),
        (OWN, {"items": items("a", "a")}, "items", "scale_codes_twice"),
        (OWN, {"items": items("a", "")}, "items", "scale_codes_twice"),
        (OWN, {"kind": ScaleKind.LIKERT}, "steps", "number_range"),
        (OWN, {"kind": ScaleKind.LIKERT, "steps": 1}, "steps", "number_range"),
        (OWN, {"kind": ScaleKind.LIKERT, "steps": 11}, "steps", "number_range"),
        (OWN, {"items": (replace(QUESTION, text_sv=" "),)}, "items", "scale_item_empty"),
        (OWN, {"items": (replace(QUESTION, left_sv=""),)}, "items", "scale_ends_missing"),
        (OWN, {"items": (replace(QUESTION, right_sv=" "),)}, "items", "scale_ends_missing"),
        (TOTALS, {"items": ()}, "items", "scale_without_items"),
        (TOTALS, {"lowest": None}, "highest", "scale_totals_missing"),
        (TOTALS, {"highest": None}, "highest", "scale_totals_missing"),
        (TOTALS, {"lowest": 91}, "highest", "scale_totals_missing"),
        (TOTALS, {"lowest": -1}, "highest", "scale_totals_missing"),
    ],
)
def test_a_form_that_could_not_be_filled_in_is_refused_where_it_fails(
    form: NewScale, changed: dict[str, Any], field: str, key: str
) -> None:
    with pytest.raises(InputError) as refused:
        check_scale(replace(form, **changed))
    assert (refused.value.field, refused.value.key) == (field, key)


def test_forms_of_every_kind_can_be_filled_in() -> None:
    for form in (OWN, TOTALS, LINES, replace(OWN, items=items(*map(str, range(MOST_ITEMS))))):
        check_scale(form)
    for steps in (2, 10):
        check_scale(replace(OWN, kind=ScaleKind.LIKERT, steps=steps))
    for kind, codes in EXTERNAL_CODES.items():
        for count in range(1, len(codes) + 1):
            check_scale(replace(TOTALS, kind=kind, items=tuple(ScaleItem(code=code) for code in codes[:count])))


@pytest.mark.parametrize("form", [TOTALS, LINES], ids=lambda form: form.kind)
@pytest.mark.parametrize("name", ITEM_TEXTS)
def test_no_words_of_somebody_elses_instrument_are_taken_in(form: NewScale, name: str) -> None:
    with pytest.raises(InputError, match="scale_wording_protected"):
        check_scale(replace(form, items=(replace(form.items[0], **{name: "x"}),)))  # type: ignore[arg-type]
    for intro in ("intro_sv", "intro_en"):
        with pytest.raises(InputError, match="scale_wording_protected"):
            check_scale(replace(form, **{intro: "x"}))  # type: ignore[arg-type]


@given(st.sampled_from(sorted(EXTERNAL)), st.lists(st.text(max_size=40), min_size=1, max_size=4, unique=True))
def test_no_words_hide_in_the_codes_of_somebody_elses_items(kind: ScaleKind, codes: list[str]) -> None:
    form = replace(TOTALS, kind=kind, items=tuple(ScaleItem(code=code) for code in codes))
    if tuple(codes) == EXTERNAL_CODES[kind][: len(codes)]:
        check_scale(form)
        return
    with pytest.raises(InputError) as refused:
        check_scale(form)
    assert (refused.value.field, refused.value.key) == ("items", "scale_wording_protected")


def test_a_total_comes_before_its_parts() -> None:
    with pytest.raises(InputError, match="scale_wording_protected"):
        check_scale(replace(TOTALS, items=(ScaleItem(code="part_1"), ScaleItem(code="total"))))


def test_every_field_with_words_of_an_item_is_held_by_the_rule() -> None:
    texts = {name for name, kind in ScaleItem.__annotations__.items() if kind is str} - {"code"}
    assert texts == set(ITEM_TEXTS)


@given(st.sampled_from(Dimension), st.none() | st.sampled_from(C))
def test_the_class_of_what_an_item_is_about_is_never_lowered(dimension: Dimension, chosen: C | None) -> None:
    said = item_class(dimension, chosen)
    given_class = DIMENSION_CLASS.get(dimension)
    if given_class is None:
        assert said is (chosen or C.RATING)
    else:
        assert said is heaviest([given_class, *([chosen] if chosen else [])])
        assert said in (given_class, chosen)


def test_a_class_may_be_raised_and_the_heaviest_is_that_of_the_whole() -> None:
    assert item_class(Dimension.FAMILY) is C.SOCIAL
    assert item_class(Dimension.FAMILY, C.HEALTH) is C.HEALTH
    assert item_class(Dimension.MENTAL_WELLBEING, C.RATING) is C.HEALTH
    assert heaviest([C.RATING, C.WORK, C.SOCIAL]) is C.SOCIAL
    assert heaviest(C) is C.PRIVATE
    assert heaviest([C.HEALTH, C.VIOLENCE]) is C.VIOLENCE


@given(WORDS, WORDS, WORDS, WORDS)
def test_a_question_is_asked_in_the_language_before_it_is_asked_easily(
    swedish: str, english: str, easy: str, easily: str
) -> None:
    item = replace(QUESTION, text_sv=swedish, text_en=english, easy_sv=easy, easy_en=easily)
    assert item.text("sv") == swedish
    assert item.text("en") == (english or swedish)
    assert item.text("sv", easy=True) == (easy or swedish)
    assert item.text("en", easy=True) == (easily or english or easy or swedish)


def test_names_in_charts_and_ends_fall_back_to_what_there_is() -> None:
    assert QUESTION.label("sv") == "Jag sover gott."
    assert replace(QUESTION, label_sv="Sömn").label("en") == "Sömn"
    assert replace(QUESTION, label_sv="Sömn", label_en="Sleep").label("en") == "Sleep"
    assert QUESTION.ends("en") == ("nej", "ja")
    assert replace(QUESTION, left_en="no", right_en="yes").ends("en") == ("no", "yes")


def test_a_definition_knows_its_items_its_classes_and_whose_it_is() -> None:
    one = ScaleDefinition(
        id=UUID(int=1), code="x", version=1, kind=ScaleKind.VAS_FORM, title_sv="Sömn", intro_sv="Sätt kryss.",
        items=(QUESTION, replace(QUESTION, code="b", info_class=C.HEALTH)),
    )  # fmt: skip
    assert one.item("b").info_class is C.HEALTH
    assert one.classes == {C.RATING, C.HEALTH}
    assert (one.title("en"), one.intro("en")) == ("Sömn", "Sätt kryss.")
    assert replace(one, title_en="Sleep").title("en") == "Sleep"
    assert not one.is_external
    assert all(replace(one, kind=kind).is_external for kind in EXTERNAL)
    with pytest.raises(KeyError):
        one.item("c")
