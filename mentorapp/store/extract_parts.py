"""What of every table about a person goes into the extract (P10), by its class; a test finds a forgotten column.

A column with a class of its own is written `column:CLASS`; `!` before a name of a person says that it is masked unless
it is somebody's of an authority.
"""

from dataclasses import dataclass

from mentorapp.domain.sharing import InfoClass

_I = InfoClass


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    info_class: InfoClass
    person: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A table; `when` is the column whose day stands first."""

    table: str
    when: str
    columns: tuple[Column, ...]


def _part(table: str, info_class: InfoClass, when: str, columns: str) -> Part:
    made = []
    for word in columns.split():
        name, _, own = word.lstrip("!").partition(":")
        made.append(Column(name, _I(own) if own else info_class, word.startswith("!")))
    return Part(table, when, tuple(made))


PARTS = (
    _part(
        "mentee", _I.ID, "created_at",
        "preferred_name family_name pronoun pronoun_other gender gender_other birth_date birth_year "
        "id_number_type:IDNUM id_number:IDNUM protected_identity:LOCATION safe_contact:CONTACT phones:CONTACT "
        "email:CONTACT interpreter_language needs_easy_read communication_needs highest_education:EDU "
        "public_support_months_before:INCOME display_alias deceased_on erase_on",
    ),
    _part("mentee_former_name", _I.ID, "until", "name"),
    _part("mentee_former_number", _I.IDNUM, "until", "id_number_type id_number"),
    _part("mentee_address", _I.CONTACT, "from_date", "address"),
    _part("mentee_municipality", _I.CONTACT, "from_date", "name"),
    _part(
        "enrolment", _I.PLAN, "started_on",
        "programme_id status ordinal referral_source referral_source_other referral_referrer_type "
        "referral_organisation !referral_contact referral_on referral_reason_text:SOCIAL referral_expectation "
        "interest_on offered_on answer_by closed_on mentor_name transferred_in_from registered_in_followup_system "
        "criteria:SOCIAL",
    ),
    _part("target_group_period", _I.PLAN, "from_date", "target_group"),
    _part(
        "level_entry", _I.PLAN, "entered_on",
        "level_id left_on direction decided_by reason mentee_words mentor_view track track_text",
    ),
    _part("se_stage", _I.WORK, "from_date", "stage to_date"),
    _part("pause", _I.PLAN, "from_date", "to_date reason:SOCIAL who_keeps_contact"),
    _part(
        "session", _I.PRESENCE, "event_date",
        "kind attendance start_time duration_min place distance_km initiated_by mood_in:HEALTH mood_out:HEALTH "
        "mood_word:HEALTH topics:PLAN came_late unplanned support_kinds methods:PLAN exercise:PLAN fact_values:PLAN "
        "fact_obstacle:PLAN fact_step:PLAN attempt_way !contact_id consent_reference:PLAN group_meeting_id "
        "mentee_comment:HEALTH next_step:PLAN with_interpreter moved_on void_reason",
    ),
    _part("note_segment", _I.PLAN, "session_id", "text"),
    _part("mapping", _I.PLAN, "started_on", "type completed_on"),
    _part(
        "mapping_answer", _I.PLAN, "answered_on", "area status importance resources needs still_true",
    ),
    _part("mapping_text", _I.PLAN, "answer_id", "voice text"),
    _part(
        "vocational_profile", _I.WORK, "made_on",
        "interests task_preferences environment skills experience commuting conditions wanted unwanted "
        "disclosure_words",
    ),
    _part(
        "plan", _I.PLAN, "valid_from",
        "version made_with mentee_participation review_on agreed_by_mentee easy_text",
    ),
    _part(
        "goal", _I.PLAN, "target_date",
        "wording easy_wording level area why !who state state_on rating:RATING rated_on:RATING",
    ),
    _part("step", _I.PLAN, "due", "text easy_text done_on done_by !done_by_name done_note !who dropped_at"),
    _part("step_undone", _I.PLAN, "was_done_on", "was_done_by"),
    _part("commitment", _I.PLAN, "by", "need what who !who_name state state_on since"),
    _part("obstacle", _I.PLAN, "since", "text kind kind_other owner !owner_name cleared_on"),
    _part("milestone", _I.PLAN, "event_date", "kind kind_other note mentee_wants_shown"),
    _part("routine_item", _I.PLAN, "state_on", "checklist item item_other state note"),
    _part(
        "network_link", _I.PLAN, "from_date",
        "role role_other !contact_id organisation_id responsible_for to_date appointment not_to_tell",
    ),
    _part(
        "parallel_intervention", _I.PLAN, "from_date",
        "kind kind_other actor organisation_id !owner_name state to_date next_step mentor_task !receiver_name",
    ),
    _part("intervention_state", _I.SOCIAL, "since", "state"),
    _part(
        "income_period", _I.INCOME, "from_date",
        "source source_other extent decision_until to_date state state_on known_from",
    ),
    _part("income_state", _I.INCOME, "since", "state"),
    _part("occupation_period", _I.SOCIAL, "from_date", "occupation to_date note"),
    _part("youth_duty", _I.SOCIAL, "from_date", "municipality to_date !receiver_name handed_over_on"),
    _part(
        "placement", _I.WORK, "from_date",
        "workplace_id !supervisor_id type formal_owner formal_owner_other planned_to to_date schedule tasks "
        "instruction_form choice_reason disclosure_words disclosure_told_by disclosure_told_on end_reason "
        "end_reason_other certificate_given note",
    ),
    _part("placement_hours", _I.WORK, "from_date", "hours_per_week"),
    _part("adaptation", _I.WORK, "agreed_on", "text in_place_on works_on ended_on"),
    _part("support_intensity", _I.WORK, "from_date", "per_week mode"),
    _part(
        "workplace_follow_up", _I.WORK, "event_date",
        "form answers_by oral_instead !present mentee_words supervisor_words observations agreed_changes "
        "keep_from_employer next_on",
    ),
    _part(
        "education_support", _I.EDU, "from_date",
        "school course level phase pace_percent to_date completed certificate_on goal barriers accommodations "
        "csn_state:INCOME note",
    ),
    _part("study_phase", _I.EDU, "since", "phase"),
    _part("study_date", _I.EDU, "on", "kind text done_on"),
    _part("study_helper", _I.EDU, "education_support_id", "!contact_id !name does"),
    _part("study_conference", _I.EDU, "event_date", "place !present points agreed held"),
    _part(
        "scale_response", _I.RATING, "event_date",
        "code version respondent round round_of filled_how line_length_mm comment oral_note void_reason",
    ),
    _part("scale_mark", _I.RATING, "response_id", "item value note"),
    _part("external_measurement", _I.HEALTH, "event_date", "name value note"),
    _part("safety_question", _I.VIOLENCE, "asked_on", "asked support_offered follow_up_on followed_up_on answer"),
    _part(
        "meeting", _I.PLAN, "event_date",
        "kind start_time duration_min place form purpose status status_reason moved_from mentee_prepared "
        "wants_raised with_interpreter next_on written_up_on",
    ),
    _part("meeting_invitee", _I.PLAN, "meeting_id", "!contact_id organisation_id !name role attended told_mentee"),
    _part("agenda_item", _I.PLAN, "meeting_id", "title minutes !owner"),
    _part("protocol_point", _I.PLAN, "meeting_id", "text"),
    _part("meeting_wording", _I.PLAN, "meeting_id", "text"),
    _part(
        "closure", _I.PLAN, "closed_on",
        "mode reason reason_other detail known_from farewell_held last_scale_done mentee_words contact_after "
        "manager_talk_on",
    ),
    _part("closure_heading", _I.PLAN, "closure_id", "destination primary extent_percent other"),
    _part(
        "after_support", _I.PLAN, "started_on", "entry extent_percent place:WORK planned_until ended_on contact_plan",
    ),
    _part("outcome_check", _I.PLAN, "planned_on", "months state done_on destination note"),
    _part(
        "consent", _I.PLAN, "valid_from",
        "kind recipient_organisation_id !recipient_contact_id system audience scope direction purpose valid_to form "
        "given_by signed_on place_of_paper interpreter_used !interpreter_name withdrawn_at withdrawn_how",
    ),
    _part("attachment", _I.PLAN, "added_on", "name removed_on"),
    _part(
        "access_request", _I.PLAN, "asked_on",
        "due_on identity_checked_on identity_checked_how handed_over_on in_person note",
    ),
    _part("print_log", _I.PLAN, "printed_on", "number template recipient audience classes pages delivered_on"),
)  # fmt: skip

NOT_IN = {
    "private_note": "private notes have a review of their own (D.4), never this way",
    "draft": "what is being typed is not yet stored as a fact; the paper says so",
    "attachment_content": "a file is named, and shown by itself",
    "disclosure": "what was told by law is looked at case by case",
    "snooze": "when a reminder is shown again says nothing of the person",
    "meeting_choice": "which lines a paper had: the papers themselves are listed",
    "print_subject": "papers about several persons are listed by their own line",
}
"""Tables with rows of persons of which the paper shows none, and why."""

INTERNAL = {
    "info_class", "order", "version", "from_month_only", "id_number_unchecked", "counts_in_statistics",
    "is_contact", "voided_at", "voided_on", "commented_on", "moved_count", "origin", "workplace_relevant",
    "media_type", "size", "wants_not_raised", "repeat_days", "protocol_version", "is_mentee", "is_mentor", "ad_hoc",
    "recipient_key", "undone_at", "template_version", "ticked", "sha256", "printed_at", "delivered_how", "needed_on",
    "destroyed_on",
}  # fmt: skip
"""Columns that the program keeps for itself; what somebody did not want raised is never printed (B.11)."""

KEYS = frozenset({("agenda_item", "code"), ("meeting_wording", "item"), ("print_log", "state"), ("print_log", "asked")})
"""Columns of one table that the program keeps for itself: what a line refers to, a state that is worked out."""

NESTED = {
    "note_segment": "session_id", "mapping_text": "answer_id", "step": "goal_id", "step_undone": "step_id",
    "intervention_state": "intervention_id", "income_state": "income_id", "placement_hours": "placement_id",
    "adaptation": "placement_id", "support_intensity": "placement_id", "study_phase": "education_support_id",
    "study_date": "education_support_id", "study_helper": "education_support_id", "scale_mark": "response_id",
    "meeting_invitee": "meeting_id", "agenda_item": "meeting_id", "protocol_point": "meeting_id",
    "meeting_wording": "meeting_id", "closure_heading": "closure_id",
}  # fmt: skip
"""What is told under the row that it belongs to: the table, and its column with the parent."""

PLACES = frozenset({"place", "address", "municipality", "school", "workplace_id", "mentee_address", "actor"})
"""What tells where a protected person lives, studies or works."""
