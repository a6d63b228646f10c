-- Programmes, projects, self-evaluation, risks, escalations, and what recovery plans promise. Money and numbers in millionths,
-- as everywhere; levels, days, weeks and positions as they are.
ALTER TABLE projects ADD COLUMN forecast TEXT;       -- completion as expected now
ALTER TABLE recovery_plans ADD COLUMN evidence TEXT; -- for closing it

CREATE TABLE programmes ( -- work over some years towards outcomes that somebody pays for
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    funder TEXT,
    contract_value BIGINT,
    runs_from TEXT,
    runs_to TEXT,
    aim TEXT,
    note TEXT
);
CREATE INDEX programmes_by_unit ON programmes (unit);

CREATE TABLE funding ( -- one stream of a programme's money
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    period TEXT,
    state TEXT NOT NULL,
    amount BIGINT,
    each BIGINT,
    count BIGINT,
    counted TEXT,
    note TEXT,
    position BIGINT NOT NULL
);
CREATE INDEX funding_by_programme ON funding (programme);

CREATE TABLE phases (
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    started TEXT,
    due TEXT,
    completed TEXT,
    note TEXT,
    position BIGINT NOT NULL
);
CREATE INDEX phases_by_programme ON phases (programme);

CREATE TABLE contract_reviews (
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    body TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    reviewed_on TEXT,
    finding TEXT NOT NULL,
    required TEXT,
    state TEXT NOT NULL
);
CREATE INDEX contract_reviews_by_programme ON contract_reviews (programme);
CREATE INDEX contract_reviews_by_body ON contract_reviews (body);

CREATE TABLE deliverables ( -- what a programme has to deliver
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    counted TEXT,
    total BIGINT,
    total_words TEXT,
    due TEXT,
    reward BIGINT,
    lag_weeks BIGINT NOT NULL,
    lag_reason TEXT,
    position BIGINT NOT NULL
);
CREATE INDEX deliverables_by_programme ON deliverables (programme);

CREATE TABLE delivery ( -- from the start of the programme to the end of a period; a ledger
    id BIGINT PRIMARY KEY,
    deliverable TEXT NOT NULL REFERENCES deliverables (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    body TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    profile BIGINT,
    delivered BIGINT,
    evidenced BIGINT,
    claimed BIGINT,
    paid BIGINT,
    profile_words TEXT,
    delivered_words TEXT,
    judged TEXT,
    note TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX delivery_by_deliverable ON delivery (deliverable);
CREATE INDEX delivery_by_area ON delivery (area);
CREATE INDEX delivery_by_body ON delivery (body);

CREATE TABLE payment_rules ( -- what is paid for a case
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    deliverable TEXT REFERENCES deliverables (code) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    amount BIGINT NOT NULL,
    funded BIGINT NOT NULL,
    funded_of BIGINT NOT NULL,
    cases BIGINT,
    valid_from TEXT,
    valid_to TEXT,
    claim_from BIGINT,
    claim_days BIGINT,
    evidence TEXT,
    source TEXT,
    position BIGINT NOT NULL
);
CREATE INDEX payment_rules_by_programme ON payment_rules (programme);
CREATE INDEX payment_rules_by_deliverable ON payment_rules (deliverable);

CREATE TABLE payment_claims ( -- a case is known by a reference, never by a name
    code TEXT PRIMARY KEY,
    rule TEXT NOT NULL REFERENCES payment_rules (code) DEFERRABLE INITIALLY DEFERRED,
    reference TEXT NOT NULL,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    body TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    attached_on TEXT,
    achieved_on TEXT,
    claimed_on TEXT,
    paid_on TEXT,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    amount BIGINT,
    clawback BIGINT,
    clawback_reason TEXT,
    note TEXT
);
CREATE INDEX payment_claims_by_rule ON payment_claims (rule);
CREATE INDEX payment_claims_by_area ON payment_claims (area);
CREATE INDEX payment_claims_by_body ON payment_claims (body);

CREATE TABLE waves ( -- a round of projects
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    programme TEXT REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT,
    window_from TEXT,
    window_to TEXT,
    proposed BIGINT,
    completed BIGINT,
    areas BIGINT,
    areas_words TEXT,
    note TEXT
);
CREATE INDEX waves_by_unit ON waves (unit);
CREATE INDEX waves_by_programme ON waves (programme);

CREATE TABLE milestones (
    code TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT,
    forecast TEXT,
    completed TEXT,
    note TEXT,
    position BIGINT NOT NULL
);

CREATE TABLE forms ( -- by which many sites rate themselves
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    programme TEXT REFERENCES programmes (code) DEFERRABLE INITIALLY DEFERRED,
    sites TEXT,
    asked BIGINT,
    note TEXT
);
CREATE INDEX forms_by_unit ON forms (unit);
CREATE INDEX forms_by_programme ON forms (programme);

CREATE TABLE form_returns ( -- the distribution of a form's returns; a ledger
    id BIGINT PRIMARY KEY,
    form TEXT NOT NULL REFERENCES forms (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    asked BIGINT,
    received BIGINT,
    response_percent BIGINT,
    green BIGINT,
    amber BIGINT,
    red BIGINT,
    green_percent BIGINT,
    amber_percent BIGINT,
    red_percent BIGINT,
    note TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX form_returns_by_form ON form_returns (form);
CREATE INDEX form_returns_by_area ON form_returns (area);

CREATE TABLE site_ratings ( -- how one site rated itself; a ledger
    id BIGINT PRIMARY KEY,
    form TEXT NOT NULL REFERENCES forms (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    site TEXT NOT NULL,
    area TEXT REFERENCES areas (code) DEFERRABLE INITIALLY DEFERRED,
    rating TEXT,
    note TEXT,
    followed_up TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX site_ratings_by_form ON site_ratings (form);
CREATE INDEX site_ratings_by_area ON site_ratings (area);

CREATE TABLE risks ( -- and opportunities
    code TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    renamed_from TEXT,
    unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    owner_post TEXT,
    raised_on TEXT,
    raised_in TEXT,
    cause TEXT,
    consequence TEXT,
    controls TEXT,
    planned TEXT,
    merged_into TEXT REFERENCES risks (code) DEFERRABLE INITIALLY DEFERRED,
    closed_on TEXT,
    closed_in TEXT,
    closed_reason TEXT,
    approved_by TEXT
);
CREATE INDEX risks_by_unit ON risks (unit);
CREATE INDEX risks_by_merged_into ON risks (merged_into);

CREATE TABLE risk_reviews ( -- how an entry was scored in a period; a ledger
    id BIGINT PRIMARY KEY,
    risk TEXT NOT NULL REFERENCES risks (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    inherent_impact BIGINT,
    inherent_likelihood BIGINT,
    impact BIGINT,
    likelihood BIGINT,
    target_impact BIGINT,
    target_likelihood BIGINT,
    score BIGINT,
    least_score BIGINT,
    note TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX risk_reviews_by_risk ON risk_reviews (risk);

CREATE TABLE trajectories ( -- where a recovery plan means to bring its measure; a ledger
    id BIGINT PRIMARY KEY,
    recovery_plan TEXT NOT NULL REFERENCES recovery_plans (code) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    value BIGINT NOT NULL,
    note TEXT,
    known_at BIGINT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX trajectories_by_recovery_plan ON trajectories (recovery_plan);

CREATE TABLE escalations ( -- what one body hands to another
    code TEXT PRIMARY KEY,
    from_unit TEXT REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    to_unit TEXT NOT NULL REFERENCES units (code) DEFERRABLE INITIALLY DEFERRED,
    raised_on TEXT,
    period TEXT NOT NULL,
    subject TEXT,
    title TEXT NOT NULL,
    text TEXT,
    state TEXT NOT NULL,
    outcome TEXT,
    settled_on TEXT
);
CREATE INDEX escalations_by_from_unit ON escalations (from_unit);
CREATE INDEX escalations_by_to_unit ON escalations (to_unit);
