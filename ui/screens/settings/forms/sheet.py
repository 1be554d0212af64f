"""A form as it is made or changed: its heading, for whom and where, lines or steps, and its questions. One write makes
one version."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QSizePolicy, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import whole
from mentorapp.domain.scales import NewScale, Respondent, ScaleKind, ScaleUse
from mentorapp.language.texts import LANGUAGES, Texts
from mentorapp.store.scale_definitions import add_scale, change_scale
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.banner import Banner
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .picture import Look
from .question_list import QuestionList

_KINDS = (ScaleKind.VAS_FORM, ScaleKind.LIKERT)
_USES = (ScaleUse.SELF, ScaleUse.WORKPLACE, ScaleUse.INTRO_WEEKS)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is written: `code` of the form that is changed, empty for a new one; `warning` is said before anything is
    changed; `draft` is the name of the form among the drafts."""

    start: NewScale
    title: str
    draft: str
    code: str = ""
    warning: str = ""


class QuestionnaireSheet(FormSheet):
    """`kept` carries the code of the form."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, subject: Subject) -> None:
        super().__init__(
            window, theme, texts, store, subject.title, form=subject.draft, mentee_id=None,
            label="scale_changed" if subject.code else "scale_added", save_text=texts("settings.keep"),
        )  # fmt: skip
        self._subject, self._start = subject, subject.start
        self.respondent: ChoiceChips | None = None
        self.use: ChoiceChips | None = None
        self.warning = Banner(theme, subject.warning)
        self.body.addWidget(self.warning)
        self.warning.setVisible(bool(subject.warning))
        self._add_heading()
        self._add_for_whom()
        self._add_kind()
        self.body.addWidget(Text(theme, texts("forms.questions"), Role.SECTION))
        self.questions = self.add(
            "items", QuestionList(theme, texts, self._start.items, self._look(), narrow=self._one_column)
        )
        self.body.addStretch(1)
        self.questions.language_wanted.connect(self._show_language)
        self.questions.resized.connect(self._show_look)
        self.questions.opened.connect(self.show_part)
        self._show_look()

    def first_field(self) -> QWidget:
        return self.titles["sv"].line

    def write(self, session: Session) -> object:
        new = NewScale(
            code=self._subject.code,
            kind=ScaleKind(self.kind.current()),
            use=ScaleUse(self.use.current()) if self.use else self._start.use,
            respondent=Respondent(self.respondent.current()) if self.respondent else self._start.respondent,
            title_sv=self.titles["sv"].text(),
            title_en=self.titles["en"].text(),
            intro_sv=self.intros["sv"].text(),
            intro_en=self.intros["en"].text(),
            licence_note=self._start.licence_note,
            mirror_of=self._start.mirror_of,
            steps=self._steps(),
            items=self.questions.items(),
        )
        if not self._subject.code:
            return add_scale(session, new)
        change_scale(session, self._subject.code, new)
        return self._subject.code

    def show_refusal(self, refusal: InputError) -> None:
        """A field of the other language is brought out first."""
        for language in LANGUAGES:
            if refusal.field.endswith(f"_{language}"):
                self._show_language(language)
        super().show_refusal(refusal)

    def _add_heading(self) -> None:
        texts, theme = self.texts, self.theme
        caption = texts("forms.language")
        choices = [Choice(one, texts(f"forms.language_{one}")) for one in LANGUAGES]
        self.language = ChoiceChips(theme, caption, choices, LANGUAGES[0], ticked=True)
        self.language.chosen.connect(lambda _key: self._show_look())
        self.body.addWidget(Text(theme, caption, Role.SMALL, bold=True))
        self.body.addWidget(self.language)
        self.titles = {one: LineField(theme, texts(f"forms.title_{one}"), getattr(self._start, f"title_{one}"))
                       for one in LANGUAGES}  # fmt: skip
        self.intros = {one: TextField(theme, texts(f"forms.intro_{one}"), getattr(self._start, f"intro_{one}"), lines=2)
                       for one in LANGUAGES}  # fmt: skip
        for one in LANGUAGES:
            self.intros[one].setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.add(f"title_{one}", self.titles[one])
            self.add(f"intro_{one}", self.intros[one])

    def _add_for_whom(self) -> None:
        """The other voice of a form is the supervisor's, at the workplace: nothing is left to choose then."""
        if self._start.mirror_of:
            return
        self.respondent = self._chips("respondent", "codes.respondent_", tuple(Respondent), self._start.respondent)
        self.use = self._chips("use", "codes.scale_use_", _USES, self._start.use)
        self.respondent.chosen.connect(self._suit_use)
        self._suit_use(self._start.respondent)

    def _add_kind(self) -> None:
        self.kind = self._chips("kind", "codes.scale_kind_", _KINDS, self._start.kind)
        self.kind.chosen.connect(lambda _key: self._show_look())
        steps = "" if self._start.steps is None else str(self._start.steps)
        self.steps = self.add("steps", LineField(self.theme, self.texts("forms.steps"), steps))
        self.steps.line.setMaximumWidth(self.theme.px(120))
        self.steps.edited.connect(lambda _text: self._show_look())

    def _chips(
        self,
        name: str,
        words: str,
        choices: Sequence[StrEnum],
        chosen: str,
    ) -> ChoiceChips:
        caption = self.texts(f"forms.{name}")
        pills = [Choice(one.value, self.texts(f"{words}{one.value}")) for one in choices]
        return self.add(name, ChoiceChips(self.theme, caption, pills, chosen, ticked=True), caption)

    def _suit_use(self, respondent: str) -> None:
        """A supervisor meets the mentee at the workplace only."""
        assert self.use is not None
        supervisor = respondent == Respondent.SUPERVISOR
        if supervisor and self.use.current() == ScaleUse.SELF:
            self.use.choose(ScaleUse.WORKPLACE)
        self.use.set_blocked(ScaleUse.SELF, self.texts("forms.supervisor_at_work") if supervisor else None)

    def _steps(self) -> int | None:
        if self.kind.current() != ScaleKind.LIKERT:
            return None
        return whole("steps", self.steps.text())

    def _look(self) -> Look:
        try:
            steps = self._steps()
        except InputError:
            steps = None
        return Look(ScaleKind(self.kind.current()), steps, self.language.current())

    def _show_language(self, language: str) -> None:
        self.language.choose(language)
        self._show_look()

    def _show_look(self) -> None:
        look = self._look()
        for one in LANGUAGES:
            self.titles[one].setVisible(one == look.language)
            self.intros[one].setVisible(one == look.language)
        self.steps.setVisible(look.kind is ScaleKind.LIKERT)
        self.questions.show_look(look)
        self._fit()
