"""Agenda and protocol as pages: long ones break well, empty ones are for the hand, and all obey the rules of PDF."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from mentorapp.domain.meeting_sheets import (
    AGENDA,
    PROTOCOL,
    AgendaSheet,
    DecisionBlock,
    ItemBlock,
    PartyBlock,
    PointBlock,
    ProtocolSheet,
    QuestionBlock,
    WhenBlock,
    WhereBlock,
)
from mentorapp.domain.sharing import THE_MENTEE, InfoClass, release
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock, addressee
from mentorapp.language import Texts
from mentorapp.printing.agenda import render_agenda
from mentorapp.printing.files import page_count
from mentorapp.printing.protocol import render_protocol

TextOf = Callable[[bytes], str]
DAY = date(2026, 11, 25)
PLAN, PRESENCE = InfoClass.PLAN, InfoClass.PRESENCE
PARTIES = tuple(
    PartyBlock(info_class=PLAN, name=f"Sture Fantasi {n}", role="Fantasihallen i Testfors", came=n % 5 != 4)
    for n in range(12)
)
WHEN = WhenBlock(
    info_class=PRESENCE, on=DAY, at=time(10), minutes=50, form="in_person",
    where=WhereBlock(info_class=PRESENCE, place="Biblioteket"),
)  # fmt: skip
PERSON = PersonBlock(info_class=InfoClass.ID, preferred_name="Birk", family_name="Provare")
MENTOR = MentorBlock(info_class=PRESENCE, name="Moa Mentorsson", title="mentor", unit="AME Provköping", phone="")


def agenda(items: int) -> AgendaSheet:
    return AgendaSheet(
        to=addressee(None, "Fredrika Påhittsson", "Försäkringskassan"), mentor=MENTOR, person=PERSON, when=WHEN,
        question=QuestionBlock(info_class=PLAN, text="Kan det bli halva dagar? " * 20),
        raised=QuestionBlock(info_class=PLAN, text="Bussen"), parties=PARTIES,
        items=tuple(ItemBlock(info_class=PLAN, title=f"Punkt {n}", minutes=5, owner="Birk") for n in range(items)),
    )  # fmt: skip


def protocol(points: int, decisions: int) -> ProtocolSheet:
    return ProtocolSheet(
        mentor=MENTOR, person=PERSON, when=WHEN, question=None, parties=PARTIES,
        points=tuple(PointBlock(info_class=PLAN, text=f"Sagt {n}. " + "Det går bra. " * 30) for n in range(points)),
        decisions=tuple(
            DecisionBlock(
                info_class=PLAN, who="Fredrika Påhittsson", what=f"Beslut{n} om arbetstiden och schemat framåt",
                by=DAY + timedelta(days=n), done=n % 3 == 0, earlier=n % 2 == 0,
            )
            for n in range(decisions)
        ),
        next_on=replace(WHEN, on=date(2027, 1, 20)),
    )  # fmt: skip


def drawn(sheet: Any, language: str = "sv", easy: bool = False) -> bytes:
    made: dict[str, Any] = {"texts": Texts(language), "easy": easy, "number": "2026-0150", "printed_on": DAY}
    if isinstance(sheet, AgendaSheet):
        return render_agenda(release(sheet, AGENDA, THE_MENTEE), **made)
    return render_protocol(release(sheet, PROTOCOL, THE_MENTEE), **made)


EMPTY = ProtocolSheet(
    mentor=None, person=None, when=None, question=None, parties=(), points=(), decisions=(), next_on=None
)
NOTHING = AgendaSheet(to=None, mentor=None, person=None, when=WHEN, question=None, raised=None, parties=(), items=())


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_need_is_a_column_where_somebody_has_said_one(text_of: TextOf, language: str, easy: bool) -> None:
    """Need, action, who, by when, done (S11), all on one page."""
    whole = protocol(0, 4)
    said_one = PointBlock(info_class=PLAN, text="Tiden håller.")
    plain = replace(whole, parties=PARTIES[:3], points=(said_one,))
    heads = {"sv": "Behov", "en": "Need"}
    assert heads[language] not in text_of(drawn(plain, language, easy))
    first, *rest = plain.decisions
    pdf = drawn(replace(plain, decisions=(replace(first, need="En fast tid på förmiddagen"), *rest)), language, easy)
    said = " ".join(text_of(pdf).split())
    assert heads[language] in said
    assert "fast" in said
    assert "förmiddagen" in said
    assert page_count(pdf) == 1
    assert heads[language] in text_of(drawn(replace(plain, decisions=()), language, easy))


@pytest.mark.parametrize("easy", [False, True])
def test_a_long_protocol_says_all_and_draws_the_head_of_the_table_again(text_of: TextOf, easy: bool) -> None:
    pdf = drawn(protocol(30, 200), easy=easy)
    said = text_of(pdf)
    assert page_count(pdf) > 8
    assert all(f"Beslut{n} " in said.replace("\n", " ") for n in range(200))
    pages = [page for page in said.split("\f") if "Beslut" in page]
    assert all("Senast" in page for page in pages)
    last = said.split("\f")[-1] or said.split("\f")[-2]
    assert "Sture Fantasi 11" in last


def test_who_did_not_come_signs_nothing(text_of: TextOf) -> None:
    said = text_of(drawn(replace(protocol(1, 1), parties=PARTIES[3:5])))
    assert said.count("Sture Fantasi 3") == 2
    assert said.count("Sture Fantasi 4") == 1


def test_before_the_meeting_it_is_a_paper_to_write_on(text_of: TextOf) -> None:
    pdf = drawn(replace(EMPTY, parties=PARTIES[:3], when=WHEN))
    assert page_count(pdf) == 1
    assert all(word in text_of(pdf) for word in ("Vad vi pratade om", "Vem gör vad", "Vi ses igen"))


def test_a_meeting_past_midnight_is_still_a_time(text_of: TextOf) -> None:
    late = replace(NOTHING, when=replace(WHEN, at=time(23, 30), minutes=60, where=None, form="video"))
    said = text_of(drawn(late))
    assert "klockan 23.30–00.30, på video" in said
    assert "Tid och plats" in said


def test_only_what_was_released_as_such_is_drawn() -> None:
    made: dict[str, Any] = {"texts": Texts("sv"), "easy": False, "number": "1", "printed_on": DAY}
    pairs: tuple[tuple[Callable[..., bytes], Any, Any], ...] = (
        (render_agenda, NOTHING, PROTOCOL),
        (render_protocol, EMPTY, AGENDA),
    )
    for draw, right, wrong in pairs:
        with pytest.raises(TypeError):
            draw(right, **made)
        with pytest.raises(ValueError, match=wrong.code):
            draw(release(right, wrong, THE_MENTEE), **made)


@pytest.mark.validator
def test_they_obey_the_rules(verdicts: Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]) -> None:
    sheets = {"agenda": agenda(40), "nothing": NOTHING, "protocol": protocol(10, 60), "empty": EMPTY}
    files = {
        f"{name}-{language}-{easy}": drawn(sheet, language, easy)
        for name, sheet in sheets.items()
        for language in ("sv", "en")
        for easy in (False, True)
    }
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
