"""Which columns each table has, in which order and of which sort; a language in, columns with headings out."""

from collections.abc import Mapping

from donnant.lang.labels import Labels, read_labels
from donnant.lang.links import read_links
from donnant.lang.sheets import Sheets, read_sheets
from donnant.lang.worth import read_worths
from donnant.show.exports.cells import Column, Sort

TABLES: dict[str, tuple[str, ...]] = {
    "balance": (
        "section", "giver", "receiver", "category", "item", "unit", "low", "high", "approx", "apart", "when",
        "factuality", "phase", "origin_name", "origins", "reports", "distortions", "low90", "median", "high90",
        "settled", "entry", "address", "claims", "claim",
    ),
    "assumptions": ("about", "value"),
    "worth": (
        "section", "giver", "receiver", "category", "item", "when", "unit", "quantity_low", "quantity_high",
        "price_low", "price_high", "duration_low", "duration_high", "lasts", "unit_factor", "rate", "deflation",
        "worth_low", "worth_high", "currency", "low90", "median", "high90", "ahead", "counted", "why", "detail",
        "because", "origin_name", "prices", "entry", "claims", "claim",
    ),
    "ledger": (
        "entry", "kind", "giver", "receiver", "parties", "category", "item", "unit", "when", "factuality", "phase",
        "credibility", "origins", "origin", "origin_name", "named", "grade", "low", "high", "approx", "reports",
        "distorted", "doubtful", "reasons", "claims", "claim",
    ),
    "claims": (
        "id", "standing", "file", "start", "end", "quote", "kind", "giver", "receiver", "parties", "category", "item",
        "low", "high", "approx", "operator", "unit", "when", "attribution", "factuality", "phase", "trust", "vote",
        "entry", "origin", "origin_name", "retells", "distortion", "rulings", "date", "publisher", "report",
    ),
    "sources": (
        "file", "report", "date", "publisher", "title", "author", "language", "url", "claim_count", "copy_of",
    ),
    "origins": (
        "origin", "origin_name", "named", "is_publisher", "grade", "spellings", "claim_count", "report_count",
        "echoes", "distortions", "reasons",
    ),
    "prices": (
        "price", "items", "category", "unit", "low", "high", "currency", "per", "date", "basis", "place", "source",
        "quote", "url", "note", "rate", "deflation", "low_into", "high_into", "into", "months_low", "months_high",
        "span_low", "span_high", "priced",
    ),
    "rates": ("conversion", "one", "other", "rate", "first", "last", "days", "prices_of", "source", "used"),
    "conflicts": (
        "conflict", "type", "severity", "settled", "ruled", "subject", "side_one", "side_other", "entries",
        "claims_one", "claims_other", "claim_one", "claim_other",
    ),
}  # fmt: skip
"""Columns by table, and tables in the order of the sheets."""

_SORTS = {
    Sort.LIST: (
        "apart", "parties", "reasons", "claims", "prices", "attribution", "distortion", "rulings", "spellings",
        "items", "entries", "claims_one", "claims_other", "distorted",
    ),
    Sort.WHOLE: (
        "origins", "reports", "distortions", "credibility", "start", "end", "claim_count", "report_count", "echoes",
        "days", "prices_of", "used", "priced",
    ),
    Sort.NUMBER: (
        "low", "high", "quantity_low", "quantity_high", "duration_low", "duration_high", "months_low", "months_high",
        "span_low", "span_high", "severity", "ahead",
    ),
    Sort.MONEY: (
        "price_low", "price_high", "worth_low", "worth_high", "low90", "median", "high90", "low_into", "high_into",
    ),
    Sort.FACTOR: ("unit_factor", "rate", "deflation"),
    Sort.FLAG: ("approx", "settled", "counted", "named", "doubtful", "is_publisher"),
    Sort.URL: ("url",),
    Sort.ANY: ("value",),
}  # fmt: skip
_SORT = {key: sort for sort, keys in _SORTS.items() for key in keys}


def columns_of(table: str, language: str) -> tuple[Column, ...]:
    """The columns of a table, headed in a language."""
    words = read_sheets(language)
    coded = _coded(read_labels(language), language, words)
    return tuple(
        Column(key, _SORT.get(key, Sort.TEXT), words.columns[key], coded.get(key, {})) for key in TABLES[table]
    )


def _coded(labels: Labels, language: str, words: Sheets) -> Mapping[str, Mapping[str, str]]:
    """The words of each column that holds codes."""
    links, worths = read_links(language), read_worths(language)
    return {
        "section": words.sections,
        "category": labels.categories,
        "kind": labels.kinds,
        "unit": {name.replace("_", " "): noun.one for name, noun in labels.units.items()},
        "factuality": labels.factualities,
        "phase": labels.phases,
        "trust": labels.trusts,
        "vote": labels.votes,
        "operator": words.operators,
        "standing": words.standings,
        "lasts": words.lasts,
        "per": {name: noun.one for name, noun in worths.spans.items()},
        "why": {**worths.reasons, **worths.asides, **words.left_out},
        "conversion": words.conversions,
        "distortion": links.distortions,
        "type": links.conflicts,
        "about": {**words.assumptions, **words.facts},
    }
