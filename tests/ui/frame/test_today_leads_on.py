"""From a row of Idag to where the matter is dealt with: the ratings, work and studies, or the page of a placement."""

from datetime import timedelta
from decimal import Decimal

import pytest

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.session_ratings import LINES
from mentorapp.domain.studies import StudyDateKind
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.mentees import add_mentee
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import list_programmes
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.study_plans import add_study_date
from mentorapp.store.workplaces import add_workplace
from ui.app import Program
from ui.requests import PlacementRequest
from ui.rooms import Rooms


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    """With Farah, whose SRS is low, whose placement ends soon, and who has a day to apply by."""
    rooms = unlocked.stay.rooms
    assert rooms is not None
    today = rooms.store.clock.today()
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Farah")
        enrolment = add_enrolment(
            session, mentee, list_programmes(session)[0].id, started_on=today - timedelta(days=90)
        )
        end = today + timedelta(days=5)
        workplace = add_workplace(session, "Café Låtsas")
        add_placement(session, enrolment, workplace, PlacementType.INTERNSHIP, today, planned_to=end)
        add_study_date(session, add_education_support(session, enrolment, "Svenska 1"), StudyDateKind.APPLICATION, end)
        change_setting(session, "session_rating_licence", True)
        marks = tuple(Mark(item=line, value=Decimal(8)) for line in LINES)
        add_response(session, NewResponse(mentee_id=mentee, code="srs", event_date=today, marks=marks))
    rooms.frame.go("today")
    rooms.today.refresh()
    return rooms


def press(rooms: Rooms, rule: str) -> None:
    entries = [entry for group in rooms.today._groups for entry in group.entries()]
    act = next(entry for entry in entries if entry.key.startswith(f"{rule}:")).act
    assert act is not None
    act()


@pytest.mark.parametrize(("rule", "tab"), [("srs", "scales"), ("study_date", "work")])
def test_the_button_opens_the_tab_where_the_matter_is(rooms: Rooms, rule: str, tab: str) -> None:
    press(rooms, rule)
    assert rooms.frame.here is not None
    assert rooms.frame.here.key == "mentee"
    assert rooms.page.tab(tab).isVisible()


def test_the_button_opens_the_page_of_the_placement(rooms: Rooms) -> None:
    press(rooms, "placement_end")
    assert rooms.frame.here is not None
    assert rooms.frame.here.key == "placement"
    assert isinstance(rooms.frame.here.subject, PlacementRequest)
