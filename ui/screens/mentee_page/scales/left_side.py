"""Fills the left column: the form, or what comes before it."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.scales import ScaleDefinition
from mentorapp.domain.session_ratings import ORS, SRS
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts

from ..reading import Person
from .groups import WORKPLACE, Group
from .hand import Hand, offers_both
from .lists import result_words
from .pages import Pages
from .reading import Ratings
from .subject import Stage, Subject, stage_of


class LeftSide:
    """Not a widget: it knows what belongs on which of the cards."""

    def __init__(self, texts: Texts, pages: Pages) -> None:
        self._texts, self._pages = texts, pages

    def show(
        self, person: Person, ratings: Ratings, group: Group, subject: Subject, hand: Hand, begun: frozenset[str]
    ) -> list[QWidget]:
        """The cards that are to be seen. `begun` are the keys of forms that have a draft."""
        pages = self._pages
        stage = stage_of(ratings, subject, opened=hand.opened or subject.key in begun)
        shown: list[QWidget] = [pages.voices, pages.places] if group.key == WORKPLACE else []
        earlier = offers_both(ratings, subject, hand) if stage is not Stage.NOWHERE else None
        if earlier is not None:
            shown.append(self._show_versions(person, ratings, earlier, subject))
        if stage is Stage.FORM:
            pages.panel.show_form(person, ratings, subject, hand.due)
            shown.append(pages.panel)
        else:
            pages.panel.close_form()
            shown.append(self._show_licence() if stage is Stage.LICENCE else self._show_start(ratings, subject, stage))
        if stage is not Stage.LICENCE and self._show_other(group, subject, begun):
            shown.append(pages.other_form)
        return shown

    def _show_licence(self) -> QWidget:
        card = self._pages.licence
        card.show_words(self._texts("scales.licence"), self._texts("scales.licence_why"))
        card.show_acts("yes", "no")
        card.show()
        return card

    def _show_versions(self, person: Person, ratings: Ratings, earlier: Subject, subject: Subject) -> QWidget:
        card, texts = self._pages.versions, self._texts
        last = ratings.of(earlier.scale.code)[-1]
        day = day_in_full(texts, last.event_date, ratings.today)
        card.show_words(texts("scales.versions", day=day), texts("scales.versions_why", name=person.name))
        has_both = ratings.of(earlier.scale.code)[-1].event_date == ratings.today
        card.show_acts(*(("new",) if has_both or subject.key == earlier.key else ("both", "new")))
        card.show()
        return card

    def _show_start(self, ratings: Ratings, subject: Subject, stage: Stage) -> QWidget:
        card, texts, scale = self._pages.start, self._texts, subject.scale
        paper = () if scale.is_external else ("print",)
        if stage is Stage.NOWHERE:
            card.show_words(texts("scales.no_placement"), texts("scales.no_placement_more"))
            card.show_acts(*paper)
        elif stage is Stage.EMPTY:
            is_session = scale.code in (ORS, SRS)
            card.show_words(
                texts("scales.empty_session" if is_session else "scales.empty", form=scale.title(texts.language)),
                texts(f"scales.hint_{scale.kind.value}", lowest=scale.lowest, highest=scale.highest),
            )
            card.show_acts("fill", *paper)
        else:
            last = ratings.of(scale.code, placement=subject.placement_id)[-1]
            words = result_words(texts, ratings.versions[last.code, last.version], last)
            card.show_words(texts("scales.filled_today", form=scale.title(texts.language)), words)
            card.show_acts("correct", "again", *paper)
        card.show()
        return card

    def _show_other(self, group: Group, subject: Subject, begun: frozenset[str]) -> bool:
        """SRS beside ORS, which is filled in when the two part; and back again."""
        other = other_form(group, subject)
        if other is None:
            return False
        card, texts = self._pages.other_form, self._texts
        if other.code == SRS:
            act = "scales.go_on" if any(key.startswith(f"{SRS}/") for key in begun) else "scales.fill"
            card.show_words(texts("scales.srs_when"), texts("scales.srs_seen"), texts(act))
        else:
            card.show_words(texts("scales.ors_too"), texts("scales.ors_too_more"), texts("scales.to_ors"))
        card.show()
        return True


def other_form(group: Group, subject: Subject) -> ScaleDefinition | None:
    """SRS for ORS, and the other way round; None where it is not in use."""
    pair = {ORS: SRS, SRS: ORS}
    return next((one for one in group.scales if one.code == pair.get(subject.scale.code)), None)
