"""Papers asked for where they belong: the ladder, the lanes, the certificate of a course."""

from datetime import date, timedelta
from typing import Any

from mentorapp.domain.groups import GroupKind
from mentorapp.domain.sessions import Attendance
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.store import Store
from ui.requests import PrintRequest


def asked(page: Any) -> list[PrintRequest]:
    wanted: list[PrintRequest] = []
    page.print_wanted.connect(wanted.append)
    return wanted


def test_the_ladder_and_the_lanes_are_asked_for_on_their_tabs(farah: Any, look: Any) -> None:
    look.page.open(farah.mentee)
    wanted = asked(look.page)
    look.page.choose_tab("closing")
    look.page.tab("closing").stays.paper.click()
    look.page.ask_print()
    look.page.choose_tab("around")
    look.page.tab("around").lanes.paper.click()
    assert wanted == [
        PrintRequest(farah.mentee, template="P06"),
        PrintRequest(farah.mentee, template="P06"),
        PrintRequest(farah.mentee, template="P20"),
    ]


def test_a_certificate_is_asked_for_beside_the_group_and_only_when_somebody_was_there(
    store: Store, farah: Any, look: Any, day: date
) -> None:
    with store.write("filled") as session:
        school = add_activity(session, "Hälsoskola", GroupKind.HEALTH_SCHOOL)
        theory = add_activity(session, "Körkortsteori", GroupKind.DRIVING_THEORY)
        for place, activity in enumerate((school, school, theory)):
            meeting = add_meeting(session, activity, day - timedelta(days=9 - place))
            came = (Attendance.HELD, Attendance.NO_SHOW, Attendance.NO_SHOW)[place]
            set_attendance(session, meeting, farah.mentee, came)
    look.page.open(farah.mentee)
    wanted = asked(look.page)
    look.page.choose_tab("contacts")
    rows = look.page.tab("contacts").courses.made
    assert [(row.title.text(), row.second.text()) for row in rows] == [
        ("Hälsoskola", "1 av 2 träffar"),
        ("Körkortsteori", "0 av 1 träffar"),
    ]
    rows[0].action.click()
    rows[1].action.click()
    assert wanted == [PrintRequest(farah.mentee, template="P21", about=school)]


def test_without_groups_there_is_no_card(farah: Any, look: Any) -> None:
    look.page.open(farah.mentee)
    look.page.choose_tab("contacts")
    assert look.page.tab("contacts").courses.isHidden()
