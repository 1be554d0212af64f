"""Fills the right column: the charts, the sentence, and where the limits come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from mentorapp.domain.scale_marks import ScaleResponse, total
from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.session_ratings import ORS, SRS, Total
from mentorapp.language.texts import Texts
from ui.widgets.scale_entry import ScaleEntry

from ..reading import Person
from .entry_panel import supervisor_name, whose
from .groups import Group
from .pages import Pages
from .reading import Ratings
from .said import alliance_said, changes_said, limits_said, session_said
from .subject import Subject
from .trend_cards import Other, is_counted


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A total that stands in the form and is not stored yet: the chart shows it already."""

    code: str
    total: Total


def unsaved_in(entry: ScaleEntry | None) -> Unsaved | None:
    """Of ORS and SRS, when all lines have a mark."""
    if entry is None or entry.form.definition.code not in (ORS, SRS):
        return None
    answers = entry.answers()
    value = total(entry.form.definition, answers.marks)
    return None if value is None else Unsaved(entry.form.definition.code, Total(answers.event_date, value))


class RightSide:
    """Not a widget: it knows what belongs on which of the cards."""

    def __init__(self, texts: Texts, pages: Pages) -> None:
        self._texts, self._pages = texts, pages

    def show(
        self,
        person: Person,
        ratings: Ratings,
        group: Group,
        subject: Subject,
        version: int | None,
        unsaved: Unsaved | None,
    ) -> list[QWidget]:
        """The cards that are to be seen; `version` is the one that was chosen among several."""
        pages = self._pages
        pages.missing.show_scale(ratings, subject.scale)
        pages.earlier.show_forms(ratings, _shown(ratings, subject))
        lists: list[QWidget] = [pages.missing, pages.earlier]
        if subject.scale.code in (ORS, SRS):
            return [*self._show_session(person, ratings, group, unsaved), *lists]
        return [*self._show_forms(person, ratings, subject, version), *lists]

    def _show_session(self, person: Person, ratings: Ratings, group: Group, unsaved: Unsaved | None) -> list[QWidget]:
        pages, by_code = self._pages, {one.code: one for one in group.scales}
        ors, srs = by_code.get(ORS), by_code.get(SRS)
        ors_totals, srs_totals = (_with(unsaved, one, ratings.totals(one)) if one else () for one in (ors, srs))
        pages.trend.show_session(person, ratings, ors, srs, ors_totals, srs_totals)
        pages.said.show_said(
            session_said(self._texts, person, ratings.limits, ors_totals),
            alliance_said(self._texts, ratings.limits, srs_totals),
        )
        pages.caution.setText(f"{self._texts('scales.caution')} {limits_said(self._texts, ratings.limits)}")
        pages.trend.setVisible(bool(ors_totals or srs_totals))
        pages.caution_row.setVisible(bool(ors_totals or srs_totals))
        return [pages.trend, pages.said, pages.caution_row]

    def _show_forms(self, person: Person, ratings: Ratings, subject: Subject, version: int | None) -> list[QWidget]:
        subject = charted(ratings, subject)
        pages, scale = self._pages, subject.scale
        own_name = whose(self._texts, person, subject)
        filled = ratings.versions_filled(scale.code)
        shown = next((one for one in filled if one.version == version), filled[0] if filled else scale)
        forms = ratings.of(scale.code, shown.version, subject.placement_id)
        pages.said.show_said(changes_said(self._texts, ratings, forms) if not is_counted(scale) else None)
        other = self._other_voice(person, ratings, subject, shown)
        pages.trend.setVisible(bool(forms or other))
        pages.caution_row.setVisible(bool(forms or other))
        if is_counted(scale):
            pages.trend.show_totals(shown, forms)
            pages.rows.hide()
            pages.caution.setText(f"{self._texts('scales.caution')} {self._texts('scales.caution_totals')}")
        else:
            pages.trend.show_items(shown, forms, own_name, other)
            pages.rows.show_forms(shown, forms, own_name, other)
            limit = self._texts("scales.caution_lines", millimetres=ratings.change_mm)
            pages.caution.setText(f"{self._texts('scales.caution')} {limit}")
        return [pages.shown_version, pages.trend, pages.said, pages.rows, pages.caution_row]

    def _other_voice(self, person: Person, ratings: Ratings, subject: Subject, own: ScaleDefinition) -> Other | None:
        """The supervisor's answers at the same placement, on the form that mirrors the mentee's."""
        placement = subject.placement
        if placement is None:
            return None
        mirrors = (one for one in ratings.versions.values() if one.mirror_of == own.code)
        for mirror in sorted(mirrors, key=lambda one: one.version, reverse=True):
            forms = ratings.of(mirror.code, mirror.version, placement.id)
            if forms:
                return mirror, forms, supervisor_name(person, placement)
        return None


def charted(ratings: Ratings, subject: Subject) -> Subject:
    """The mentee's form where this one is the other voice of it: both are in one chart."""
    mirrored = [one for (code, _), one in ratings.versions.items() if code == subject.scale.mirror_of]
    return Subject(max(mirrored, key=lambda one: one.version), subject.placement) if mirrored else subject


def _shown(ratings: Ratings, subject: Subject) -> tuple[ScaleResponse, ...]:
    """All of the form, at work those of the placement."""
    every = ratings.every(subject.scale.code)
    return tuple(one for one in every if subject.placement is None or one.placement_id == subject.placement_id)


def _with(unsaved: Unsaved | None, scale: ScaleDefinition, totals: Sequence[Total]) -> Sequence[Total]:
    if unsaved is None or unsaved.code != scale.code:
        return totals
    return sorted((*totals, unsaved.total), key=lambda one: one.on)
