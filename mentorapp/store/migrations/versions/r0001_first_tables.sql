CREATE TABLE mentee (
    preferred_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    pronoun VARCHAR(40) NOT NULL,
    pronoun_other TEXT NOT NULL,
    gender VARCHAR(40) NOT NULL,
    gender_other TEXT NOT NULL,
    birth_date DATE,
    birth_year INTEGER,
    id_number_type VARCHAR(40) NOT NULL,
    id_number TEXT NOT NULL,
    id_number_unchecked BOOLEAN NOT NULL,
    protected_identity VARCHAR(40) NOT NULL,
    safe_contact TEXT NOT NULL,
    phones TEXT NOT NULL,
    email TEXT NOT NULL,
    interpreter_language TEXT NOT NULL,
    needs_easy_read BOOLEAN NOT NULL,
    communication_needs TEXT NOT NULL,
    highest_education VARCHAR(40) NOT NULL,
    public_support_months_before INTEGER,
    display_alias TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentee PRIMARY KEY (id),
    CONSTRAINT uq_mentee_display_alias UNIQUE (display_alias)
);

CREATE TABLE store_mark (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_store_mark PRIMARY KEY (name)
);

CREATE TABLE mentor_profile (
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    phone TEXT NOT NULL,
    work_days TEXT NOT NULL,
    holidays TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentor_profile PRIMARY KEY (id)
);

CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE draft (
    form TEXT NOT NULL,
    mentee_id BLOB NOT NULL,
    content TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (id),
    CONSTRAINT uq_draft_form_mentee_id UNIQUE (form, mentee_id)
);

CREATE TABLE journal_step (
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    at DATETIME NOT NULL,
    undone_at DATETIME,
    discarded BOOLEAN NOT NULL,
    CONSTRAINT pk_journal_step PRIMARY KEY (number)
);

CREATE TABLE programme (
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    legal_profile VARCHAR(40) NOT NULL,
    age_min INTEGER,
    age_max INTEGER,
    requires_benefit BOOLEAN NOT NULL,
    starts DATE,
    ends DATE,
    ladder_code TEXT NOT NULL,
    ladder_exclusive BOOLEAN NOT NULL,
    contact_interval_days INTEGER,
    referrer_checkin_days INTEGER NOT NULL,
    after_support_months INTEGER NOT NULL,
    retention_months INTEGER,
    outcome_definition VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT uq_programme_name UNIQUE (name)
);

CREATE TABLE enrolment (
    mentee_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    status VARCHAR(40) NOT NULL,
    ordinal INTEGER NOT NULL,
    referral_source VARCHAR(40),
    referral_source_other TEXT NOT NULL,
    referral_organisation TEXT NOT NULL,
    referral_contact TEXT NOT NULL,
    referral_on DATE,
    referral_reason_text TEXT NOT NULL,
    referral_expectation TEXT NOT NULL,
    offered_on DATE,
    started_on DATE,
    closed_on DATE,
    mentor_name TEXT NOT NULL,
    counts_in_statistics BOOLEAN NOT NULL,
    transferred_in_from TEXT NOT NULL,
    registered_in_followup_system BOOLEAN NOT NULL,
    registration_consent_id BLOB,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_enrolment PRIMARY KEY (id),
    CONSTRAINT uq_enrolment_mentee_id_programme_id_ordinal UNIQUE (mentee_id, programme_id, ordinal),
    CONSTRAINT fk_enrolment_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_enrolment_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id)
);

CREATE INDEX ix_enrolment_status_mentee_id ON enrolment (status, mentee_id);

CREATE INDEX ix_enrolment_programme_id ON enrolment (programme_id);

CREATE TABLE mentee_former_name (
    mentee_id BLOB NOT NULL,
    name TEXT NOT NULL,
    until DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentee_former_name PRIMARY KEY (id),
    CONSTRAINT fk_mentee_former_name_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_mentee_former_name_mentee_id ON mentee_former_name (mentee_id);

CREATE TABLE mentee_address (
    mentee_id BLOB NOT NULL,
    address TEXT NOT NULL,
    from_date DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentee_address PRIMARY KEY (id),
    CONSTRAINT fk_mentee_address_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_mentee_address_mentee_id_from_date ON mentee_address (mentee_id, from_date);

CREATE TABLE mentee_municipality (
    mentee_id BLOB NOT NULL,
    name TEXT NOT NULL,
    from_date DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_mentee_municipality PRIMARY KEY (id),
    CONSTRAINT fk_mentee_municipality_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_mentee_municipality_mentee_id_from_date ON mentee_municipality (mentee_id, from_date);

CREATE TABLE print_log (
    number TEXT NOT NULL,
    template TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    mentee_id BLOB,
    audience VARCHAR(40) NOT NULL,
    recipient TEXT NOT NULL,
    classes TEXT NOT NULL,
    ticked TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pages INTEGER NOT NULL,
    printed_on DATE NOT NULL,
    printed_at DATETIME NOT NULL,
    state VARCHAR(40) NOT NULL,
    delivered_how VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_print_log PRIMARY KEY (id),
    CONSTRAINT uq_print_log_number UNIQUE (number),
    CONSTRAINT fk_print_log_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_print_log_mentee_id_printed_at ON print_log (mentee_id, printed_at);

CREATE TABLE journal_change (
    number INTEGER NOT NULL,
    step_number INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    mentee_id BLOB,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT pk_journal_change PRIMARY KEY (number),
    CONSTRAINT fk_journal_change_step_number_journal_step FOREIGN KEY(step_number) REFERENCES journal_step (number)
);

CREATE INDEX ix_journal_change_step_number ON journal_change (step_number);

CREATE INDEX ix_journal_change_mentee_id ON journal_change (mentee_id);

CREATE INDEX ix_journal_change_row_key ON journal_change (row_key);

CREATE TABLE level (
    programme_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    code TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    short_sv TEXT NOT NULL,
    short_en TEXT NOT NULL,
    description_easy_sv TEXT NOT NULL,
    planned_weeks INTEGER,
    is_goal BOOLEAN NOT NULL,
    shape TEXT NOT NULL,
    typical_activities TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_level PRIMARY KEY (id),
    CONSTRAINT uq_level_programme_id_order UNIQUE (programme_id, "order"),
    CONSTRAINT uq_level_programme_id_code UNIQUE (programme_id, code),
    CONSTRAINT fk_level_programme_id_programme FOREIGN KEY(programme_id) REFERENCES programme (id)
);

CREATE TABLE level_entry (
    enrolment_id BLOB NOT NULL,
    level_id BLOB NOT NULL,
    entered_on DATE NOT NULL,
    left_on DATE,
    direction VARCHAR(40) NOT NULL,
    decided_by VARCHAR(40) NOT NULL,
    reason TEXT NOT NULL,
    mentee_words TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_level_entry PRIMARY KEY (id),
    CONSTRAINT fk_level_entry_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
    CONSTRAINT fk_level_entry_level_id_level FOREIGN KEY(level_id) REFERENCES level (id)
);

CREATE INDEX ix_level_entry_level_id ON level_entry (level_id);

CREATE INDEX ix_level_entry_enrolment_id_entered_on ON level_entry (enrolment_id, entered_on);

CREATE TABLE "plan" (
    enrolment_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    valid_from DATE NOT NULL,
    made_with TEXT NOT NULL,
    mentee_participation TEXT NOT NULL,
    review_on DATE NOT NULL,
    agreed_by_mentee VARCHAR(40) NOT NULL,
    easy_text TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_plan PRIMARY KEY (id),
    CONSTRAINT uq_plan_enrolment_id_version UNIQUE (enrolment_id, version),
    CONSTRAINT fk_plan_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE TABLE commitment (
    enrolment_id BLOB NOT NULL,
    who VARCHAR(40) NOT NULL,
    who_name TEXT NOT NULL,
    what TEXT NOT NULL,
    "by" DATE,
    origin VARCHAR(40) NOT NULL,
    origin_id BLOB,
    state VARCHAR(40) NOT NULL,
    state_on DATE,
    moved_count INTEGER NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    since DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT fk_commitment_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_commitment_enrolment_id_state ON commitment (enrolment_id, state);

CREATE INDEX ix_commitment_state_by ON commitment (state, "by");

CREATE TABLE session (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    kind VARCHAR(40) NOT NULL,
    event_date DATE NOT NULL,
    start_time TIME,
    duration_min INTEGER,
    place TEXT NOT NULL,
    distance_km INTEGER,
    attendance VARCHAR(40) NOT NULL,
    is_contact BOOLEAN NOT NULL,
    initiated_by VARCHAR(40) NOT NULL,
    mood_in INTEGER,
    mood_out INTEGER,
    mood_word TEXT NOT NULL,
    topics TEXT NOT NULL,
    next_step TEXT NOT NULL,
    with_interpreter BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    voided_at DATETIME,
    void_reason TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT fk_session_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_session_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_session_enrolment_id ON session (enrolment_id);

CREATE INDEX ix_session_attendance_event_date ON session (attendance, event_date);

CREATE INDEX ix_session_mentee_id_event_date_start_time ON session (mentee_id, event_date, start_time);

CREATE INDEX ix_session_mentee_id_is_contact_event_date ON session (mentee_id, is_contact, event_date);

CREATE INDEX ix_session_mentee_id_attendance_event_date ON session (mentee_id, attendance, event_date);

CREATE TABLE goal (
    plan_id BLOB NOT NULL,
    level VARCHAR(40) NOT NULL,
    parent_id BLOB,
    wording TEXT NOT NULL,
    easy_wording TEXT NOT NULL,
    area TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    workplace_relevant BOOLEAN NOT NULL,
    why TEXT NOT NULL,
    target_date DATE,
    target_level_id BLOB,
    state VARCHAR(40) NOT NULL,
    state_on DATE,
    "order" INTEGER NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_goal PRIMARY KEY (id),
    CONSTRAINT fk_goal_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id),
    CONSTRAINT fk_goal_parent_id_goal FOREIGN KEY(parent_id) REFERENCES goal (id),
    CONSTRAINT fk_goal_target_level_id_level FOREIGN KEY(target_level_id) REFERENCES level (id)
);

CREATE INDEX ix_goal_plan_id_order ON goal (plan_id, "order");

CREATE TABLE private_note (
    mentee_id BLOB NOT NULL,
    session_id BLOB,
    event_date DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    text TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_private_note PRIMARY KEY (id),
    CONSTRAINT fk_private_note_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_private_note_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
);

CREATE INDEX ix_private_note_session_id ON private_note (session_id);

CREATE INDEX ix_private_note_mentee_id_event_date ON private_note (mentee_id, event_date);

CREATE TABLE note_segment (
    session_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    text TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_note_segment PRIMARY KEY (id),
    CONSTRAINT uq_note_segment_session_id_version_order UNIQUE (session_id, version, "order"),
    CONSTRAINT fk_note_segment_session_id_session FOREIGN KEY(session_id) REFERENCES session (id)
);

CREATE TABLE step (
    goal_id BLOB NOT NULL,
    text TEXT NOT NULL,
    easy_text TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    due DATE,
    done_on DATE,
    done_by VARCHAR(40),
    done_by_name TEXT NOT NULL,
    done_note TEXT NOT NULL,
    who TEXT NOT NULL,
    dropped_at DATETIME,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_step PRIMARY KEY (id),
    CONSTRAINT fk_step_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id)
);

CREATE INDEX ix_step_goal_id_order ON step (goal_id, "order");

CREATE TABLE step_undone (
    step_id BLOB NOT NULL,
    was_done_on DATE NOT NULL,
    was_done_by VARCHAR(40),
    undone_at DATETIME NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_step_undone PRIMARY KEY (id),
    CONSTRAINT fk_step_undone_step_id_step FOREIGN KEY(step_id) REFERENCES step (id)
);

CREATE INDEX ix_step_undone_step_id ON step_undone (step_id);
