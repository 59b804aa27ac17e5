-- The derived ledger, version 3. Everything here follows from reports/, dossier.toml and
-- decisions.jsonl: delete the file and it is made anew. Every row is in the order of `place`.

CREATE TABLE meta (        -- what this file is
    key   VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL  -- schema: the version above; fingerprint: what the rest was derived from
);

CREATE TABLE reports (     -- one row a report
    place     INTEGER PRIMARY KEY,
    hash      VARCHAR NOT NULL,  -- SHA-256 of the original's bytes
    name      VARCHAR NOT NULL,
    text      VARCHAR NOT NULL,  -- claims' offsets are code points of this text
    blocks    JSON NOT NULL,     -- [{kind, start, "end"}]
    title     JSON,              -- {value, "where"}: a fact, and where it was found; so are the next five
    publisher JSON,
    author    JSON,
    date      JSON,
    language  JSON,
    url       JSON,
    noise     JSON NOT NULL      -- [[start, end]]: spans that are no prose
);

CREATE TABLE claims (      -- one row a claim, as a person's rulings left it
    place       INTEGER PRIMARY KEY,
    standing    VARCHAR NOT NULL,  -- kept, rejected by a reviewer, or superseded by a correction
    doc         VARCHAR NOT NULL,
    quote       VARCHAR NOT NULL,
    start       BIGINT NOT NULL,
    "end"       BIGINT NOT NULL,   -- exclusive
    kind        VARCHAR NOT NULL,
    giver       VARCHAR,
    receiver    VARCHAR,
    parties     JSON NOT NULL,
    category    VARCHAR,
    item        VARCHAR,
    low         DOUBLE,            -- null: open
    high        DOUBLE,
    approx      BOOLEAN NOT NULL,
    unit        VARCHAR,
    "when"      VARCHAR,           -- EDTF
    attribution JSON NOT NULL,
    factuality  VARCHAR NOT NULL,
    phase       VARCHAR NOT NULL,
    id          VARCHAR NOT NULL,
    report      VARCHAR NOT NULL,  -- reports.hash
    operator    VARCHAR,
    vote        VARCHAR NOT NULL,
    trust       VARCHAR NOT NULL,  -- high, fair, or doubtful: those wait for review
    found       JSON NOT NULL,
    cues        JSON NOT NULL,
    rulings     JSON NOT NULL
);

CREATE TABLE origins (     -- the voices that figures first came from
    place        INTEGER PRIMARY KEY,
    id           VARCHAR NOT NULL,
    name         VARCHAR NOT NULL,
    named        BOOLEAN NOT NULL,
    spellings    JSON NOT NULL,
    is_publisher BOOLEAN NOT NULL,
    grade        VARCHAR NOT NULL, -- the Admiralty letter, A to F
    reasons      JSON NOT NULL     -- why its names are one voice's
);

CREATE TABLE entries (     -- the lines of the ledger
    place      INTEGER PRIMARY KEY,
    id         VARCHAR NOT NULL,
    kind       VARCHAR NOT NULL,
    giver      VARCHAR,
    receiver   VARCHAR,
    parties    JSON NOT NULL,
    category   VARCHAR,
    unit       VARCHAR,
    item       VARCHAR,
    "when"     VARCHAR,
    factuality VARCHAR NOT NULL,
    phase      VARCHAR NOT NULL,
    reasons    JSON NOT NULL,
    credibility INTEGER NOT NULL  -- the Admiralty number, 1 to 6
);

CREATE TABLE strands (     -- what one origin says of one entry
    place     INTEGER PRIMARY KEY,
    entry     INTEGER NOT NULL,  -- entries.place
    origin    VARCHAR NOT NULL,  -- origins.id
    claims    JSON NOT NULL,     -- claims.id, the head first
    reports   JSON NOT NULL,     -- reports.hash
    low       DOUBLE,
    high      DOUBLE,
    approx    BOOLEAN NOT NULL,
    distorted JSON NOT NULL,
    doubtful  BOOLEAN NOT NULL   -- every claim of it is: no figure of the balance rests on it
);

CREATE TABLE problems (    -- faults found in files
    place INTEGER PRIMARY KEY,
    file  VARCHAR NOT NULL,
    slug  VARCHAR NOT NULL,
    text  VARCHAR NOT NULL
);

CREATE TABLE copies (      -- reports that are another one over again
    place  INTEGER PRIMARY KEY,
    report VARCHAR NOT NULL,  -- reports.hash of the later one
    head   VARCHAR NOT NULL,  -- reports.hash of the earliest of its like
    sort   VARCHAR NOT NULL,  -- copy, translation or correction
    share  DOUBLE NOT NULL  -- of the shorter text, what stands in both
);

CREATE TABLE retellings (  -- claims that retell another of their origin
    place    INTEGER PRIMARY KEY,
    claim    VARCHAR NOT NULL,  -- claims.id
    original VARCHAR NOT NULL,  -- claims.id
    types    JSON NOT NULL  -- how it differs; empty where it is faithful
);

CREATE TABLE relations (   -- how one entry stands to another, or one count to a later one
    place INTEGER PRIMARY KEY,
    one   VARCHAR NOT NULL,  -- entries.id; of grows, claims.id
    other VARCHAR NOT NULL,  -- the same
    sort  VARCHAR NOT NULL  -- covers, follows, grows or repeats
);

CREATE TABLE conflicts (   -- origins that cannot all be right
    place    INTEGER PRIMARY KEY,
    id       VARCHAR NOT NULL,
    type     VARCHAR NOT NULL,  -- disjoint, denied, falling or date
    entries  JSON NOT NULL,  -- entries.id
    sides    JSON NOT NULL,  -- claims.id, a list a side
    severity DOUBLE NOT NULL,  -- how far apart, 0 to 1
    ruled    VARCHAR NOT NULL,  -- the decision on it, or nothing
    settled  BOOLEAN NOT NULL  -- a person ruled that it is none
);

CREATE TABLE questions (   -- pairs of origins that may be one
    place INTEGER PRIMARY KEY,
    one   VARCHAR NOT NULL,  -- origins.id
    other VARCHAR NOT NULL,  -- origins.id
    why   VARCHAR NOT NULL
);
