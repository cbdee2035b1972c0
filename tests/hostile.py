"""Texts that a format could take for something else, and a way to plant texts in a database behind all checks."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

import psycopg

FORMULAS = ("=cmd|' /C calc'!A0", "=1+1", "+1", "-x", "@a", "\t=1", "\r=1", "'=1", "'quoted'", "''", "'")
"""How cells begin that a spreadsheet computes, and those that look as if an apostrophe guarded them."""

PRINTABLE = (
    *(text for text in FORMULAS if text.isprintable()),
    'he said "no"',
    '"',
    '","',
    "a, b;c|d",
    "\\",
    '\\"',
    "<r><t>&amp;</t></r>",
    "<r>&",
    "_x0041_",
    "null",
    "true",
    "1",
    "10.0",
    "1e5",
    "2026-11-24",
    "%s %w {} :name",
    "🚀 rocket",
    "مرحبا",
    "Су-57",
    "e\u0301",
    "\u00a0",
    "\ufffe",
    "😀" * 50,
    "https://example.org/?a=1&b=2#c",
)
CONTROLS = ("two\nlines", "\r\n", "\t", "\x01", "\x1f", "\x1b[31m", "\x7f", "\u202e", "\u2028", "\x85")
TEXTS = (*PRINTABLE, *FORMULAS, *CONTROLS, "", " ", " padded ")
"""All but NUL: PostgreSQL has no texts with it, and seeds refuse it as they refuse all control characters."""


def plant(address: str, texts: Sequence[str | None]) -> None:
    """Make the agents those of `texts` alone, next to the ones that were there: a text is a name, and a country."""
    rows = [(f"zz-{number:05}", text or "", "place", text) for number, text in enumerate(texts)]
    if address.startswith("postgresql"):
        with psycopg.connect(address) as connection, connection.cursor() as cursor:
            cursor.execute("DELETE FROM agent WHERE id LIKE 'zz-%'")
            cursor.executemany("INSERT INTO agent VALUES (%s, %s, %s, %s)", rows)
        return
    with closing(sqlite3.connect(address)) as database, database:
        database.execute("DELETE FROM agent WHERE id LIKE 'zz-%'")
        database.executemany("INSERT INTO agent VALUES (?, ?, ?, ?)", rows)
