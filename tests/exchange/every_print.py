"""Every print that there is, for everybody it may be made for, in all languages and readings: from `KINDS` itself, so
that a new print is here without anybody thinking of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain.errors import MentorError
from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.form_sheet import FORM
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.record_sheet import DISPOSAL
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.exchange.addressees import To
from mentorapp.exchange.orders import KINDS, Order
from mentorapp.exchange.prints import preview
from mentorapp.language import SECOND_LANGUAGES, Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.store import Store
from tests.exchange.marked_case import MarkedCase, full_case
from tests.exchange.marked_prints import agree_with_all, orders, who_came
from tests.exchange.marked_rules import Asker
from tests.exchange.marked_walk import EVERYBODY

LANGUAGES = ("sv", "en")
ALL = frozenset(InfoClass)


@dataclass(frozen=True)
class Paper:
    name: str
    language: str
    pdf: bytes


def every_print(store: Store, day: date, *, seconds: bool = True) -> Iterator[Paper]:
    """Filled with everything that can be stored, and with nothing; `seconds` are the languages beside the first."""
    case = full_case(store, day)
    agree_with_all(store, case, day)
    who_came(store, case, Asker(Audience.CASEWORKER))
    with store.write("filled") as session:
        nobody_yet = add_mentee(session, "Nila")
    for language in LANGUAGES:
        for code in KINDS:
            empty = Order(mentee_id=nobody_yet, template=code)
            for number, order in enumerate((*_filled(store, case, code, language), *_blank(case, code), empty)):
                yield from _readings(store, order, f"{code}-{number}", language, seconds and number == 0)


def _filled(store: Store, case: MarkedCase, code: str, language: str) -> Iterator[Order]:
    """What is about many things is made about each of them once, for the first who may have it."""
    audiences = KINDS[code].template.audiences
    for place, asker in enumerate(one for one in EVERYBODY if one.audience in audiences):
        most = None if place == 0 and code in _ABOUT_MANY else 1
        for order in orders(store, case, code, asker, Texts(language), most):
            yield replace(order, ticks=ALL)


_ABOUT_MANY = frozenset({FORM.code, FILLED.code})


def _blank(case: MarkedCase, code: str) -> Iterator[Order]:
    """Of nobody in particular: a form that can be made about nothing at all is made once; a month of all mentees."""
    if code == MONTH.code:
        yield Order(template=code, to=To(contact_id=case.contacts[Audience.CASEWORKER]))
    abouts = (None,) if code not in (FORM.code, DISPOSAL.code) else (*case.abouts, *case.disposals)
    yield from (Order(template=code, about=about) for about in abouts)


def _readings(store: Store, order: Order, name: str, language: str, seconds: bool) -> Iterator[Paper]:
    kind = KINDS[order.template]
    others = ("", *(SECOND_LANGUAGES if seconds and kind.has_second else ()))
    for easy in (False, True) if kind.has_easy else (False,):
        for second in others:
            said = f"{name}-{language}{'-easy' if easy else ''}{f'-{second}' if second else ''}"
            try:
                made = preview(store, replace(order, easy=easy, second=second), texts=Texts(language))
            except (TypeError, LookupError, MentorError):
                break
            yield Paper(said, language, made.pdf)
