"""Orsaker, slag av stöd, ord: the unit's lists. A word is renamed or put away; what has been used keeps its name."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.domain.lists import Word, WordList
from mentorapp.exchange.setup_files import take_list, write_list
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.word_lists import change_word, list_words
from ui.kit import Kit
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import FaultLine
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .page import Page
from .word_sheet import WordSheet, usual_class

_ORDER = (
    WordList.CLOSE_REASON, WordList.SUPPORT_KIND, WordList.METHOD, WordList.TOPIC, WordList.REFERRER_TYPE,
    WordList.TARGET_GROUP, WordList.CRITERION, WordList.DECLINE_REASON, WordList.LIFE_AREA, WordList.ONBOARDING,
    WordList.GUIDANCE, WordList.DOCUMENTS, WordList.KAA_HANDOVER, WordList.CLOSING, WordList.NPF_FOLLOW_ON,
    WordList.SECTOR, WordList.INSTRUCTION, WordList.SE, WordList.SED,
)  # fmt: skip


class WordRow(QWidget):
    """A tick says whether the word is offered; the words beside it say what it maps to."""

    def __init__(self, theme: Theme, texts: Texts, word: Word, second: str) -> None:
        super().__init__()
        self.word = word
        name = word.name(texts.language)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 4, SIDE, 4)
        self.in_use = TickBox(theme, name, second, fades=False)
        self.in_use.setChecked(word.in_use)
        self.change = Button(
            theme, texts("settings.change"), size=Size.ROW, name=texts("settings.change_named", name=name)
        )
        line.addWidget(self.in_use, 1)
        line.addWidget(self.change)


class ListsPage(Page):
    """One list at a time."""

    key, icon = "lists", "tag"
    forms = frozenset({"word"})

    def __init__(self, theme: Theme, texts: Texts, store: Store, kit: Kit) -> None:
        super().__init__(theme, texts)
        self._store, self._kit = store, kit
        self._shown: tuple[WordList, tuple[Word, ...]] | None = None
        choices = [Choice(one.value, texts(f"settings.list_{one.value}")) for one in _ORDER]
        self.lists = ChoiceChips(theme, texts("settings.lists"), choices, _ORDER[0].value, ticked=True)
        self.lists.chosen.connect(lambda _key: self.refresh())
        self.column.addWidget(self.lists)
        self.fault = FaultLine(theme)
        self.column.addWidget(self.fault)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.column.addStretch(1)
        self.rows: list[WordRow] = []

    @property
    def list(self) -> WordList:
        return WordList(self.lists.current())

    def refresh(self) -> None:
        with self._store.read() as session:
            words = list_words(session, self.list, all_=True)
        if self._shown != (self.list, words):
            self._shown = self.list, words
            self._fill(words)

    def open_word(self, word: Word | None) -> WordSheet:
        sheet = WordSheet(self.window(), self.theme, self.texts, self._store, self.list, word)
        sheet.open()
        return sheet

    def open_draft(self, form: str) -> None:
        """A word of a list, or a new one of it; nothing when it is gone."""
        list_, _, code = form.partition(":")[2].partition(".")
        if list_ not in set(WordList):
            return
        self.lists.choose(list_)
        self.refresh()
        word = next((row.word for row in self.rows if row.word.code == code), None)
        if word is not None or not code:
            self.open_word(word)

    def _fill(self, words: tuple[Word, ...]) -> None:
        had = next((row.word.code for row in self.rows if row.isAncestorOf(self.window().focusWidget() or row)), None)
        while (item := self._place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.rows = []
        in_use = self.texts("settings.words_in_use", count=sum(word.in_use for word in words), all=len(words))
        card = Card(self.theme, self.texts(f"settings.list_{self.list.value}"), "tag", right=in_use)
        why = self.texts(f"settings.list_{self.list.value}_why")
        card.add(Text(self.theme, why, Role.SMALL, tone="ink2", wrap=True), below=8)
        for word in words:
            card.add_row(self._row(word))
        card.add_row(self._foot())
        self._place.addWidget(card)
        card.show()  # at once: what is not shown cannot have the focus
        again = next((row for row in self.rows if row.word.code == had), None)
        if again is not None:
            again.in_use.setFocus()

    def _row(self, word: Word) -> WordRow:
        row = WordRow(self.theme, self.texts, word, self._second(word))
        row.in_use.clicked.connect(lambda: self._use(word, row.in_use.isChecked()))
        row.change.clicked.connect(lambda: self.open_word(word))
        self.rows.append(row)
        return row

    def _second(self, word: Word) -> str:
        """What a reason counts as, and when something is done; the class where it is not what the list has anyway."""
        said = []
        if word.get("stage"):
            said.append(self.texts(f"codes.se_stage_{word.get('stage')}"))
        if word.get("phase"):
            said.append(self.texts(f"codes.study_phase_{word.get('phase')}"))
        if word.get("group"):
            said.append(self.texts(f"codes.close_group_{word.get('group')}"))
        if word.get("result"):
            said.append(self.texts(f"codes.result_class_{word.get('result')}"))
        if word.info_class is not usual_class(self.list):
            said.append(self.texts(f"classes.{word.info_class.value}"))
        return " · ".join(said)

    def _foot(self) -> QWidget:
        foot = QWidget()
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(SIDE, 10, SIDE, 12)
        flow = FlowLayout(gap=8)
        inside.addLayout(flow)
        self.new = Button(self.theme, self.texts("settings.word_new"), "plus")
        self.new.clicked.connect(lambda: self.open_word(None))
        self.save = Button(self.theme, self.texts("settings.list_save"), "save")
        self.save.clicked.connect(self._on_save)
        self.read = Button(self.theme, self.texts("settings.list_read"))
        self.read.clicked.connect(self._on_read)
        for button in (self.new, self.save, self.read):
            flow.addWidget(button)
        return foot

    def _use(self, word: Word, in_use: bool) -> None:
        with self._store.write("word_changed") as session:
            change_word(session, self.list, word.code, in_use=in_use)

    def _on_save(self) -> None:
        path = self._kit.parts.ask_save(self.window(), f"{self.list.value}.json", "JSON (*.json)")
        if path is not None:
            with self._store.read() as session:
                write_list(session, self.list, path)

    def _on_read(self) -> None:
        path = self._kit.parts.ask_open(self.window(), self.texts("settings.list_read"), "JSON (*.json)")
        if path is None:
            return
        self.fault.show_sentence(None)
        try:
            with self._store.write("list_read") as session:
                take_list(session, self.list, path)
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))
