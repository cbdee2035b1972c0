"""The public names, and what it costs to import them: nothing, until a database is opened."""

from __future__ import annotations

import subprocess
import sys

import pytest

import materiel
from materiel import api

PUBLIC = [
    "AdoptedValue",
    "Claim",
    "ComparedProperty",
    "Comparison",
    "Database",
    "Dispute",
    "Doubtful",
    "Event",
    "Holding",
    "Match",
    "MaterielError",
    "Name",
    "Property",
    "Receipt",
    "Relation",
    "Side",
    "System",
    "Transfer",
    "__version__",
    "errors",
    "open",
]
"""What other programs may use. To take a name away, or to change what it means, breaks them."""

LOADED = """
import sys
before = set(sys.modules)
import materiel
print(*sorted(set(sys.modules) - before))
"""


def test_the_public_names_are_these() -> None:
    assert materiel.__all__ == PUBLIC
    assert sorted({*api.__all__, "MaterielError", "__version__", "errors"}) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_stands_for_something_that_is_documented(name: str) -> None:
    found = getattr(materiel, name)
    assert name in dir(materiel)
    assert isinstance(found, str) or found.__doc__


def test_all_of_them_can_be_imported_at_once() -> None:
    names: dict[str, object] = {}
    exec("from materiel import *", names)  # noqa: S102
    assert set(PUBLIC) <= set(names)


def test_a_name_that_is_none_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="module 'materiel' has no attribute 'opne'"):
        getattr(materiel, "opne")  # noqa: B009


def test_importing_loads_no_other_module() -> None:
    # Without what the interpreter loads to find an editable install.
    run = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True, encoding="utf-8")
    assert run.stdout.split() == ["materiel"]


def test_every_error_is_a_materiel_error() -> None:
    found = [item for item in vars(materiel.errors).values() if isinstance(item, type)]
    assert all(issubclass(item, materiel.MaterielError) for item in found if issubclass(item, Exception))
