"""Every print obeys PDF/UA-1 and PDF/A-2a, by the rules of veraPDF."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.plan_sheet import GoalBlock, PlanSheet, StepBlock
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.sheet_parts import PersonBlock
from mentorapp.language import Texts
from mentorapp.printing.recovery_sheet import render_recovery_sheet

pytestmark = pytest.mark.validator

Verdicts = Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]
Render = Callable[..., bytes]


def test_plans_and_recovery_sheets_pass_in_both_languages(
    verdicts: Verdicts, render: Render, farah: PlanSheet, make_step: Callable[..., StepBlock]
) -> None:
    files = {
        f"{language}-{'easy' if easy else 'ordinary'}": render(farah, easy=easy, language=language)
        for language in ("sv", "en")
        for easy in (True, False)
    }
    for language in ("sv", "en"):
        files[f"recovery-{language}"] = render_recovery_sheet(
            ["7K3Q"] * 18, store_hint="prov.mentor", texts=Texts(language), printed_on=date(2026, 11, 25)
        )
    # Many pages, cells and headings over page ends, four scripts, signs without a glyph.
    steps = tuple(make_step(f"Steg {n} " + "prata svenska " * (n % 20), "", None, None, "Farah") for n in range(24))
    goals = tuple(
        GoalBlock(info_class=InfoClass.PLAN, number=n, wording=wording, easy_wording="", why="kök " * 100, steps=steps)
        for n, wording in enumerate(("Laga mat 😀", "محمد (فرح) 12", "שלום", "ሰላም", "x" * 1500), 1)
    )
    person = PersonBlock(info_class=InfoClass.ID, preferred_name="F" * 1000, family_name="<b>Sagolik</b> & \x00\u202e")
    hostile = replace(farah, goals=goals, person=person)
    files |= {f"hostile-{easy}": render(hostile, easy=easy) for easy in (True, False)}
    nothing = replace(
        farah, person=None, mentor=None, facts=None, main_goal=None, goals=(), commitments=(), next_meeting=None
    )
    files |= {f"nothing-{easy}": render(nothing, easy=easy) for easy in (True, False)}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}


def test_the_validator_does_refuse_a_page_without_tags(verdicts: Verdicts) -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Min plan")
    canvas.save()
    assert all(verdicts({"untagged": out.getvalue()}).values())
