"""A blank form of nobody: on paper, in the log without a person, and never of somebody else's instrument."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scale_changes import at
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import log_print, preview
from mentorapp.language import Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.print_log import list_prints
from mentorapp.store.scale_definitions import add_scale, change_scale, get_scale
from mentorapp.store.scale_files import scale_id
from mentorapp.store.scale_responses import NewResponse, add_response, get_response
from mentorapp.store.store import Store

SV = Texts("sv")
OWN = NewScale(
    code="", kind=ScaleKind.VAS_FORM, title_sv="Vår egen",
    items=(ScaleItem(code="a", text_sv="Hur går det?", left_sv="illa", right_sv="bra"),),
)  # fmt: skip


def blank(code: str, version: int = 1, easy: bool | None = None, mentee: UUID | None = None) -> Order:
    return Order(mentee_id=mentee, template="P04", about=scale_id(code, version), easy=easy)


def test_a_form_is_printed_of_nobody_and_logged_without_a_person(store: Store) -> None:
    made = preview(store, blank("workplace_mentee"), texts=SV)
    assert (made.mentee_id, made.recipient, made.easy, made.pages) == (None, "", False, 1)
    assert made.file_name == "blankett_WM_2026-11-25.pdf"
    assert made.held_back == ()
    log_print(store, made, DeliveredHow.PRINTER)
    log_print(store, made, DeliveredHow.FILE)
    with store.read() as session:
        (record,) = list_prints(session, None)
    assert (record.template, record.mentee_id, record.recipient) == ("P04", None, "")


def test_the_need_of_the_mentee_decides_where_there_is_one(store: Store) -> None:
    with store.write("mentee_added") as session:
        farah = add_mentee(session, "Farah", needs_easy_read=True)
    assert preview(store, blank("well_being", mentee=farah), texts=SV).easy
    assert preview(store, blank("well_being", easy=True), texts=SV).easy
    assert not preview(store, blank("well_being", easy=False, mentee=farah), texts=SV).easy
    assert preview(store, blank("well_being", mentee=farah), texts=SV).recipient == "Farah"


@pytest.mark.parametrize("code", ["ors", "srs", "kasam_13", "kasam_29"])
def test_instruments_of_others_are_refused(store: Store, code: str) -> None:
    with pytest.raises(InputError, match="form_never_printed"):
        preview(store, blank(code), texts=SV)


def test_a_units_own_form_and_each_version_of_it_can_be_printed(store: Store) -> None:
    with store.write("scale_changed") as session:
        code = add_scale(session, OWN)
        add_response_to(session, code)
        assert change_scale(session, code, replace(OWN, title_sv="Vår nya")) == 2
    names = {preview(store, blank(code, version), texts=SV).file_name for version in (1, 2)}
    assert names == {f"blankett_{code[-4:].upper()}_2026-11-25.pdf"}
    with pytest.raises(NotFoundError, match="scale_unknown"):
        preview(store, blank(code, 3), texts=SV)


def add_response_to(session: Any, code: str) -> UUID:
    mentee = add_mentee(session, "Kim")
    marks = (Mark(item="a", value=Decimal("56.4")),)
    new = NewResponse(
        mentee_id=mentee, code=code, event_date=date(2026, 11, 24), marks=marks, line_length_mm=Decimal("94.0")
    )
    return add_response(session, new)


def test_the_control_length_of_a_scaled_form_gives_the_right_value(store: Store) -> None:
    with store.write("scale_filled") as session:
        code = add_scale(session, OWN)
        response = get_response(session, add_response_to(session, code))
        scale = get_scale(session, code)
    assert at(scale, scale.items[0], response) == 60


def test_a_print_about_a_person_or_a_thing_needs_one(store: Store) -> None:
    for order in (Order(), Order(template="P04"), Order(template="P21", about=UUID(int=1))):
        with pytest.raises(TypeError):
            preview(store, order, texts=SV)
