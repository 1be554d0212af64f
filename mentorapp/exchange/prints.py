"""From a person in the store to a print in memory, and into the print log once it has really been printed or saved.

Everything goes through `release()`: what a print holds is decided there and nowhere else.
"""

from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.errors import MentorError
from mentorapp.domain.plan_sheet import MIN_PLAN
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import Audience, HeldBack, InfoClass, Template, release
from mentorapp.language import Texts
from mentorapp.store.mentees import get_mentee
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.print_log import add_print, list_prints, next_number
from mentorapp.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePrint:
    """A print as it stands on the paper. `held_back` is for the mentor's screen and never for paper.

    `file_name` has an alias, never a name; `recipient` stays in the store.
    """

    pdf: bytes
    number: str
    pages: int
    sha256: str
    template: Template
    audience: Audience
    mentee_id: UUID
    recipient: str
    easy: bool
    classes: frozenset[InfoClass]
    ticked: frozenset[InfoClass]
    held_back: tuple[HeldBack, ...]
    file_name: str


def preview_plan(
    store: Store,
    mentee_id: UUID,
    *,
    texts: Texts,
    easy: bool | None,
    ticks: frozenset[InfoClass] = frozenset(),
) -> MadePrint:
    """ "Min plan" for the mentee, under the next free number, which is taken only when the print is logged.

    `easy` None is what the mentee needs; `ticks` are the classes that the mentee has said yes to for this print.
    """
    from mentorapp.printing.files import file_name, page_count, sha256
    from mentorapp.printing.plan import render_plan

    today = store.clock.today()
    with store.read() as session:
        mentee = get_mentee(session, mentee_id)
        sheet = gather_plan_sheet(session, mentee_id, and_word=texts("exchange.and"))
        number = next_number(session, today)
    easy = mentee.needs_easy_read if easy is None else easy
    released = release(sheet, MIN_PLAN, Audience.MENTEE, ticks)
    pdf = render_plan(released, texts=texts, easy=easy, number=number, printed_on=today)
    return MadePrint(
        pdf=pdf,
        number=number,
        pages=page_count(pdf),
        sha256=sha256(pdf),
        template=MIN_PLAN,
        audience=Audience.MENTEE,
        mentee_id=mentee_id,
        recipient=mentee.full_name,
        easy=easy,
        classes=released.classes,
        ticked=ticks & released.classes,
        held_back=released.held_back,
        file_name=file_name(mentee.display_alias, MIN_PLAN.code, today),
    )


def log_print(store: Store, made: MadePrint, how: DeliveredHow) -> None:
    """Takes the number and writes the print down. The same paper printed again is one line in the log.

    MentorError `print_number_taken` when another print got the number meanwhile: then it has to be made again.
    """
    today = store.clock.today()
    with store.write("print_logged") as session:
        if any((one.number, one.sha256) == (made.number, made.sha256) for one in list_prints(session, made.mentee_id)):
            return
        if next_number(session, today) != made.number:
            raise MentorError("print_number_taken")
        add_print(
            session,
            number=made.number,
            template=made.template.code,
            template_version=made.template.version,
            mentee_id=made.mentee_id,
            audience=made.audience,
            recipient=made.recipient,
            classes=made.classes,
            ticked=made.ticked,
            sha256=made.sha256,
            pages=made.pages,
            printed_on=today,
            delivered_how=how,
        )
