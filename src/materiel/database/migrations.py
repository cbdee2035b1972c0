"""Runs the migrations. Whoever only makes a new database, or reads one, does not load Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from materiel.resources import migrations_dir


def config(connection: Connection | None = None) -> Config:
    """Return the Alembic configuration that runs our migrations on `connection`."""
    found = Config()
    found.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def revisions() -> list[str]:
    """Return the revisions that the migrations have, oldest first."""
    scripts = ScriptDirectory.from_config(config())
    return [script.revision for script in scripts.walk_revisions()][::-1]


def migrate_up(connection: Connection, revision: str) -> None:
    """Run the migrations up to `revision`."""
    command.upgrade(config(connection), revision)


def migrate_down(connection: Connection, revision: str) -> None:
    """Run the migrations back down to `revision`; "base" is the empty schema."""
    command.downgrade(config(connection), revision)
