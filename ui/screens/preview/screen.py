"""The preview is the PDF that will be printed: what one sees is what comes out, and every print and file is logged."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError, WorldFault
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.reminder_sheet import REMINDER
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import list_nobodys
from mentorapp.store.mentees import get_mentee
from mentorapp.store.store import Store
from ui.parts import Parts
from ui.pdf_file import write_pdf
from ui.requests import PrintRequest
from ui.tasks import Task, Tasks
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.banner import FaultStrip
from ui.widgets.button import Button, Kind
from ui.widgets.namesake_sheet import when_sure
from ui.widgets.pdf_pages import Pages
from ui.widgets.save_card import SaveCard, passphrase_checked
from ui.widgets.screen import Screen
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .choices_card import ChoicesCard
from .held_back import HeldBackCard
from .letters_card import LettersCard
from .nobodys_card import NobodysCard
from .own_cards import BY_LINE, OwnCards
from .reminder_card import ReminderCard

_SIDE = 340


class PrintPreview(Screen):
    """Enter prints, Page Up and Page Down turn, Space zooms, Esc closes. Signals `closed`, `page_wanted`."""

    closed = Signal()
    page_wanted = Signal(object)

    shows = frozenset(
        {
            "mentee", "plan", "goal", "step", "commitment", "session", "mentor_profile", "enrolment",
            "level_entry", "mapping", "mapping_answer", "mapping_text", "milestone", "parallel_intervention",
            "intervention_state", "income_period", "income_state", "education_support", "group_meeting",
            "group_activity", "scale_definition", "scale_item", "scale_response", "scale_mark", "placement",
            "workplace", "workplace_follow_up", "adaptation", "study_phase", "study_date", "study_helper",
            "study_conference", "network_link", "contact", "organisation", "consent", "obstacle", "setting",
            "access_request",
        }
    )  # fmt: skip

    def __init__(
        self,
        store: Store,
        texts: Texts,
        theme: Theme,
        tasks: Tasks,
        parts: Parts,
        check_passphrase: Callable[[str], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._tasks, self._parts = tasks, parts
        self._request: PrintRequest | None = None
        self._ticks: frozenset[InfoClass] = frozenset()
        self._name = ""
        self._task: Task | None = None
        self._focus_waits = False
        self._ordered: Order | None = None
        self.made: MadePrint | None = None
        self.strip = FaultStrip(theme)
        self.strip.act_wanted.connect(self.print)
        self.pages = Pages(theme, texts)
        self.choices = ChoicesCard(theme, texts)
        self.choices.changed.connect(self._on_choice)
        self.nobodys = NobodysCard(theme, texts)
        self.own = OwnCards(theme, texts, store)
        self.own.page_wanted.connect(self.page_wanted)
        self.own.changed.connect(self.refresh)
        # How it is to be read was chosen for another.
        self.own.whom_changed.connect(lambda: self.choices.show_easy(None))
        self.own.whom_changed.connect(self.refresh)
        self.letters = LettersCard(theme, texts)
        self.reminder = ReminderCard(theme, texts, store)
        self.reminder.changed.connect(self._on_slip)
        self.held = HeldBackCard(theme, texts)
        self.held.ticks_changed.connect(self._on_ticks)
        self.saving = SaveCard(
            theme, texts, tasks, check_passphrase or passphrase_checked(store.path), texts("preview.save")
        )
        self.saving.allowed.connect(self._save)
        self.saving.left.connect(self._close_saving)
        self.saving.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(10)
        self._whole.addLayout(self._head())
        self._whole.addWidget(self.strip)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.saving, self.letters, self.nobodys, self.choices, self.reminder, self.own, self.held):
            column.addWidget(card)
        self._said = Text(self._theme, "", Role.SMALL, tone="ink2", wrap=True)
        column.addWidget(self._said)
        column.addStretch(1)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.viewport().setAutoFillBackground(False)
        side.setAutoFillBackground(False)
        self._side.setWidget(side)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(16)
        self._pair.addWidget(self.pages, 1)
        self._pair.addWidget(self._side)
        self._whole.addLayout(self._pair, 1)

    def _head(self) -> QHBoxLayout:
        texts, theme = self._texts, self._theme
        self.back = Button(theme, "", "left", kind=Kind.QUIET, name=texts("preview.back"))
        self.back.clicked.connect(self.close_preview)
        self._title = Text(theme, "", Role.TITLE)
        self._count = Text(theme, "", Role.SMALL, tone="ink2")
        self.save_button = Button(theme, texts("preview.save"), "save")
        self.save_button.clicked.connect(self.saving.open)
        self.print_button = Button(theme, texts("preview.print_pages", count=1), "print", kind=Kind.PRIMARY, keys="↵")
        self.print_button.clicked.connect(self.print)
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self.back, self._title, self._count):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.save_button)
        line.addWidget(self.print_button)
        return line

    def open(self, request: PrintRequest) -> None:
        """Makes the print; `at_once` asks for the printer as soon as it is made."""
        self._request = request
        self._ticks = frozenset()
        self.made = None
        self.strip.clear()
        self.saving.hide()
        self.choices.show_template(request.template)
        self.choices.show_easy(request.easy)
        self.choices.show_second(None)
        self.reminder.open(request.mentee_id)
        self._stale = False
        self.refresh()

    def refresh(self) -> None:
        """Makes the print anew in the worker, from what the store holds now."""
        if self._request is None:
            return
        request, texts, mentee_id = self._request, self._print_texts(), self._request.mentee_id
        self.own.show_for(request)
        order = self._order(request)
        self._ordered = order
        self.reminder.setVisible(request.template == REMINDER.code)
        with self._store.read() as session:
            self._name = get_mentee(session, mentee_id).preferred_name if mentee_id else ""
            self.nobodys.show_promises(list_nobodys(session, mentee_id) if mentee_id else ())
        if self._task is not None:
            self._task.cancel()
        key = f"preview.title_{request.template}"
        nobodys = mentee_id is None and texts.has(f"{key}_nobody")
        self._title.setText(self._texts(f"{key}_nobody" if nobodys else key, name=self._name))
        why_not = self.own.why_not(request)
        if why_not:
            self._show_none(why_not)
            return
        self._count.setText(self._texts("preview.being_made"))
        self._block(self._texts("preview.being_made"))
        self._task = self._tasks.run(
            lambda: preview(self._store, order, texts=texts),
            self._on_made,
            self._on_error,
        )

    def _order(self, request: PrintRequest) -> Order:
        order = Order(
            mentee_id=request.mentee_id,
            template=request.template,
            easy=self.choices.easy,
            ticks=self._ticks,
            about=request.about,
            to=request.to,
            second=self.choices.second_language,
            bring=self.reminder.bring.text() if request.template == REMINDER.code else "",
            sender=self.reminder.named,
        )
        return self.own.chosen(order)

    def _show_none(self, why: str) -> None:
        """No paper, and why: what is missing for it is beside."""
        self.made = self._task = None
        self.pages.clear()
        self._count.setText("")
        self.held.hide()
        self._block(why)

    def focus_first(self) -> None:
        """While the print is being made its button cannot have the focus: it gets it then."""
        self._focus_waits = not self.print_button.isEnabled()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def print(self) -> None:
        """Asks which printer, and sends; the paper is logged when the queue has taken it. First of all whose it is,
        where two have the same name (F 26)."""
        made = self.made
        if made is None or not self.print_button.isEnabled():
            return
        self.strip.clear()
        self._when_sure(made, lambda: self._print(made))

    def _when_sure(self, made: MadePrint, then: Callable[[], object]) -> None:
        when_sure(self.window(), self._theme, self._texts, self._store, made.mentee_id, then)

    def _print(self, made: MadePrint) -> None:
        try:
            printing = self._parts.ask_printer(self.window())
        except WorldFault as fault:
            self._on_error(fault)
            return
        if printing is None:
            self.focus_first()
            return
        self._block(self._texts("preview.being_printed"))
        send = self._parts.send
        self._tasks.run(
            lambda: send(made.pdf, printing), lambda _none: self._on_out(made, DeliveredHow.PRINTER), self._on_error
        )

    def close_preview(self) -> None:
        """Lets go of the print and goes back."""
        if self._task is not None:
            self._task.cancel()
        self._request, self.made = None, None
        self.own.write()
        self.saving.hide()
        self.pages.clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused, key = self.focusWidget(), event.key()
        if key == Qt.Key.Key_Escape:
            self.close_preview()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pages.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            other = isinstance(focused, QAbstractButton) and focused is not self.print_button and focused.isVisible()
            focused.click() if other and isinstance(focused, QAbstractButton) else self.print()
        elif key == Qt.Key.Key_Space:
            self.pages.zoom()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the side stands below the pages."""
        super().resizeEvent(event)
        width, margin = width_class(self), page_margin(self)
        narrow = width is Width.NARROW
        self._whole.setContentsMargins(margin, 10, margin, 14)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = min(self._theme.px(_SIDE), max(1, self.width() * 2 // 5))
        self._side.setMinimumWidth(0 if narrow else side)
        self._side.setMaximumWidth(16_777_215 if narrow else side)
        self.pages.setMinimumHeight(self.height() * 2 // 5 if narrow else 0)
        self.save_button.set_icon_only(narrow)

    def _print_texts(self) -> Texts:
        chosen = self.choices.language.current()
        return self._texts if chosen == self._texts.language else Texts(chosen)

    def _block(self, why: str | None) -> None:
        """A blocked button loses the focus to its neighbour, and Enter with it: it gets it back."""
        self._focus_waits = self._focus_waits or self.print_button.hasFocus()
        self.print_button.set_blocked(why)
        self.save_button.set_blocked(why)
        if why is None and self._focus_waits:
            self.focus_first()

    def _on_made(self, made: MadePrint) -> None:
        self.made, self._task = made, None
        count = self._texts("preview.pages", count=made.pages)
        self._count.setText(count)
        self.print_button.set_text(self._texts("preview.print_pages", count=made.pages))
        self._block(None)
        if KINDS[made.template.code].has_easy:
            self.choices.show_easy(made.easy)
        if KINDS[made.template.code].has_second:
            self.choices.show_second(made.second)
        self.letters.show_letters(made.not_set)
        self.reminder.show_sender(made.names_sender)
        self.pages.show_pdf(made.pdf, f"{self._title.text()}. {count}")
        self.held.show_held(self._name, made.template.code, made.held_back, self._ticks)
        self.held.setVisible(made.mentee_id is not None and made.template.code not in BY_LINE)
        request = self._request
        if request is not None and request.at_once:
            self._request = replace(request, at_once=False)
            self.print()

    def _on_choice(self) -> None:
        """Another print of the same person, another reading or another language."""
        request, template = self._request, self.choices.template.current()
        if request is not None and template and template != request.template:
            self._request = replace(request, template=template)
            self._ticks = frozenset()
            self.choices.show_template(template)
        self.refresh()

    def _on_slip(self) -> None:
        """What is typed for the slip comes on it when the hand rests, and only then."""
        ordered = self._ordered
        if self._request is None or self._request.template != REMINDER.code or ordered is None:
            return
        if (ordered.bring, ordered.sender) != (self.reminder.bring.text(), self.reminder.named):
            self.refresh()

    def _on_ticks(self, ticks: frozenset[InfoClass]) -> None:
        self._ticks = ticks
        self.refresh()

    def _close_saving(self) -> None:
        self.saving.hide()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        """Where, after the passphrase; the name proposed says nothing of anybody."""
        made = self.made
        self._close_saving()
        if made is not None:
            self._when_sure(made, lambda: self._write(made))

    def _write(self, made: MadePrint) -> None:
        path = self._parts.ask_save(self.window(), made.file_name, self._texts("preview.file_kind"))
        if path is None:
            return
        self._block(self._texts("preview.being_saved"))
        self._tasks.run(
            lambda: write_pdf(path, made.pdf), lambda _none: self._on_out(made, DeliveredHow.FILE), self._on_error
        )

    def _on_out(self, made: MadePrint, how: DeliveredHow) -> None:
        """It is on paper or in a file: logged, and said."""
        self._block(None)
        log_print(self._store, made, how)
        if made.template == REMINDER:
            self.reminder.done()
        said = self._texts(f"preview.done_{how.value}", number=made.number)
        self._said.setText(said)
        announce(self, said)

    def _on_error(self, error: Exception) -> None:
        """The world's faults stand above the pages, and the paper waits; anything else is for the window."""
        self._block(None if self.made is not None else self._texts("preview.not_made"))
        if not isinstance(error, MentorError):
            raise error
        again = self._texts("preview.try_again") if self.made is not None else ""
        self.strip.show_fault(self._texts.error(error), again)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
