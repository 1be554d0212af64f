"""Entering a filled form: lines as on paper, by click, by arrow or by typed measure. Used by any screen.

    form = Form(definition=get_scale(session, code), name="Cleo", before=last_response, hidden=person.hidden)

**In a sheet over the window**, with everything that a sheet has (drafts, faults, Ctrl+Enter):

    about = About(mentee_id=..., enrolment_id=..., placement_id=..., follow_up_id=..., contact_id=...)
    sheet = ScaleSheet(window, theme, texts, store, form, about, form=...)  # "<place>.<thing>:<id>"
    sheet.kept.connect(...)           # the UUID of the filled form
    sheet.open()

With `Form(response=...)` the sheet puts that filled form right instead; an `AnsweredSheet` can also void it.
`name` is whose form it is: the mentee's, or the supervisor's for theirs. The form's name for drafts needs its words in
`drafts.json`.

**On a page or in a form of its own**: `entry = ScaleEntry(theme, texts, clock, form)` is one field for `FormDrafts` or
`FormSheet.add`. `check()` says beside the line what cannot be stored as it stands; then `answers()`, which
`new_response(form, about, answers)` makes a `NewResponse` of. `show_refusal(InputError)` puts a refusal of the store in
its place. Signals: `edited`, `ended` (Enter after the last line), `day_changed(date | None)`. A button of the
page's own goes first in the row below (`ready=`), a field of its own into `more`; `focus_first()` is the first line
without a mark.
"""

from .answered_sheet import AnsweredSheet
from .entry import ScaleEntry
from .foot_strip import most
from .sheet import ScaleSheet
from .values import About, Answers, Form, new_response

__all__ = ["About", "AnsweredSheet", "Answers", "Form", "ScaleEntry", "ScaleSheet", "most", "new_response"]
