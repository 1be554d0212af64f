"""A caseworker's month (P12): only whom consent covers, only what it covers, nothing of anybody else, and logged so."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.month_sheet import MONTH, month_of, months_back
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.plans import Who
from mentorapp.domain.prints import DeliveredHow, PrintState
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.exchange.addressees import To
from mentorapp.exchange.month_papers import PERSON, read_month
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import log_print, preview
from mentorapp.language import Texts
from mentorapp.store import consents, network
from mentorapp.store.commitments import add_commitment
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.erasure import erase_mentee
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.print_log import list_prints, list_prints_with
from mentorapp.store.programmes import add_programme, get_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.stale_prints import list_stale
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from tests.exchange.marked_case import marked_case
from tests.exchange.marked_prints import STATES, Press
from tests.exchange.marked_rules import Asker
from tests.exchange.marked_walk import Walk

SV = Texts("sv")
C = InfoClass
ALL = (C.ID, C.PLAN, C.PRESENCE, C.WORK, C.EDU, C.INCOME)
NAMES = ("Birk Provare", "Cleo Fiktiv", "Dagny Påhitt")


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


class Month:
    """Three mentees of one caseworker; Birk has agreed to all that can be, Cleo to the plan alone, Dagny to nothing."""

    def __init__(self, store: Store, day: date) -> None:
        self.people: dict[str, UUID] = {}
        with store.write("filled") as session:
            office = network.add_organisation(session, "FK Testfors", OrganisationKind.SOCIAL_INSURANCE)
            self.contact = network.add_contact(session, "Fredrika Testfors", organisation_id=office)
            programme = add_programme(session, "Testfors", get_ladder("level_up"))
            level = get_programme(session, programme).levels[1].id
            for name in NAMES:
                first, _, last = name.partition(" ")
                mentee = self.people[first] = add_mentee(session, first, family_name=last)
                network.add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=self.contact)
                enrolment = add_enrolment(session, mentee, programme, started_on=day - timedelta(days=90))
                change_level(session, enrolment, level, day - timedelta(days=40))
                plan = add_plan(session, enrolment, day - timedelta(days=60))
                goal = add_goal(session, plan, f"{first} mål")
                tick_step(session, add_step(session, goal, f"{first} klart"), on=day - timedelta(days=3))
                tick_step(session, add_step(session, goal, f"{first} förra"), on=day - timedelta(days=33))
                add_step(session, goal, f"{first} nästa", due=day + timedelta(days=4))
                asleep = add_goal(session, plan, f"{first} sömn", area="sleep_routines")
                add_step(session, asleep, f"{first} hälsosteg")
                add_commitment(
                    session, enrolment, f"{first} väntar", who=Who.CONTACT, contact_id=self.contact,
                    by=day + timedelta(days=9),
                )  # fmt: skip
                for back in (2, 5, 40):
                    on = day - timedelta(days=back)
                    add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.WALK_AND_TALK, event_date=on))
            self.birk = consents.add_consent(session, self.people["Birk"], contact_id=self.contact, scope=ALL)
            consents.add_consent(session, self.people["Cleo"], contact_id=self.contact, scope=(C.ID, C.PLAN))

    @property
    def order(self) -> Order:
        return Order(template=MONTH.code, to=To(contact_id=self.contact))


@pytest.fixture
def month(store: Store, day: date) -> Month:
    return Month(store, day)


def test_who_has_not_agreed_is_not_on_it_and_nothing_says_so(store: Store, month: Month, tmp_path: Path) -> None:
    said = text_of(preview(store, month.order, texts=SV).pdf, tmp_path)
    assert "Birk Provare" in said
    assert "Cleo Fiktiv" in said
    assert "Dagny" not in said
    assert "Till Fredrika Testfors, FK Testfors" in said
    assert "november 2026" in said
    with store.write("withdrawn") as session:
        erase_mentee(session, month.people["Dagny"])
    assert text_of(preview(store, month.order, texts=SV).pdf, tmp_path) == said, "as if there were no third"


def test_of_each_only_what_that_one_agreed_to(store: Store, month: Month, tmp_path: Path) -> None:
    said = text_of(preview(store, month.order, texts=SV).pdf, tmp_path)
    birk, cleo = said.split("Cleo Fiktiv")
    assert "Promenad 2" in birk, "of this month only"
    assert "Kontakter" not in cleo
    for words in ("klart, 22 nov", "nästa, 29 nov", "väntar, 4 dec"):
        assert f"Birk {words}" in birk
        assert f"Cleo {words}" in cleo
    assert "förra" not in said
    assert "hälsosteg" not in said, "health takes a tick each time, and this paper has none"


def test_another_month_has_what_happened_then(store: Store, month: Month, day: date, tmp_path: Path) -> None:
    order = Order(template=MONTH.code, to=To(contact_id=month.contact), month=day - timedelta(days=30))
    said = text_of(preview(store, order, texts=Texts("en")).pdf, tmp_path)
    assert "October 2026" in said
    assert "Birk förra" in said
    assert "Birk klart" not in said


def test_it_is_logged_for_the_caseworker_and_with_each_who_is_on_it(store: Store, month: Month) -> None:
    made_print = preview(store, month.order, texts=SV)
    log_print(store, made_print, DeliveredHow.PRINTER)
    with store.read() as session:
        (logged,) = list_prints(session, None)
        about = {name: list_prints_with(session, key) for name, key in month.people.items()}
    assert (logged.template, logged.audience, logged.contact_id) == ("P12", Audience.CASEWORKER, month.contact)
    assert [bool(about[name]) for name in ("Birk", "Cleo", "Dagny")] == [True, True, False]


def test_it_is_to_be_destroyed_when_one_of_them_takes_the_yes_back(store: Store, month: Month) -> None:
    log_print(store, preview(store, month.order, texts=SV), DeliveredHow.PRINTER)
    with store.write("withdrawn") as session:
        consents.withdraw_consent(session, month.birk)
    with store.read() as session:
        (mine,) = list_stale(session, month.people["Birk"])
        assert mine.state is PrintState.STALE
        assert list_stale(session, month.people["Cleo"]) == (), "of Cleo it says nothing that is not agreed to"


def test_somebody_can_be_left_out(store: Store, month: Month, tmp_path: Path) -> None:
    left = frozenset({f"{PERSON}{month.people['Birk']}"})
    order = Order(template=MONTH.code, to=To(contact_id=month.contact), left_out=left)
    made_print = preview(store, order, texts=SV)
    assert "Birk" not in text_of(made_print.pdf, tmp_path)
    assert [key for key, _ in made_print.subjects] == [month.people["Cleo"]]


def test_a_paper_of_nobody_and_one_to_nobody(store: Store, month: Month, tmp_path: Path) -> None:
    everybody = frozenset(f"{PERSON}{one}" for one in month.people.values())
    order = Order(template=MONTH.code, to=To(contact_id=month.contact), left_out=everybody)
    made_print = preview(store, order, texts=SV)
    assert "Inget att stämma av" in text_of(made_print.pdf, tmp_path)
    assert made_print.subjects == ()
    with pytest.raises(NotFoundError):
        preview(store, Order(template=MONTH.code), texts=SV)


def test_the_mentor_sees_of_whom_nothing_may_be_told(store: Store, month: Month, day: date) -> None:
    with store.read() as session:
        people = read_month(session, month.contact, day, texts=SV)
    told = {one.person.name: one.may_be_told for one in people}
    assert sorted(told.values()) == [False, True, True]


def test_a_month_goes_as_far_as_it_has_come(day: date) -> None:
    assert (month_of(day, day).first, month_of(day, day).last) == (date(2026, 11, 1), day)
    assert month_of(date(2026, 2, 3), day).last == date(2026, 2, 28)
    assert month_of(date(2027, 1, 5), day).last == date(2027, 1, 1)
    assert months_back(date(2026, 2, 10), 3) == (date(2026, 2, 1), date(2026, 1, 1), date(2025, 12, 1))


def test_of_all_marks_only_those_that_the_table_lets_through(
    store: Store, day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path)
    press.install(monkeypatch)
    walk = Walk(store, marked_case(store, day), press, day)
    walk.all_for(Asker(Audience.CASEWORKER), STATES, [MONTH.code])
    assert walk.count.too_much == []
    fields = {walk.case.marks[word].field for word in walk.count.seen}
    assert {"step.text", "level.name_sv", "workplace.name"} <= fields
