"""Column types that behave the same on every engine."""

from __future__ import annotations

from sqlalchemy import Text

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared and sorted by code point, as SQLite does it, whatever the collation of a server's database."""
