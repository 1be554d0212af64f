"""How papers for others than the mentee are drawn: each imports its own only when it is made."""

from datetime import date
from typing import Any

from mentorapp.domain.sharing import Released
from mentorapp.language import Texts


def draw_handover(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.handover import render_handover

    return render_handover(released, texts=texts, number=number, printed_on=day)


def draw_month(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    """Of one mentee; that of all of a caseworker's is made by `month_papers`."""
    from mentorapp.printing.month import render_month

    return render_month([released], month=day, texts=texts, number=number, printed_on=day)


def draw_registration(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.registration import render_registration

    return render_registration(released, texts=texts, number=number, printed_on=day)


def draw_supervision(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.supervision import render_supervision

    return render_supervision(released, texts=texts, number=number, printed_on=day)


def draw_case_list(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.case_list import render_case_list

    return render_case_list(released, texts=texts, number=number, printed_on=day)
