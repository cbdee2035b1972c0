"""Every claim on a property, the adopted one and why: and the sources, for a bibliography."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from materiel.catalog import queries
from materiel.catalog.names import resolve
from materiel.catalog.receipts import RECEIPT_COLUMNS
from materiel.catalog.units import in_units
from materiel.database.reader import Reader
from materiel.errors import NotInDatabaseError

Row = dict[str, Any]

_CLAIM_COLUMNS = (
    "statement_id",
    "statement",
    "property",
    "condition",
    "value",
    "value_low",
    "value_high",
    "unit",
    "as_stated",
    "qualifier",
    "adopted",
    "adoption",
    "flag",
)


def cite(reader: Reader, name: str, prop: str | None = None, units: str = "metric") -> Row:
    """Return every statement on the system called `name`, or only those on the property `prop`.

    Raises `NameNotFoundError`, `AmbiguousNameError`, and `NotInDatabaseError` if nothing is stated on `prop`.
    """
    equipment_id = resolve(reader, name)
    equipment = reader.rows(queries.EQUIPMENT, id=equipment_id)[0]
    rows = reader.rows(queries.RECEIPTS, id=equipment_id)
    if prop is not None:
        known = sorted({row["property"] for row in rows})
        rows = [row for row in rows if row["property"] == prop]
        if not rows:
            listed = f"; there are statements on: {', '.join(known)}" if known else ""
            raise NotInDatabaseError(f"nothing is stated on {prop!r} of {equipment['name']}{listed}")
    statements = [cited(row, units) for row in rows]
    return {"id": equipment_id, "name": equipment["name"], "property": prop, "statements": statements}


def cited(row: Row, units: str = "metric") -> Row:
    """Return what is cited of a statement (a row of `receipts`), and its receipt."""
    converted = in_units(row, units)
    return {name: converted[name] for name in dict.fromkeys((*_CLAIM_COLUMNS, *RECEIPT_COLUMNS))}


def bibliography(reader: Reader, name: str, prop: str | None = None) -> list[Row]:
    """Return the sources that are cited on a system (or one property of it) as CSL-JSON items.

    The format: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
    """
    equipment_id = resolve(reader, name)
    return [_csl(row) for row in reader.rows(queries.CITED_SOURCES, id=equipment_id, property=prop)]


_CSL_TYPES = {
    "government document": "report",
    "research report": "report",
    "news article": "article-newspaper",
    "wire report": "article-newspaper",
    "state media report": "article-newspaper",
    "specialist press": "article-magazine",
}


def _csl(row: Row) -> Row:
    item: Row = {
        "id": row["id"],
        "type": _CSL_TYPES.get(row["kind"], "webpage"),
        "title": row["title"],
        "publisher": row["publisher"],
        "URL": row["url"],
        "language": row["language"],
        "accessed": _date_parts(str(row["retrieved"])),
    }
    if row["author"]:
        item["author"] = [{"literal": row["author"]}]
    if row["published"] and re.fullmatch(r"\d{4}(-\d\d){0,2}", row["published"]):
        item["issued"] = _date_parts(row["published"])
    elif row["published"]:
        item["issued"] = {"literal": row["published"]}
    return item


def _date_parts(day: str) -> Row:
    return {"date-parts": [[int(part) for part in day.split("-")]]}


def bibtex(items: list[Row]) -> str:
    """Write CSL-JSON items as BibTeX entries."""
    return "\n\n".join(_bibtex_entry(item) for item in items)


def _bibtex_entry(item: Row) -> str:
    fields = {
        "title": f"{{{_escaped(item['title'])}}}",
        "publisher": f"{{{_escaped(item['publisher'])}}}",
        "url": item["URL"],
        "urldate": "-".join(f"{part:02d}" for part in item["accessed"]["date-parts"][0]),
        "language": item["language"],
    }
    if "author" in item:
        fields["author"] = f"{{{_escaped(item['author'][0]['literal'])}}}"
    issued = item.get("issued", {})
    if "date-parts" in issued:
        fields["date"] = "-".join(f"{part:02d}" for part in issued["date-parts"][0])
    elif issued:
        fields["date"] = issued["literal"]
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@online{{{item['id']},\n{body}\n}}"


_TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "\\": r"\textbackslash{}",
        # Not as a backslash and a brace: BibTeX counts those braces too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def _escaped(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_TEX)
