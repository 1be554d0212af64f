"""One question, opened: what is asked in two languages, the words of the ends, the good end, and what it is about."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.scales import DIMENSION_CLASS, Dimension, FavourableEnd, ScaleItem, item_class
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import LANGUAGES, Texts
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.picker import Picker
from ui.widgets.text import Text

from .picture import Look, QuestionPicture

_TEXTS = ("text", "easy", "label", "left", "right")
CLASSES = (InfoClass.RATING, InfoClass.WORK, InfoClass.EDU, InfoClass.INCOME, InfoClass.SOCIAL, InfoClass.HEALTH,
           InfoClass.VIOLENCE)  # fmt: skip


class QuestionFields(QWidget):
    """`edited` at every change; `item()` is the question as it stands."""

    edited = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, item: ScaleItem, number: int, look: Look, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._narrow = theme, texts, narrow
        self._item, self._number, self._look = item, number, look
        self.fields: dict[str, LineField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(10)
        self.picture, self.easy_picture = QuestionPicture(theme, texts), QuestionPicture(theme, texts)
        self._caption(texts("forms.picture"))
        self._column.addWidget(self.picture)
        self._column.addWidget(self.easy_picture)
        for language in LANGUAGES:
            self._add_words(language)
        self._add_good_end()
        self._add_dimension()
        self.show_look(look)

    def item(self) -> ScaleItem:
        return self._item

    def first(self) -> QWidget:
        return self.fields[f"text_{self._look.language}"]

    def show_look(self, look: Look) -> None:
        """Of the whole form: its kind, its steps, and the language whose words are shown."""
        self._look = look
        for name, field in self.fields.items():
            field.setVisible(name.endswith(f"_{look.language}"))
        self._show()

    def set_fault(self, name: str, sentence: str) -> None:
        self.fields[name].set_fault(sentence)

    def _add_words(self, language: str) -> None:
        for name in _TEXTS:
            key = f"{name}_{language}"
            field = LineField(self._theme, self._texts(f"forms.{name}_{language}"), getattr(self._item, key))
            field.edited.connect(lambda _text: self._on_edited())
            self.fields[key] = field
        self._column.addWidget(self.fields[f"text_{language}"])
        self._column.addWidget(self.fields[f"easy_{language}"])
        self._column.addLayout(self._beside(*(self.fields[f"{name}_{language}"] for name in ("left", "right"))))
        self._column.addWidget(self.fields[f"label_{language}"])

    def _add_good_end(self) -> None:
        caption = self._texts("forms.good_end")
        choices = [Choice(one.value, self._texts(f"codes.favourable_end_{one.value}")) for one in FavourableEnd]
        self.favourable = ChoiceChips(self._theme, caption, choices, self._item.favourable.value, ticked=True)
        self.favourable.chosen.connect(lambda _key: self._on_edited())
        self._caption(caption)
        self._column.addWidget(self.favourable)
        self.reading = Text(self._theme, "", Role.CAPTION, tone="ink2", wrap=True)
        self._column.addWidget(self.reading)

    def _add_dimension(self) -> None:
        """The class follows from what the question is about, and may be raised; where it does not, it is chosen."""
        texts = self._texts
        about = [Choice(one.value, texts(f"codes.dimension_{one.value}")) for one in Dimension]
        self.dimension = Picker(self._theme, texts("forms.dimension"), [("", about)], self._item.dimension.value)
        classes = [Choice(one.value, texts(f"classes.{one.value}")) for one in CLASSES]
        self.info_class = Picker(self._theme, texts("forms.class"), [("", classes)], self._item.info_class.value)
        self.info_class.hint.setText(texts("forms.class_follows"))
        for picker in (self.dimension, self.info_class):
            picker.edited.connect(self._on_edited)
        self._column.addLayout(self._beside(self.dimension, self.info_class))

    def _beside(self, *widgets: QWidget) -> QBoxLayout:
        line = cast("QBoxLayout", QVBoxLayout() if self._narrow else QHBoxLayout())
        line.setSpacing(12)
        for widget in widgets:
            line.addWidget(widget, 1)
        return line

    def _caption(self, words: str) -> None:
        self._column.addWidget(Text(self._theme, words, Role.SMALL, bold=True))

    def _on_edited(self) -> None:
        dimension = Dimension(self.dimension.current())
        self._item = replace(
            self._item,
            favourable=FavourableEnd(self.favourable.current()),
            dimension=dimension,
            info_class=item_class(dimension, InfoClass(self.info_class.current())),
            **{name: field.text() for name, field in self.fields.items()},
        )
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        item, texts = self._item, self._texts
        with QSignalBlocker(self.info_class):
            self.info_class.choose(item.info_class.value)
        follows = item.dimension in DIMENSION_CLASS
        self.info_class.hint.setVisible(follows)
        self.info_class.box.setAccessibleDescription(self.info_class.hint.text() if follows else "")
        self.picture.show_item(item, self._number, self._look)
        self.easy_picture.show_item(item, self._number, self._look, easy=True)
        language = self._look.language
        self.easy_picture.setVisible(item.text(language, easy=True) != item.text(language))
        self.reading.setText(texts(f"forms.good_end_{item.favourable.value}_why"))
