"""Every word that a reader is shown, in one language: from ``labels.toml`` to a typed table."""

from donnant.lang.lexicon import Words, read_table


class Plural(Words, frozen=True):
    """A noun for one and for several."""

    one: str
    other: str


class Scale(Words, frozen=True):
    """A power of ten and its short mark, for sums of money."""

    size: float
    mark: str


class Bounds(Words, frozen=True):
    """How an amount with an open, closed or hedged bound is written."""

    about: str
    at_least: str
    more_than: str
    at_most: str
    less_than: str
    between: str
    share: str


class Precise(Words, frozen=True):
    """A phrase about a date: one wording for a day, one for a month, a season or a year."""

    day: str
    other: str


class Dates(Words, frozen=True):
    """How a date or a period is written."""

    since: Precise
    until: Precise
    so_far: str
    period: str
    about: str
    uncertain: str
    decade: str
    season: str
    seasons: dict[str, str]
    first_day: str | None = None
    """The first of a month, where the language writes it in its own way."""


class Counts(Words, frozen=True):
    """What is counted, each with its number."""

    reports: Plural
    claims: Plural
    origins: Plural
    echoes: Plural
    distortions: Plural
    conflicts: Plural
    to_review: Plural
    entries: Plural


class Times(Words, frozen=True):
    """How many times more: a ratio whose bounds may be open."""

    between: str
    at_least: str
    at_most: str
    exactly: str


class Ratios(Words, frozen=True):
    """The ratio as a sentence, by party code, and by party name for the head of the brief."""

    settled: str
    unsettled: str
    none: str
    answer_settled: str
    answer_unsettled: str


class Reckoning(Words, frozen=True):
    """How the ratio comes about, and which totals are no part of it."""

    title: str
    low: str
    high: str
    sum: str
    open: str
    aside: str
    unnamed: str
    currency: str
    smaller: str
    elsewhere: str
    doubtful: str


class Rows(Words, frozen=True):
    """The labels of the balance's rows."""

    published: str
    planned: str
    denied: str
    ratio: str
    set_aside: str
    unpriced: str
    losses: str
    agreements: str
    attitudes: str
    conflicts: str
    doubtful: str


class Headings(Words, frozen=True):
    """The headings of the brief, and short words that stand alone."""

    brief: str
    balance: str
    plot: str
    ledger: str
    other_transfers: str
    sources: str
    problems: str
    rejected: str
    skip: str
    contents: str
    report: str
    publisher: str
    author: str
    date: str
    url: str
    file: str
    hash: str
    sentence: str
    context: str
    reasons: str
    cues: str
    found: str
    rulings: str
    claims: str
    distorted: str


class Phrases(Words, frozen=True):
    """Everything said in a sentence; names in braces are filled in."""

    as_known: str
    whole: str
    chosen: str
    hint: str
    review: str
    ruled: str
    lead: str
    unnamed: str
    own_voice: str
    unspecified: str
    nothing: str
    title: str
    no_balance: str
    read_from: str
    never_added: str
    plot_about: str
    plot_linear: str
    plot_log: str
    plot_bar: str
    ledger_about: str
    sources_about: str
    span: str
    back: str
    no_date: str
    holds: str
    does_not_hold: str
    footer: str


class Labels(Words, frozen=True):
    """All words of one language."""

    scales: list[Scale]
    bounds: Bounds
    dates: Dates
    counts: Counts
    times: Times
    ratios: Ratios
    reckoning: Reckoning
    rows: Rows
    headings: Headings
    phrases: Phrases
    kinds: dict[str, str]
    categories: dict[str, str]
    factualities: dict[str, str]
    phases: dict[str, str]
    votes: dict[str, str]
    trusts: dict[str, str]
    places: dict[str, str]
    fields: dict[str, str]
    columns: dict[str, str]
    """The heads of the tables of claims and of entries."""
    units: dict[str, Plural]


def read_labels(language: str) -> Labels:
    """The words of a language; BadPack if the pack lacks one."""
    labels: Labels = read_table(language, "labels", Labels)
    return labels
