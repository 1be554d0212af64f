"""Frågor och blanketter: every form with its versions; own ones are made, changed, put away, and go as files."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.errors import MentorError
from mentorapp.domain.form_sheet import FORM
from mentorapp.domain.scales import NewScale, Respondent, ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.exchange.setup_files import take_scale, write_scale
from mentorapp.language.texts import LANGUAGES, Texts
from mentorapp.store.scale_definitions import (
    as_new,
    list_scales,
    list_versions,
    remove_scale,
    set_scale_in_use,
    used_versions,
)
from mentorapp.store.store import Store
from ui.kit import Kit
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import FaultLine
from ui.widgets.flow import FlowLayout
from ui.widgets.more_button import Act
from ui.widgets.text import Text
from ui.widgets.widths import Width, width_class

from ..page import Page
from .reading import ReadingSheet
from .row import ScaleRow
from .sheet import QuestionnaireSheet, Subject
from .words import facts_of

_GROUPS = ("own", "work", "external", "away")
_AT_WORK = frozenset({ScaleUse.WORKPLACE, ScaleUse.INTRO_WEEKS})


class FormsPage(Page):
    """`print_wanted(object)` carries a PrintRequest for the blank form."""

    key, icon = "forms", "form"
    forms = frozenset({"scale", "mirror"})
    print_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, store: Store, kit: Kit) -> None:
        super().__init__(theme, texts)
        self._store, self._kit = store, kit
        self._scales: dict[str, ScaleDefinition] = {}
        self._used: frozenset[tuple[str, int]] = frozenset()
        self._shown: object = None
        self.rows: dict[str, ScaleRow] = {}
        self.new = Button(theme, texts("forms.new"), "plus")
        self.new.clicked.connect(self.open_new)
        self.read = Button(theme, texts("forms.read_file"))
        self.read.clicked.connect(self._on_read)
        acts = FlowLayout(gap=8)
        acts.addWidget(self.new)
        acts.addWidget(self.read)
        self.column.addLayout(acts)
        self.fault = FaultLine(theme)
        self.column.addWidget(self.fault)
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self.column.addLayout(self._place)
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            scales, used = list_scales(session, all_=True), used_versions(session)
        if (scales, used) != self._shown:
            self._shown = scales, used
            self._scales, self._used = {one.code: one for one in scales}, used
            self._fill()

    def fit(self) -> None:
        stacked = width_class(self) is Width.NARROW
        for row in self.rows.values():
            row.set_stacked(stacked)

    def open_new(self) -> QuestionnaireSheet:
        start = NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="")
        return self._open(Subject(start, self.texts("forms.new"), "settings.scale"))

    def open_scale(self, code: str) -> QuestionnaireSheet | ReadingSheet:
        """What belongs to others can only be read."""
        one = self._scales[code]
        if one.is_external or not one.in_use:
            return self.read_scale(code)
        title = self.texts("forms.change", name=one.title(self.texts.language))
        return self._open(Subject(as_new(one), title, f"settings.scale:{code}", code, self._warning(one)))

    def open_mirror(self, code: str) -> QuestionnaireSheet:
        """The supervisor's voice to a form of the mentee's: the same questions, in words that can be changed."""
        one = self._scales[code]
        texts = self.texts
        swedish, english = (Texts(language)("forms.mirror_title", name=one.title(language)) for language in LANGUAGES)
        start = NewScale(
            code="", kind=one.kind, use=one.use, respondent=Respondent.SUPERVISOR, mirror_of=code, steps=one.steps,
            title_sv=swedish, title_en=english, items=one.items,
        )  # fmt: skip
        title = texts("forms.mirror_of", name=one.title(texts.language))
        return self._open(Subject(start, title, f"settings.mirror:{code}", "", texts("forms.mirror_why")))

    def read_scale(self, code: str) -> ReadingSheet:
        with self._store.read() as session:
            versions = list_versions(session, code)
        sheet = ReadingSheet(self.window(), self.theme, self.texts, versions, self._used)
        sheet.open(sheet.done)
        return sheet

    def open_draft(self, form: str) -> None:
        """A form that was being changed, the other voice of one, or a new one; nothing when it is gone."""
        thing, _, code = form.partition(":")
        if not code:
            self.open_new()
        elif code in self._scales:
            self.open_mirror(code) if thing == "settings.mirror" else self.open_scale(code)

    def _open(self, subject: Subject) -> QuestionnaireSheet:
        self.fault.show_sentence(None)
        sheet = QuestionnaireSheet(self.window(), self.theme, self.texts, self._store, subject)
        sheet.open()
        return sheet

    def _warning(self, one: ScaleDefinition) -> str:
        """Said before anything is changed: what is used or shipped stays as it is, and the change is a new version."""
        number = one.version + 1
        if (one.code, one.version) in self._used:
            return self.texts("forms.used_warning", number=number)
        return self.texts("forms.shipped_warning", number=number) if one.shipped else ""

    def _fill(self) -> None:
        focused = self.window().focusWidget()
        had = next((code for code, row in self.rows.items() if focused and row.isAncestorOf(focused)), "")
        while (item := self._place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.rows = {}
        for group in _GROUPS:
            scales = [one for one in self._scales.values() if _group_of(one) == group]
            if scales:
                card = self._card(group, scales)
                self._place.addWidget(card)
                card.show()  # at once: what is not shown cannot have the focus
        self.fit()
        if had:
            (self.rows[had].first if had in self.rows else self.new).setFocus()

    def _card(self, group: str, scales: list[ScaleDefinition]) -> Card:
        card = Card(self.theme, self.texts(f"forms.group_{group}"))
        if group == "external":
            why = self.texts("forms.group_external_why")
            card.add(Text(self.theme, why, Role.SMALL, tone="ink2", wrap=True), below=6)
        for one in scales:
            card.add_row(self._row(one))
        return card

    def _row(self, one: ScaleDefinition) -> ScaleRow:
        facts = facts_of(self.texts, one, used=self._is_used(one.code))
        if one.licence_note:
            facts = f"{facts}\n{one.licence_note}"
        row = ScaleRow(self.theme, self.texts, one, facts, self._acts(one), printable=_can_be_printed(one))
        request = PrintRequest(template=FORM.code, about=one.id)
        row.print.clicked.connect(partial(self.print_wanted.emit, request))
        self.rows[one.code] = row
        return row

    def _acts(self, one: ScaleDefinition) -> list[Act]:
        texts, code = self.texts, one.code
        read: Act = (texts("forms.read"), partial(self.read_scale, code))
        if not one.in_use:
            return [(texts("forms.take_out"), partial(self._put_away, code, away=False)), read, *self._removal(one)]
        away: Act = (texts("forms.put_away"), partial(self._put_away, code, away=True))
        if one.is_external:
            return [read, away]
        acts: list[Act] = [(texts("settings.change"), partial(self.open_scale, code)), read]
        if self._lacks_mirror(one):
            acts.append((texts("forms.mirror"), partial(self.open_mirror, code)))
        acts.append((texts("forms.save_file"), partial(self._on_save, code)))
        return [*acts, away, *self._removal(one)]

    def _removal(self, one: ScaleDefinition) -> list[Act]:
        """Own ones that nobody has filled in."""
        if one.shipped or self._began_shipped(one.code) or self._is_used(one.code):
            return []
        return [(self.texts("forms.remove"), partial(self._remove, one.code))]

    def _began_shipped(self, code: str) -> bool:
        with self._store.read() as session:
            return any(one.shipped for one in list_versions(session, code))

    def _is_used(self, code: str) -> bool:
        return any(used == code for used, _version in self._used)

    def _lacks_mirror(self, one: ScaleDefinition) -> bool:
        at_work = one.use in _AT_WORK and one.respondent is Respondent.MENTEE
        return at_work and all(other.mirror_of != one.code for other in self._scales.values())

    def _put_away(self, code: str, *, away: bool) -> None:
        with self._store.write("scale_put_away" if away else "scale_taken_out") as session:
            set_scale_in_use(session, code, not away)

    def _remove(self, code: str) -> None:
        self.fault.show_sentence(None)
        try:
            with self._store.write("scale_removed") as session:
                remove_scale(session, code)
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))

    def _on_read(self) -> None:
        path = self._kit.parts.ask_open(self.window(), self.texts("forms.read_file"), "JSON (*.json)")
        if path is None:
            return
        self.fault.show_sentence(None)
        try:
            with self._store.write("scale_added") as session:
                code = take_scale(session, path)
        except MentorError as refusal:
            sentence = self.texts.error(refusal)
            self.fault.show_sentence(self.texts("forms.file_refused", file=path.name, sentence=sentence))
        else:
            self.refresh()
            self.rows[code].first.setFocus()

    def _on_save(self, code: str) -> None:
        path = self._kit.parts.ask_save(self.window(), f"{_file_name(self._scales[code])}.json", "JSON (*.json)")
        if path is None:
            return
        self.fault.show_sentence(None)
        try:
            with self._store.read() as session:
                write_scale(session, code, path)
        except MentorError as fault:
            self.fault.show_sentence(self.texts.error(fault))


def _group_of(one: ScaleDefinition) -> str:
    if not one.in_use:
        return "away"
    if one.is_external:
        return "external"
    return "work" if one.use in _AT_WORK else "own"


def _can_be_printed(one: ScaleDefinition) -> bool:
    """There is no wording of others' instruments to print."""
    return one.in_use and not one.is_external


def _file_name(one: ScaleDefinition) -> str:
    """The heading, with what no file system minds."""
    return "".join(sign for sign in one.title_sv if sign.isalnum() or sign in " -_").strip() or one.code
