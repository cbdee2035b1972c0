"""All words for what is counted, in the order in which they are tried."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.counts.arms import ARMS
from materiel.reading.drafts.counts.built import BUILT
from materiel.reading.drafts.counts.people import ENGINES, PEOPLE

COUNTS: Final = (*PEOPLE, *ENGINES, *ARMS, *BUILT)
