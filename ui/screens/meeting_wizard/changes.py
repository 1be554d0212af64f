"""Why the papers were made anew while one was looking: in one sentence, where it was a consent."""

from mentorapp.exchange.meeting_parties import MeetingCase
from mentorapp.language import time_of_day
from mentorapp.language.texts import Texts

from .reading import WizardView


def made_again(texts: Texts, view: WizardView, before: MeetingCase, now: MeetingCase) -> str:
    """Nothing where the mentor changed the papers: that is seen."""
    if before.consents == now.consents:
        return ""
    held = {one.id: one for one in before.consents}
    taken = [
        one.withdrawn_at
        for one in now.consents
        if one.withdrawn_at is not None and one.id in held and held[one.id].withdrawn_at is None
    ]
    if not taken:
        return texts("wizard.again_changed")
    at = time_of_day(texts, max(taken).astimezone().time())
    return texts("wizard.again_withdrawn", name=view.name, time=at)
