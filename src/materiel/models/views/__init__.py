"""The views that SQL users query: `receipts`, `disputes`, `spec_sheet`.

Views hold no data, so they are no part of the migrations: they are dropped before a migration and made
again when the schema is at its newest version. The text is the same for every engine but for the
function that joins strings.
"""

from __future__ import annotations

from materiel.models.views.disputes import CONTRADICTION, DISPUTES
from materiel.models.views.receipts import RECEIPTS
from materiel.models.views.specification import SPEC_SHEET
from materiel.models.views.view import View

VIEWS = (RECEIPTS, CONTRADICTION, DISPUTES, SPEC_SHEET)
"""Our views, each after those that it stands on."""

__all__ = ["VIEWS", "View"]
