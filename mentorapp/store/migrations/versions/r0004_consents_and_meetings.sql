CREATE TABLE disposal (
    disposed_on DATE NOT NULL,
    rule TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    persons INTEGER NOT NULL,
    counts TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_disposal PRIMARY KEY (id)
);

CREATE TABLE access_request (
    mentee_id BLOB NOT NULL,
    asked_on DATE NOT NULL,
    due_on DATE NOT NULL,
    identity_checked_on DATE,
    identity_checked_how TEXT NOT NULL,
    handed_over_on DATE,
    in_person BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_access_request PRIMARY KEY (id),
    CONSTRAINT fk_access_request_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_access_request_mentee_id_asked_on ON access_request (mentee_id, asked_on);

CREATE TABLE disclosure (
    mentee_id BLOB NOT NULL,
    event_date DATE NOT NULL,
    recipient TEXT NOT NULL,
    ground VARCHAR(40) NOT NULL,
    ground_other TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    what TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_disclosure PRIMARY KEY (id),
    CONSTRAINT fk_disclosure_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_disclosure_mentee_id_event_date ON disclosure (mentee_id, event_date);

CREATE TABLE check_in (
    contact_id BLOB NOT NULL,
    interval_days INTEGER NOT NULL,
    last_on DATE,
    next_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_check_in PRIMARY KEY (id),
    CONSTRAINT uq_check_in_contact_id UNIQUE (contact_id),
    CONSTRAINT fk_check_in_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id)
);

CREATE TABLE meeting (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    kind VARCHAR(40) NOT NULL,
    event_date DATE NOT NULL,
    start_time TIME,
    duration_min INTEGER,
    place TEXT NOT NULL,
    form VARCHAR(40) NOT NULL,
    purpose TEXT NOT NULL,
    status VARCHAR(40) NOT NULL,
    status_reason TEXT NOT NULL,
    moved_from DATE,
    mentee_prepared BOOLEAN NOT NULL,
    wants_raised TEXT NOT NULL,
    wants_not_raised TEXT NOT NULL,
    with_interpreter BOOLEAN NOT NULL,
    next_on DATE,
    repeat_days INTEGER,
    protocol_version INTEGER NOT NULL,
    written_up_on DATE,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_meeting_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id)
);

CREATE INDEX ix_meeting_mentee_id_event_date ON meeting (mentee_id, event_date);

CREATE INDEX ix_meeting_status_event_date ON meeting (status, event_date);

CREATE TABLE agenda_item (
    meeting_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER,
    owner TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    workplace_relevant BOOLEAN NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT fk_agenda_item_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_agenda_item_meeting_id_order ON agenda_item (meeting_id, "order");

CREATE TABLE meeting_choice (
    meeting_id BLOB NOT NULL,
    recipient_key TEXT NOT NULL,
    items TEXT NOT NULL,
    left_out TEXT NOT NULL,
    classes TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_meeting_choice PRIMARY KEY (id),
    CONSTRAINT uq_meeting_choice_meeting_id_recipient_key UNIQUE (meeting_id, recipient_key),
    CONSTRAINT fk_meeting_choice_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_meeting_choice_recipient_key ON meeting_choice (recipient_key);

CREATE TABLE meeting_invitee (
    meeting_id BLOB NOT NULL,
    is_mentee BOOLEAN NOT NULL,
    is_mentor BOOLEAN NOT NULL,
    contact_id BLOB,
    organisation_id BLOB,
    workplace_id BLOB,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    ad_hoc BOOLEAN NOT NULL,
    attended VARCHAR(40) NOT NULL,
    told_mentee BOOLEAN NOT NULL,
    "order" INTEGER NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_meeting_invitee PRIMARY KEY (id),
    CONSTRAINT fk_meeting_invitee_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id),
    CONSTRAINT fk_meeting_invitee_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_meeting_invitee_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_meeting_invitee_workplace_id_workplace FOREIGN KEY(workplace_id) REFERENCES workplace (id)
);

CREATE INDEX ix_meeting_invitee_contact_id ON meeting_invitee (contact_id);

CREATE INDEX ix_meeting_invitee_meeting_id_order ON meeting_invitee (meeting_id, "order");

CREATE TABLE meeting_wording (
    meeting_id BLOB NOT NULL,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_meeting_wording PRIMARY KEY (id),
    CONSTRAINT uq_meeting_wording_meeting_id_item UNIQUE (meeting_id, item),
    CONSTRAINT fk_meeting_wording_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE TABLE protocol_point (
    meeting_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    text TEXT NOT NULL,
    info_class VARCHAR(40) NOT NULL,
    workplace_relevant BOOLEAN NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_protocol_point PRIMARY KEY (id),
    CONSTRAINT uq_protocol_point_meeting_id_version_order UNIQUE (meeting_id, version, "order"),
    CONSTRAINT fk_protocol_point_meeting_id_meeting FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE TABLE consent (
    mentee_id BLOB NOT NULL,
    enrolment_id BLOB,
    kind VARCHAR(40) NOT NULL,
    recipient_organisation_id BLOB,
    recipient_contact_id BLOB,
    system TEXT NOT NULL,
    audience VARCHAR(40) NOT NULL,
    scope TEXT NOT NULL,
    direction VARCHAR(40) NOT NULL,
    purpose TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    form VARCHAR(40) NOT NULL,
    given_by VARCHAR(40) NOT NULL,
    signed_on DATE,
    place_of_paper TEXT NOT NULL,
    scan_id BLOB,
    interpreter_used BOOLEAN NOT NULL,
    interpreter_name TEXT NOT NULL,
    withdrawn_at DATETIME,
    withdrawn_how TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id),
    CONSTRAINT fk_consent_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
    CONSTRAINT fk_consent_recipient_organisation_id_organisation FOREIGN KEY(recipient_organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_consent_recipient_contact_id_contact FOREIGN KEY(recipient_contact_id) REFERENCES contact (id),
    CONSTRAINT fk_consent_scan_id_attachment FOREIGN KEY(scan_id) REFERENCES attachment (id)
);

CREATE INDEX ix_consent_mentee_id_valid_to ON consent (mentee_id, valid_to);

CREATE INDEX ix_consent_recipient_contact_id ON consent (recipient_contact_id);

CREATE INDEX ix_consent_recipient_organisation_id ON consent (recipient_organisation_id);

CREATE TABLE print_subject (
    print_id BLOB NOT NULL,
    mentee_id BLOB NOT NULL,
    classes TEXT NOT NULL,
    id BLOB NOT NULL,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    CONSTRAINT pk_print_subject PRIMARY KEY (id),
    CONSTRAINT uq_print_subject_print_id_mentee_id UNIQUE (print_id, mentee_id),
    CONSTRAINT fk_print_subject_print_id_print_log FOREIGN KEY(print_id) REFERENCES print_log (id),
    CONSTRAINT fk_print_subject_mentee_id_mentee FOREIGN KEY(mentee_id) REFERENCES mentee (id)
);

CREATE INDEX ix_print_subject_mentee_id ON print_subject (mentee_id);

ALTER TABLE print_log ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';

ALTER TABLE print_log ADD COLUMN meeting_id BLOB CONSTRAINT fk_print_log_meeting_id_meeting REFERENCES meeting (id);

ALTER TABLE print_log ADD COLUMN contact_id BLOB CONSTRAINT fk_print_log_contact_id_contact REFERENCES contact (id);

ALTER TABLE print_log ADD COLUMN organisation_id BLOB CONSTRAINT fk_print_log_organisation_id_organisation REFERENCES organisation (id);

ALTER TABLE print_log ADD COLUMN needed_on DATE;

ALTER TABLE print_log ADD COLUMN delivered_on DATE;

ALTER TABLE print_log ADD COLUMN destroyed_on DATE;

CREATE INDEX ix_print_log_meeting_id ON print_log (meeting_id);
