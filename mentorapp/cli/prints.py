"""The verb `print`: what a mentee gets, and P15 for the one who keeps the key."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.prints import DeliveredHow
from mentorapp.exchange.orders import ABOUT_A_PERSON, Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.store import cipher
from mentorapp.store.mentees import find_mentees
from mentorapp.store.opening import OpenStore, open_store
from mentorapp.store.store import Store

from .arguments import shown
from .asking import Asking
from .output import check_place, say, write_pdf
from .sheets import recovery_sheet

_TEMPLATES = (*ABOUT_A_PERSON, "P15")
_MENTEE = "mentee"
PAPER_LANGUAGE = "sv"


def print_(asked: Namespace, texts: Texts) -> None:
    """Writes a print to a file. A print about a person is logged like any other."""
    template = asked.template.upper()
    if template not in _TEMPLATES:
        raise InputError("template", "template_unknown", template=shown(asked.template), known=", ".join(_TEMPLATES))
    _check_person(asked, template)
    store, place = Path(asked.store), Path(asked.out)
    cipher.refuse_what_is_no_store(store)
    check_place(place, store, replace=asked.force)
    opened = open_store(store, Asking(asked.passphrase_file, texts).passphrase())
    try:
        if template == "P15":
            write_pdf(place, store, recovery_sheet(opened, texts), replace=asked.force)
            say(texts("cli.sheet_saved", place=place.name))
        else:
            _personal(opened, asked, template, place, texts)
    finally:
        opened.close()


def _check_person(asked: Namespace, template: str) -> None:
    if template == "P15":
        if asked.mentee or asked.for_ or asked.easy:
            raise InputError("mentee", "sheet_has_no_person")
        return
    if not asked.mentee:
        raise InputError("mentee", "option_missing", option="--mentee")
    if not asked.for_:
        raise InputError("for", "option_missing", option="--for")
    if asked.for_.casefold() != _MENTEE:
        raise InputError("for", "plan_for_mentee_only")


def _personal(opened: OpenStore, asked: Namespace, template: str, place: Path, texts: Texts) -> None:
    store = opened.store
    # The paper is for the mentee: Swedish whatever the machine speaks, unless another language is asked for.
    paper = Texts(asked.language or PAPER_LANGUAGE)
    order = Order(mentee_id=find_one(store, asked.mentee, texts), template=template, easy=asked.easy or None)
    made = preview(store, order, texts=paper)
    write_pdf(place, store.path, made.pdf, replace=asked.force)
    log_print(store, made, DeliveredHow.FILE)
    say(texts("cli.print_saved", place=place.name, number=made.number, count=made.pages))
    for line in _held_back(made, texts):
        say(line)


def find_one(store: Store, name_or_alias: str, texts: Texts) -> UUID:
    """The one person of that name or alias; InputError lists alias and age where there are several."""
    with store.read() as session:
        found = find_mentees(session, name_or_alias)
    if not found:
        raise NotFoundError("mentee_unknown")
    if len(found) > 1:
        today = store.clock.today()
        several = [_told_apart(one, one.age(today), texts) for one in found]
        raise InputError("mentee", "mentee_ambiguous", several="; ".join(several))
    return found[0].id


def _told_apart(mentee: Mentee, age: int | None, texts: Texts) -> str:
    alias = mentee.display_alias
    return alias if age is None else texts("cli.alias_and_age", alias=alias, age=age)


def _held_back(made: MadePrint, texts: Texts) -> list[str]:
    """For the mentor's eyes: what is not on the paper."""
    return [
        texts("cli.held_back", info_class=texts(f"classes.{one.info_class.value}"), count=one.count)
        for one in made.held_back
    ]
