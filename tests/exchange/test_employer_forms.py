"""P04 and P05 for an employer: the supervisor's own form and marks, what was agreed; nothing that the mentee said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sharing import Audience, Why
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.exchange.addressees import To
from mentorapp.exchange.extras import list_addressees, list_extras
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.store import consents, network, placements, workplaces
from mentorapp.store.adaptations import add_adaptation
from mentorapp.store.employer_forms import ALIAS
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.print_log import list_prints
from mentorapp.store.programmes import add_programme
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_files import scale_id
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.store import Store
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")
THEIRS, MINE = "workplace_supervisor", "workplace_mentee"


@dataclass(frozen=True)
class Case:
    mentee: UUID
    sture: UUID
    elsewhere: UUID
    first: UUID
    met: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """Two follow-ups at a workplace, both voices at the second; and an employer of another place."""
    with store.write("filled") as db:
        mentee = add_mentee(
            db, "Birk", family_name="Provare", display_alias="LM 207", needs_easy_read=True, birth_date=date(2002, 3, 1)
        )
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(db, mentee, programme, started_on=day - timedelta(days=100))
        firm = network.add_organisation(db, "Fantasihallen", OrganisationKind.EMPLOYER)
        other = network.add_organisation(db, "Påhittade Bygg", OrganisationKind.EMPLOYER)
        sture = network.add_contact(db, "Sture Fantasi", organisation_id=firm)
        bygga = network.add_contact(db, "Berit Bygga", organisation_id=other)
        workplaces.add_workplace(db, "Bygget", organisation_id=other, supervisor_id=bygga)
        hall = workplaces.add_workplace(db, "Zqxhallen", organisation_id=firm, supervisor_id=sture)
        placement = placements.add_placement(
            db, enrolment, hall, PlacementType.WORK_TRAINING, day - timedelta(days=60), supervisor_id=sture, tasks="x"
        )
        first = add_follow_up(db, placement, day - timedelta(days=40))
        met = add_follow_up(
            db, placement, day - timedelta(days=5), mentee_words="Zqxord", agreed_changes="Zqxbestämt",
            next_on=day + timedelta(days=20), observations="Zqxsett",
        )  # fmt: skip
        add_adaptation(db, placement, "Zqxbehov", agreed_on=day - timedelta(days=5))
        for code, follow_up, ago, value, comment in (
            (THEIRS, first, 40, "31", ""), (THEIRS, met, 5, "64", "Zqxhandledare"), (MINE, met, 5, "17", "Zqxmina"),
        ):  # fmt: skip
            marks = tuple(Mark(item=one.code, value=Decimal(value)) for one in get_scale(db, code).items)
            new = NewResponse(
                mentee_id=mentee, code=code, event_date=day - timedelta(days=ago), marks=marks, comment=comment,
                placement_id=placement, follow_up_id=follow_up,
            )  # fmt: skip
            add_response(db, new)
    return Case(mentee, sture, bygga, first, met)


def agree(store: Store, case: Case, *scope: C, to: UUID | None = None) -> None:
    with store.write("mentee_changed") as db:
        consents.add_consent(db, case.mentee, contact_id=to or case.sture, scope=scope)


def filled(store: Store, case: Case, to: UUID | None = None, language: str = "sv", **more: Any) -> MadePrint:
    order = Order(mentee_id=case.mentee, template="P05", to=To(contact_id=to or case.sture), **more)
    return preview(store, order, texts=Texts(language))


def blank(store: Store, case: Case, code: str = THEIRS, *items: str, language: str = "sv") -> MadePrint:
    order = Order(
        mentee_id=case.mentee, template="P04", about=scale_id(code, 1), to=To(contact_id=case.sture),
        items=frozenset(items),
    )  # fmt: skip
    return preview(store, order, texts=Texts(language))


def test_the_employer_has_their_own_marks_and_what_was_agreed_and_nothing_of_the_mentees(
    store: Store, case: Case
) -> None:
    agree(store, case, C.ID, C.WORK, C.PRESENCE)
    paper = filled(store, case)
    said = read_text(paper.pdf)
    for word in ("Till Sture Fantasi, Fantasihallen", "Birk", "Zqxhallen", "Så går det på arbetsplatsen", "Zqxbestämt"):
        assert word in said
    for word in ("Zqxbehov", "Nästa uppföljning: 15 december", "Mitt kryss 20 november", "Förra gången, 16 oktober"):
        assert word in said
    for word in ("Provare", "Zqxord", "Zqxmina", "Zqxsett", "Så har jag det på jobbet", "Två röster", "Level Up"):
        assert word not in said
    assert not paper.easy, "what the mentee needs is nothing to tell an employer"
    assert paper.classes == {C.ID, C.WORK, C.PRESENCE}
    assert paper.audience is Audience.EMPLOYER


def test_without_consent_or_at_another_place_there_is_nothing_of_it(store: Store, case: Case) -> None:
    for paper in (filled(store, case), filled(store, case, about=case.met)):
        said = read_text(paper.pdf)
        assert not any(word in said for word in ("Birk", "Zqx", "Så går det", "ifyllt", "november,"))
        assert {one.why for one in paper.held_back} == {Why.NO_CONSENT}
    agree(store, case, C.ID, C.WORK, C.PRESENCE, to=case.elsewhere)
    said = read_text(filled(store, case, case.elsewhere, about=case.met).pdf)
    assert "Zqx" not in said
    with pytest.raises(NotFoundError, match="nothing_filled"):
        filled(store, case, case.elsewhere)


def test_a_follow_up_of_somebody_else_is_not_found(store: Store, case: Case) -> None:
    with store.write("filled") as db:
        stranger = add_mentee(db, "Kim")
    order = Order(mentee_id=stranger, template="P05", about=case.met, to=To(contact_id=case.sture))
    with pytest.raises(NotFoundError, match="follow_up_unknown"):
        preview(store, order, texts=SV)


def test_the_blank_form_is_for_who_is_to_fill_it_in_and_names_nobody(store: Store, case: Case) -> None:
    paper = blank(store, case)
    said = read_text(paper.pdf)
    assert "Till Sture Fantasi, Fantasihallen" in said
    assert "Så går det på arbetsplatsen" in said
    assert "Utskrift 2026-0001" in said
    assert not any(word in said for word in ("Birk", "LM 207", "Gäller"))
    assert (paper.recipient, paper.pages, paper.easy, paper.asked) == ("Sture Fantasi", 1, False, frozenset())
    log_print(store, paper, DeliveredHow.PRINTER)
    with store.read() as db:
        (record,) = list_prints(db, case.mentee)
    assert (record.template, record.audience, record.contact_id) == ("P04", Audience.EMPLOYER, case.sture)


def test_the_alias_is_on_it_where_it_is_asked_for_and_agreed(store: Store, case: Case) -> None:
    assert "LM 207" not in read_text(blank(store, case, THEIRS, ALIAS).pdf), "that somebody is enrolled is not told"
    agree(store, case, C.ID)
    assert "LM 207" not in read_text(blank(store, case).pdf)
    assert "Gäller LM 207" in read_text(blank(store, case, THEIRS, ALIAS).pdf)


def test_the_mentees_own_form_is_not_for_an_employer(store: Store, case: Case) -> None:
    with pytest.raises(InputError, match="form_of_the_mentee"):
        blank(store, case, MINE)


def test_whom_a_follow_up_can_be_made_for_and_what_can_be_asked_for(store: Store, case: Case) -> None:
    with store.read() as db:
        assert [one.id for one in list_addressees(db, case.mentee, "P05", case.met)] == [case.sture]
        assert list_addressees(db, case.mentee, "P05", None) == ()
        assert list_addressees(db, case.mentee, "P01", None) == ()
        (alias,) = list_extras(db, case.mentee, "P04", To(contact_id=case.sture), texts=SV)
        assert (alias.item, alias.words) == (ALIAS, "Skriv aliaset LM 207 på blanketten")
        assert list_extras(db, case.mentee, "P04", To(), texts=SV) == ()


@pytest.mark.validator
def test_both_pass_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    files = {"bare": filled(store, case).pdf}
    agree(store, case, C.ID, C.WORK, C.PRESENCE)
    for language in ("sv", "en"):
        files[f"P05-{language}"] = filled(store, case, language=language).pdf
        files[f"P04-{language}"] = blank(store, case, THEIRS, ALIAS, language=language).pdf
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
