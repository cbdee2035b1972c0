"""What an editor and a type checker know: mypy is run on a program that uses the interface."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from materiel.models.registry import KIND_MODELS, properties

TYPES = {"number": "float | None", "integer": "int | None", "text": "str | None", "date": "str | None"}
PROPERTIES = {name: TYPES[found.value_type] for kind in KIND_MODELS for name, found in properties(kind).items()}

EXPRESSIONS = {
    'db["su-57"]': "materiel.System",
    'db["su-57"].wingspan_m': "float | None",
    'db["su-57"].id': "str",
    'db["su-57"].family': "materiel.System | None",
    'db["su-57"].claims("wingspan_m")[0].low': "float | None",
    'db["su-57"].receipts[0].link': "str",
    'db.get("su-57")': "materiel.System | None",
    'db.get("su-57", 0)': "materiel.System | int",
    'db.find(where="crew > 1")[0].crew': "int | None",
    "next(iter(db)).torpedo_tubes": "int | None",
    'db.compare("a", "b").properties[0].values["a"]': "materiel.AdoptedValue | None",
    'db.to_pandas("aircraft")': "pandas.DataFrame",
    'db.to_polars("aircraft")': "polars.DataFrame",
    **{f"system.{name}": kind for name, kind in PROPERTIES.items()},
}
WRONG = {
    "system.wingspam_m": "attr-defined",
    "system.wingspam_m = 14.1": "attr-defined",
    "materiel.opne()": "attr-defined",
    "db[57]": "index",
    "db.find(maximum=3)": "call-arg",
    'system.claims()[0].value = "3"': "misc",
    "len(system.wingspan_m)": "arg-type",
}
"""Lines that fail when they run, with the code of the error that mypy finds in them."""

BEGINNING = """\
from typing import assert_type
import materiel, pandas, polars
db = materiel.open()
system = db["su-57"]
"""


def test_types_are_known_of_every_property_and_what_would_fail_is_an_error(tmp_path: Path) -> None:
    right = [f"assert_type({expression}, {kind})" for expression, kind in EXPRESSIONS.items()]
    assert errors(tmp_path, [*BEGINNING.splitlines(), *right, *WRONG]) == WRONG


def errors(directory: Path, lines: list[str]) -> dict[str, str]:
    """Run mypy on a program as a user without settings does. Return the codes of its errors by the line."""
    (directory / "program.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ["--strict", "--config-file=", "--cache-dir=cache", "--hide-error-context", "--no-error-summary"]
    command = [sys.executable, "-m", "mypy", *options, "program.py"]
    run = subprocess.run(
        command, cwd=directory, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )
    said = [line for line in run.stdout.splitlines() if ": note: " not in line]
    found = [re.fullmatch(r"program\.py:(\d+): error: .*\[(.*)\]", line) for line in said]
    assert all(found), (run.stdout, run.stderr)
    return {lines[int(match[1]) - 1]: match[2] for match in found if match}
