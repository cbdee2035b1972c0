"""Nothing is undocumented: tables and columns, properties, commands and options; and two lists are one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from typer.main import get_command

from materiel.cli.app import COMMANDS, app
from materiel.database.revision import REVISIONS
from materiel.models import Base
from materiel.models.registry import KIND_MODELS, properties
from materiel.models.views import VIEWS
from materiel.resources import migrations_dir

TABLES = list(Base.metadata.tables.values())


def commands() -> Iterator[tuple[str, Any]]:
    """Yield every command and group with its name as people type it."""
    yield "materiel", get_command(app)
    for name in COMMANDS:
        yield from below(f"materiel {name}", get_command(import_module(f"materiel.cli.commands.{name}").app))


def below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for part, member in getattr(command, "commands", {}).items():
        yield from below(f"{name} {part}", member)


COMMAND_PARAMETERS = [pytest.param(name, command, id=name) for name, command in commands()]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_tables_and_columns_are_described(table: Any) -> None:
    assert is_sentence(table.comment)
    assert [column.name for column in table.columns if not is_sentence(column.comment)] == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_and_their_columns_are_described(view: Any) -> None:
    assert is_sentence(view.description)
    assert [name for name, description in view.columns.items() if not is_sentence(description)] == []


@pytest.mark.parametrize("kind", KIND_MODELS)
def test_properties_have_label_description_and_unit(kind: str) -> None:
    for name, found in properties(kind).items():
        assert found.label, name
        assert is_sentence(found.description), name
        if found.value_type == "number":
            assert found.unit, name
        else:
            assert found.unit is None, name


def is_sentence(text: str | None) -> bool:
    return bool(text) and str(text).strip() == text and str(text).endswith((".", ".)"))


@pytest.mark.parametrize(("name", "command"), COMMAND_PARAMETERS)
def test_commands_have_help_and_an_example(name: str, command: Any) -> None:
    about, _, example = (command.help or "").partition("Example:")
    assert is_sentence(about.strip())
    assert name in " ".join(example.split()), f"the example does not show {name!r}"


@pytest.mark.parametrize(("name", "command"), COMMAND_PARAMETERS)
def test_options_and_arguments_have_help(name: str, command: Any) -> None:
    undocumented = [parameter.name for parameter in command.params if not getattr(parameter, "help", None)]
    assert undocumented == [], name


def test_revisions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    chain = list(reversed([script.revision for script in scripts.walk_revisions()]))
    assert tuple(chain) == REVISIONS
    assert scripts.get_heads() == [REVISIONS[-1]]
    assert [scripts.get_revision(later).down_revision for _, later in pairwise(chain)] == chain[:-1]
