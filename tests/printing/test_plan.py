"""P01: what the mentee reads on the paper, in both versions and both languages."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from mentorapp.domain.plan_sheet import (
    MIN_PLAN,
    CommitmentBlock,
    GoalBlock,
    MainGoalBlock,
    PlaceBlock,
    PlanSheet,
    StepBlock,
)
from mentorapp.domain.sharing import THE_MENTEE, Audience, InfoClass, Recipient, Template, release
from mentorapp.language import Texts
from mentorapp.printing.files import page_count
from mentorapp.printing.plan import render_plan

Render = Callable[..., bytes]
TextOf = Callable[[bytes], str]


def test_the_easy_plan_shows_goals_steps_with_ticks_promises_and_the_next_meeting(
    farah: PlanSheet, render: Render, text_of: TextOf
) -> None:
    text = text_of(render(farah, easy=True))
    for line in (
        "Min plan",
        "Farah Sagolik",
        "Det här vill jag",
        "Jag vill arbeta i ett kök",
        "och prata mer svenska.",
        "1 Jag lär känna Café Låtsas",
        "[x] Jag hälsar på och träffar Siv. Klart 12 november",
        "[_] Jag är med en hel dag. Senast 11 december",
        "2 Jag pratar svenska varje vecka",
        "Det här gör jag Vi ses igen",
        "Visa schemat för Moa. Måndag 30 november",
        "Moa ringer Siv om tid.",
        "Farah Sagolik Moa Mentorsson, mentor",
        "Utskrift 2026-0148 25 november 2026 Den här planen är din. Sida 1 av 1",
    ):
        assert line in text.splitlines(), line
    for part in ("klockan 10, Café Låtsas.", "Tolken kommer också.", "Ring Moa:", "Siv skriver recept med bilder."):
        assert part in text
    assert text.count("[x]") == 3
    assert text.count("[_]") == 3


def test_the_ordinary_plan_also_shows_who_and_the_facts_of_the_plan(
    farah: PlanSheet, render: Render, text_of: TextOf
) -> None:
    text = text_of(render(farah))
    for line in (
        "Till Farah Sagolik Moa Mentorsson, mentor",
        "AME Provköping",
        "Jag vill arbeta i ett kök och prata mer svenska.",
        "1 Lära känna Café Låtsas",
        "Därför: Jag vill se om köket är något för mig.",
        "Klart Steg Vem När",
        "[x] Hämta arbetskläder Farah och Moa Klart 19 november",
        "[_] Prova kassan med Siv Farah och Siv Senast 2 december",
        "Vem gör vad – senast när",
        "Vem Vad Senast",
        "Moa Ringer Siv om tid 26 november",
        "Farah Visa schemat för Moa 30 november",
        "Vi ses igen måndag 30 november, klockan 10.00, Café Låtsas.",
        "Gäller från 5 november, version 2 Följs upp 30 december",
        "Gjord med Farah, Moa, tolk på dari Godkänd muntligt",
        "Så var jag med Farah valde målen själv.",
        "deltagare mentor",
    ):
        assert line in text.splitlines(), line


def test_in_english_everything_of_ours_is_english(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    ordinary, easy = text_of(render(farah, language="en")), text_of(render(farah, easy=True, language="en"))
    for part in ("My plan", "Done Step Who When", "By 11 December", "We meet again Monday 30 November, at 10:00,"):
        assert part in ordinary
    for part in ("This is what I want", "Others help me", "By 26 November.", "This plan is yours. Page 1 of 1"):
        assert part in easy
    for word in ("Klart", "Senast", "Vem ", "Vi ses", "Sida", "Planen"):
        assert word not in ordinary + easy


@pytest.mark.parametrize("easy", [True, False])
def test_what_is_held_back_leaves_no_trace(farah: PlanSheet, render: Render, easy: bool) -> None:
    secret = replace(farah.goals[0], info_class=InfoClass.HEALTH, number=2, wording="MARKÖR-HÄLSA", easy_wording="")
    step = replace(farah.goals[0].steps[0], info_class=InfoClass.SOCIAL, text="MARKÖR-HEM", easy_text="")
    first = replace(farah.goals[0], steps=(step, *farah.goals[0].steps))
    promise = CommitmentBlock(info_class=InfoClass.INCOME, who="Moa", what="MARKÖR-PENGAR", by=None, own=False)
    assert farah.next_meeting
    hidden = PlaceBlock(info_class=InfoClass.LOCATION, place="MARKÖR-PLATS")
    with_secrets = replace(
        farah,
        goals=(first, secret, replace(farah.goals[1], number=3)),
        commitments=(*farah.commitments, promise),
        next_meeting=replace(farah.next_meeting, place=hidden),
    )
    without = replace(farah, next_meeting=replace(farah.next_meeting, place=None))
    assert render(with_secrets, easy=easy) == render(without, easy=easy)


def test_what_the_mentee_says_yes_to_is_shown(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    goal = replace(farah.goals[0], info_class=InfoClass.HEALTH, easy_wording="Jag sover gott")
    sheet = replace(farah, goals=(goal, farah.goals[1]))
    ticks = frozenset({InfoClass.HEALTH})
    assert "1 Jag sover gott" in text_of(render(sheet, easy=True, ticks=ticks))
    assert "Jag sover gott" not in text_of(render(sheet, easy=True))


@pytest.mark.parametrize("easy", [True, False])
def test_a_plan_with_nothing_in_it_yet_is_still_a_kind_paper(
    farah: PlanSheet, render: Render, text_of: TextOf, easy: bool
) -> None:
    empty = replace(farah, main_goal=None, goals=(), commitments=(), next_meeting=None)
    text = text_of(render(empty, easy=easy))
    assert "Mina mål skriver vi in tillsammans." in text
    assert "Ring Moa:" in text
    for heading in ("Det här vill jag", "Vem gör vad", "Andra hjälper mig", "Det här gör jag", "Vi ses igen"):
        assert heading not in text


def test_a_goal_without_steps_says_so_kindly(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    sheet = replace(farah, goals=(replace(farah.goals[0], steps=()),))
    for easy in (True, False):
        assert "Stegen bestämmer vi tillsammans." in text_of(render(sheet, easy=easy))


def test_the_mentors_number_stands_there_when_there_is_one(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    assert farah.mentor
    sheet = replace(farah, mentor=replace(farah.mentor, phone="070-174 06 05"))
    for easy in (True, False):
        assert "Ring Moa: 070-174 06 05" in text_of(render(sheet, easy=easy))


def test_easy_words_are_used_where_there_are_any(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    goal = MainGoalBlock(info_class=InfoClass.PLAN, wording="Ett kök", easy_wording="Jag vill laga mat.")
    sheet = replace(farah, main_goal=goal, goals=(replace(farah.goals[0], easy_wording=" "),))
    text = text_of(render(sheet, easy=True))
    assert "Jag vill laga mat." in text
    assert "Ett kök" not in text
    assert "1 Lära känna Café Låtsas" in text


@pytest.mark.parametrize(
    ("kind", "place", "said", "heading"),
    [
        ("walk_and_talk", None, "Vi går en promenad.", "Vi ses igen"),
        ("phone", None, "Vi pratar i telefon.", "Vi hörs igen"),
        ("office", None, "Vi ses på kontoret.", "Vi ses igen"),
        ("office", "Torget 1", "klockan 13.30, Torget 1.", "Vi ses igen"),
    ],
)
def test_the_next_meeting_says_how(
    farah: PlanSheet, render: Render, text_of: TextOf, kind: str, place: str | None, said: str, heading: str
) -> None:
    assert farah.next_meeting
    block = PlaceBlock(info_class=InfoClass.PLAN, place=place) if place else None
    meeting = replace(farah.next_meeting, kind=kind, place=block, at=time(13, 30), interpreter=False)
    text = text_of(render(replace(farah, next_meeting=meeting), easy=True))
    assert said in text
    assert heading in text
    assert "Tolken" not in text
    assert ("Vi ses på kontoret." in text) == (kind == "office" and place is None)


def test_another_year_is_written_out(
    farah: PlanSheet, render: Render, text_of: TextOf, make_step: Callable[..., StepBlock]
) -> None:
    steps = (make_step("Söka kurs", "", date(2027, 1, 8), None, ""), make_step("Ringa", "", None, date(2025, 3, 1), ""))
    sheet = replace(farah, goals=(replace(farah.goals[0], steps=steps),))
    for easy in (True, False):
        text = text_of(render(sheet, easy=easy))
        assert "[_] Söka kurs Senast 8 januari 2027" in text
        assert "[x] Ringa Klart 1 mars 2025" in text


@pytest.mark.parametrize("easy", [True, False])
def test_two_hundred_steps_are_all_there_in_order_with_the_head_said_again(
    farah: PlanSheet, render: Render, text_of: TextOf, make_step: Callable[..., StepBlock], easy: bool
) -> None:
    steps = tuple(
        make_step(f"Steg {n} av många {'prata svenska ' * (n % 9)}", "", date(2026, 12, 1), None, "Farah")
        for n in range(200)
    )
    pdf = render(replace(farah, goals=(replace(farah.goals[0], steps=steps),)), easy=easy)
    text = text_of(pdf)
    assert [int(number) for number in re.findall(r"Steg (\d+) av många", text)] == list(range(200))
    assert text.count("[_]") == 200
    pages = text.split("\f")
    going_on = [page for page in pages[1:] if "av många" in page]
    assert len(going_on) > 5
    for page in going_on:
        assert "Café Låtsas (fortsätter)" in page
        assert easy or "Klart Steg Vem När" in page
    assert f"Sida {page_count(pdf)} av {page_count(pdf)}" in text


@pytest.mark.parametrize("easy", [True, False])
def test_a_goal_of_four_thousand_letters_and_twelve_promises_run_over_pages(
    farah: PlanSheet, render: Render, text_of: TextOf, make_promise: Callable[..., CommitmentBlock], easy: bool
) -> None:
    wording = " ".join(f"ord{n}" for n in range(590))
    promises = tuple(make_promise("Siv Handledare", f"löfte{n} " + "recept " * n, date(2026, 12, 1)) for n in range(12))
    goal = replace(farah.goals[0], wording=wording, easy_wording="")
    text = text_of(render(replace(farah, goals=(goal,), commitments=promises), easy=easy))
    assert len(wording) > 4000
    assert re.findall(r"ord(\d+)\b(?!…)", text.replace("…", ""))[:590] == [str(n) for n in range(590)]
    assert re.findall(r"[Ll]öfte(\d+)", text) == [str(n) for n in range(12)]


def test_a_step_longer_than_a_page_is_not_cut(
    farah: PlanSheet, render: Render, text_of: TextOf, make_step: Callable[..., StepBlock]
) -> None:
    text = " ".join(f"ord{n}" for n in range(1300))
    sheet = replace(farah, goals=(replace(farah.goals[0], steps=(make_step(text, "", None, None, "Farah"),)),))
    for easy in (True, False):
        assert re.findall(r"ord(\d+)", text_of(render(sheet, easy=easy))) == [str(n) for n in range(1300)]


def test_only_a_released_plan_is_printed(farah: PlanSheet) -> None:
    texts, day = Texts("sv"), date(2026, 11, 25)
    with pytest.raises(TypeError):
        render_plan(farah, texts=texts, easy=True, number="1", printed_on=day)  # type: ignore[arg-type]
    other = release(farah, Template("P06", 1, frozenset({Audience.MENTEE})), THE_MENTEE)
    with pytest.raises(ValueError, match="P06"):
        render_plan(other, texts=texts, easy=True, number="1", printed_on=day)


def test_to_another_audience_nothing_is_released_and_nothing_printed(farah: PlanSheet, text_of: TextOf) -> None:
    released = release(farah, MIN_PLAN, Recipient(audience=Audience.EMPLOYER))
    pdf = render_plan(released, texts=Texts("sv"), easy=True, number="1", printed_on=date(2026, 11, 25))
    text = text_of(pdf)
    assert not any(word in text for word in ("Farah", "Sagolik", "Moa", "Siv", "Låtsas"))


def test_goals_are_numbered_in_the_order_they_stand(farah: PlanSheet, render: Render, text_of: TextOf) -> None:
    goals: tuple[GoalBlock, ...] = tuple(replace(farah.goals[0], number=7, easy_wording=f"Mål {n}") for n in "abc")
    assert re.findall(r"(\d) Mål (\w)", text_of(render(replace(farah, goals=goals), easy=True))) == [
        ("1", "a"),
        ("2", "b"),
        ("3", "c"),
    ]
