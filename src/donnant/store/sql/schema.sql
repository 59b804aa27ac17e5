-- The derived ledger, version 2. Everything here follows from reports/, dossier.toml and
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
    standing    VARCHAR NOT NULL,  -- kept, or rejected by a reviewer
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
    is_publisher BOOLEAN NOT NULL
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
    reasons    JSON NOT NULL
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
