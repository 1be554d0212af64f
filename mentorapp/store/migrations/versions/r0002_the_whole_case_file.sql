CREATE TABLE decline (
    month TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    gender VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_decline PRIMARY KEY (id)
);

CREATE TABLE group_activity (
    title TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    kind_other TEXT NOT NULL,
    organiser TEXT NOT NULL,
    online BOOLEAN NOT NULL,
    from_date DATE,
    to_date DATE,
    topics TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_group_activity PRIMARY KEY (id)
);

CREATE TABLE list_word (
    list VARCHAR(40) NOT NULL,
    code TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    in_use BOOLEAN NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    more TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_list_word PRIMARY KEY (id),
    CONSTRAINT uq_list_word_list_code UNIQUE (list, code)
);

CREATE TABLE organisation (
    name TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    kind_other TEXT NOT NULL,
    unit TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id)
);

CREATE INDEX ix_organisation_name ON organisation (name);

CREATE TABLE outreach_effort (
    event_date DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    sent INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_outreach_effort PRIMARY KEY (id)
);

CREATE TABLE attachment_content (
    mentee_id BLOB NOT NULL,
    content BLOB NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (id),
    CONSTRAINT fk_attachment_content_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_attachment_content_mentee_id ON attachment_content (mentee_id);

CREATE TABLE contact (
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    organisation_id BLOB,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    works_until DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT fk_contact_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE INDEX ix_contact_name ON contact (name);

CREATE INDEX ix_contact_organisation_id ON contact (organisation_id);

CREATE TABLE group_meeting (
    group_activity_id BLOB NOT NULL,
    event_date DATE NOT NULL,
    start_time TIME,
    duration_min INTEGER,
    place TEXT NOT NULL,
    topic TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_group_meeting PRIMARY KEY (id),
    CONSTRAINT fk_group_meeting_group_activity_id_group_activity FOREIGN KEY(group_activity_id) REFERENCES group_activity (id)
);

CREATE INDEX ix_group_meeting_event_date ON group_meeting (event_date);

CREATE INDEX ix_group_meeting_group_activity_id_event_date ON group_meeting (group_activity_id, event_date);

CREATE TABLE income_period (
    mentee_id BLOB NOT NULL,
    source VARCHAR(40) NOT NULL,
    source_other TEXT NOT NULL,
    extent INTEGER,
    from_date DATE NOT NULL,
    from_month_only BOOLEAN NOT NULL,
    decision_until DATE,
    to_date DATE,
    state VARCHAR(40) NOT NULL,
    state_on DATE,
    known_from TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_income_period PRIMARY KEY (id),
    CONSTRAINT fk_income_period_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_income_period_decision_until ON income_period (decision_until);

CREATE INDEX ix_income_period_mentee_id_from_date ON income_period (mentee_id, from_date);

CREATE TABLE occupation_period (
    mentee_id BLOB NOT NULL,
    occupation VARCHAR(40) NOT NULL,
    from_date DATE NOT NULL,
    to_date DATE,
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_occupation_period PRIMARY KEY (id),
    CONSTRAINT fk_occupation_period_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_occupation_period_mentee_id_from_date ON occupation_period (mentee_id, from_date);

CREATE TABLE programme_target (
    programme_id BLOB NOT NULL,
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_programme_target PRIMARY KEY (id),
    CONSTRAINT uq_programme_target_programme_id_indicator UNIQUE (programme_id, indicator),
    CONSTRAINT fk_programme_target_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id)
);

CREATE TABLE safety_question (
    mentee_id BLOB NOT NULL,
    asked VARCHAR(40) NOT NULL,
    asked_on DATE NOT NULL,
    support_offered BOOLEAN NOT NULL,
    follow_up_on DATE,
    followed_up_on DATE,
    answer TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_safety_question PRIMARY KEY (id),
    CONSTRAINT fk_safety_question_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_safety_question_mentee_id_asked_on ON safety_question (mentee_id, asked_on);

CREATE TABLE snooze (
    mentee_id BLOB,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    until DATE,
    reason TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_snooze PRIMARY KEY (id),
    CONSTRAINT fk_snooze_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_snooze_mentee_id_rule ON snooze (mentee_id, rule);

CREATE TABLE vocational_profile (
    mentee_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    made_on DATE NOT NULL,
    interests TEXT NOT NULL,
    task_preferences TEXT NOT NULL,
    environment TEXT NOT NULL,
    skills TEXT NOT NULL,
    experience TEXT NOT NULL,
    commuting TEXT NOT NULL,
    conditions TEXT NOT NULL,
    wanted TEXT NOT NULL,
    unwanted TEXT NOT NULL,
    disclosure_words TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_vocational_profile PRIMARY KEY (id),
    CONSTRAINT uq_vocational_profile_mentee_id_version UNIQUE (mentee_id, version),
    CONSTRAINT fk_vocational_profile_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE TABLE network_link (
    mentee_id BLOB NOT NULL,
    contact_id BLOB,
    organisation_id BLOB,
    role VARCHAR(40) NOT NULL,
    role_other TEXT NOT NULL,
    responsible_for TEXT NOT NULL,
    from_date DATE,
    to_date DATE,
    appointment TEXT NOT NULL,
    not_to_tell TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_network_link PRIMARY KEY (id),
    CONSTRAINT fk_network_link_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_network_link_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_network_link_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE INDEX ix_network_link_contact_id ON network_link (contact_id);

CREATE INDEX ix_network_link_mentee_id_to_date ON network_link (mentee_id, to_date);

CREATE INDEX ix_network_link_organisation_id ON network_link (organisation_id);

CREATE TABLE obstacle (
    mentee_id BLOB NOT NULL,
    text TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    kind_other TEXT NOT NULL,
    owner VARCHAR(40),
    owner_contact_id BLOB,
    owner_name TEXT NOT NULL,
    since DATE NOT NULL,
    cleared_on DATE,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_obstacle PRIMARY KEY (id),
    CONSTRAINT fk_obstacle_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_obstacle_owner_contact_id_contact FOREIGN KEY(owner_contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_obstacle_mentee_id_cleared_on ON obstacle (mentee_id, cleared_on);

CREATE INDEX ix_obstacle_owner_contact_id ON obstacle (owner_contact_id);

CREATE TABLE parallel_intervention (
    mentee_id BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    kind_other TEXT NOT NULL,
    actor TEXT NOT NULL,
    organisation_id BLOB,
    contact_id BLOB,
    owner_name TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    from_date DATE,
    from_month_only BOOLEAN NOT NULL,
    to_date DATE,
    next_step TEXT NOT NULL,
    mentor_task TEXT NOT NULL,
    receiver_contact_id BLOB,
    receiver_name TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_parallel_intervention PRIMARY KEY (id),
    CONSTRAINT fk_parallel_intervention_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_parallel_intervention_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_parallel_intervention_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_parallel_intervention_receiver_contact_id_contact FOREIGN KEY(receiver_contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_parallel_intervention_contact_id ON parallel_intervention (contact_id);

CREATE INDEX ix_parallel_intervention_mentee_id_state ON parallel_intervention (mentee_id, state);

CREATE TABLE youth_duty (
    mentee_id BLOB NOT NULL,
    from_date DATE NOT NULL,
    to_date DATE,
    municipality TEXT NOT NULL,
    receiver_contact_id BLOB,
    receiver_name TEXT NOT NULL,
    handed_over_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_youth_duty PRIMARY KEY (id),
    CONSTRAINT fk_youth_duty_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_youth_duty_receiver_contact_id_contact FOREIGN KEY(receiver_contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_youth_duty_mentee_id_from_date ON youth_duty (mentee_id, from_date);

CREATE TABLE after_support (
    enrolment_id BLOB NOT NULL,
    entry VARCHAR(40) NOT NULL,
    started_on DATE NOT NULL,
    extent_percent INTEGER,
    place TEXT NOT NULL,
    planned_until DATE NOT NULL,
    ended_on DATE,
    contact_plan TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_after_support PRIMARY KEY (id),
    CONSTRAINT fk_after_support_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_after_support_enrolment_id_started_on ON after_support (enrolment_id, started_on);

CREATE TABLE closure (
    enrolment_id BLOB NOT NULL,
    closed_on DATE NOT NULL,
    mode VARCHAR(40) NOT NULL,
    reason VARCHAR(40) NOT NULL,
    reason_other TEXT NOT NULL,
    detail TEXT NOT NULL,
    known_from TEXT NOT NULL,
    farewell_held BOOLEAN NOT NULL,
    last_scale_done BOOLEAN NOT NULL,
    mentee_words TEXT NOT NULL,
    contact_after BOOLEAN,
    manager_talk_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_closure PRIMARY KEY (id),
    CONSTRAINT uq_closure_enrolment_id UNIQUE (enrolment_id),
    CONSTRAINT fk_closure_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE TABLE education_support (
    enrolment_id BLOB NOT NULL,
    phase VARCHAR(40) NOT NULL,
    school TEXT NOT NULL,
    course TEXT NOT NULL,
    pace_percent INTEGER,
    from_date DATE,
    to_date DATE,
    completed BOOLEAN,
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_education_support PRIMARY KEY (id),
    CONSTRAINT fk_education_support_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_education_support_enrolment_id_from_date ON education_support (enrolment_id, from_date);

CREATE TABLE income_state (
    income_id BLOB NOT NULL,
    state VARCHAR(40) NOT NULL,
    since DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_income_state PRIMARY KEY (id),
    CONSTRAINT fk_income_state_income_id_income_period FOREIGN KEY(income_id) REFERENCES income_period (id)
);

CREATE INDEX ix_income_state_income_id_since ON income_state (income_id, since);

CREATE TABLE intervention_state (
    intervention_id BLOB NOT NULL,
    state VARCHAR(40) NOT NULL,
    since DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_intervention_state PRIMARY KEY (id),
    CONSTRAINT fk_intervention_state_intervention_id_parallel_intervention FOREIGN KEY(intervention_id) REFERENCES parallel_intervention (id)
);

CREATE INDEX ix_intervention_state_intervention_id_since ON intervention_state (intervention_id, since);

CREATE TABLE mapping (
    enrolment_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    type VARCHAR(40) NOT NULL,
    started_on DATE NOT NULL,
    completed_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mapping PRIMARY KEY (id),
    CONSTRAINT uq_mapping_enrolment_id_version UNIQUE (enrolment_id, version),
    CONSTRAINT fk_mapping_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE TABLE milestone (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    kind VARCHAR(40) NOT NULL,
    kind_other TEXT NOT NULL,
    event_date DATE NOT NULL,
    note TEXT NOT NULL,
    mentee_wants_shown BOOLEAN NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_milestone PRIMARY KEY (id),
    CONSTRAINT fk_milestone_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_milestone_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_milestone_event_date ON milestone (event_date);

CREATE INDEX ix_milestone_mentee_id_event_date ON milestone (mentee_id, event_date);

CREATE TABLE outcome_check (
    enrolment_id BLOB NOT NULL,
    months INTEGER NOT NULL,
    planned_on DATE NOT NULL,
    state VARCHAR(40) NOT NULL,
    done_on DATE,
    destination VARCHAR(40),
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_outcome_check PRIMARY KEY (id),
    CONSTRAINT uq_outcome_check_enrolment_id_months UNIQUE (enrolment_id, months),
    CONSTRAINT fk_outcome_check_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_outcome_check_state_planned_on ON outcome_check (state, planned_on);

CREATE TABLE pause (
    enrolment_id BLOB NOT NULL,
    from_date DATE NOT NULL,
    to_date DATE,
    reason TEXT NOT NULL,
    who_keeps_contact TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_pause PRIMARY KEY (id),
    CONSTRAINT fk_pause_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_pause_enrolment_id_from_date ON pause (enrolment_id, from_date);

CREATE TABLE routine_item (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    checklist VARCHAR(40) NOT NULL,
    item TEXT NOT NULL,
    item_other TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    state_on DATE,
    note TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_routine_item PRIMARY KEY (id),
    CONSTRAINT fk_routine_item_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_routine_item_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_routine_item_mentee_id_checklist ON routine_item (mentee_id, checklist);

CREATE TABLE target_group_period (
    enrolment_id BLOB NOT NULL,
    target_group TEXT NOT NULL,
    from_date DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_target_group_period PRIMARY KEY (id),
    CONSTRAINT fk_target_group_period_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_target_group_period_enrolment_id_from_date ON target_group_period (enrolment_id, from_date);

CREATE TABLE attachment (
    mentee_id BLOB NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_on DATE NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    routine_item_id BLOB,
    content_id BLOB NOT NULL,
    removed_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_attachment_routine_item_id_routine_item FOREIGN KEY(routine_item_id) REFERENCES routine_item (id),
    CONSTRAINT fk_attachment_content_id_attachment_content FOREIGN KEY(content_id) REFERENCES attachment_content (id)
);

CREATE INDEX ix_attachment_mentee_id ON attachment (mentee_id);

CREATE TABLE closure_heading (
    closure_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    destination VARCHAR(40) NOT NULL,
    "primary" BOOLEAN NOT NULL,
    extent_percent INTEGER,
    other TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_closure_heading PRIMARY KEY (id),
    CONSTRAINT uq_closure_heading_closure_id_destination UNIQUE (closure_id, destination),
    CONSTRAINT fk_closure_heading_closure_id_closure FOREIGN KEY(closure_id) REFERENCES closure (id)
);

CREATE TABLE mapping_answer (
    mapping_id BLOB NOT NULL,
    area TEXT NOT NULL,
    status VARCHAR(40) NOT NULL,
    importance INTEGER NOT NULL,
    resources TEXT NOT NULL,
    needs TEXT NOT NULL,
    still_true VARCHAR(40) NOT NULL,
    answered_on DATE,
    goal_id BLOB,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mapping_answer PRIMARY KEY (id),
    CONSTRAINT uq_mapping_answer_mapping_id_area UNIQUE (mapping_id, area),
    CONSTRAINT fk_mapping_answer_mapping_id_mapping FOREIGN KEY(mapping_id) REFERENCES mapping (id),
    CONSTRAINT fk_mapping_answer_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
);

CREATE TABLE mapping_text (
    answer_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    voice VARCHAR(40) NOT NULL,
    text TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    goal_id BLOB,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mapping_text PRIMARY KEY (id),
    CONSTRAINT fk_mapping_text_answer_id_mapping_answer FOREIGN KEY(answer_id) REFERENCES mapping_answer (id),
    CONSTRAINT fk_mapping_text_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
);

CREATE INDEX ix_mapping_text_answer_id_order ON mapping_text (answer_id, "order");

ALTER TABLE mentee ADD COLUMN deceased_on DATE;

ALTER TABLE mentee ADD COLUMN erase_on DATE;

ALTER TABLE programme ADD COLUMN criteria TEXT NOT NULL DEFAULT '[]';

ALTER TABLE programme ADD COLUMN target_groups TEXT NOT NULL DEFAULT '[]';

ALTER TABLE level ADD COLUMN step_goals TEXT NOT NULL DEFAULT '[]';

ALTER TABLE enrolment ADD COLUMN referral_referrer_type TEXT NOT NULL DEFAULT '';

ALTER TABLE enrolment ADD COLUMN referral_organisation_id BLOB CONSTRAINT fk_enrolment_referral_organisation_id_organisation REFERENCES organisation (id);

ALTER TABLE enrolment ADD COLUMN referral_contact_id BLOB CONSTRAINT fk_enrolment_referral_contact_id_contact REFERENCES contact (id);

ALTER TABLE enrolment ADD COLUMN interest_on DATE;

ALTER TABLE enrolment ADD COLUMN answer_by DATE;

ALTER TABLE enrolment ADD COLUMN criteria TEXT NOT NULL DEFAULT '[]';

ALTER TABLE commitment ADD COLUMN contact_id BLOB CONSTRAINT fk_commitment_contact_id_contact REFERENCES contact (id);

ALTER TABLE level_entry ADD COLUMN mentor_view TEXT NOT NULL DEFAULT '';

ALTER TABLE level_entry ADD COLUMN track VARCHAR(40) NOT NULL DEFAULT 'none';

ALTER TABLE level_entry ADD COLUMN track_text TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN came_late BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE session ADD COLUMN unplanned BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE session ADD COLUMN support_kinds TEXT NOT NULL DEFAULT '[]';

ALTER TABLE session ADD COLUMN methods TEXT NOT NULL DEFAULT '[]';

ALTER TABLE session ADD COLUMN exercise TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN fact_values TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN fact_obstacle TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN fact_step TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN attempt_way VARCHAR(40);

ALTER TABLE session ADD COLUMN contact_id BLOB CONSTRAINT fk_session_contact_id_contact REFERENCES contact (id);

ALTER TABLE session ADD COLUMN consent_reference TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN group_meeting_id BLOB CONSTRAINT fk_session_group_meeting_id_group_meeting REFERENCES group_meeting (id);

ALTER TABLE session ADD COLUMN mentee_comment TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN commented_on DATE;

CREATE INDEX ix_session_group_meeting_id ON session (group_meeting_id);

ALTER TABLE goal ADD COLUMN rating INTEGER;

ALTER TABLE goal ADD COLUMN rated_on DATE;

ALTER TABLE goal ADD COLUMN who TEXT NOT NULL DEFAULT '';

ALTER TABLE session ADD COLUMN moved_on DATE;

ALTER TABLE mentor_profile ADD COLUMN local_help TEXT NOT NULL DEFAULT '';

CREATE TABLE mentee_former_number (
    mentee_id BLOB NOT NULL,
    id_number_type VARCHAR(40) NOT NULL,
    id_number TEXT NOT NULL,
    until DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentee_former_number PRIMARY KEY (id),
    CONSTRAINT fk_mentee_former_number_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_mentee_former_number_mentee_id ON mentee_former_number (mentee_id);
