"""How each print is drawn. The libraries that draw are only loaded when something is."""

from datetime import date
from typing import Any

from mentorapp.domain.sharing import Released
from mentorapp.language import Texts


def plan(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.plan import render_plan

    return render_plan(released, texts=texts, easy=easy, number=number, printed_on=day)


def stairs(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.stairs import render_stairs

    return render_stairs(released, texts=texts, easy=easy, number=number, printed_on=day)


def mapping(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.mapping import render_mapping

    return render_mapping(released, texts=texts, easy=easy, number=number, printed_on=day)


def lanes(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.lanes import render_lanes

    return render_lanes(released, texts=texts, number=number, printed_on=day)


def course(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.course import render_course

    return render_course(released, texts=texts, number=number, printed_on=day)


def filled(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.filled import render_filled

    return render_filled(released, texts=texts, easy=easy, number=number, printed_on=day)


def study_talk(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.study_talk import render_study_talk

    return render_study_talk(released, texts=texts, easy=easy, number=number, printed_on=day)


def record(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.record import render_record

    return render_record(released, texts=texts, number=number, printed_on=day)


def consent(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.consent import render_consent

    return render_consent(released, texts=texts, easy=easy, number=number, printed_on=day)


def form(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.form import render_form

    return render_form(released, texts=texts, easy=easy, number=number, printed_on=day)


def agenda(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.agenda import render_agenda

    return render_agenda(released, texts=texts, easy=easy, number=number, printed_on=day)


def protocol(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.protocol import render_protocol

    return render_protocol(released, texts=texts, easy=easy, number=number, printed_on=day)


def at_work(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.at_work import render_at_work

    return render_at_work(released, texts=texts, number=number, printed_on=day)


def summary(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.summary import render_summary

    return render_summary(released, texts=texts, number=number, printed_on=day)


def handover(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.handover import render_handover

    return render_handover(released, texts=texts, number=number, printed_on=day)


def month(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    """Of one mentee; that of all of a caseworker's is made by `month_papers`."""
    from mentorapp.printing.month import render_month

    return render_month([released], month=day, texts=texts, number=number, printed_on=day)


def supervision(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.supervision import render_supervision

    return render_supervision(released, texts=texts, number=number, printed_on=day)


def case_list(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.case_list import render_case_list

    return render_case_list(released, texts=texts, number=number, printed_on=day)


def reminder(released: Released[Any], texts: Texts, easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.reminder import render_reminder

    return render_reminder(released, texts=texts, easy=easy, number=number, printed_on=day)


def registration(released: Released[Any], texts: Texts, _easy: bool, number: str, day: date) -> bytes:
    from mentorapp.printing.registration import render_registration

    return render_registration(released, texts=texts, number=number, printed_on=day)
