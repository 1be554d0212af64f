"""The form of a word in a list; a reason for closing also says what it maps to, a routine at which stage it comes."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.closing import CloseReason, Destination, ResultClass
from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.routines import Checklist, class_of_checklist, list_of
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import StudyPhase
from mentorapp.domain.workplace_support import SeStage
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.word_lists import add_word, change_word
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.pick_chips import PickChips
from ui.widgets.text import Text

CLASSES = (InfoClass.PLAN, InfoClass.SOCIAL, InfoClass.HEALTH, InfoClass.INCOME, InfoClass.WORK, InfoClass.EDU,
           InfoClass.VIOLENCE)  # fmt: skip


class WordSheet(FormSheet):
    """`word` None makes a new one at the end of the list."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, list_: WordList, word: Word | None
    ) -> None:
        code = list_.value if word is None else f"{list_.value}.{word.code}"
        super().__init__(
            window, theme, texts, store,
            texts("settings.word_new") if word is None else texts("settings.word_change", name=word.name_sv),
            form=f"settings.word:{code}", mentee_id=None, label="word_added" if word is None else "word_changed",
            save_text=texts("settings.keep"),
        )  # fmt: skip
        self._list, self._word = list_, word
        self.name_sv = LineField(theme, texts("settings.name_sv"), word.name_sv if word else "")
        self.name_en = LineField(theme, texts("settings.name_en"), word.name_en if word else "")
        self.add_beside(("word", self.name_sv), ("name_en", self.name_en))
        caption = texts("settings.word_class")
        chosen = word.info_class if word else usual_class(list_)
        choices = [Choice(one.value, texts(f"classes.{one.value}")) for one in CLASSES]
        self.info_class = self.add(
            "info_class", ChoiceChips(theme, caption, choices, chosen.value, ticked=True), caption
        )
        if list_ is WordList.CLOSE_REASON:
            self._add_reason(word)
        elif list_ in _WHEN:
            self._add_when(word)

    def write(self, session: Session) -> object:
        info_class = InfoClass(self.info_class.current())
        more = self._more()
        if self._word is None:
            return add_word(
                session, self._list, self.name_sv.text(), self.name_en.text(), info_class=info_class, more=more
            )
        change_word(
            session,
            self._list,
            self._word.code,
            name_sv=self.name_sv.text(),
            name_en=self.name_en.text(),
            info_class=info_class,
            more=more,
        )
        return self._word.code

    def _more(self) -> dict[str, str]:
        more = dict(self._word.more) if self._word else {}
        if self._list is WordList.CLOSE_REASON:
            more |= {
                "group": self.group.current(),
                "reason": self.reason.current(),
                "destinations": " ".join(self.destinations.codes()),
                "result": self.result.current(),
                "official": self.official.text().strip(),
            }
        elif self._list in _WHEN:
            more[_WHEN[self._list][0]] = self.when.current()
        return more

    def _add_when(self, word: Word | None) -> None:
        """Where in the list it stands: a stage of Supported Employment, a phase of studies."""
        name, words, codes = _WHEN[self._list]
        caption = self.texts(f"settings.word_{name}")
        choices = [Choice(code, self.texts(f"codes.{words}_{code}")) for code in codes]
        chosen = word.get(name) if word else codes[0]
        self.when = self.add(name, ChoiceChips(self.theme, caption, choices, chosen, ticked=True), caption)

    def _add_reason(self, word: Word | None) -> None:
        """Group and mapping: the two axes, the class of result, and the code of the official statistics."""
        texts, theme = self.texts, self.theme
        self.body.addWidget(Text(theme, texts("settings.reason_why"), tone="ink2", wrap=True))
        self.group = self._chips("group", GROUPS, "close_group", word, "personal")
        self.reason = self._chips("reason", [one.value for one in CloseReason], "close_reason", word, "other")
        caption = texts("settings.reason_destinations")
        words: list[tuple[str, str]] = [(one.value, texts(f"codes.destination_{one.value}")) for one in Destination]
        had = word.get("destinations").split() if word else ()
        self.destinations = self.add("destinations", PickChips(theme, caption, words, had), caption)
        self.result = self._chips("result", [one.value for one in ResultClass], "result_class", word,
                                  ResultClass.OTHER_REASON.value)  # fmt: skip
        official = word.get("official") if word else ""
        self.official = self.add("official", LineField(theme, texts("settings.reason_official"), official))

    def _chips(self, name: str, codes: Any, labels: str, word: Word | None, usual: str) -> ChoiceChips:
        caption = self.texts(f"settings.reason_{name}")
        choices = [Choice(code, self.texts(f"codes.{labels}_{code}")) for code in codes]
        chosen = (word.get(name) if word else "") or usual
        return self.add(name, ChoiceChips(self.theme, caption, choices, chosen, ticked=True), caption)


def usual_class(list_: WordList) -> InfoClass:
    """The class that a new word of the list has."""
    checklist = next((one for one in Checklist if list_of(one) is list_), None)
    return InfoClass.PLAN if checklist is None else class_of_checklist(checklist)


_PHASES = (StudyPhase.PREPARE, StudyPhase.CHOOSE, StudyPhase.GET, StudyPhase.KEEP)
_WHEN: Mapping[WordList, tuple[str, str, tuple[str, ...]]] = {
    WordList.SE: ("stage", "se_stage", tuple(one.value for one in SeStage)),
    WordList.SED: ("phase", "study_phase", tuple(one.value for one in _PHASES)),
}
"""What is kept of a word beside its name, the codes that name the choices, and the choices."""

GROUPS = ("work_studies", "ordinary", "completed", "other_support", "rules", "personal", "sensitive", "administrative")
