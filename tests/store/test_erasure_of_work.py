"""Erased is gone at work and on forms too; the bank of workplaces and the forms themselves stay."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.domain.studies import StudyDateKind
from mentorapp.domain.workplace_support import SeStage
from mentorapp.store.adaptations import add_adaptation, remove_adaptation
from mentorapp.store.attachments import add_attachment
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.erasure import count_rows, erase_mentee
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.measurements import add_measurement
from mentorapp.store.network import add_contact
from mentorapp.store.placements import add_placement, end_placement, remove_hours, set_hours
from mentorapp.store.scale_definitions import add_scale, change_scale, get_scale, list_versions
from mentorapp.store.scale_responses import NewResponse, add_response, void_response
from mentorapp.store.se_stages import begin_stage
from mentorapp.store.store import Store
from mentorapp.store.study_plans import add_conference, add_helper, add_study_date
from mentorapp.store.support_intensities import set_support
from mentorapp.store.workplaces import add_workplace, list_workplaces

CANARY = "Kanariegul"
OF_THE_PERSON = {
    "placement", "placement_hours", "adaptation", "support_intensity", "workplace_follow_up", "se_stage",
    "scale_response", "scale_mark", "external_measurement", "education_support", "study_phase", "study_date",
    "study_helper", "study_conference", "attachment", "attachment_content",
}  # fmt: skip
SLEEP = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Sömn",
                 items=(ScaleItem(code="a", text_sv="Jag sover.", left_sv="nej", right_sv="ja"),))  # fmt: skip


def at_work(session: Any, household: Any, day: date, scale: str) -> None:
    boss = add_contact(session, "Åke Handledare")
    hall = add_workplace(session, "Fantasihallen", supervisor_id=boss)
    placed = add_placement(
        session, household.enrolment, hall, PlacementType.INTERNSHIP, day - timedelta(days=60),
        hours_per_week=Decimal(8), tasks=CANARY, choice_reason=CANARY, disclosure_words=CANARY, schedule=CANARY,
    )  # fmt: skip
    remove_hours(session, set_hours(session, placed, day, Decimal(20)))
    need = add_adaptation(session, placed, CANARY)
    remove_adaptation(session, add_adaptation(session, placed, f"{CANARY} 2"))
    assert need
    set_support(session, placed, day, Decimal(3))
    visit = add_follow_up(session, placed, day, mentee_words=CANARY, observations=CANARY, present=CANARY)
    add_response(session, NewResponse(
        mentee_id=household.mentee, code="workplace_supervisor", event_date=day, follow_up_id=visit, contact_id=boss,
        marks=(Mark(item="pace", value=Decimal(5)),), comment=CANARY,
    ))  # fmt: skip
    wrong = add_response(session, NewResponse(
        mentee_id=household.mentee, enrolment_id=household.enrolment, code=scale, event_date=day, oral_note=CANARY,
        marks=(Mark(item="a", value=Decimal(5)),),
    ))  # fmt: skip
    void_response(session, wrong, CANARY)
    begin_stage(session, household.enrolment, SeStage.SUPPORT)
    end_placement(session, placed, day, EndReason.OTHER, other=CANARY)


def elsewhere(session: Any, household: Any, day: date) -> None:
    paper = add_attachment(session, household.mentee, "svar.txt", CANARY.encode())
    add_measurement(session, household.mentee, CANARY, day, value=CANARY, attachment_id=paper)
    studies = add_education_support(session, household.enrolment, CANARY, goal=CANARY, barriers=CANARY)
    add_study_date(session, studies, StudyDateKind.OTHER, day, CANARY)
    add_helper(session, studies, ContactChoice(new_name=CANARY), CANARY)
    add_conference(session, studies, day, points=CANARY, agreed=CANARY)


@pytest.fixture
def scale(store: Store, household: Any, day: date) -> str:
    """Birk has the canary in everything at work, on forms and in studies; the code of the form that was filled in."""
    with store.write("scale_added") as session:
        code = add_scale(session, SLEEP)
    with store.write("placement_added") as session:
        at_work(session, household, day, code)
        elsewhere(session, household, day)
    return code


def tables_with(store: Store, words: str, key: UUID) -> set[str]:
    found = set()
    with store.raw() as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
                raw = b"".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)
                if words.encode() in raw or key.bytes in raw or key.hex.encode() in raw:
                    found.add(table)
    return found


def test_everything_at_work_on_forms_and_in_studies_is_counted_and_goes(
    store: Store, household: Any, scale: str
) -> None:
    with store.read() as session:
        counts = count_rows(session, household.mentee)
    assert set(counts) >= OF_THE_PERSON
    assert not {"workplace", "scale_definition", "scale_item", "contact", "organisation"} & set(counts)
    with store.write("mentee_erased") as session:
        erase_mentee(session, household.mentee)
    assert tables_with(store, CANARY, household.mentee) == set()
    with store.raw() as connection:
        for table in OF_THE_PERSON:
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (0,)  # noqa: S608
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_workplaces_forms_and_the_people_of_the_workplace_stay(store: Store, household: Any, scale: str) -> None:
    with store.read() as session:
        workplaces, versions = list_workplaces(session), list_versions(session)
    with store.write("mentee_erased") as session:
        erase_mentee(session, household.mentee)
    with store.read() as session:
        assert list_workplaces(session) == workplaces
        assert list_versions(session) == versions
    assert workplaces[0].supervisor is not None
    with store.write("scale_changed") as session:
        assert change_scale(session, scale, SLEEP) == get_scale(session, scale).version == 1


def test_undo_brings_nothing_of_it_back(store: Store, household: Any, scale: str) -> None:
    with store.write("mentee_erased") as session:
        erase_mentee(session, household.mentee)
    while store.undo() is not None:
        pass
    assert tables_with(store, CANARY, household.mentee) == set()
