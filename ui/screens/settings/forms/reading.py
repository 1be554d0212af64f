"""A form to be read: each of its versions as it stood, and of others' instruments what may be known of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.scales import ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

from .words import facts_of


class ReadingSheet(Overlay):
    """`versions`, oldest first; the newest is shown. `used` are those that have been filled in."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, versions: Sequence[ScaleDefinition],
        used: frozenset[tuple[str, int]],
    ) -> None:  # fmt: skip
        super().__init__(window, theme, versions[-1].title(texts.language))
        self._texts, self._used = texts, used
        self._versions = {str(one.version): one for one in versions}
        choices = [Choice(key, texts("forms.version", number=key)) for key in self._versions]
        self.versions = ChoiceChips(theme, texts("forms.versions"), choices, choices[-1].key, ticked=True)
        self.versions.chosen.connect(lambda _key: self._show())
        self.body.addWidget(self.versions)
        self.versions.setVisible(len(choices) > 1)
        self._place_of_text = QVBoxLayout()
        self._place_of_text.setSpacing(0)
        self.body.addLayout(self._place_of_text)
        self.done = Button(theme, texts("forms.close"), kind=Kind.PRIMARY)
        self.done.clicked.connect(lambda: self.close_over())
        self.foot.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)
        self._show()

    def words(self) -> list[str]:
        """What stands there now, from the top."""
        return [text.text() for text in self._said]

    def _show(self) -> None:
        while (taken := self._place_of_text.takeAt(0)) is not None:
            gone = taken.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._said: list[Text] = []
        one, texts = self._versions[self.versions.current()], self._texts
        language = texts.language
        self._say(facts_of(texts, one, used=(one.code, one.version) in self._used), Role.SMALL, "ink2")
        for words in (one.licence_note, one.intro(language)):
            if words:
                self._say(words)
        if one.kind is ScaleKind.LIKERT:
            self._say(texts("forms.steps_of", count=one.steps), Role.SMALL, "ink2")
        if one.kind is ScaleKind.EXTERNAL_TOTAL:
            self._say(texts("forms.totals_of", lowest=one.lowest, highest=one.highest), Role.SMALL, "ink2")
        for number, item in enumerate(one.items, start=1):
            self._say_item(number, item, one)
        if self.isVisible():
            self._place()

    def _say_item(self, number: int, item: ScaleItem, one: ScaleDefinition) -> None:
        texts, language = self._texts, self._texts.language
        if one.is_external:
            known = f"codes.scale_item_{item.code}"
            self._say(texts(known) if texts.has(known) else item.code)
            return
        self._say(f"{number}. {item.text(language)}", bold=True)
        easy = item.text(language, easy=True)
        left, right = item.ends(language)
        keys = (
            f"forms.good_end_{item.favourable.value}",
            f"codes.dimension_{item.dimension.value}",
            f"classes.{item.info_class.value}",
        )
        self._say(" · ".join((f"{left} – {right}", *map(texts, keys))), Role.SMALL, "ink2")
        if easy != item.text(language):
            self._say(texts("forms.easy_says", text=easy), Role.SMALL, "ink2")

    def _say(self, words: str, role: Role = Role.BODY, tone: str = "ink", *, bold: bool = False) -> None:
        text = Text(self.theme, words, role, tone=tone, bold=bold or None, wrap=True)
        text.setContentsMargins(0, 0 if role is Role.SMALL else 10, 0, 0)
        self._said.append(text)
        self._place_of_text.addWidget(text)
