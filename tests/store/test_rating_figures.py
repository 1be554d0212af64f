"""The figures on ratings and placements from a real store: what counts, whose it is, and what does not."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.figures import Counted
from mentorapp.domain.mentees import Gender
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.rating_figures import SECOND
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scales import Dimension
from mentorapp.domain.session_ratings import LINES
from mentorapp.domain.studies import StudyPhase
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment, change_enrolment, change_level
from mentorapp.store.figures import read_figures
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.placements import add_placement
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.rating_figures import RatingFigures, read_rating_figures
from mentorapp.store.scale_responses import NewResponse, add_response, void_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace

DAY = timedelta(days=1)
Enrolled = tuple[UUID, UUID]


@pytest.fixture
def people(store: Store, day: date) -> dict[str, Enrolled]:
    """Alva and Birk have left a level, Cleo has just begun, Dagny does not count."""
    found = {}
    with store.write("mentee_added") as session:
        change_setting(session, "session_rating_licence", True)
        change_setting(session, "kasam_permission", "Dnr 1")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        levels = get_programme(session, programme).levels
        for name, gender, began in (("Alva", Gender.WOMAN, 300), ("Birk", Gender.MAN, 300), ("Cleo", Gender.MAN, 2),
                                    ("Dagny", Gender.WOMAN, 300)):  # fmt: skip
            mentee = add_mentee(session, name, gender=gender, birth_date=date(2009, 1, 1))
            enrolment = add_enrolment(session, mentee, programme, started_on=day - began * DAY)
            if began > 2:
                change_level(session, enrolment, levels[0].id, day - began * DAY)
                change_level(session, enrolment, levels[1].id, day - 200 * DAY)
            found[name] = mentee, enrolment
        change_enrolment(session, found["Dagny"][1], counts_in_statistics=False)
    return found


def fill(store: Store, whose: Enrolled, code: str, on: date, enrolled: bool = True, **marks: Any) -> UUID:
    made = tuple(Mark(item=name, value=Decimal(value)) for name, value in marks.items())
    new = NewResponse(
        mentee_id=whose[0], enrolment_id=whose[1] if enrolled else None, code=code, event_date=on, marks=made
    )
    with store.write("scale_filled") as session:
        return add_response(session, new)


def lines(value: str) -> dict[str, Any]:
    return dict.fromkeys(LINES, value)


def figures(store: Store) -> RatingFigures:
    with store.read() as session:
        return read_rating_figures(session)


def test_nobody_has_filled_in_anything_yet(store: Store, people: Any) -> None:
    found = figures(store)
    assert (found.forms, found.rounds, found.answers, found.ors, found.srs, found.totals) == (
        (),
        {},
        (),
        None,
        None,
        (),
    )


def test_i8_i9_net_effects_and_readiness_from_start_to_last(store: Store, people: Any, day: date) -> None:
    for name, first, last in (("Alva", 20, 60), ("Birk", 50, 48), ("Dagny", 0, 90)):
        fill(store, people[name], "well_being", day - 299 * DAY, readiness=first, hope=30)
        fill(store, people[name], "well_being", day - 190 * DAY, readiness=last)
    fill(store, people["Cleo"], "well_being", day, readiness=10)
    void = fill(store, people["Cleo"], "well_being", day, readiness=90)
    with store.write("scale_voided") as session:
        void_response(session, void)
    (form,) = figures(store).forms
    row = form.row_of(Dimension.READINESS)
    assert row is not None
    assert (form.begun.total, form.pairs.total, row.missing) == (3, 2, 1)
    assert (row.effect.improved, row.effect.unchanged, row.effect.worsened) == (1, 1, 0)
    assert (row.effect.points, row.effect.improved_share, row.effect.rest_share) == (50, 50, 50)
    assert (row.of(Gender.WOMAN).improved, row.of(Gender.MAN).unchanged) == (1, 1)
    hope = form.row_of(Dimension.HOPE)
    assert hope is not None
    assert (hope.effect.pairs, hope.missing) == (0, 3)
    assert (form.months.known, form.months.mean) == (2, Decimal(3))


def test_the_change_that_counts_is_a_setting(store: Store, people: Any, day: date) -> None:
    fill(store, people["Alva"], "well_being", day - 299 * DAY, readiness=20)
    fill(store, people["Alva"], "well_being", day - 190 * DAY, readiness=26)
    assert figures(store).forms[0].rows[0].effect.improved == 1
    with store.write("setting_changed") as session:
        change_setting(session, "change_mm", 7)
    assert figures(store).forms[0].rows[0].effect.improved == 0


def test_i17_response_shares_are_of_those_who_came_to_the_occasion(store: Store, people: Any, day: date) -> None:
    fill(store, people["Alva"], "well_being", day - 299 * DAY, readiness=20)
    fill(store, people["Alva"], "well_being", day - 190 * DAY, readiness=26)
    fill(store, people["Birk"], "four_areas", day - 299 * DAY, health=20)
    found = figures(store).rounds
    shares = {code: [(row.code, row.of, row.filled.total, row.reached.total) for row in rows]
              for code, rows in found.items()}  # fmt: skip
    assert shares == {
        "well_being": [("start", "", 1, 3), ("after_level", "1", 1, 2), (SECOND, "", 1, 1)],
        "four_areas": [("start", "", 1, 1), ("after_level", "1", 0, 1), (SECOND, "", 0, 1)],
    }


def test_table_9_ors_and_srs_of_the_store_by_the_enrolment_of_the_day(store: Store, people: Any, day: date) -> None:
    for on, value in ((day - 280 * DAY, "5"), (day - 10 * DAY, "7.5")):
        fill(store, people["Alva"], "ors", on, enrolled=False, **lines(value))
        fill(store, people["Alva"], "srs", on, enrolled=False, **lines(value))
    fill(store, people["Birk"], "ors", day - 400 * DAY, enrolled=False, **lines("9"))  # before he began
    fill(store, people["Birk"], "ors", day, enrolled=False, **lines("9"))
    fill(store, people["Dagny"], "ors", day, **lines("1"))
    found = figures(store)
    assert found.ors is not None
    assert found.srs is not None
    assert (found.ors.begun.total, found.ors.pairs.total, found.ors.missing) == (2, 1, 1)
    assert (found.ors.first_mean, found.ors.last_mean, found.ors.mean_change) == (Decimal(20), Decimal(30), Decimal(10))
    assert (found.ors.up.total, found.ors.below.total, found.ors.crossed.total) == (1, 1, 1)
    assert (found.srs.known.total, found.srs.mean) == (1, Decimal(30))
    with store.write("setting_changed") as session:
        change_setting(session, "ors_cut_off_young", 310)
    ors = figures(store).ors
    assert ors is not None
    assert ors.crossed.total == 0


def test_i15_kasam_13_and_29_apart_and_i25_by_gender(store: Store, people: Any, day: date) -> None:
    fill(store, people["Alva"], "kasam_13", day - 290 * DAY, total=40)
    fill(store, people["Alva"], "kasam_13", day, total=41)
    fill(store, people["Birk"], "kasam_29", day, total=140)
    fill(store, people["Alva"], "equality", day, knows=4)
    fill(store, people["Birk"], "equality", day, knows=2)
    found = figures(store)
    assert [(one.definition.code, one.up.total, one.pairs, one.missing) for one in found.totals] == [
        ("kasam_13", 1, 1, 0), ("kasam_29", 0, 0, 1),
    ]  # fmt: skip
    (answers,) = found.answers
    assert answers.rows[3].counts.of(Gender.WOMAN) == answers.rows[1].counts.of(Gender.MAN) == 1
    assert [one.definition.code for one in found.forms] == ["equality"]


def test_w12_sectors_by_gender_and_p20_steps(store: Store, people: Any, day: date) -> None:
    with store.write("placement_added") as session:
        cafe = add_workplace(session, "Café Låtsas", sector="restaurant")
        other = add_workplace(session, "Fantasihallen")
        for name, kind, ago, where in (
            ("Alva", PlacementType.INTERNSHIP, 100, cafe), ("Alva", PlacementType.WORK_TRAINING, 50, cafe),
            ("Alva", PlacementType.REGULAR_JOB, -5, other), ("Birk", PlacementType.STUDY_VISIT, 20, other),
            ("Dagny", PlacementType.INTERNSHIP, 20, cafe),
        ):  # fmt: skip
            add_placement(session, people[name][1], where, kind, day - ago * DAY)
        add_education_support(session, people["Birk"][1], "Svenska 1", phase=StudyPhase.KEEP, from_date=day - 5 * DAY)
    with store.read() as session:
        found = read_figures(session)

    def rows(what: Counted) -> dict[str, tuple[int, int]]:
        return {row.code: (row.of(Gender.WOMAN), row.of(Gender.MAN)) for row in found.table(what).rows}

    assert rows(Counted.SECTOR) == {"restaurant": (2, 0), "unknown": (0, 1)}
    assert rows(Counted.PLACEMENT) == {"internship": (1, 0), "study_visit": (0, 1), "work_training": (1, 0)}
    assert rows(Counted.STEP) == {"practice": (1, 0), "training": (1, 0), "job_or_studies": (0, 1)}
    assert found.table(Counted.PLACEMENT).base.total == 3
    assert (found.steps.forward, found.steps.still, found.steps.back, found.stepped) == (1, 0, 0, 2)


def test_the_figures_take_as_many_reads_for_many_as_for_one(store: Store, people: Any, day: date) -> None:
    def reads() -> int:
        heard: list[str] = []
        with store.raw() as connection:
            connection.set_trace_callback(heard.append)
        figures(store)
        with store.raw() as connection:
            connection.set_trace_callback(None)
        return len(heard)

    fill(store, people["Alva"], "well_being", day, readiness=20)
    few = reads()
    for name in ("Birk", "Cleo"):
        for back in (1, 0):
            fill(store, people[name], "well_being", day - back * DAY, readiness=20)
            fill(store, people[name], "ors", day - back * DAY, **lines("5"))
    assert reads() <= few + 1
