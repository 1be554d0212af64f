"""The verb `print`: what a mentee gets, a form to fill in, and P15 for the one who keeps the key."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.form_sheet import FORM, short_code
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.study_talk_sheet import STUDY_TALK
from mentorapp.exchange.orders import ABOUT_A_PERSON, Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.store import cipher
from mentorapp.store.mentees import find_mentees
from mentorapp.store.opening import open_store
from mentorapp.store.scale_definitions import list_scales
from mentorapp.store.store import Store

from .arguments import shown
from .asking import Asking
from .output import check_place, say, write_pdf
from .sheets import recovery_sheet

_RECOVERY = "P15"
_TEMPLATES = (*ABOUT_A_PERSON, FILLED.code, STUDY_TALK.code, FORM.code, _RECOVERY)
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
        if template == _RECOVERY:
            write_pdf(place, store, recovery_sheet(opened, texts), replace=asked.force)
            say(texts("cli.sheet_saved", place=place.name))
        else:
            _saved(opened.store, _order(opened.store, asked, template, texts), asked, place, texts)
    finally:
        opened.close()


def _check_person(asked: Namespace, template: str) -> None:
    if template == _RECOVERY:
        if asked.mentee or asked.for_ or asked.easy:
            raise InputError("mentee", "sheet_has_no_person")
        return
    if template == FORM.code:
        if not asked.form:
            raise InputError("form", "option_missing", option="--form")
        return
    if not asked.mentee:
        raise InputError("mentee", "option_missing", option="--mentee")
    if not asked.for_:
        raise InputError("for", "option_missing", option="--for")
    if asked.for_.casefold() != _MENTEE:
        raise InputError("for", "plan_for_mentee_only")


def _order(store: Store, asked: Namespace, template: str, texts: Texts) -> Order:
    easy = asked.easy or None
    if template == FORM.code:
        return Order(template=template, easy=easy, about=_form(store, asked.form))
    return Order(mentee_id=find_one(store, asked.mentee, texts), template=template, easy=easy)


def _form(store: Store, name: str) -> UUID:
    """The newest version of the form of that code, or of the short one that stands on the paper."""
    with store.read() as session:
        forms = [one for one in list_scales(session) if not one.is_external]
    for one in forms:
        if name.casefold() in (one.code.casefold(), short_code(one.code).casefold()):
            return one.id
    known = ", ".join(short_code(one.code) for one in forms)
    raise InputError("form", "form_unknown", form=shown(name), known=known)


def _saved(store: Store, order: Order, asked: Namespace, place: Path, texts: Texts) -> None:
    # The paper is for the mentee: Swedish whatever the machine speaks, unless another language is asked for.
    made = preview(store, order, texts=Texts(asked.language or PAPER_LANGUAGE))
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
