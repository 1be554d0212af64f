"""The list counts both: persons, and enrolments (E12)."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from mentorapp.cli.stores import COUNTED
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.store.enrolments import add_enrolment, change_status
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.tables import Table

ASKED = ("list", "--store", "prov.mentor", "--passphrase-file", "-")


def test_sixteen_persons_and_seventeen_enrolments(
    mentorapp: Any, make_closed: Callable[[Callable[[Any], None]], None]
) -> None:
    """S004: one of sixteen came back. A person who is not enrolled is in the list and in neither count."""

    def fill(session: Any) -> None:
        programme = add_programme(session, "UMA", get_ladder("praktiktrappan"))
        start = date.today() - timedelta(days=90)  # noqa: DTZ011
        for number in range(16):
            mentee = add_mentee(session, f"Person {number}")
            enrolment = add_enrolment(session, mentee, programme, started_on=start)
        change_status(session, enrolment, EnrolmentStatus.CLOSED, closed_on=start + timedelta(days=30))
        add_enrolment(session, mentee, programme, started_on=start + timedelta(days=60))
        add_mentee(session, "Nyfiken")

    make_closed(fill)
    listed = json.loads(mentorapp(*ASKED, "--json").out)
    assert (listed["persons"], listed["enrolments"], len(listed["people"])) == (16, 17, 17)
    assert sorted({one["enrolments"] for one in listed["people"]}) == [0, 1, 2]
    assert mentorapp(*ASKED).out.splitlines()[-1] == "16 personer, 17 inskrivningar"


def test_the_check_counts_everything_that_is_written_down() -> None:
    """What it leaves out is a part of a row that it counts, or the program's own."""
    parts = {
        "closure_heading", "intervention_state", "income_state", "mapping_text", "step_undone", "attachment_content",
        "mentee_former_name", "mentee_former_number", "mentee_address", "mentee_municipality", "programme_target",
        "scale_item", "scale_mark", "placement_hours", "study_phase", "study_helper", "meeting_invitee", "agenda_item",
        "meeting_choice", "meeting_wording", "protocol_point", "print_subject",
    }  # fmt: skip
    own = {"store_mark", "mentor_profile", "setting", "draft", "journal_step", "journal_change", "snooze"}
    counted = {table.__tablename__ for table in COUNTED}
    assert counted | parts | own == set(Table.metadata.tables)
    assert not counted & (parts | own)
