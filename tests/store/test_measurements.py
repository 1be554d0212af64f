"""Measurements that others made: name, day and value as they stand on the paper, and nothing said about them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.attachments import add_attachment
from mentorapp.store.measurements import add_measurement, change_measurement, list_measurements, remove_measurement
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Store

Refusal = Callable[[str, str], Any]


def test_a_measurement_is_kept_with_its_paper_put_right_and_removed(store: Store, household: Any, day: date) -> None:
    with store.write("measurement_added") as session:
        paper = add_attachment(session, household.mentee, "svar.pdf", b"%PDF-1.4")
        kept = add_measurement(
            session, household.mentee, " Synprov ", day, value="1,0 / 0,8", note="Optikern", attachment_id=paper,
            enrolment_id=household.enrolment,
        )  # fmt: skip
        add_measurement(session, household.mentee, "Hörselprov", day - timedelta(days=1), info_class=InfoClass.WORK)
    with store.read() as session:
        first, second = list_measurements(session, household.mentee)
    assert (first.name, first.info_class) == ("Hörselprov", InfoClass.WORK)
    assert (second.name, second.value, second.attachment_id) == ("Synprov", "1,0 / 0,8", paper)
    assert second.info_class is InfoClass.HEALTH
    with store.write("measurement_changed") as session:
        change_measurement(session, kept, value="1,0", attachment_id=None)
    with store.write("measurement_removed") as session:
        remove_measurement(session, kept)
    with store.read() as session:
        assert list_measurements(session, household.mentee) == (first,)
    store.undo()
    store.undo()
    with store.read() as session:
        assert list_measurements(session, household.mentee) == (first, second)


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"name": " "}, "name", "name_missing"),
        ({"name": "a" * 201}, "name", "too_long"),
        ({"note": "a" * 10_001}, "note", "too_long"),
        ({"event_date": date(2026, 11, 26)}, "event_date", "date_in_future"),
        ({"event_date": date(2002, 2, 28)}, "event_date", "before_birth"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, household: Any, day: date, refusal: Refusal, details: dict[str, Any], field: str, key: str
) -> None:
    with refusal(field, key) as session:
        add_measurement(session, household.mentee, **{"name": "Synprov", "event_date": day, **details})
    with store.write("measurement_added") as session:
        kept = add_measurement(session, household.mentee, "Synprov", day)
    with refusal(field, key) as session:
        change_measurement(session, kept, **details)


def test_youth_duty_alone_keeps_no_health(store: Store, kaa: tuple[UUID, UUID], day: date, refusal: Refusal) -> None:
    mentee, _ = kaa
    with refusal("name", "youth_duty_hides") as session:
        add_measurement(session, mentee, "Synprov", day)
    with store.write("measurement_added") as session:
        kept = add_measurement(session, mentee, "Läsprov", day, info_class=InfoClass.EDU)
    with refusal("name", "youth_duty_hides") as session:
        change_measurement(session, kept, info_class=InfoClass.HEALTH)


def test_nothing_of_somebody_else_is_tied_to_it(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
        paper = add_attachment(session, household.mentee, "svar.pdf", b"%PDF-1.4")
    for details, key in (
        ({"attachment_id": paper}, "attachment_unknown"),
        ({"attachment_id": uuid4()}, "attachment_unknown"),
        ({"enrolment_id": household.enrolment}, "enrolment_unknown"),
        ({"enrolment_id": uuid4()}, "enrolment_unknown"),
    ):
        with pytest.raises(NotFoundError, match=key), store.write("x") as session:
            add_measurement(session, other, "Synprov", day, **details)
    with pytest.raises(NotFoundError, match="mentee_unknown"), store.write("x") as session:
        add_measurement(session, uuid4(), "Synprov", day)
    with pytest.raises(NotFoundError, match="measurement_unknown"), store.write("x") as session:
        remove_measurement(session, uuid4())
    with pytest.raises(TypeError, match="unit"), store.write("x") as session:
        add_measurement(session, other, "Synprov", day, unit="mm")
