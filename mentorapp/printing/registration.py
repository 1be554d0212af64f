"""P13 "Underlag för registrering": what is typed in at the start and at the end, by name or anonymous."""

from datetime import date

from mentorapp.domain.registration_sheet import REGISTRATION, RegistrationSheet
from mentorapp.domain.sharing import InfoClass, Released
from mentorapp.language import Texts

from .flow import Strip, nothing
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .plan_words import Words
from .record import part_blocks
from .styles import ORDINARY
from .tagging import Element


def render_registration(released: Released[RegistrationSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-2a; nobody's name is in its head."""
    if not isinstance(released, Released) or not isinstance(released.sheet, RegistrationSheet):
        raise TypeError("render_registration takes a released RegistrationSheet")
    if released.template.code != REGISTRATION.code:
        raise ValueError(f"{released.template.code} is not {REGISTRATION.code}")
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    heading = texts("registration.title")
    below = [] if InfoClass.ID in released.classes else [texts("registration.anonymous")]
    blocks = [title(made, heading, below)]
    for part in released.sheet.parts:
        blocks += part_blocks(made.root, part, texts, REGISTRATION.code)
    paper = outward_paper(None, released.sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on)
    return render(paper, made.root, blocks, Strip(0, nothing))
