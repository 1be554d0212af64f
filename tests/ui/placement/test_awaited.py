"""What a follow-up still awaits, what belongs to it, and what is no longer suggested when a placement has ended."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import EndReason, PlacementType
from mentorapp.domain.scale_marks import FilledHow
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.domain.studies import StudyPhase
from mentorapp.store.adaptations import add_adaptation
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.filled_sheets import gather_filled_sheet
from mentorapp.store.follow_ups import add_follow_up
from mentorapp.store.mentees import change_mentee
from mentorapp.store.placements import add_placement, end_placement
from mentorapp.store.scale_responses import NewResponse, add_response
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.support_intensities import set_support
from mentorapp.store.workplaces import add_workplace
from ui.requests import PlacementRequest
from ui.widgets.button import Kind
from ui.widgets.scale_entry import ScaleSheet

from .conftest import OTHER, OWN, Birk, Look, fill


def test_i14_who_would_rather_talk_has_answered_and_it_can_be_opened(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("follow_up_added") as session:
        met = add_follow_up(session, birk.placement, day, observations="Lugnt.")
        add_response(
            session,
            NewResponse(
                mentee_id=birk.mentee, enrolment_id=birk.enrolment, code=OWN, event_date=day, marks=(),
                filled_how=FilledHow.ORAL, oral_note="Det går bra.", placement_id=birk.placement, follow_up_id=met,
            ),
        )  # fmt: skip
    look = make(birk.request)
    log = look.screen.log
    assert log.made[0].second.text() == "Lugnt. · Birk svarade muntligt · väntar på Sture"
    assert not look.screen.voices.isVisible()
    acts = dict(log._acts(look.screen._shown().follow_ups[0]))
    acts["Ändra Birks muntliga svar"]()
    response = look.sheet(ScaleSheet).entry.form.response
    assert response is not None
    assert response.oral_note == "Det går bra."


def test_a_form_entered_elsewhere_joins_the_follow_up_that_awaits_it_on_screen_and_on_paper(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("follow_up_added") as session:
        met = add_follow_up(session, birk.placement, day)
    fill(store, birk, OTHER, day, met)
    fill(store, birk, OWN, day, None)
    look = make(birk.request)
    assert look.screen.voices.accessibleName() == "Uppföljning 25 november · två röster"
    assert "väntar" not in look.screen.log.made[0].second.text()
    with store.read() as session:
        (form,) = gather_filled_sheet(session, birk.mentee, met, language="sv").forms
    assert (form.filled_on, form.other_on) == (day, day)


def test_what_was_agreed_is_printed_once(store: Store, birk: Birk, day: date) -> None:
    with store.write("follow_up_added") as session:
        met = add_follow_up(
            session, birk.placement, day, agreed_changes="Kortare rast \nRita upp dagen", adaptations=["Kortare rast"]
        )
        add_adaptation(session, birk.placement, "Hörlurar", agreed=True)
    with store.read() as session:
        agreed = gather_filled_sheet(session, birk.mentee, met, language="sv").agreed
    assert agreed is not None
    assert "Kortare rast" not in agreed.needs
    assert "Hörlurar" in agreed.needs


def test_a_visit_stands_in_the_log_of_the_workplace_that_it_names(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("placement_added") as session:
        cafe = add_workplace(session, "Låtsaskaféet", town="Provköping")
        second = add_placement(
            session, birk.enrolment, cafe, PlacementType.WORK_TRAINING, day - timedelta(days=10),
            hours_per_week=Decimal(4),
        )  # fmt: skip
        for days, place in ((1, "Låtsaskaféet, köket"), (2, "Fantasihallen"), (3, ""), (4, "I porten"), (20, "")):
            new = NewSession(
                mentee_id=birk.mentee, kind=SessionKind.WORKPLACE_VISIT, event_date=day - timedelta(days=days),
                place=place,
            )  # fmt: skip
            add_session(session, new)
    here, there = make(birk.request), make(PlacementRequest(birk.mentee, second))
    seen = [[(day - one.event_date).days for one in look.screen._shown().visits] for look in (here, there)]
    assert seen == [[2, 3, 4, 20], [1, 3, 4]]
    assert here.screen._shown().last_visit == day - timedelta(days=2)


def test_nothing_is_suggested_after_the_end_and_every_second_week_is_said_in_words(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("support_set") as session:
        set_support(session, birk.placement, day - timedelta(days=7), Decimal(1))
    look = make(birk.request)
    assert look.screen.support.second.text().endswith("förslag varannan vecka från 16 december")
    assert look.screen.agree.fill._kind is Kind.PRIMARY
    with store.write("placement_ended") as session:
        end_placement(session, birk.placement, day - timedelta(days=1), EndReason.PLANNED)
    assert "förslag" not in look.screen.support.second.text()
    assert look.screen.agree.fill._kind is not Kind.PRIMARY


def test_studies_count_towards_full_time_here_too(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    look = make(birk.request)
    assert not look.screen.hours.many.isVisible()
    with store.write("studies_added") as session:
        add_education_support(session, birk.enrolment, "Svenska", phase=StudyPhase.KEEP, pace_percent=75, from_date=day)
    assert look.screen.hours.many.sentence() == "Tillsammans blir det 42 timmar i veckan. Stämmer det?"


def test_a_supervisor_who_is_not_named_is_a_small_word_within_a_sentence(
    make: Callable[..., Look], store: Store, birk: Birk, day: date
) -> None:
    with store.write("follow_up_added") as session:
        add_follow_up(session, birk.placement, day)
        change_mentee(session, birk.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert make(birk.request).screen.log.made[0].second.text() == "väntar på Birk och handledaren"
