"""All cues, in the order in which they are tried: of several that fit, the first is meant."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.lengths import LENGTHS
from materiel.reading.drafts.cues.masses import MASSES
from materiel.reading.drafts.cues.motion import MOTION
from materiel.reading.drafts.cues.prices import PRICES
from materiel.reading.drafts.cues.reaches import REACHES

CUES: Final = (*LENGTHS, *REACHES, *MASSES, *MOTION, *PRICES)
