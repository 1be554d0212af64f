CREATE TABLE scale_definition (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    use VARCHAR(40) NOT NULL,
    respondent VARCHAR(40) NOT NULL,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    intro_sv TEXT NOT NULL,
    intro_en TEXT NOT NULL,
    licence_note TEXT NOT NULL,
    mirror_of TEXT NOT NULL,
    steps INTEGER,
    lowest INTEGER,
    highest INTEGER,
    in_use BOOLEAN NOT NULL,
    shipped BOOLEAN NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_scale_definition PRIMARY KEY (id),
    CONSTRAINT uq_scale_definition_code_version UNIQUE (code, version)
);

CREATE TABLE scale_item (
    definition_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    code TEXT NOT NULL,
    text_sv TEXT NOT NULL,
    text_en TEXT NOT NULL,
    easy_sv TEXT NOT NULL,
    easy_en TEXT NOT NULL,
    label_sv TEXT NOT NULL,
    label_en TEXT NOT NULL,
    left_sv TEXT NOT NULL,
    left_en TEXT NOT NULL,
    right_sv TEXT NOT NULL,
    right_en TEXT NOT NULL,
    favourable VARCHAR(40) NOT NULL,
    dimension VARCHAR(40) NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_scale_item PRIMARY KEY (id),
    CONSTRAINT uq_scale_item_definition_id_code UNIQUE (definition_id, code),
    CONSTRAINT fk_scale_item_definition_id_scale_definition FOREIGN KEY(definition_id) REFERENCES scale_definition (id)
);

CREATE TABLE workplace (
    organisation_id BLOB,
    supervisor_id BLOB,
    name TEXT NOT NULL,
    town TEXT NOT NULL,
    address TEXT NOT NULL,
    sector TEXT NOT NULL,
    tasks TEXT NOT NULL,
    environment TEXT NOT NULL,
    good_for TEXT NOT NULL,
    hours TEXT NOT NULL,
    travel TEXT NOT NULL,
    instruction_form TEXT NOT NULL,
    capacity INTEGER,
    last_contacted DATE,
    note TEXT NOT NULL,
    put_away BOOLEAN NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_workplace PRIMARY KEY (id),
    CONSTRAINT fk_workplace_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_workplace_supervisor_id_contact FOREIGN KEY(supervisor_id) REFERENCES contact (id)
);

CREATE INDEX ix_workplace_name ON workplace (name);

CREATE INDEX ix_workplace_organisation_id ON workplace (organisation_id);

CREATE INDEX ix_workplace_supervisor_id ON workplace (supervisor_id);

CREATE TABLE placement (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    workplace_id BLOB NOT NULL,
    supervisor_id BLOB,
    type VARCHAR(40) NOT NULL,
    formal_owner VARCHAR(40) NOT NULL,
    formal_owner_other TEXT NOT NULL,
    from_date DATE NOT NULL,
    planned_to DATE,
    to_date DATE,
    schedule TEXT NOT NULL,
    tasks TEXT NOT NULL,
    instruction_form TEXT NOT NULL,
    choice_reason TEXT NOT NULL,
    disclosure_words TEXT NOT NULL,
    disclosure_told_by VARCHAR(40) NOT NULL,
    disclosure_told_on DATE,
    end_reason VARCHAR(40),
    end_reason_other TEXT NOT NULL,
    certificate_given BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_placement PRIMARY KEY (id),
    CONSTRAINT fk_placement_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_placement_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
    CONSTRAINT fk_placement_workplace_id_workplace FOREIGN KEY(workplace_id) REFERENCES workplace (id),
    CONSTRAINT fk_placement_supervisor_id_contact FOREIGN KEY(supervisor_id) REFERENCES contact (id)
);

CREATE INDEX ix_placement_enrolment_id ON placement (enrolment_id);

CREATE INDEX ix_placement_mentee_id_from_date ON placement (mentee_id, from_date);

CREATE INDEX ix_placement_supervisor_id ON placement (supervisor_id);

CREATE INDEX ix_placement_workplace_id ON placement (workplace_id);

CREATE TABLE se_stage (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    stage VARCHAR(40) NOT NULL,
    from_date DATE NOT NULL,
    to_date DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_se_stage PRIMARY KEY (id),
    CONSTRAINT fk_se_stage_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_se_stage_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_se_stage_enrolment_id ON se_stage (enrolment_id);

CREATE INDEX ix_se_stage_mentee_id_from_date ON se_stage (mentee_id, from_date);

CREATE TABLE adaptation (
    placement_id BLOB NOT NULL,
    text TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    agreed_on DATE,
    in_place_on DATE,
    works_on DATE,
    ended_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_adaptation PRIMARY KEY (id),
    CONSTRAINT fk_adaptation_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_adaptation_placement_id_order ON adaptation (placement_id, "order");

CREATE TABLE placement_hours (
    placement_id BLOB NOT NULL,
    from_date DATE NOT NULL,
    hours_per_week INTEGER NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_placement_hours PRIMARY KEY (id),
    CONSTRAINT fk_placement_hours_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_placement_hours_placement_id_from_date ON placement_hours (placement_id, from_date);

CREATE TABLE study_conference (
    education_support_id BLOB NOT NULL,
    event_date DATE NOT NULL,
    place TEXT NOT NULL,
    present TEXT NOT NULL,
    points TEXT NOT NULL,
    agreed TEXT NOT NULL,
    held BOOLEAN NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_study_conference PRIMARY KEY (id),
    CONSTRAINT fk_study_conference_education_support_id_education_support FOREIGN KEY(education_support_id) REFERENCES education_support (id)
);

CREATE INDEX ix_study_conference_education_support_id_event_date ON study_conference (education_support_id, event_date);

CREATE TABLE study_date (
    education_support_id BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    "on" DATE NOT NULL,
    text TEXT NOT NULL,
    done_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_study_date PRIMARY KEY (id),
    CONSTRAINT fk_study_date_education_support_id_education_support FOREIGN KEY(education_support_id) REFERENCES education_support (id)
);

CREATE INDEX ix_study_date_education_support_id_on ON study_date (education_support_id, "on");

CREATE TABLE study_helper (
    education_support_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    contact_id BLOB,
    name TEXT NOT NULL,
    does TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_study_helper PRIMARY KEY (id),
    CONSTRAINT fk_study_helper_education_support_id_education_support FOREIGN KEY(education_support_id) REFERENCES education_support (id),
    CONSTRAINT fk_study_helper_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_study_helper_contact_id ON study_helper (contact_id);

CREATE INDEX ix_study_helper_education_support_id_order ON study_helper (education_support_id, "order");

CREATE TABLE study_phase (
    education_support_id BLOB NOT NULL,
    phase VARCHAR(40) NOT NULL,
    since DATE NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_study_phase PRIMARY KEY (id),
    CONSTRAINT fk_study_phase_education_support_id_education_support FOREIGN KEY(education_support_id) REFERENCES education_support (id)
);

CREATE INDEX ix_study_phase_education_support_id_since ON study_phase (education_support_id, since);

CREATE TABLE support_intensity (
    placement_id BLOB NOT NULL,
    from_date DATE NOT NULL,
    per_week INTEGER NOT NULL,
    mode VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_support_intensity PRIMARY KEY (id),
    CONSTRAINT fk_support_intensity_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_support_intensity_placement_id_from_date ON support_intensity (placement_id, from_date);

CREATE TABLE workplace_follow_up (
    placement_id BLOB NOT NULL,
    event_date DATE NOT NULL,
    form VARCHAR(40) NOT NULL,
    answers_by VARCHAR(40) NOT NULL,
    oral_instead BOOLEAN NOT NULL,
    present TEXT NOT NULL,
    mentee_words TEXT NOT NULL,
    supervisor_words TEXT NOT NULL,
    observations TEXT NOT NULL,
    agreed_changes TEXT NOT NULL,
    keep_from_employer BOOLEAN NOT NULL,
    next_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_workplace_follow_up PRIMARY KEY (id),
    CONSTRAINT fk_workplace_follow_up_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_workplace_follow_up_placement_id_event_date ON workplace_follow_up (placement_id, event_date);

CREATE TABLE external_measurement (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    name TEXT NOT NULL,
    event_date DATE NOT NULL,
    value TEXT NOT NULL,
    note TEXT NOT NULL,
    attachment_id BLOB,
    info_class VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_external_measurement PRIMARY KEY (id),
    CONSTRAINT fk_external_measurement_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_external_measurement_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
    CONSTRAINT fk_external_measurement_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id)
);

CREATE INDEX ix_external_measurement_mentee_id_event_date ON external_measurement (mentee_id, event_date);

CREATE TABLE scale_response (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    definition_id BLOB NOT NULL,
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    respondent VARCHAR(40) NOT NULL,
    round VARCHAR(40) NOT NULL,
    round_of TEXT NOT NULL,
    event_date DATE NOT NULL,
    filled_how VARCHAR(40) NOT NULL,
    line_length_mm INTEGER NOT NULL,
    comment TEXT NOT NULL,
    oral_note TEXT NOT NULL,
    placement_id BLOB,
    follow_up_id BLOB,
    contact_id BLOB,
    info_class VARCHAR(40) NOT NULL,
    voided_on DATE,
    void_reason TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_scale_response PRIMARY KEY (id),
    CONSTRAINT fk_scale_response_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_scale_response_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
    CONSTRAINT fk_scale_response_definition_id_scale_definition FOREIGN KEY(definition_id) REFERENCES scale_definition (id),
    CONSTRAINT fk_scale_response_placement_id_placement FOREIGN KEY(placement_id) REFERENCES placement (id),
    CONSTRAINT fk_scale_response_follow_up_id_workplace_follow_up FOREIGN KEY(follow_up_id) REFERENCES workplace_follow_up (id),
    CONSTRAINT fk_scale_response_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_scale_response_definition_id ON scale_response (definition_id);

CREATE INDEX ix_scale_response_follow_up_id ON scale_response (follow_up_id);

CREATE INDEX ix_scale_response_mentee_id_code_event_date ON scale_response (mentee_id, code, event_date);

CREATE INDEX ix_scale_response_placement_id ON scale_response (placement_id);

CREATE TABLE scale_mark (
    response_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    item TEXT NOT NULL,
    value INTEGER,
    note VARCHAR(40) NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_scale_mark PRIMARY KEY (id),
    CONSTRAINT uq_scale_mark_response_id_item UNIQUE (response_id, item),
    CONSTRAINT fk_scale_mark_response_id_scale_response FOREIGN KEY(response_id) REFERENCES scale_response (id)
);

ALTER TABLE education_support ADD COLUMN level TEXT NOT NULL DEFAULT '';

ALTER TABLE education_support ADD COLUMN certificate_on DATE;

ALTER TABLE education_support ADD COLUMN goal TEXT NOT NULL DEFAULT '';

ALTER TABLE education_support ADD COLUMN barriers TEXT NOT NULL DEFAULT '';

ALTER TABLE education_support ADD COLUMN accommodations TEXT NOT NULL DEFAULT '';

ALTER TABLE education_support ADD COLUMN csn_state VARCHAR(40) NOT NULL DEFAULT 'unknown';

INSERT INTO study_phase (education_support_id, phase, since, id, created_at, updated_at)
SELECT id, phase, coalesce(from_date, date(created_at)), randomblob(16), created_at, updated_at FROM education_support;
