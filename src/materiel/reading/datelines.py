"""Datelines: place, day and agency before the first words of a report, as in "SEOUL, Sept. 15 (Yonhap) --"."""

from __future__ import annotations

import re

_PLACE = r"[A-ZÀ-ÞА-ЯЁІЇЄ][A-ZÀ-ÞА-ЯЁІЇЄ .'/-]{2,60}"
_TOWN = r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}"
_AGENCY = r"\([A-Z][\w .&/-]{1,40}\)"

_DATELINES = {
    "agency": rf"{_AGENCY} ?--? ",
    "place and agency": rf"(?:{_PLACE}|{_TOWN})(?:[,.] ?[\w .,'/-]{{1,60}})? {_AGENCY} ?--? ",
    "place": rf"{_PLACE}(?:, [A-Z][\w.' ]{{1,40}})?(?:, [\w. ]{{3,20}}\d{{1,2}}(?:, \d{{4}})?)? --? ",
    "slashed agency": rf"{_PLACE}[,.] [\w .]{{2,30}} /[\w -]{{2,30}}/\.(?: -)? ",
    "agency behind": rf"{_PLACE}, \d{{1,2}} \w{{3,10}}\.? - [\w .]{{2,30}}\. ",
    "korean": r"\([\w·]{2,20}=[\w ]{2,20}\) (?:[\w·, ]{1,40} = )?",
    "chinese": r"(?:新华社|中新社|中新网|新華社)\w{2,20}日电 ?(?:\([^()]{1,30}\))? ?",
}
_DATELINE = re.compile("|".join(_DATELINES.values()))


def dateline_end(text: str) -> int:
    """Return where the words of a canonical paragraph begin, behind its dateline; 0 if there is none."""
    found = _DATELINE.match(text)
    return found.end() if found and found.end() < len(text) else 0
