"""The class of a text as a chip beside its label; pressed, it offers the classes that the text may have instead."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.chip import ChipButton
from ui.widgets.class_chip import class_label, class_look

_I = InfoClass
_OFFERED = (_I.PLAN, _I.WORK, _I.EDU, _I.INCOME, _I.SOCIAL, _I.HEALTH, _I.THIRD)


class ClassChoice(ChipButton):
    """Signal `chosen(object)` carries the InfoClass."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, texts: Texts, info_class: InfoClass, hidden: frozenset[InfoClass] = frozenset()
    ) -> None:
        super().__init__(theme, class_look(texts, info_class))
        self._texts, self._hidden = texts, hidden
        self.info_class = info_class
        self.set_class(info_class)
        self.clicked.connect(lambda: self.menu_of_classes().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def set_class(self, info_class: InfoClass) -> None:
        self.info_class = info_class
        self.look = class_look(self._texts, info_class)
        name = self._texts("classes.of_text", name=class_label(self._texts, info_class))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def menu_of_classes(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for info_class in _OFFERED:
            if info_class not in self._hidden:
                act = menu.addAction(class_label(self._texts, info_class), partial(self._choose, info_class))
                act.setCheckable(True)
                act.setChecked(info_class is self.info_class)
        return menu

    def _choose(self, info_class: InfoClass) -> None:
        if info_class is not self.info_class:
            self.set_class(info_class)
            self.chosen.emit(info_class)
