"""The form of a level: names, length, easy words, what is usually done there, and ready-made step goals."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.numbers_typed import whole
from mentorapp.domain.programmes import Level
from mentorapp.language.texts import Texts
from mentorapp.store.programme_levels import add_level, change_level_facts
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.theme import Theme
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.pick_chips import PickChips
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox


class LevelSheet(FormSheet):
    """A new level of the programme, or `level` changed."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, programme_id: UUID, level: Level | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("settings.level_new") if level is None else texts("settings.level_change", name=level.name_sv),
            form=f"settings.level:{programme_id if level is None else level.id}",
            mentee_id=None,
            label="level_added" if level is None else "level_facts_changed",
            save_text=texts("settings.keep"),
        )
        self._programme_id, self._level = programme_id, level
        self.name_sv = LineField(theme, texts("settings.name_sv"), level.name_sv if level else "")
        self.name_en = LineField(theme, texts("settings.name_en"), level.name_en if level else "")
        self.add_beside(("name_sv", self.name_sv), ("name_en", self.name_en))
        self.short_sv = LineField(theme, texts("settings.short_sv"), level.short_sv if level else "")
        weeks = str(level.planned_weeks) if level and level.planned_weeks else ""
        self.weeks = LineField(theme, texts("settings.weeks"), weeks, hint=texts("settings.weeks_hint"))
        self.add_beside(("short_sv", self.short_sv), ("planned_weeks", self.weeks))
        self.easy = self.add(
            "description_easy_sv",
            TextField(theme, texts("settings.level_easy"), level.description_easy_sv if level else "", lines=2),
        )
        with store.read() as session:
            kinds = list_words(session, WordList.SUPPORT_KIND)
        self.activities = self.add(
            "typical_activities",
            PickChips(
                theme,
                texts("settings.level_activities"),
                [(word.code, word.name(texts.language)) for word in kinds],
                level.typical_activities if level else (),
            ),
            texts("settings.level_activities"),
        )
        goals = "\n".join(level.step_goals) if level else ""
        self.goals = self.add(
            "step_goals",
            TextField(theme, texts("settings.level_step_goals"), goals, hint=texts("settings.one_a_line"), lines=3),
        )
        self.is_goal = self.add("is_goal", TickBox(theme, texts("settings.level_goal"), fades=False))
        self.is_goal.setChecked(bool(level and level.is_goal))

    def write(self, session: Session) -> object:
        details = {
            "name_en": self.name_en.text() or self.name_sv.text(),
            "short_sv": self.short_sv.text(),
            "planned_weeks": whole("planned_weeks", self.weeks.text()),
            "description_easy_sv": self.easy.text(),
            "typical_activities": self.activities.codes(),
            "step_goals": tuple(self.goals.text().splitlines()),
            "is_goal": self.is_goal.isChecked(),
        }
        if self._level is None:
            return add_level(session, self._programme_id, self.name_sv.text(), **details)
        change_level_facts(session, self._level.id, name_sv=self.name_sv.text(), **details)
        return self._level.id
