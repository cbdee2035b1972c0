"""Runs the migrations: on the connection that materiel hands over, or on MATERIEL_DB for Alembic's command."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import Connection

from materiel.database.engine import writing
from materiel.database.location import locate
from materiel.models import Base
from materiel.models.views import VIEWS

# Made by hand in a migration (the engine's own full-text index), unknown to the models.
UNMODELLED = ("search_index", "ix_search_document_words")


def include_object(_object: object, name: str | None, type_: str, reflected: bool, _to: object) -> bool:
    """Leave out what the models do not describe: full-text indexes, and a user's own tables."""
    if name is not None and name.startswith(UNMODELLED):
        return False
    return not (type_ == "table" and reflected and name not in Base.metadata.tables)


def run(connection: Connection) -> None:
    """Run the migrations on `connection`, in its transaction."""
    options: dict[str, Any] = {
        "target_metadata": Base.metadata,
        "render_as_batch": True,
        "transactional_ddl": True,
        "compare_type": True,
        "compare_server_default": True,
        "include_object": include_object,
        "autogenerate_plugins": ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
    }
    context.configure(connection=connection, **options)
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    with writing(locate(), bulk=True) as own:
        for view in reversed(VIEWS):
            own.exec_driver_sql(f"DROP VIEW IF EXISTS {view.name}")
        run(own)
