"""Markdown: raw text kept, mark-up told apart from words."""

from donnant.domain.report import Report
from donnant.read.files import read_bytes
from donnant.read.meta import Given

NOTE = """---
title: "Cranes for Riga"
date: 2024-05-03
source: The Port Gazette
---
# Cranes for *Riga*

![Cranes on the quay](x.jpg)

*By Anne Dupont*

Norway handed **eleven cranes** to the port[^1], the [ministry](https://example.org/a_(b)) said,
and *two more* will follow in snake_case June.

What Riga gives
---------------

In return Latvia supplies:

- pine wood worth 3 million euros,
  shipped in May
- peat

> "We promised nothing," the mayor said.

| a | b |
|---|---|
| 1 | 2 |

```
Norway gave code.
```

<!-- A remark of the editor. -->

[^1]: See the note of 2 May 2024.
"""


def note() -> Report:
    """The report of the note."""
    report, problems = read_bytes("a.md", NOTE.encode(), Given())
    assert report is not None and not problems
    return report


def test_blocks_of_markdown() -> None:
    """Headings, lists, quotes, tables, code, pictures and footnotes are told apart."""
    report = note()
    assert report.text == NOTE
    found = [(block.kind.value, NOTE[block.start : block.end]) for block in report.blocks]
    assert [words for kind, words in found if kind in ("paragraph", "standfirst", "list_item")] == [
        "Norway handed **eleven cranes** to the port[^1], the [ministry](https://example.org/a_(b)) said,\n"
        "and *two more* will follow in snake_case June.",
        "In return Latvia supplies:",
        "pine wood worth 3 million euros,\n  shipped in May",
        "peat",
        '"We promised nothing," the mayor said.',
    ]
    assert ("title", "Cranes for *Riga*") in found
    assert ("heading", "What Riga gives") in found
    assert ("footnote", "See the note of 2 May 2024.") in found
    assert not any("remark" in words for _, words in found)


def test_words_without_noise_read_as_prose() -> None:
    """What is left of a paragraph without its noise is plain words."""
    report = note()
    block = next(block for block in report.blocks if NOTE[block.start :].startswith("Norway handed"))
    hidden = {place for start, end in report.noise for place in range(start, end)}
    words = "".join(NOTE[place] for place in range(block.start, block.end) if place not in hidden)
    assert words == (
        "Norway handed eleven cranes to the port, the ministry said,\nand two more will follow in snake_case June."
    )


def test_front_matter_tells_facts() -> None:
    """Keys between dashes are facts and no block."""
    report = note()
    assert report.date is not None and report.publisher is not None and report.title is not None
    assert (report.date.value, report.publisher.value, report.title.value) == (
        "2024-05-03",
        "The Port Gazette",
        "Cranes for Riga",
    )
    assert report.author is not None and report.author.value == "Anne Dupont"
