"""What happens on the last step: papers made, made anew, printed, saved, and what is said of it at the foot."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.domain.prints import DeliveredHow
from mentorapp.exchange.packs import Pack
from mentorapp.language.texts import Texts
from ui.widgets.announce import announce
from ui.widgets.banner import FaultStrip

from .changes import made_again
from .foot import Foot
from .outgoing import Outgoing
from .reading import WizardView
from .review_step import ReviewStep


class Papers(QObject):
    """`when_sure` asks whose papers they are where two have the same name (F 26), and goes on.

    `show_view` shows the papers of a meeting; made anew when anything that stands on them is another. Signal
    `page_wanted` leads to a promise that nobody has taken on yet."""

    page_wanted = Signal()

    def __init__(
        self,
        texts: Texts,
        out: Outgoing,
        review: ReviewStep,
        foot: Foot,
        strip: FaultStrip,
        parent: QWidget,
        when_sure: Callable[[UUID, Callable[[], object]], object],
    ) -> None:
        super().__init__(parent)
        self._texts, self.out, self._when_sure = texts, out, when_sure
        self._review, self._foot, self._strip, self._window = review, foot, strip, parent
        self._view: WizardView | None = None
        self.pack: Pack | None = None
        self._job = ""
        self._focus_waits = False
        foot.print_wanted.connect(self.print)
        foot.act_wanted.connect(self._on_act)
        strip.act_wanted.connect(self._on_strip)
        out.part_made.connect(self._on_part)
        out.made.connect(self._on_made)
        out.stopped.connect(self._on_stopped)
        out.out.connect(self._on_out)
        out.job_stopped.connect(self._on_job_stopped)
        out.failed.connect(self._on_failed)

    def show_view(self, view: WizardView) -> None:
        self._view = view
        pack = self.pack
        if pack is None or pack.case != view.case:
            self._block(self._texts("preview.being_made"))
            self.out.make(view.meeting.id)
        elif not self.out.is_making:
            self._show(pack, view)

    def let_go(self) -> None:
        """Another meeting: nothing of this one's papers stays in memory."""
        self.out.let_go()
        self._review.let_go()
        self._review.say_again("")
        self._view, self.pack, self._job = None, None, ""

    def print(self) -> None:
        pack = self.pack
        if pack is None or not self._foot.print.isEnabled():
            return
        self._strip.clear()
        self._when_sure(pack.case.meeting.mentee_id, lambda: self._print(pack))

    def _print(self, pack: Pack) -> None:
        if self.out.print(pack, self._window.window()):
            self._block(self._texts("preview.being_printed"))
        elif not self._strip.isVisible():
            self._foot.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """After the passphrase."""
        pack = self.pack
        if pack is not None:
            self._when_sure(pack.case.meeting.mentee_id, lambda: self._save(pack))

    def _save(self, pack: Pack) -> None:
        if self.out.save(pack, self._window.window()):
            self._block(self._texts("preview.being_saved"))

    def _show(self, pack: Pack, view: WizardView) -> None:
        self._review.show_pack(pack, view)
        self._foot.print.set_text(self._texts("wizard.print", count=pack.pages))
        if view.nobodys:
            self._block(self._texts("wizard.nobodys_why"))
            self._foot.say(self._texts("wizard.nobodys", what=view.nobodys[0].what), self._texts("wizard.to_promise"))
            return
        self._block(None)
        if not self._job:
            self._foot.say(self._old(view))

    def _old(self, view: WizardView) -> str:
        """Papers printed before that no longer hold."""
        if not view.old:
            return ""
        if len(view.old) == 1:
            whom = view.old[0].recipient.partition(" ")[0] or self._texts("wizard.protocol")
            return self._texts("wizard.old_one", whom=whom, number=view.old[0].number)
        numbers = ", ".join(one.number for one in view.old)
        return self._texts("wizard.old_many", count=len(view.old), numbers=numbers)

    def _block(self, why: str | None) -> None:
        """A blocked button loses the focus: it gets it back."""
        self._focus_waits = self._focus_waits or self._foot.print.hasFocus()
        self._foot.block(why)
        if why is None and self._focus_waits:
            self._focus_waits = False
            self._foot.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def expect_focus(self) -> None:
        """The button of the papers gets the focus, now or when they are made."""
        self._focus_waits = not self._foot.print.isEnabled()
        self._foot.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_part(self, made: int, all_: int) -> None:
        if self.out.is_making and self._foot.print.isVisible():
            self._foot.say(self._texts("wizard.making", made=made, all=all_), self._texts("wizard.stop"))

    def _on_made(self, pack: Pack) -> None:
        view, before = self._view, self.pack
        if view is None or pack.meeting_id != view.meeting.id:
            return
        words = "" if before is None else made_again(self._texts, view, before.case, pack.case)
        if before is None or words:
            self._review.say_again(words)
        self.pack, self._job = pack, ""
        self._foot.say("")
        self._show(pack, view)
        if words:
            announce(self._window, words)

    def _on_stopped(self) -> None:
        self._foot.say(self._texts("wizard.stopped"), self._texts("wizard.make_again"))

    def _on_act(self) -> None:
        """The button in the foot does what its words say."""
        view = self._view
        if self.out.is_making:
            self.out.stop()
        elif self._job:
            self.out.cancel_job(self._job)
        elif view is not None and self.pack is not None and view.nobodys:
            self.page_wanted.emit()
        elif view is not None:
            self.show_view(view)

    def _on_strip(self) -> None:
        """Once more, what the world did not take."""
        self._strip.clear()
        if self.pack is not None:
            self.print()
        elif self._view is not None:
            self.show_view(self._view)

    def _on_out(self, pack: Pack, how: DeliveredHow, job: str) -> None:
        self._job = job
        self._block(None)
        said = self._texts(f"wizard.out_{how.value}", count=pack.pages)
        self._foot.say(said, self._texts("wizard.cancel_job") if job else "")
        announce(self._window, said)

    def _on_job_stopped(self) -> None:
        self._job = ""
        self._foot.say(self._texts("wizard.job_stopped"))

    def _on_failed(self, error: Exception) -> None:
        """The world's faults stand above the papers, which wait; anything else is for the window."""
        self._block(None if self.pack is not None else self._texts("preview.not_made"))
        if not isinstance(error, MentorError):
            raise error
        if error.key == "print_number_taken" and self._view is not None:
            self.pack = None
            self.show_view(self._view)
            return
        self._strip.show_fault(self._texts.error(error), self._texts("preview.try_again"))
