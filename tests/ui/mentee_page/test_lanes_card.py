"""Everything at once on the overview: every actor's lane, drawn anew only when something has changed."""

from datetime import date, timedelta
from typing import Any

from mentorapp.domain.geometry import DayScale
from mentorapp.domain.support import InterventionKind, InterventionState
from mentorapp.store.interventions import add_intervention, set_intervention_state
from mentorapp.store.store import Store
from ui.screens.mentee_page.lanes_card import lanes_scale


def test_the_axis_is_whole_months() -> None:
    assert lanes_scale(date(2026, 11, 25)) == DayScale(date(2026, 6, 1), date(2027, 1, 31))
    assert lanes_scale(date(2026, 1, 31), (1, 2)) == DayScale(date(2025, 12, 1), date(2026, 2, 28))


def test_what_is_written_on_runt_om_stands_on_the_overview(look: Any, store: Store, day: date) -> None:
    card = look.page.tab("overview").lanes
    assert [lane.name for lane in card.picture._lanes] == ["Mentor", "Nivå"]
    with store.write("intervention_added") as session:
        key = add_intervention(session, look.who.mentee, InterventionKind.LSS, "Kommunen")
    assert [lane.name for lane in card.picture._lanes] == ["Mentor", "Nivå", "Kommunen"]
    with store.write("intervention_state_set") as session:
        set_intervention_state(session, key, InterventionState.ONGOING, day - timedelta(days=3))
    assert {bar.words for bar in card.picture._lanes[-1].bars} == {"LSS-insats: pågår", "LSS-insats: behövs"}
    store.undo()
    store.undo()
    assert [lane.name for lane in card.picture._lanes] == ["Mentor", "Nivå"]


def test_a_lane_of_long_ago_is_not_on_the_overview(look: Any, store: Store, day: date) -> None:
    with store.write("intervention_added") as session:
        key = add_intervention(
            session, look.who.mentee, InterventionKind.LSS, "Kommunen", state=InterventionState.ONGOING,
            since=day - timedelta(days=900),
        )  # fmt: skip
        set_intervention_state(session, key, InterventionState.ENDED, day - timedelta(days=800))
    assert "Kommunen" not in [lane.name for lane in look.page.tab("overview").lanes.picture._lanes]
    look.page.choose_tab("around")
    around = look.page.tab("around")
    assert "Kommunen" not in [lane.name for lane in around.lanes.picture._lanes]
    around.lanes.show_months(36, 10)
    assert "Kommunen" in [lane.name for lane in around.lanes.picture._lanes]


def test_the_picture_is_not_drawn_anew_when_nothing_has_changed(look: Any, store: Store, monkeypatch: Any) -> None:
    page, drawn = look.page, []
    lanes = page.tab("overview").lanes
    monkeypatch.setattr(lanes.picture, "set_lanes", lambda *given: drawn.append(given))
    page.open(look.who.mentee)
    page.refresh()
    assert drawn == []
