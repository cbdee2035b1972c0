"""A few lines on what the database holds, for the README: `python -m materiel.catalog.summary` prints them."""

from __future__ import annotations

from materiel.catalog.coverage import coverage
from materiel.database.embedded import ensure_embedded
from materiel.database.location import locate
from materiel.database.reader import Reader, open_reader

_COLUMNS = ("systems", "statements", "adopted_values", "single_source", "disputes")


def summary(reader: Reader) -> str:
    """Return a table in Markdown with a line for each kind of system, and one for all."""
    found = coverage(reader)
    total = found["totals"]
    rows = [("kind", *(name.replace("_", " ") for name in _COLUMNS)), ("---", *("---:" for _ in _COLUMNS))]
    rows += [(row["kind"], *(f"{row[name]:,}" for name in _COLUMNS)) for row in found["kinds"]]
    rows.append(("all", *(f"{total[name]:,}" for name in _COLUMNS)))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return (
        f"{table}\n\n{total['sources']:,} sources by {total['publishers']:,} publishers, published from"
        f" {total['oldest']} to {total['newest']}."
    )


if __name__ == "__main__":
    place = locate()
    ensure_embedded(place)
    with open_reader(place) as opened:
        print(summary(opened))  # printing it is what this module is run for
