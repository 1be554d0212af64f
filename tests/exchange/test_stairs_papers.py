"""P06 for others with consent, with the ratings that are asked for where the rules let them, and easy to read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sharing import Audience, Why
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.exchange.addressees import To
from mentorapp.exchange.extras import list_addressees, list_extras
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import MadePrint, preview
from mentorapp.language import Texts
from mentorapp.store import consents, milestones, network, plans, steps
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")
WELL, ORS = "ratings:well_being", "ratings:ors"


@dataclass(frozen=True)
class Case:
    mentee: UUID
    fk: UUID
    teacher: UUID
    boss: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    with store.write("filled") as db:
        change_setting(db, "session_rating_licence", True)
        mentee = add_mentee(db, "Birk", family_name="Provare")
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(db, mentee, programme, started_on=day - timedelta(days=100))
        change_level(db, enrolment, get_programme(db, programme).levels[1].id, day - timedelta(days=30))
        plan = plans.begin_plan(db, enrolment)
        goal = plans.add_goal(db, plan, "Ett jobb")
        ill = plans.add_goal(db, plan, "Må bättre", area="mental_health")
        for under, text in ((goal, "Zqxgjort"), (ill, "Zqxsjuk")):
            steps.tick_step(db, steps.add_step(db, under, text), on=day - timedelta(days=5))
        steps.add_step(db, goal, "Zqxnästa", due=day + timedelta(days=5))
        milestones.add_milestone(db, mentee, MilestoneKind.CV_DONE, day - timedelta(days=2))
        people = [_somebody(db, mentee, *one) for one in (
            ("Fredrika", OrganisationKind.SOCIAL_INSURANCE, NetworkRole.CASEWORKER),
            ("Tove", OrganisationKind.ADULT_EDUCATION, NetworkRole.TEACHER),
            ("Sture", OrganisationKind.EMPLOYER, NetworkRole.WORKPLACE_SUPERVISOR),
        )]  # fmt: skip
        for code, value in (("well_being", "40"), ("ors", "5")):
            for ago in (20, 3):
                marks = tuple(Mark(item=one.code, value=Decimal(value)) for one in get_scale(db, code).items)
                new = NewResponse(mentee_id=mentee, code=code, event_date=day - timedelta(days=ago), marks=marks)
                add_response(db, new)
    return Case(mentee, *people)


def _somebody(db: object, mentee: UUID, name: str, kind: OrganisationKind, role: NetworkRole) -> UUID:
    place = network.add_organisation(db, f"Org {name}", kind)  # type: ignore[arg-type]
    contact: UUID = network.add_contact(db, name, organisation_id=place)  # type: ignore[arg-type]
    network.add_link(db, mentee, role, contact_id=contact)  # type: ignore[arg-type]
    return contact


def agree(store: Store, case: Case, to: UUID, *scope: C) -> None:
    with store.write("mentee_changed") as db:
        consents.add_consent(db, case.mentee, contact_id=to, scope=scope)


def made(
    store: Store, case: Case, to: UUID | None = None, *items: str, easy: bool | None = None, language: str = "sv"
) -> MadePrint:
    order = Order(mentee_id=case.mentee, template="P06", to=To(contact_id=to), items=frozenset(items), easy=easy)
    return preview(store, order, texts=Texts(language))


def test_a_caseworker_has_the_stairs_with_consent_and_nothing_of_them_without(store: Store, case: Case) -> None:
    bare = made(store, case, case.fk, WELL, ORS)
    said = read_text(bare.pdf)
    assert "Till Fredrika, Org Fredrika" in said
    assert not any(word in said for word in ("Birk", "Relation", "Zqx", "börjar", "Hur har jag", "Cv klart"))
    agree(store, case, case.fk, C.ID, C.PLAN, C.WORK)
    paper = made(store, case, case.fk)
    said = read_text(paper.pdf)
    for word in ("Nivåtrappan", "Birk", "Relation", "Det här är gjort", "Zqxgjort", "Zqxnästa", "Lämnas inte vidare"):
        assert word in said
    assert not any(word in said for word in ("Zqxsjuk", "Min trappa", "dit ska jag", "trappan är din"))
    assert (paper.audience, paper.recipient) == (Audience.CASEWORKER, "Fredrika")


def test_ratings_are_there_when_asked_for_and_where_the_rules_let_them(store: Store, case: Case) -> None:
    agree(store, case, case.fk, C.ID, C.PLAN, C.RATING)
    assert "Självkänsla" not in read_text(made(store, case, case.fk).pdf), "nobody asked"
    paper = made(store, case, case.fk, WELL, ORS)
    said = read_text(paper.pdf)
    assert "Självkänsla" in said
    assert "Fysisk hälsa" not in said, "an answer about health is HEALTH"
    assert "ORS" not in said
    assert Why.NO_CONSENT in {one.why for one in paper.held_back}
    agree(store, case, case.fk, C.HEALTH)
    said = read_text(made(store, case, case.fk, WELL, ORS).pdf)
    assert "Fysisk hälsa" in said
    assert "ORS" in said


def test_on_the_mentees_own_they_are_there_when_the_mentee_says_so(store: Store, case: Case) -> None:
    assert made(store, case).pages == 1
    with store.read() as db:
        extras = list_extras(db, case.mentee, "P06", To(), texts=SV)
    assert [one.item for one in extras] == [WELL, ORS]
    said = read_text(made(store, case, None, WELL, ORS).pdf)
    assert all(word in said for word in ("Min trappa", "Självkänsla", "Fysisk hälsa", "ORS"))


def test_whom_it_can_be_made_for_never_an_employer(store: Store, case: Case) -> None:
    with store.read() as db:
        found = {one.id for one in list_addressees(db, case.mentee, "P06", None)}
    assert found == {case.fk, case.teacher}
    agree(store, case, case.boss, C.ID, C.PRESENCE, C.WORK)
    paper = made(store, case, case.boss)
    assert paper.classes == frozenset()


def test_easy_to_read_each_step_says_what_is_done_there(store: Store, case: Case) -> None:
    said = read_text(made(store, case, easy=True).pdf)
    for word in (
        "Vi lär känna varandra.",
        "Du provar på arbete eller studier.",
        "4 Mål: dit ska jag",
        "23 november: Cv",
    ):
        assert word in said
    assert "Vi lär känna" not in read_text(made(store, case).pdf)
    assert made(store, case, easy=True).pages == 1
    english = read_text(made(store, case, easy=True, language="en").pdf)
    assert "1 Relationship" in english
    assert "Vi lär känna" not in english, "the plain words are Swedish only"


@pytest.mark.validator
def test_they_pass_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    files = {"bare": made(store, case, case.fk).pdf}
    agree(store, case, case.fk, C.ID, C.PLAN, C.WORK, C.RATING, C.HEALTH)
    for language in ("sv", "en"):
        files[f"others-{language}"] = made(store, case, case.fk, WELL, ORS, language=language).pdf
        files[f"easy-{language}"] = made(store, case, None, WELL, ORS, easy=True, language=language).pdf
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
