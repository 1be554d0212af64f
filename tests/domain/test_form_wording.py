"""What a form of one's own must say, and the names that it must not bear."""

from dataclasses import replace

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind, check_scale, item_fault

ITEM = ScaleItem(code="a", text_sv="Jag sover gott.", left_sv="nej", right_sv="ja")
FORM = NewScale(code="sleep", kind=ScaleKind.VAS_FORM, title_sv="Så sover jag", items=(ITEM,))
TOTAL = NewScale(code="t", kind=ScaleKind.EXTERNAL_TOTAL, title_sv="KASAM-13", lowest=13, highest=91,
                 items=(ScaleItem(code="total"),))  # fmt: skip


@pytest.mark.parametrize(
    ("field", "key"),
    [("text_sv", "scale_item_empty"), ("left_sv", "scale_ends_missing"), ("right_sv", "scale_ends_missing")],
)
def test_a_question_says_which_of_its_words_is_missing(field: str, key: str) -> None:
    assert item_fault(ITEM) is None
    lacking = replace(ITEM, code="b", **{field: " "})  # type: ignore[arg-type]
    assert item_fault(lacking) == (field, key)
    with pytest.raises(InputError) as refused:
        check_scale(replace(FORM, items=(ITEM, lacking)))
    assert (refused.value.field, refused.value.key) == ("items", key)


@pytest.mark.parametrize("title", ["ORS", "Kasam för unga", "Vår SRS-blankett", "KASAM_29"])
@pytest.mark.parametrize("field", ["title_sv", "title_en"])
def test_a_form_with_words_of_its_own_is_not_called_by_anothers_name(field: str, title: str) -> None:
    with pytest.raises(InputError) as refused:
        check_scale(replace(FORM, **{field: title}))  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.key) == (field, "scale_name_protected")


def test_words_that_only_look_like_such_a_name_are_free_and_so_are_totals() -> None:
    for title in ("Orsak och verkan", "Vad gör skillnad?", "Personalens dag"):
        check_scale(replace(FORM, title_sv=title))
    check_scale(TOTAL)


@pytest.mark.parametrize("text", ["text_sv", "text_en", "easy_sv", "easy_en", "label_sv", "label_en", "left_sv",
                                  "left_en", "right_sv", "right_en"])  # fmt: skip
def test_no_word_of_any_kind_is_taken_for_an_item_of_others(text: str) -> None:
    with pytest.raises(InputError) as refused:
        check_scale(replace(TOTAL, items=(ScaleItem(code="total", **{text: "ord"}),)))  # type: ignore[arg-type]
    assert refused.value.key == "scale_wording_protected"
    for intro in ("intro_sv", "intro_en"):
        with pytest.raises(InputError):
            check_scale(replace(TOTAL, **{intro: "ord"}))  # type: ignore[arg-type]
