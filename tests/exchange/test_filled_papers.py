"""P05: the mentee's own marks and words, the supervisor's marks; no other voice, name or class gets there."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote
from mentorapp.domain.scales import NewScale, Respondent, ScaleItem, ScaleKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import SENSITIVE
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import MadePrint, log_print, preview
from mentorapp.language import Texts
from mentorapp.store.adaptations import add_adaptation
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.follow_ups import add_follow_up, change_follow_up
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.placements import add_placement
from mentorapp.store.print_log import list_prints
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.programmes import add_programme
from mentorapp.store.scale_definitions import add_scale, get_scale
from mentorapp.store.scale_responses import NewResponse, add_response, void_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace

from .test_personal_papers import text_of

SV = Texts("sv")
NOBODY = UUID(int=0)
EVERY_TICK = [frozenset[InfoClass](), SENSITIVE, frozenset({InfoClass.HEALTH}), frozenset(InfoClass)]


@dataclass
class Case:
    """Somebody at a workplace with a word of their own in every field; None are words that no paper may have."""

    store: Store
    day: date
    words: dict[str, InfoClass | None] = field(default_factory=dict)
    mentee: UUID = NOBODY
    placement: UUID = NOBODY
    met: UUID = NOBODY
    own_form: str = ""
    filled: UUID = NOBODY

    def word(self, info_class: InfoClass | None) -> str:
        made = f"Zqx{len(self.words) + 1:03}w"
        self.words[made] = info_class
        return made

    def paper(self, about: UUID | None = None, language: str = "sv", **order: Any) -> MadePrint:
        wanted = Order(mentee_id=self.mentee, template="P05", about=about, **order)
        return preview(self.store, wanted, texts=Texts(language))


def marks(code: str, value: str, session: Any) -> tuple[Mark, ...]:
    return tuple(Mark(item=one.code, value=Decimal(value)) for one in get_scale(session, code).items)


@pytest.fixture
def case(store: Store, day: date) -> Case:
    case = Case(store, day)
    with store.write("filled") as session:
        case.mentee = add_mentee(session, "Birk", family_name="Provare")
        other = add_mentee(session, case.word(None), family_name=case.word(None))
        add_private_note(session, case.mentee, case.word(None), day)
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        enrolment = add_enrolment(session, case.mentee, programme, started_on=day - timedelta(days=100))
        _workplace(case, session, enrolment)
        _forms(case, session)
        _own_form(case, session)
        new = NewResponse(
            mentee_id=other,
            code="equality",
            event_date=day,
            comment=case.word(None),
            marks=marks("equality", "2", session),
        )
        add_response(session, new)
    return case


def _workplace(case: Case, session: Any, enrolment: UUID) -> None:
    w = case.word
    firm = add_organisation(session, w(None), OrganisationKind.EMPLOYER)
    sture = add_contact(session, w(None), organisation_id=firm, title=w(None))
    hall = add_workplace(
        session, w(InfoClass.WORK), supervisor_id=sture, tasks=w(None), note=w(None), good_for=w(None), address=w(None)
    )
    case.placement = add_placement(
        session, enrolment, hall, PlacementType.INTERNSHIP, case.day - timedelta(days=60), supervisor_id=sture,
        tasks=w(None), choice_reason=w(None), disclosure_words=w(None), note=w(None), schedule=w(None),
    )  # fmt: skip
    add_adaptation(session, case.placement, w(None))
    add_adaptation(session, case.placement, w(None), agreed_on=case.day - timedelta(days=30))
    case.met = add_follow_up(
        session, case.placement, case.day - timedelta(days=5), present=w(None), mentee_words=w(InfoClass.WORK),
        supervisor_words=w(None), observations=w(None), agreed_changes=w(InfoClass.WORK),
        adaptations=(w(InfoClass.WORK), w(InfoClass.WORK)), next_on=case.day + timedelta(days=7),
    )  # fmt: skip


def _forms(case: Case, session: Any) -> None:
    earlier = add_follow_up(session, case.placement, case.day - timedelta(days=40), observations=case.word(None))
    for met, day, code, value, words in (
        (earlier, 40, "workplace_mentee", "40.0", case.word(None)),
        (case.met, 5, "workplace_mentee", "70.5", case.word(InfoClass.WORK)),
        (case.met, 5, "workplace_supervisor", "30.0", case.word(None)),
    ):
        new = NewResponse(
            mentee_id=case.mentee, code=code, event_date=case.day - timedelta(days=day), follow_up_id=met,
            marks=marks(code, value, session), comment=words,
        )  # fmt: skip
        add_response(session, new)


def _own_form(case: Case, session: Any) -> None:
    """A form of the unit's own with a question in every class that one may have."""
    change_setting(session, "session_rating_licence", True)
    classes = (InfoClass.RATING, InfoClass.HEALTH, InfoClass.SOCIAL, InfoClass.INCOME, InfoClass.EDU,
               InfoClass.VIOLENCE, InfoClass.THIRD, InfoClass.PRIVATE)  # fmt: skip
    items = tuple(
        ScaleItem(code=one.value, text_sv=case.word(one), left_sv="nej", right_sv="ja", info_class=one)
        for one in classes
    )
    case.own_form = add_scale(session, NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="Vår egen", items=items))
    for days in (30, 3):
        new = NewResponse(
            mentee_id=case.mentee, code=case.own_form, event_date=case.day - timedelta(days=days),
            marks=marks(case.own_form, "20", session), comment=case.word(InfoClass.PRIVATE),
        )  # fmt: skip
        case.filled = add_response(session, new)
    for code in ("ors", "srs"):
        new = NewResponse(
            mentee_id=case.mentee, code=code, event_date=case.day - timedelta(days=2), comment=case.word(None),
            marks=marks(code, "6.2" if code == "ors" else "7.3", session),
        )  # fmt: skip
        add_response(session, new)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("easy", [False, True], ids=["ordinary", "easy"])
@pytest.mark.parametrize("ticks", EVERY_TICK, ids=["no", "sensitive", "health", "all"])
def test_no_voice_name_or_class_but_the_mentees_own_gets_on_the_paper(
    case: Case, tmp_path: Path, ticks: frozenset[InfoClass], easy: bool, language: str
) -> None:
    never = {None, InfoClass.VIOLENCE, InfoClass.THIRD, InfoClass.PRIVATE}
    for about in (case.met, case.filled):
        made = case.paper(about, language, ticks=ticks, easy=easy)
        text = text_of(made.pdf, tmp_path)
        on_paper = {case.words[word] for word in case.words if word in text}
        assert on_paper & (never | (SENSITIVE - ticks)) == set()
        assert made.classes & (SENSITIVE - ticks) == frozenset()
        assert not any(said in text for said in ("29,2", "SRS")), "the total of SRS is on the mentor's screen only"
        assert "Birk Provare" in text
    for word in (one for one, of in case.words.items() if of is InfoClass.WORK):
        assert word in text_of(case.paper(case.met, language, ticks=ticks, easy=easy).pdf, tmp_path)
    assert on_paper >= {InfoClass.RATING, InfoClass.EDU} | (SENSITIVE & ticks)


def test_what_is_held_back_leaves_no_trace_and_no_hole_in_the_numbers(case: Case, tmp_path: Path) -> None:
    made = case.paper(case.filled)
    held = {one.info_class for one in made.held_back}
    assert held == SENSITIVE | {InfoClass.VIOLENCE, InfoClass.THIRD, InfoClass.PRIVATE}
    text = text_of(made.pdf, tmp_path)
    numbers = [line.split()[0] for line in text.splitlines() if "Zqx" in line]
    assert numbers == ["1", "2"]


def test_the_workplace_of_a_protected_person_is_named_only_after_a_yes(case: Case, tmp_path: Path) -> None:
    name = next(iter(word for word, of in case.words.items() if of is InfoClass.WORK))
    with case.store.write("mentee_changed") as session:
        change_mentee(session, case.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert name not in text_of(case.paper(case.met).pdf, tmp_path)
    ticked = case.paper(case.met, ticks=frozenset({InfoClass.LOCATION}))
    assert name in text_of(ticked.pdf, tmp_path)
    assert InfoClass.LOCATION in ticked.ticked


def test_a_follow_up_says_when_where_both_voices_changes_and_the_next_time(case: Case, tmp_path: Path) -> None:
    text = " ".join(text_of(case.paper(case.met).pdf, tmp_path).split())
    for said in (
        "Min uppföljning", "20 november", "Så har jag det på jobbet", "Mitt kryss 20 november",
        "Förra gången, 16 oktober", "Två röster", "Handledaren", "Har ökat sedan förra gången: instruktioner,",
        "Siffrorna är ett samtalsstöd, inte en bedömning. 2 tillfällen.", "Det här bestämde vi",
        "Nästa uppföljning: 2 december", "Det här är ditt eget exemplar.",
    ):  # fmt: skip
        assert said in text, said


def test_the_newest_follow_up_is_printed_where_none_is_named(case: Case, tmp_path: Path) -> None:
    assert "20 november" in text_of(case.paper().pdf, tmp_path)
    made = case.paper()
    log_print(case.store, made, DeliveredHow.PRINTER)
    with case.store.read() as session:
        assert [one.template for one in list_prints(session, case.mentee)] == ["P05"]


def test_without_a_follow_up_it_is_the_newest_form_and_never_srs(store: Store, day: date, tmp_path: Path) -> None:
    with store.write("filled") as session:
        kim = add_mentee(session, "Kim")
    with pytest.raises(NotFoundError, match="nothing_filled"):
        preview(store, Order(mentee_id=kim, template="P05"), texts=SV)
    with store.write("filled") as session:
        change_setting(session, "session_rating_licence", True)
        for days, code, value in ((9, "equality", "2"), (1, "srs", "7.0")):
            new = NewResponse(mentee_id=kim, code=code, event_date=day - timedelta(days=days),
                              marks=marks(code, value, session))  # fmt: skip
            srs = add_response(session, new)
    made = preview(store, Order(mentee_id=kim, template="P05"), texts=SV)
    assert "Normer och jämställdhet" in text_of(made.pdf, tmp_path)
    with pytest.raises(InputError, match="form_on_screen_only"):
        preview(store, Order(mentee_id=kim, template="P05", about=srs), texts=SV)


def test_srs_that_was_filled_in_at_a_follow_up_stays_on_the_screen(case: Case, tmp_path: Path) -> None:
    before = text_of(case.paper(case.met).pdf, tmp_path)
    with case.store.write("filled") as session:
        change_setting(session, "session_rating_licence", True)
        new = NewResponse(mentee_id=case.mentee, code="srs", event_date=case.day, follow_up_id=case.met,
                          comment=case.word(None), marks=marks("srs", "7.3", session))  # fmt: skip
        srs = add_response(session, new)
    for ticks in EVERY_TICK:
        assert text_of(case.paper(case.met, ticks=ticks).pdf, tmp_path).count("SRS") == 0
    assert text_of(case.paper(case.met).pdf, tmp_path) == before
    with pytest.raises(InputError, match="form_on_screen_only"):
        case.paper(srs)


def test_ors_is_totals_and_a_curve_after_a_yes(case: Case, tmp_path: Path) -> None:
    with case.store.write("filled") as session:
        new = NewResponse(mentee_id=case.mentee, code="ors", event_date=case.day, marks=marks("ors", "7.1", session))
        ors = add_response(session, new)
    assert "24,8" not in text_of(case.paper(ors).pdf, tmp_path)
    made = case.paper(ors, ticks=frozenset({InfoClass.HEALTH}))
    text = text_of(made.pdf, tmp_path)
    for said in ("ORS", "24,8", "28,4", "gränslinje 25", "2 tillfällen"):
        assert said in text, said
    assert "Linje" not in text
    assert "7,1" not in text


def test_a_talk_instead_of_marks_is_a_follow_up_too(case: Case, tmp_path: Path) -> None:
    with case.store.write("follow_up_added") as session:
        met = add_follow_up(session, case.placement, case.day, oral_instead=True, mentee_words="Det går bra nu.")
        new = NewResponse(
            mentee_id=case.mentee, code="workplace_mentee", event_date=case.day, follow_up_id=met,
            filled_how=FilledHow.ORAL, oral_note="Vi gick en runda i hallen.",
        )  # fmt: skip
        add_response(session, new)
    text = text_of(case.paper(met).pdf, tmp_path)
    assert "Vi pratade i stället" in text
    assert "Det går bra nu." in text
    assert "Vi gick en runda i hallen." in text
    assert "Ej ifylld" not in text


def test_a_form_that_belongs_to_a_follow_up_is_printed_with_it(case: Case, tmp_path: Path) -> None:
    with case.store.write("filled") as session:
        met = add_follow_up(session, case.placement, case.day, observations="x")
        new = NewResponse(
            mentee_id=case.mentee, code="workplace_supervisor", event_date=case.day, follow_up_id=met,
            marks=marks("workplace_supervisor", "30", session), respondent=Respondent.SUPERVISOR,
        )  # fmt: skip
        alone = add_response(session, new)
    text = text_of(case.paper(alone).pdf, tmp_path)
    assert "Min uppföljning" in text
    assert "Handledarens svar 25 november" in text
    assert "Mitt kryss" not in text


def test_a_form_about_a_placement_by_itself_names_the_workplace(case: Case, tmp_path: Path) -> None:
    name = next(iter(word for word, of in case.words.items() if of is InfoClass.WORK))
    with case.store.write("filled") as session:
        one, *rest = marks("workplace_mentee", "66", session)
        given = (one, Mark(item=rest[0].item, note=MarkNote.SKIPPED))
        new = NewResponse(mentee_id=case.mentee, code="workplace_mentee", event_date=case.day, marks=given,
                          placement_id=case.placement)  # fmt: skip
        filled = add_response(session, new)
    text = text_of(case.paper(filled).pdf, tmp_path)
    assert name in text
    assert "Hoppade över." in text
    assert "Ej ifylld." in text


def test_the_paper_of_somebody_else_and_of_a_form_that_does_not_count_is_not_made(case: Case) -> None:
    with case.store.write("mentee_added") as session:
        kim = add_mentee(session, "Kim")
        void_response(session, case.filled, "fel person")
    for about in (case.met, case.filled):
        with pytest.raises(NotFoundError):
            preview(case.store, Order(mentee_id=kim, template="P05", about=about), texts=SV)
    with pytest.raises(NotFoundError, match="response_unknown"):
        case.paper(case.filled)


def test_a_follow_up_with_nothing_in_it_is_still_a_paper(case: Case, tmp_path: Path) -> None:
    with case.store.write("follow_up_added") as session:
        met = add_follow_up(session, case.placement, case.day)
        change_follow_up(session, met, next_on=None)
    assert "Min uppföljning" in text_of(case.paper(met).pdf, tmp_path)
