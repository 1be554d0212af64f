"""What ratings, placements and studies remind of, as rows on Idag: the words, and buttons to the right place."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.reminder_rules import SHIPPED, Rule
from mentorapp.domain.reminders import Person
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.session_ratings import LINES, RatingSign, Sign, Total
from mentorapp.domain.studies import StudyDateKind
from mentorapp.domain.watch import Watch
from mentorapp.language.reminder_words import date_chip, date_words, days_words, watch_chip, watch_words
from mentorapp.language.texts import Texts
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.network import add_contact
from mentorapp.store.placements import add_placement
from mentorapp.store.reminder_settings import change_rule
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.study_plans import add_conference, add_study_date, set_study_date_done
from mentorapp.store.today_good import GoodThing
from mentorapp.store.workplaces import add_workplace
from ui.requests import DraftRequest, PageRequest, PlacementRequest
from ui.screens.today import TodayScreen
from ui.screens.today.group import Group as Card
from ui.screens.today.words import good_words
from ui.theme import Theme

from .conftest import AddPerson

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
CLEO = Person(mentee_id=UUID(int=1), name="Cleo", alias="CF 331")
HIDDEN = Person(mentee_id=UUID(int=2), name="Gry", alias="PK 948", protected=True)
SV, EN = Texts("sv"), Texts("en")


@pytest.fixture
def screen(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> TodayScreen:
    made = TodayScreen(store, texts, theme)
    store.on_change(made.note_change)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1366, 714)
    return made


def show(qtbot: QtBot, screen: TodayScreen) -> None:
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.focus_first()


def groups(screen: TodayScreen) -> dict[str, Card]:
    return {group.key: group for group in screen.findChildren(Card) if not group.isHidden()}


def said(screen: TodayScreen) -> str:
    return " | ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def press_button_of(screen: TodayScreen, group: str, key: str) -> None:
    entry = next(entry for entry in groups(screen)[group].entries() if entry.key.startswith(key))
    entry.stop.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)


def rate(store: Store, mentee: UUID, code: str, on: date, value: str) -> None:
    marks = tuple(Mark(item=line, value=Decimal(value)) for line in LINES)
    with store.write("scale_filled") as session:
        change_setting(session, "session_rating_licence", True)
        add_response(session, NewResponse(mentee_id=mentee, code=code, event_date=on, marks=marks))


def place(store: Store, enrolment: UUID, kind: PlacementType, from_date: date, **details: object) -> UUID:
    with store.write("placement_added") as session:
        sture = add_contact(session, "Sture Påhitt", works_until=details.pop("left", None))
        workplace = add_workplace(session, "Café Låtsas", supervisor_id=sture)
        return add_placement(session, enrolment, workplace, kind, from_date, **details)  # type: ignore[arg-type]


def test_i2_srs_that_is_low_leads_to_the_ratings(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Cleo", display_alias="CF 331")
    rate(store, mentee, "srs", day - 7 * DAY, "9.3")
    rate(store, mentee, "srs", day, "8.5")
    show(qtbot, screen)
    assert "SRS 37,2 → 34,0. Fråga hur ni har det ihop." in said(screen)
    with qtbot.waitSignal(screen.place_wanted) as asked:
        press_button_of(screen, "watch", "srs")
    assert asked.args == [PageRequest(mentee, "scales")]


def test_i5_a_form_that_waits_leads_to_the_form_itself(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson
) -> None:
    mentee, _ = add_person("Cleo", began=5)
    with store.write("rule_changed") as session:
        change_rule(session, Rule.ROUND_MISSING, on=True)
    show(qtbot, screen)
    assert "Skattning vid start: Hur har jag det?" in said(screen)
    with qtbot.waitSignal(screen.draft_wanted) as asked:
        press_button_of(screen, "follow_ups", "round_missing")
    assert asked.args == [DraftRequest(mentee, "scales.entry:well_being")]


@pytest.mark.parametrize(
    ("kind", "began", "details", "group", "key", "words"),
    [
        (PlacementType.INTERNSHIP, 60, {"planned_to": TODAY + 21 * DAY}, "dates", "placement_end",
         "Praktik på Café Låtsas: planerat slut. Vad kommer sedan?"),
        (PlacementType.INTRO_WEEKS, 12, {}, "dates", "intro_end",
         "Introduktionsveckor på Café Låtsas: sista dagen. Ta med omdömet från handledaren."),
        (PlacementType.INTERNSHIP, 60, {"left": date(2026, 11, 20)}, "watch", "contact_left",
         "Sture Påhitt slutade 20 november. Vem är handledare nu?"),
    ],
)  # fmt: skip
def test_what_a_placement_reminds_of_leads_to_its_page(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson, day: date,
    kind: PlacementType, began: int, details: dict[str, object], group: str, key: str, words: str,
) -> None:  # fmt: skip
    mentee, enrolment = add_person("Farah", began=90)
    placement = place(store, enrolment, kind, day - began * DAY, **details)
    show(qtbot, screen)
    assert words in said(screen)
    with qtbot.waitSignal(screen.placement_wanted) as asked:
        press_button_of(screen, group, key)
    assert asked.args == [PlacementRequest(mentee, placement)]


def test_p25_an_application_leads_to_work_and_studies_and_is_gone_when_done(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, enrolment = add_person("Elis", began=90, display_alias="ET 118")
    with store.write("study_date_added") as session:
        studies = add_education_support(session, enrolment, "Undersköterska")
        key = add_study_date(session, studies, StudyDateKind.APPLICATION, day + DAY)
        add_conference(session, studies, day + 2 * DAY)
    show(qtbot, screen)
    assert "Sista dag att söka: Undersköterska" in said(screen)
    assert "Samtal om studierna 27 november." in said(screen)
    with qtbot.waitSignal(screen.place_wanted) as asked:
        press_button_of(screen, "dates", "study_date")
    assert asked.args == [PageRequest(mentee, "work")]
    with store.write("study_date_done") as session:
        set_study_date_done(session, key)
    assert "dates" not in groups(screen)
    assert "ET 118: Sista dag att söka: Undersköterska – klart" in said(screen)


def test_f5_of_a_protected_person_it_is_not_said_where(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    _, enrolment = add_person("Gry", began=90, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    place(store, enrolment, PlacementType.SUBSIDISED_JOB, day, planned_to=day + DAY)
    with store.write("study_date_added") as session:
        studies = add_education_support(session, enrolment, "Provköpings komvux")
        add_study_date(session, studies, StudyDateKind.EXAM, day)
        set_study_date_done(session, add_study_date(session, studies, StudyDateKind.START, day))
    show(qtbot, screen)
    assert "Jobb med stöd: planerat slut." in said(screen)
    assert "har fått jobb" in said(screen)
    assert "Kursstart – klart" in said(screen)
    assert "Låtsas" not in said(screen)
    assert "komvux" not in said(screen)


def sign(kind: RatingSign, value: str, before: str | None, rule: Rule = Rule.ORS) -> Watch:
    then = None if before is None else Total(TODAY, Decimal(before))
    found = Sign(kind, Total(TODAY, Decimal(value)), then)
    return Watch(rule=rule, person=CLEO, subject="", sign=found, limit=Decimal(5), on=TODAY)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (sign(RatingSign.ORS_FALLEN, "18", "24"), "ORS 24,0 → 18,0. Har sjunkit mer än 5 sedan förra gången."),
        (sign(RatingSign.ORS_FALLEN, "19.5", "24.5"), "ORS 24,5 → 19,5. Har sjunkit 5 sedan förra gången."),
        (sign(RatingSign.ORS_BELOW_BEST, "18", "24"), "ORS 24,0 → 18,0. Mer än 5 under den bästa på 90 dagar."),
        (sign(RatingSign.ORS_BELOW_BEST, "19", "24"), "ORS 24,0 → 19,0. 5 under den bästa på 90 dagar."),
        (sign(RatingSign.SRS_LOW, "34", "37", Rule.SRS), "SRS 37,0 → 34,0. Fråga hur ni har det ihop."),
        (sign(RatingSign.SRS_LOW, "34", "34", Rule.SRS), "SRS 34,0. Fråga hur ni har det ihop."),
        (sign(RatingSign.SRS_LOW, "34", None, Rule.SRS), "SRS 34,0. Fråga hur ni har det ihop."),
    ],
)
def test_ratings_are_said_with_numbers_and_careful_words(one: Watch, words: str) -> None:
    assert watch_words(SV, one, TODAY) == words
    assert "," not in watch_words(EN, one, TODAY)
    assert watch_chip(SV, one) == "Se senaste skattning"


def ahead(rule: Rule, days: int = 0, person: Person = CLEO, **details: object) -> DateAhead:
    plain: dict[str, object] = {"name": "Café Låtsas", "kind": "internship"}
    return DateAhead(rule=rule, person=person, on=TODAY + days * DAY, days=days, lead=0, **{**plain, **details})  # type: ignore[arg-type]


TWO = (("Hur har jag det?", "How are things for me?"), ("Fyra områden", "Four areas"))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (ahead(Rule.WORKPLACE_FOLLOW_UP, 2), "Uppföljning: Praktik på Café Låtsas, 27 november."),
        (ahead(Rule.WORKPLACE_FOLLOW_UP, -5), "Uppföljning: Praktik på Café Låtsas. Ni sa 20 november."),
        (ahead(Rule.WORKPLACE_FOLLOW_UP, 1, lacking=True),
         "Dags för en uppföljning: Praktik på Café Låtsas, gärna i morgon."),
        (ahead(Rule.WORKPLACE_FOLLOW_UP, -5, lacking=True), "Dags för en uppföljning: Praktik på Café Låtsas."),
        (ahead(Rule.PLACEMENT_END, -5, HIDDEN), "Praktik: planerat slut var 20 november. Fortsätter det?"),
        (ahead(Rule.STUDY_DATE, 3, kind="other", name="Intyg"), "Intyg"),
        (ahead(Rule.STUDY_DATE, -1, HIDDEN, kind="exam"), "Prov eller inlämning var i går. Är det klart?"),
        (ahead(Rule.STUDY_TALK, -1, kind=""), "Samtalet om studierna var bokat till i går. Blev det av?"),
        (ahead(Rule.STUDY_TALK_NEXT, -1, kind=""), "Dags att boka nästa samtal om studierna."),
        (ahead(Rule.ROUND_MISSING, -1, kind="follow_up", age=6, forms=TWO),
         "Skattning 6 månader efter avslutet: Hur har jag det? och Fyra områden"),
        (ahead(Rule.ROUND_MISSING, -1, kind="close", forms=TWO[1:]), "Skattning vid avslut: Fyra områden"),
    ],
)  # fmt: skip
def test_days_of_work_studies_and_forms_are_said_plainly(one: DateAhead, words: str) -> None:
    assert date_words(SV, one, "Cleo", TODAY) == ("Cleo", words)
    assert date_words(EN, one, "Cleo", TODAY)[1]
    assert date_chip(SV, one)


def test_how_long_a_rule_speaks_is_said_as_it_counts() -> None:
    assert days_words(SV, Rule.SRS, SHIPPED[Rule.SRS].days) == "Visas i 60 dagar."
    assert days_words(SV, Rule.STUDY_TALK_NEXT, (30,)) == "Visas 30 dagar efter det förra."


def test_good_things_at_work_are_told_in_words() -> None:
    def good(label: str, text: str, **details: object) -> GoodThing:
        return GoodThing(person=CLEO, text=text, on=TODAY, label=f"today.{label}", **details)  # type: ignore[arg-type]

    assert good_words(SV, good("good_works", "En uppgift i taget")) == "En uppgift i taget – fungerar nu"
    assert (
        good_words(SV, good("good_hours", "Café Låtsas", hours=Decimal("25.5")))
        == "25,5 timmar i veckan på Café Låtsas"
    )
    assert good_words(EN, good("good_begun", "Café Låtsas", kind="internship")) == "has begun at Café Låtsas"
