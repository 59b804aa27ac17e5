"""A sentence in; where the place from which it was filed ends, out: `NAIROBI, June 3 (Agency) - `."""

import re

_DATELINE = re.compile(
    r"[A-ZÀ-Ý]{3,}(?:[ '’-][A-ZÀ-Ý]{2,}){0,3}(?:, [^\n()–—-]{1,24})?(?: ?\([^()\n]{1,40}\))? ?[-–—] (?=[^\W\d_])"
)


def dateline_end(text: str) -> int:
    """The offset behind a dateline; 0 where there is none. It names nobody who does anything."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
