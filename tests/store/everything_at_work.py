"""Writes every field of forms, workplaces, placements and studies, for the test that all of it survives a restart."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from mentorapp.domain.network import ContactChoice
from mentorapp.domain.placements import EndReason, FormalOwner, PlacementType, ToldBy
from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.scales import FavourableEnd, NewScale, ScaleItem, ScaleKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.studies import CsnState, StudyDateKind, StudyPhase
from mentorapp.domain.workplace_support import AdaptationLight, AnswersBy, FollowUpForm, SeStage, SupportMode
from mentorapp.store import (
    adaptations,
    attachments,
    education_supports,
    follow_ups,
    measurements,
    placements,
    scale_definitions,
    scale_responses,
    se_stages,
    settings,
    study_plans,
    support_intensities,
    workplaces,
)
from mentorapp.store.scale_responses import NewResponse

OF_A_MENTEE = (
    scale_responses.list_responses, measurements.list_measurements, placements.list_placements,
    study_plans.list_study_plans,
)  # fmt: skip
OF_A_PLACEMENT = (
    adaptations.list_adaptations, support_intensities.list_support, follow_ups.list_follow_ups,
    scale_responses.list_placement_responses,
)  # fmt: skip


def forms_work_and_studies(db: Any, day: date, mentee: UUID, enrolment: UUID, org: UUID, contact: UUID) -> None:
    visit = at_work(db, day, enrolment, org, contact)
    forms(db, day, NewResponse(mentee_id=mentee, enrolment_id=enrolment, code="well_being", event_date=day), visit)
    answered_at_work(db, day, mentee, visit, contact)
    studies(db, day, enrolment, contact)
    paper = attachments.add_attachment(db, mentee, "syn.pdf", b"%PDF-1.4")
    measurements.add_measurement(
        db, mentee, "Läsprov", day, value="1,0", note="Skolan", attachment_id=paper, enrolment_id=enrolment,
        info_class=InfoClass.EDU,
    )  # fmt: skip


def at_work(db: Any, day: date, enrolment: UUID, org: UUID, contact: UUID) -> UUID:
    hall = workplaces.add_workplace(
        db, "Fantasihallen", organisation_id=org, supervisor_id=contact, town="Testfors", address="Torget 1",
        sector="retail", tasks="Plocka", environment="Lugnt", good_for="Rutiner", hours="7-16", travel="Buss 3",
        instruction_form="shown", capacity=2, note="Stängt i juli",
    )  # fmt: skip
    workplaces.put_workplace_away(db, hall)
    placed = placements.add_placement(
        db, enrolment, hall, PlacementType.WORK_TRAINING, day - timedelta(days=60), hours_per_week=Decimal("7.5"),
        formal_owner=FormalOwner.OTHER, formal_owner_other="Regionen", planned_to=day + timedelta(days=60),
        schedule="mån ons", tasks="Plocka", choice_reason="Nära", disclosure_words="Att jag behöver pauser",
        disclosure_told_by=ToldBy.TOGETHER, disclosure_told_on=day, note="Börjar lugnt",
    )  # fmt: skip
    placements.set_hours(db, placed, day - timedelta(days=30), Decimal(20))
    need = adaptations.add_adaptation(db, placed, "Raster", agreed=True)
    for light in AdaptationLight:
        adaptations.set_light(db, need, light, True)
    adaptations.end_adaptation(db, adaptations.add_adaptation(db, placed, "Lugn plats"))
    support_intensities.set_support(db, placed, day - timedelta(days=60), Decimal("0.5"), SupportMode.BESIDE)
    visit = follow_ups.add_follow_up(
        db, placed, day, form=FollowUpForm.PHONE, answers_by=AnswersBy.MENTEE, oral_instead=True, present="Åke",
        mentee_words="Bra", supervisor_words="Bra", observations="Lugnt", agreed_changes="Kortare pass",
        keep_from_employer=False, next_on=day + timedelta(days=14),
    )  # fmt: skip
    placements.end_placement(db, placed, day, EndReason.OTHER, other="hallen brann", certificate_given=True)
    se_stages.end_stage(db, se_stages.begin_stage(db, enrolment, SeStage.PROFILE, day - timedelta(days=9)), day)
    return visit


def forms(db: Any, day: date, new: NewResponse, visit: UUID) -> None:
    settings.change_setting(db, "session_rating_licence", True)
    settings.change_setting(db, "kasam_permission", "Avtal 7")
    hope = (Mark(item="hope", value=Decimal("48.5"), note=MarkNote.MIDPOINT), Mark(item="life", note=MarkNote.SKIPPED))
    scale_responses.add_response(db, replace(
        new, marks=hope, line_length_mm=Decimal("96.5"), filled_how=FilledHow.INTERPRETER, comment="Lugnt",
        round=RoundKind.AFTER_LEVEL, round_of="1",
    ))  # fmt: skip
    scale_responses.add_response(db, replace(new, filled_how=FilledHow.ORAL, oral_note="Mår bra"))
    lines = (Mark(item="line_1", value=Decimal("4.6")),)
    wrong = scale_responses.add_response(db, replace(new, code="ors", marks=lines))
    scale_responses.void_response(db, wrong, "fel person")
    scale_responses.add_response(db, replace(new, code="kasam_13", marks=(Mark(item="total", value=Decimal(60)),)))
    item = ScaleItem(code="a", text_sv="Jag oroar mig.", left_sv="ja", right_sv="nej", favourable=FavourableEnd.LEFT)
    steps = NewScale(code="", kind=ScaleKind.LIKERT, title_sv="Oro", steps=5, items=(item,))
    own = scale_definitions.add_scale(db, steps)
    scale_responses.add_response(db, replace(new, code=own, marks=(Mark(item="a", value=Decimal(3)),)))
    assert scale_definitions.change_scale(db, own, replace(steps, steps=7)) == 2
    scale_definitions.set_scale_in_use(db, own, False)


def answered_at_work(db: Any, day: date, mentee: UUID, visit: UUID, contact: UUID) -> None:
    pace = (Mark(item="pace", value=Decimal(70)),)
    scale_responses.add_response(db, NewResponse(
        mentee_id=mentee, code="workplace_supervisor", event_date=day, marks=pace, follow_up_id=visit,
        contact_id=contact,
    ))  # fmt: skip


def studies(db: Any, day: date, enrolment: UUID, contact: UUID) -> None:
    kept = education_supports.add_education_support(
        db, enrolment, "Svenska 1", phase=StudyPhase.CHOOSE, school="Komvux", pace_percent=50, level="grund",
        from_date=day - timedelta(days=90), to_date=day, completed=True, note="betyg", certificate_on=day,
        goal="Bli svetsare", barriers="Buller", accommodations="Pauser", csn_state=CsnState.GRANTED,
        phase_since=day - timedelta(days=90),
    )  # fmt: skip
    education_supports.change_education_support(db, kept, phase=StudyPhase.COMPLETED)
    exam = study_plans.add_study_date(db, kept, StudyDateKind.EXAM, day, "Prov 1")
    study_plans.set_study_date_done(db, exam)
    study_plans.add_helper(db, kept, ContactChoice(contact_id=contact), "läser")
    study_plans.add_helper(db, kept, ContactChoice(new_name="Mormor"), "väcker")
    study_plans.add_conference(
        db, kept, day, place="Komvux", present="Sture", points="Närvaro", agreed="Fortsätta", held=True
    )
