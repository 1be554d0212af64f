"""Forms by version: what has been filled in stands for good, and a change of it is the next version."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.scale_changes import first_and_last
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import Dimension, NewScale, ScaleItem, ScaleKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store import scale_definitions, scale_files
from mentorapp.store.scale_definitions import (
    add_scale,
    change_scale,
    get_scale,
    is_used,
    keep_version,
    list_scales,
    list_versions,
    remove_scale,
    set_scale_in_use,
    used_versions,
)
from mentorapp.store.scale_files import scale_id, shipped_scales
from mentorapp.store.scale_responses import NewResponse, add_response, change_response, get_response, list_responses
from mentorapp.store.store import Store

Refusal = Callable[[str, str], Any]
ITEM = ScaleItem(code="sleep", text_sv="Jag sover gott.", left_sv="nej", right_sv="ja")
SLEEP = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Sömn", items=(ITEM,))
OTHER = replace(SLEEP, items=(replace(ITEM, text_sv="Jag sover hela natten."),))


def make(store: Store, new: NewScale = SLEEP) -> str:
    with store.write("scale_added") as session:
        return add_scale(session, new)


def fill(store: Store, household: Any, code: str, value: str, day: date, version: int | None = None) -> Any:
    with store.write("scale_filled") as session:
        item = get_scale(session, code, version).items[0].code
        return add_response(session, NewResponse(
            mentee_id=household.mentee, enrolment_id=household.enrolment, code=code, version=version, event_date=day,
            marks=(Mark(item=item, value=Decimal(value)),),
        ))  # fmt: skip


def versions(store: Store, code: str) -> list[tuple[int, str]]:
    with store.read() as session:
        return [(one.version, one.items[0].text_sv) for one in list_versions(session, code)]


def test_the_shipped_forms_are_there_in_their_order_without_a_row(store: Store) -> None:
    with store.read() as session:
        assert list_scales(session) == shipped_scales()
        assert get_scale(session, "well_being", 1) == get_scale(session, "well_being")
    with store.raw() as connection:
        assert connection.execute("SELECT count(*) FROM scale_definition").fetchone() == (0,)


def test_a_form_of_the_units_own_comes_after_the_shipped_ones(store: Store) -> None:
    code = make(store)
    with store.read() as session:
        made = list_scales(session)[-1]
        assert (made.code, made.version, made.shipped, made.title_sv) == (code, 1, False, "Sömn")
        assert made.items == (ITEM,)
        assert made.id == scale_id(code, 1)


def test_a_version_that_nobody_has_filled_in_is_changed_in_its_place(store: Store) -> None:
    code = make(store)
    with store.write("scale_changed") as session:
        assert change_scale(session, code, OTHER) == 1
    assert versions(store, code) == [(1, "Jag sover hela natten.")]


def test_a_used_version_is_never_changed_and_its_marks_stand(store: Store, household: Any, day: date) -> None:
    code = make(store)
    first = fill(store, household, code, "40", day)
    with store.write("scale_changed") as session:
        assert change_scale(session, code, OTHER) == 2
    second = fill(store, household, code, "70", day)
    assert versions(store, code) == [(1, "Jag sover gott."), (2, "Jag sover hela natten.")]
    with store.read() as session:
        old, new = get_response(session, first), get_response(session, second)
        assert [(one.version, one.value("sleep")) for one in (old, new)] == [(1, Decimal(40)), (2, Decimal(70))]
        assert first_and_last(list_responses(session, household.mentee)) is None
        assert is_used(session, code, 1)
        assert used_versions(session) == {(code, 1), (code, 2)}
    with store.write("scale_changed_answer") as session:
        change_response(session, first, (Mark(item="sleep", value=Decimal(41)),))
    with store.read() as session:
        assert get_response(session, first).version == 1
    third = fill(store, household, code, "50", day, version=1)
    with store.read() as session:
        pair = first_and_last(list_responses(session, household.mentee))
        assert pair is not None
        assert {one.id for one in pair} == {first, third}


def test_a_shipped_form_gets_a_next_version_of_the_units_own(store: Store) -> None:
    with store.write("scale_changed") as session:
        shipped = get_scale(session, "coherence")
        own = replace(SLEEP, title_sv="Hänger ihop", items=shipped.items[:1])
        assert change_scale(session, "coherence", own) == 2
        assert change_scale(session, "coherence", replace(own, intro_sv="Sätt kryss.")) == 2
    with store.read() as session:
        assert [one.shipped for one in list_versions(session, "coherence")] == [True, False]
        assert get_scale(session, "coherence", 1) == shipped
        assert get_scale(session, "coherence").intro_sv == "Sätt kryss."


def test_a_shipped_form_stands_as_it_was_when_it_was_first_filled_in(
    store: Store, household: Any, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, household, "well_being", "40", day)
    before = {one.code: one for one in shipped_scales()}

    def later() -> tuple[Any, ...]:
        return tuple(replace(one, title_sv=f"{one.title_sv} 2027") for one in before.values())

    monkeypatch.setattr(scale_definitions, "shipped_scales", later)
    with store.read() as session:
        assert get_scale(session, "well_being") == before["well_being"]
        assert get_scale(session, "coherence").title_sv.endswith("2027")
    with store.write("x") as session:
        assert keep_version(session, "well_being", 1) == scale_id("well_being", 1)
    with store.read() as session:
        assert get_scale(session, "well_being") == before["well_being"]


def test_the_same_form_again_makes_no_version(store: Store, household: Any, day: date) -> None:
    code = make(store)
    fill(store, household, code, "40", day)
    with store.write("scale_changed") as session:
        assert change_scale(session, code, replace(SLEEP, title_sv=" Sömn ")) == 1
    assert versions(store, code) == [(1, "Jag sover gott.")]


def test_items_keep_their_codes_and_new_ones_get_one(store: Store) -> None:
    code = make(store)
    with store.write("scale_changed") as session:
        change_scale(session, code, replace(SLEEP, items=(replace(ITEM, code="", text_sv="Jag äter."), ITEM)))
    with store.read() as session:
        eats, sleeps = get_scale(session, code).items
    assert (eats.text_sv, sleeps) == ("Jag äter.", ITEM)
    assert len(eats.code) == 32
    store.undo()
    with store.read() as session:
        assert get_scale(session, code).items == (ITEM,)


def test_what_an_item_is_about_gives_its_class_whatever_was_said(store: Store) -> None:
    items = (
        replace(ITEM, code="a", dimension=Dimension.MENTAL_WELLBEING),
        replace(ITEM, code="b", dimension=Dimension.FAMILY, info_class=InfoClass.VIOLENCE),
        replace(ITEM, code="c", info_class=InfoClass.SOCIAL),
    )
    code = make(store, replace(SLEEP, items=items))
    with store.read() as session:
        classes = [one.info_class for one in get_scale(session, code).items]
    assert classes == [InfoClass.HEALTH, InfoClass.VIOLENCE, InfoClass.SOCIAL]


def test_put_away_it_stays_and_comes_out_again(store: Store, household: Any, day: date) -> None:
    first = fill(store, household, "equality", "4", day)
    for code in ("equality", make(store)):
        with store.write("scale_put_away") as session:
            set_scale_in_use(session, code, False)
        with store.read() as session:
            assert code not in {one.code for one in list_scales(session)}
            assert code in {one.code for one in list_scales(session, all_=True)}
        with store.write("scale_taken_out") as session:
            set_scale_in_use(session, code, True)
        with store.read() as session:
            assert code in {one.code for one in list_scales(session)}
            assert get_response(session, first).value(get_scale(session, "equality").items[0].code) == 4


def test_a_form_of_ones_own_that_nobody_has_filled_in_is_removed_with_all_its_versions(store: Store) -> None:
    code = make(store)
    with store.write("scale_removed") as session:
        remove_scale(session, code)
    with pytest.raises(NotFoundError, match="scale_unknown"), store.read() as session:
        get_scale(session, code)
    with store.raw() as connection:
        assert connection.execute("SELECT count(*) FROM scale_item").fetchone() == (0,)
    with pytest.raises(NotFoundError), store.write("scale_removed") as session:
        remove_scale(session, code)
    store.undo()
    assert versions(store, code) == [(1, "Jag sover gott.")]


def test_what_is_used_or_shipped_is_not_removed(store: Store, household: Any, day: date, refusal: Refusal) -> None:
    code = make(store)
    fill(store, household, code, "40", day)
    for kept in (code, "well_being"):
        with refusal("title_sv", "scale_is_used") as session:
            remove_scale(session, kept)


def test_a_title_is_given_once(store: Store, refusal: Refusal) -> None:
    code = make(store)
    for title in ("sömn", "HUR HAR JAG DET?"):
        with refusal("title_sv", "scale_exists") as session:
            add_scale(session, replace(SLEEP, title_sv=title))
    with refusal("title_sv", "scale_exists") as session:
        change_scale(session, code, replace(SLEEP, title_sv="Hur har jag det?"))
    with refusal("title_sv", "scale_exists") as session:
        add_scale(session, replace(SLEEP, code="ors", title_sv="En annan"))


@pytest.mark.parametrize(
    ("changed", "field", "key"),
    [
        ({"title_sv": ""}, "title_sv", "scale_title_missing"),
        ({"title_sv": "a" * 201}, "title_sv", "too_long"),
        ({"items": ()}, "items", "scale_without_items"),
        ({"items": (replace(ITEM, text_sv=""),)}, "items", "scale_item_empty"),
        ({"items": (replace(ITEM, left_sv=""),)}, "items", "scale_ends_missing"),
        ({"items": (ITEM, ITEM)}, "items", "scale_codes_twice"),
        ({"items": tuple(replace(ITEM, code=str(n)) for n in range(31))}, "items", "scale_too_many_items"),
        ({"kind": ScaleKind.LIKERT, "steps": 1}, "steps", "number_range"),
    ],
)
def test_a_form_that_could_not_be_filled_in_is_refused(
    store: Store, refusal: Refusal, changed: dict[str, Any], field: str, key: str
) -> None:
    with refusal(field, key) as session:
        add_scale(session, replace(SLEEP, **changed))
    code = make(store)
    with refusal(field, key) as session:
        change_scale(session, code, replace(SLEEP, **changed))


def test_somebody_elses_form_is_not_changed_and_takes_no_wording(store: Store, refusal: Refusal) -> None:
    with refusal("items", "scale_is_somebody_elses") as session:
        change_scale(session, "ors", SLEEP)
    code = make(store)
    for act in (add_scale, lambda session, new: change_scale(session, code, new)):
        for kind in (ScaleKind.EXTERNAL_LINES, ScaleKind.EXTERNAL_TOTAL):
            with refusal("items", "scale_wording_protected") as session:
                act(session, replace(SLEEP, title_sv="Annan", kind=kind, lowest=0, highest=9))
    with refusal("highest", "scale_totals_missing") as session:
        add_scale(session, replace(SLEEP, kind=ScaleKind.EXTERNAL_TOTAL, items=(ScaleItem(code="total"),)))


def test_identifiers_of_forms_are_the_same_in_every_store() -> None:
    assert scale_id("ors", 1) == scale_files.scale_id("ors", 1)
    assert len({scale_id(code, version) for code in ("ors", "srs") for version in (1, 2)}) == 4
