"""Placements and studies as bars over time: what is work and studies of "Allt på en gång"."""

from mentorapp.domain.geometry import DayScale
from mentorapp.language.texts import Texts
from mentorapp.store.lanes import read_placements, read_studies
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.lane_painting import span_of
from ui.widgets.lane_values import Lane

from ..lanes_panel import LanesPanel
from ..person_lanes import placement_lanes, study_lanes
from ..reading import Person


class WorkLanes(LanesPanel):
    """Hidden as long as there is nothing on it."""

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme, texts("work.over_time"))
        self.picture.setAccessibleName(texts("work.over_time"))
        self.paper.hide()

    def read_lanes(self, person: Person, scale: DayScale) -> tuple[Lane, ...]:
        with self._store.read() as session:
            placements = read_placements(session, person.mentee.id)
            studies = read_studies(session, person.mentee.id)
        lanes = [*placement_lanes(self._texts, placements, person), *study_lanes(self._texts, studies)]
        return tuple(lane for lane in lanes if any(span_of(scale, mark) for mark in lane.marks()))
