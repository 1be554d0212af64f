"""The versions of the mapping to read, and what is different between one and the next. Nothing is changed here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import WISHES, AreaChange, Mapping, MappingAnswer, compared
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text

from .area_reader import answer_in_words
from .importance import importance_words
from .status_look import status_words
from .words import version_words

_COMPARE = "compare"


class Versions(Overlay):
    """`name` is whose words they are. The newest comes first; the last choice compares the two newest."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        mappings: tuple[Mapping, ...],
        areas: tuple[Word, ...],
        name: str,
    ) -> None:
        super().__init__(window, theme, texts("mapping.versions"))
        self._texts, self._mappings, self._areas, self._name = texts, mappings, areas, name
        choices = [Choice(str(m.version), texts("mapping.version", version=m.version)) for m in mappings]
        if len(mappings) > 1:
            choices.append(Choice(_COMPARE, texts("mapping.compare")))
        self.choice = ChoiceChips(theme, texts("mapping.versions"), choices, choices[0].key, ticked=True)
        self.choice.chosen.connect(self._show)
        self.body.addWidget(self.choice)
        self._place_of_cards = QVBoxLayout()
        self._place_of_cards.setSpacing(8)
        self.body.addLayout(self._place_of_cards)
        self.body.addStretch(1)
        self.leave = Button(theme, texts("mapping.close"))
        self.leave.clicked.connect(self.close_over)
        self.foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)
        self._show(choices[0].key)

    def _show(self, key: str) -> None:
        while (item := self._place_of_cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in self._compared() if key == _COMPARE else self._read(key):
            self._place_of_cards.addWidget(card)
            card.show()  # now, so that the height of the whole can be known
        if self.isVisible():
            self.body.activate()
            self._place()

    def _read(self, key: str) -> list[QWidget]:
        mapping = next(one for one in self._mappings if str(one.version) == key)
        head = Text(self.theme, version_words(self._texts, mapping), Role.SMALL, tone="ink2", wrap=True)
        return [head, *(self._area_card(area, mapping.answer(area.code)) for area in self._said_in(mapping))]

    def _said_in(self, mapping: Mapping) -> list[Word]:
        said = {change.area for change in compared(mapping, mapping, [area.code for area in self._areas])}
        return [area for area in self._areas if area.code in said]

    def _area_card(self, area: Word, answer: MappingAnswer | None) -> Card:
        card = Card(self.theme, area.name(self._texts.language))
        if answer is not None and area.code != WISHES:
            card.set_right(self._status(answer))
        for part in answer_in_words(self.theme, self._texts, self._name, answer):
            card.add(part, below=2)
        return card

    def _compared(self) -> list[QWidget]:
        newer, older = self._mappings[:2]
        texts = self._texts
        changes = compared(older, newer, [area.code for area in self._areas])
        names = {area.code: area.name(texts.language) for area in self._areas}
        head = texts("mapping.compared", older=older.version, newer=newer.version)
        parts: list[QWidget] = [Text(self.theme, head, Role.SMALL, tone="ink2", wrap=True)]
        parts += [self._change(names[change.area], change) for change in changes if change.is_other]
        same = [names[change.area] for change in changes if not change.is_other]
        if same:
            said = texts("mapping.unchanged", areas=", ".join(same))
            parts.append(Text(self.theme, said, Role.SMALL, tone="ink2", wrap=True))
        return parts

    def _change(self, name: str, change: AreaChange) -> Card:
        card = Card(self.theme, name)
        for key, answer in (("mapping.before", change.before), ("mapping.now", change.after)):
            status = self._status(answer)
            card.add(Text(self.theme, self._texts(key, status=status), Role.SMALL, bold=True, wrap=True), below=0)
            words = "\n".join(part for part in (answer.words, answer.view, answer.needs) if part) if answer else ""
            if words:
                card.add(Text(self.theme, words, Role.SMALL, wrap=True), below=4)
        card.body.addSpacing(8)
        return card

    def _status(self, answer: MappingAnswer | None) -> str:
        if answer is None:
            return self._texts("codes.answer_status_not_asked")
        parts = [status_words(self._texts, answer.status)]
        if answer.importance:
            parts.append(importance_words(self._texts, answer.importance).lower())
        return ", ".join(parts)
