"""The page of a placement in the window: opened from the mentee's tab, left by Esc, with the keys of the window."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.store.drafts import keep_draft, list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.mentees import add_mentee
from mentorapp.store.placements import add_placement, remove_placement
from mentorapp.store.programmes import list_programmes
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.sessions import add_session
from mentorapp.store.workplaces import add_workplace
from ui.app import Program
from ui.requests import DraftRequest, PlacementRequest, PrintRequest
from ui.rooms import Rooms
from ui.screens.placement import PlacementScreen
from ui.widgets.form_sheet import FormSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


@pytest.fixture
def request_(rooms: Rooms) -> PlacementRequest:
    today = rooms.store.clock.today()
    with rooms.store.write("placement_added") as session:
        mentee = add_mentee(session, "Birk")
        programme = list_programmes(session)[0]
        enrolment = add_enrolment(session, mentee, programme.id, started_on=today - timedelta(days=90))
        place = add_workplace(session, "Fantasihallen")
        placement = add_placement(
            session, enrolment, place, PlacementType.WORK_TRAINING, today - timedelta(days=40),
            hours_per_week=Decimal(8),
        )  # fmt: skip
    return PlacementRequest(mentee, placement)


def at(rooms: Rooms) -> str:
    here = rooms.frame.here
    assert here is not None
    return here.key


def shown(rooms: Rooms) -> PlacementScreen:
    screen = rooms.frame.current
    assert isinstance(screen, PlacementScreen)
    return screen


def sheets(rooms: Rooms) -> list[FormSheet]:
    return [one for one in rooms.frame.window().findChildren(FormSheet) if one.isVisible()]


def test_it_opens_from_the_mentees_page_marks_arbetsplatser_and_esc_leads_back(
    rooms: Rooms, request_: PlacementRequest, keys: Callable[..., None]
) -> None:
    rooms.frame.go("mentee", request_.mentee_id)
    rooms.page.placement_wanted.emit(request_)
    assert shown(rooms).request == request_
    assert rooms.frame.rail.button("workplaces").isChecked()
    assert shown(rooms).agree.fill.hasFocus()
    keys(Qt.Key.Key_Escape)
    assert at(rooms) == "mentee"
    rooms.page.placement_wanted.emit(request_)
    shown(rooms).head.back.click()
    assert at(rooms) == "mentee"


def test_ctrl_n_writes_about_whose_placement_it_is_and_ctrl_p_prints_a_form(
    qtbot: QtBot, rooms: Rooms, request_: PlacementRequest, keys: Callable[..., None]
) -> None:
    rooms.frame.go("placement", request_)
    keys(Qt.Key.Key_N, modifier=CTRL)
    assert rooms.note.is_open
    assert rooms.shown_mentee() == request_.mentee_id
    keys(Qt.Key.Key_Escape)
    keys(Qt.Key.Key_P, modifier=CTRL)
    assert at(rooms) == "preview"
    qtbot.waitUntil(lambda: rooms.preview.made is not None, timeout=20_000)
    rooms.preview.closed.emit()
    assert at(rooms) == "placement"


def test_the_filled_forms_of_a_follow_up_are_printed_for_the_mentee(
    qtbot: QtBot, rooms: Rooms, request_: PlacementRequest, keys: Callable[..., None]
) -> None:
    today = rooms.store.clock.today()
    with rooms.store.write("scale_filled") as session:
        follow_up = add_follow_up(session, request_.placement_id, today)
        for code in ("workplace_mentee", "workplace_supervisor"):
            marks = tuple(Mark(item=one.code, value=Decimal(60)) for one in get_scale(session, code).items)
            add_response(
                session,
                NewResponse(mentee_id=request_.mentee_id, code=code, event_date=today, marks=marks,
                            follow_up_id=follow_up),
            )  # fmt: skip
    rooms.frame.go("placement", request_)
    keys(Qt.Key.Key_P, modifier=CTRL)
    assert at(rooms) == "preview"
    qtbot.waitUntil(lambda: rooms.preview.made is not None, timeout=20_000)
    here = rooms.frame.here
    assert here is not None
    assert here.subject == PrintRequest(request_.mentee_id, template="P05", about=follow_up)


def test_the_mentees_page_and_the_note_of_a_visit_are_reached_from_it(rooms: Rooms, request_: PlacementRequest) -> None:
    today = rooms.store.clock.today()
    with rooms.store.write("note_saved") as session:
        visit = add_session(
            session,
            NewSession(mentee_id=request_.mentee_id, kind=SessionKind.WORKPLACE_VISIT, event_date=today),
        )
    rooms.frame.go("placement", request_)
    screen = shown(rooms)
    screen.session_opened.emit(request_.mentee_id, visit)
    QApplication.processEvents()
    assert at(rooms) == "mentee"
    rooms.frame.go("placement", request_)
    screen.head.page.click()
    assert at(rooms) == "mentee"
    assert rooms.page.mentee_id == request_.mentee_id


def test_a_form_that_was_begun_is_gone_on_with_from_idag(rooms: Rooms, request_: PlacementRequest) -> None:
    form = f"placement.disclosure:{request_.placement_id.hex}"
    with rooms.store.write("draft_kept") as session:
        keep_draft(session, form, request_.mentee_id, {"disclosure_words": "Begun"})
    rooms.frame.go("today")
    rooms.open_draft(DraftRequest(request_.mentee_id, form))
    QApplication.processEvents()
    (sheet,) = sheets(rooms)
    assert sheet.values()["disclosure_words"] == "Begun"


def test_a_form_about_a_placement_that_is_gone_opens_nothing(rooms: Rooms, request_: PlacementRequest) -> None:
    form = f"placement.end:{UUID(int=7).hex}"
    with rooms.store.write("draft_kept") as session:
        keep_draft(session, form, request_.mentee_id, {"end_reason": "job"})
    rooms.frame.go("today")
    rooms.open_draft(DraftRequest(request_.mentee_id, form))
    assert sheets(rooms) == []
    with rooms.store.read() as session:
        assert [one.form for one in list_drafts(session)] == [form]


def test_undoing_that_a_placement_was_added_leaves_its_page(
    rooms: Rooms, request_: PlacementRequest, keys: Callable[..., None]
) -> None:
    rooms.frame.go("mentee", request_.mentee_id)
    rooms.frame.go("placement", request_)
    with rooms.store.write("placement_removed") as session:
        remove_placement(session, request_.placement_id)
    assert at(rooms) == "mentee"
    keys(Qt.Key.Key_Z, modifier=CTRL)
    rooms.frame.go("placement", request_)
    assert shown(rooms).request == request_


def test_what_is_typed_on_the_page_is_kept_when_the_store_locks(
    unlocked: Program, rooms: Rooms, request_: PlacementRequest, keys: Callable[..., None]
) -> None:
    rooms.frame.go("placement", request_)
    line = shown(rooms).adaptations.new
    assert line is not None
    line.setFocus()
    keys("L")
    store = rooms.store
    unlocked.stay.keep_drafts()
    with store.read() as session:
        (draft,) = list_drafts(session)
    assert draft.form == f"placement.new_adaptation:{request_.placement_id.hex}"
