"""P24: a case by its alias. No name, place, number or birthday of anybody, whatever texts say; health line by line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from mentorapp.domain.mentees import Address, Municipality
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.obstacles import ObstacleKind
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.plans import Who
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.sharing import Audience, InfoClass, Recipient, release
from mentorapp.domain.studies import StudyPhase
from mentorapp.domain.supervision_sheet import SUPERVISION, AgeBand, PastBlock, age_band
from mentorapp.exchange.addressees import IN_SUPERVISION, To
from mentorapp.exchange.orders import KINDS, Order, for_whom
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.printing.supervision import render_supervision
from mentorapp.store import commitments, milestones, network, obstacles, placements, plans, steps, workplaces
from mentorapp.store.drafts import keep_draft
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.print_log import list_prints
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.programmes import add_programme
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.supervision_sheets import FORM, NO_NAME, Offer, list_offer
from tests.exchange.marked_case import marked_case, text_columns
from tests.printing.conftest import verdicts

from .test_meeting_papers import read_text

__all__ = ["verdicts"]
SV = Texts("sv")
NAMES = ("Birk", "Provare", "Fredrika", "Påhittsson", "Fantasihallen", "Provköping", "Storgatan")
NAMED = frozenset({
    "name", "preferred_name", "family_name", "who_name", "owner_name", "receiver_name", "done_by_name", "unit",
    "address", "town", "school",
})  # fmt: skip
"""Fields that are a name themselves."""
OF_THE_UNIT = frozenset({"level", "programme", "scale_definition", "scale_item", "list_word"})
"""Words that the unit has chosen for everybody."""
SENSITIVE = (InfoClass.HEALTH, InfoClass.SOCIAL)


@dataclass(frozen=True)
class Case:
    mentee: UUID
    enrolment: UUID


@pytest.fixture
def case(store: Store, day: date) -> Case:
    """Birk, whose name and places stand in every text that somebody wrote about him."""
    with store.write("filled") as db:
        mentee = add_mentee(
            db, "Birk", family_name="Provare", display_alias="LM 207", birth_date=date(2002, 3, 1),
            addresses=(Address(address="Storgatan 4"),), municipalities=(Municipality(name="Provköping"),),
        )  # fmt: skip
        programme = add_programme(db, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(db, mentee, programme, started_on=day - timedelta(days=200))
        contact = network.add_contact(db, "Fredrika Påhittsson")
        network.add_link(db, mentee, NetworkRole.CASEWORKER, contact_id=contact)
        plan = plans.begin_plan(db, enrolment)
        goal = plans.add_goal(db, plan, "Birk vill jobba på Fantasihallen")
        ill = plans.add_goal(db, plan, "Zqxsömn för birk", area="mental_health")
        for under, text in ((goal, "Zqxringa Fredrika på 070-174 06 05"), (ill, "Zqxvila")):
            steps.tick_step(db, steps.add_step(db, under, text), on=day - timedelta(days=15))
        steps.add_step(db, goal, "Zqxnästa: Birks cv till Storgatan 4")
        hall = workplaces.add_workplace(db, "Fantasihallen", town="Provköping")
        placements.add_placement(
            db, enrolment, hall, PlacementType.WORK_TRAINING, day - timedelta(days=60), tasks="Zqxlager hos Fredrika"
        )
        obstacles.add_obstacle(db, mentee, "Zqxbuss från Provköping", ObstacleKind.TRANSPORT)
        obstacles.add_obstacle(db, mentee, "Zqxbostad", ObstacleKind.HOUSING)
        commitments.add_commitment(
            db, enrolment, "Zqxlöfte åt BIRK, född 19990101-2384", who=Who.CONTACT, contact_id=contact, by=day
        )
        add_private_note(db, mentee, "Zqxprivat", day)
        keep_draft(db, FORM, mentee, {"question": "Zqxfråga: hur når jag Birk Provare"})
    return Case(mentee, enrolment)


def made(store: Store, case: Case, items: frozenset[str] = frozenset(), language: str = "sv", **more: Any) -> MadePrint:
    order = Order(mentee_id=case.mentee, template="P24", items=items, **more)
    return preview(store, order, texts=Texts(language))


def offered(store: Store, case: Case) -> Offer:
    with store.read() as db:
        return list_offer(db, case.mentee, texts=SV)


def everything(store: Store, case: Case) -> frozenset[str]:
    return frozenset(line.item for line in offered(store, case).lines)


def test_the_case_is_told_and_nobody_is_known_by_it(store: Store, case: Case) -> None:
    said = read_text(made(store, case, everything(store, case)).pdf)
    for word in (
        "LM 207 · 20–24 år · inskriven i 6 månader",
        "Zqxfråga",
        "Zqxringa",
        "Zqxnästa",
        "Zqxlager",
        "Zqxbuss",
    ):
        assert word in said
    for word in ("Zqxlöfte", "Zqxsömn", "Zqxvila", "Zqxbostad", "för 2 veckor sedan", "Arbetsträning i 9 veckor"):
        assert word in said
    for word in (*NAMES, "070", "2384", "Zqxprivat", "2002", "Level Up"):
        assert word.casefold() not in said.casefold()
    assert said.count("[namn]") > 4


def test_health_and_social_life_line_by_line_never_by_the_class(store: Store, case: Case) -> None:
    offer = offered(store, case)
    ticked = {line.words: line.item for line in offer.lines if line.ticked}
    assert {"Zqxsömn för [namn]", "Zqxvila", "Zqxbostad"} <= set(ticked)
    bare = made(store, case, ticks=frozenset(SENSITIVE))
    said = read_text(bare.pdf)
    assert not any(word in said for word in ("Zqxsömn", "Zqxvila", "Zqxbostad", "Skattningar"))
    assert bare.classes.isdisjoint(SENSITIVE)
    one = made(store, case, frozenset({ticked["Zqxvila"]}))
    assert "Zqxvila" in read_text(one.pdf)
    assert "Zqxbostad" not in read_text(one.pdf)


def test_a_line_that_gives_somebody_away_is_left_out(store: Store, case: Case) -> None:
    line = next(one for one in offered(store, case).lines if one.words.startswith("Zqxringa"))
    assert "Zqxringa" in read_text(made(store, case).pdf)
    assert "Zqxringa" not in read_text(made(store, case, left_out=frozenset({line.item})).pdf)


def test_a_word_that_may_be_a_name_is_hidden_until_it_is_said_to_be_none(store: Store, case: Case) -> None:
    with store.write("kept") as db:
        keep_draft(db, FORM, case.mentee, {"question": "Han spelar Schack med Kalle"})
    assert offered(store, case).doubted == ("Schack", "Kalle")
    assert "Han spelar [namn] med [namn]" in read_text(made(store, case).pdf)
    said = read_text(made(store, case, frozenset({f"{NO_NAME}Schack", f"{NO_NAME}Birk"})).pdf)
    assert "Han spelar Schack med [namn]" in said
    assert "Birk" not in said


def test_a_name_that_nobody_has_written_down_is_hidden_when_the_mentor_says_so(store: Store, case: Case) -> None:
    with store.write("kept") as db:
        keep_draft(db, FORM, case.mentee, {"question": "Kalle ringde. Ska kalle få svar?", "hide": "Kalle, Rosenlund"})
    assert "[namn] ringde. Ska [namn] få svar?" in read_text(made(store, case).pdf)


def test_every_text_in_the_store_may_name_somebody(store: Store, day: date) -> None:
    """A name in each text field of everything that can be stored: none of them comes through."""
    marked = marked_case(store, day)
    one: Any
    with store.write("filled") as db:
        for row, column, many in text_columns():
            for one in db.scalars(select(row)):
                value = getattr(one, column)
                if value and column not in NAMED and row.__tablename__ not in OF_THE_UNIT:  # type: ignore[attr-defined]
                    setattr(one, column, (f"hos zqnamn {value[0]}",) if many else f"hos zqnamn {value}")
        change_mentee(db, marked.mentee, preferred_name="Zqnamn", family_name="Zqefter", phones=("070-174 06 05",))
    case = Case(marked.mentee, marked.mentee)
    for language in ("sv", "en"):
        said = read_text(made(store, case, everything(store, case), language).pdf).casefold()
        assert "hos [" in said
        assert "zqnamn" not in said
        assert "zqefter" not in said


def test_it_is_for_supervision_alone(store: Store, case: Case) -> None:
    assert for_whom(Order(mentee_id=case.mentee, template="P24")) == IN_SUPERVISION
    named = To(contact_id=case.mentee)
    assert for_whom(Order(mentee_id=case.mentee, template="P24", to=named)) == named, "who then gets nothing"
    assert for_whom(Order(mentee_id=case.mentee, template="P01")) == To()
    paper = made(store, case)
    assert (paper.audience, paper.recipient) == (Audience.SUPERVISION, "handledning")
    assert paper.file_name.startswith("LM207_P24")
    assert "Till handledning" in read_text(paper.pdf)
    with store.read() as db:
        sheet = KINDS["P24"].gather(db, Order(mentee_id=case.mentee, template="P24"), SV)
    for audience in Audience:
        if audience is not Audience.SUPERVISION:
            released = release(sheet, SUPERVISION, Recipient(audience=audience))
            assert released.classes == frozenset()


def test_it_is_logged_as_printed_for_supervision(store: Store, case: Case) -> None:
    log_print(store, made(store, case), DeliveredHow.PRINTER)
    with store.read() as db:
        (record,) = list_prints(db, case.mentee)
    assert (record.template, record.audience, record.recipient) == ("P24", Audience.SUPERVISION, "handledning")
    assert record.asked == ()


def test_totals_of_srs_stand_there_and_ors_is_health(store: Store, case: Case, day: date) -> None:
    with store.write("filled") as db:
        change_setting(db, "session_rating_licence", True)
        for code, ago, value in (("ors", 14, "5.5"), ("srs", 14, "9.0"), ("srs", 0, "9.5")):
            marks = tuple(Mark(item=one.code, value=Decimal(value)) for one in get_scale(db, code).items)
            new = NewResponse(mentee_id=case.mentee, code=code, event_date=day - timedelta(days=ago), marks=marks)
            add_response(db, new)
    said = read_text(made(store, case).pdf)
    assert "36,0 för 2 veckor sedan · 38,0 den här veckan (gränslinje 36)" in said
    assert "22,0" not in said
    assert "22,0 för 2 veckor sedan" in read_text(made(store, case, frozenset({"ratings:ors"})).pdf)


@pytest.mark.parametrize(
    ("age", "band"),
    [(None, None), (15, AgeBand.BELOW_16), (16, AgeBand.FROM_16), (19, AgeBand.FROM_16), (20, AgeBand.FROM_20),
     (24, AgeBand.FROM_20), (25, AgeBand.FROM_25), (29, AgeBand.FROM_25), (30, AgeBand.FROM_30), (64, AgeBand.FROM_30)],
)  # fmt: skip
def test_an_age_is_said_as_a_band(age: int | None, band: AgeBand | None) -> None:
    assert age_band(age) is band


def test_somebody_of_whom_nothing_is_known_has_a_whole_sheet(store: Store, day: date) -> None:
    with store.write("filled") as db:
        mentee = add_mentee(db, "Kim", display_alias="GB 318")
    paper = preview(store, Order(mentee_id=mentee, template="P24"), texts=SV)
    said = read_text(paper.pdf)
    assert paper.pages == 1
    assert "GB 318" in said
    assert "Det här vill jag ha hjälp med" in said, "with lines to write on"
    assert "Mål" not in said


def test_long_content_breaks_well(store: Store, case: Case, day: date) -> None:
    with store.read() as db:
        sheet = KINDS["P24"].gather(db, Order(mentee_id=case.mentee, template="P24"), SV)
    many = tuple(
        PastBlock(info_class=InfoClass.PLAN, item=f"step:{n}", text=f"Zqsteg{n} " + "prata " * (n % 9), weeks=n % 13)
        for n in range(200)
    )
    goals = tuple(replace(sheet.goals[0], item=f"goal:{n}", wording="Zqmål " * 500) for n in range(2))
    released = release(replace(sheet, done=many, goals=goals), SUPERVISION, Recipient(audience=Audience.SUPERVISION))
    pdf = render_supervision(released, texts=SV, number="2026-0001", printed_on=day)
    said = read_text(pdf)
    assert all(f"Zqsteg{n} " in said or f"Zqsteg{n}\n" in said for n in range(200))
    assert said.count("Zqmål") == 1000


def test_only_a_released_case_is_drawn(store: Store, case: Case, day: date) -> None:
    with store.read() as db:
        sheet = KINDS["P24"].gather(db, Order(mentee_id=case.mentee, template="P24"), SV)
    with pytest.raises(TypeError, match="released SupervisionSheet"):
        render_supervision(sheet, texts=SV, number="1", printed_on=day)
    other = release(sheet, replace(SUPERVISION, code="P99"), Recipient(audience=Audience.SUPERVISION))
    with pytest.raises(ValueError, match="P99 is not P24"):
        render_supervision(other, texts=SV, number="1", printed_on=day)


@pytest.mark.validator
def test_a_case_passes_the_validator(
    store: Store, case: Case, verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
) -> None:
    files = {}
    for language in ("sv", "en"):
        files[f"bare-{language}"] = made(store, case, language=language).pdf
        files[f"full-{language}"] = made(store, case, everything(store, case), language).pdf
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}


def test_studies_work_that_has_ended_and_milestones_stand_there_without_where(
    store: Store, case: Case, day: date
) -> None:
    with store.write("filled") as db:
        (going,) = placements.list_placements(db, case.mentee)
        placements.end_placement(db, going.id, day - timedelta(days=7), EndReason.PLANNED)
        yard = workplaces.add_workplace(db, "Fantasigården")
        old = placements.add_placement(
            db, case.enrolment, yard, PlacementType.INTERNSHIP, day - timedelta(days=190), hours_per_week=Decimal(20)
        )
        placements.end_placement(db, old, day - timedelta(days=120), EndReason.PLANNED)
        new = placements.add_placement(
            db, case.enrolment, yard, PlacementType.INTERNSHIP, day - timedelta(days=3), hours_per_week=Decimal(20)
        )
        assert new != old
        studies = {"school": "Fantasiskolan", "pace_percent": 50, "barriers": "Zqxhinder hos Fredrika"}
        add_education_support(db, case.enrolment, "Zqxkurs på Fantasiskolan", phase=StudyPhase.KEEP, **studies)
        add_education_support(db, case.enrolment, "Zqxgammal", phase=StudyPhase.COMPLETED)
        milestones.add_milestone(db, case.mentee, MilestoneKind.CV_DONE, day - timedelta(days=20))
        milestones.add_milestone(db, case.mentee, MilestoneKind.CV_DONE, day, mentee_wants_shown=False, note="Zqxdold")
    with store.read() as db:
        sheet = KINDS["P24"].gather(db, Order(mentee_id=case.mentee, template="P24"), SV)
    assert {one.text for one in sheet.work} == {
        "Arbetsträning i 8 veckor. Zqxlager hos [namn]. Är avslutad.",
        "Praktik i 1 vecka, 20 timmar i veckan.",
    }
    (studying,) = (one.text.replace("\u00a0", " ") for one in sheet.studies)
    assert studying == "Zqxkurs på [plats], 50 %. Studerar. Zqxhinder hos [namn]."
    assert [one.text for one in sheet.done if one.item.startswith("milestone")] == ["Cv klart"]


def test_a_form_with_a_line_missing_has_no_total(store: Store, case: Case, day: date) -> None:
    with store.write("filled") as db:
        change_setting(db, "session_rating_licence", True)
        items = get_scale(db, "srs").items
        marks = tuple(Mark(item=one.code, value=Decimal(9)) for one in items[1:])
        add_response(db, NewResponse(mentee_id=case.mentee, code="srs", event_date=day, marks=marks))
    assert "Skattningar vid samtal" not in read_text(made(store, case).pdf)
