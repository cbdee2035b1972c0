"""The schema in a database: migrations up and down, views, and the descriptions it holds of itself."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    delete,
    insert,
    inspect,
    select,
)

from materiel.database.revision import REVISIONS
from materiel.errors import DatabaseError
from materiel.models import Base, DataDictionary, PropertyRow
from materiel.models.registry import property_rows
from materiel.models.views import VIEWS, View

HEAD: Final = REVISIONS[-1]
"""The newest revision of the schema, which this version of materiel has."""

_VERSION: Final = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic keeps the revision of a database, as it makes it itself."""


def current(connection: Connection) -> str | None:
    """Return the revision that the database is at; None for one without our schema."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Bring the schema to `revision`, in the transaction of `connection`, a bulk one (`writing`).

    A database without our schema gets it as the models have it, which is what all migrations lead to (tests hold
    them together) and takes a quarter of the time. Of an SQLite database that holds anything, tables that others
    refer to are made anew, which an enforced foreign key does not allow.
    Raises `DatabaseError` for a database on a server that does not hold Unicode.
    """
    _require_unicode(connection)
    if revision == HEAD and current(connection) is None:
        _create(connection)
    else:
        from materiel.database.migrations import migrate_up

        drop_views(connection)
        migrate_up(connection, revision)
    if current(connection) == HEAD:
        describe(connection)


def _create(connection: Connection) -> None:
    Base.metadata.create_all(connection)
    _VERSION.create(connection, checkfirst=True)
    connection.execute(_VERSION.insert(), {"version_num": HEAD})


def downgrade(connection: Connection, revision: str = "base") -> None:
    """Take the schema back to `revision`, in the transaction of `connection`, a bulk one, as for `upgrade`."""
    from materiel.database.migrations import migrate_down

    drop_views(connection)
    migrate_down(connection, revision)


def _require_unicode(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise DatabaseError(
                f"the database has the encoding {encoding}, which does not hold names in every script;"
                " make one with ENCODING 'UTF8' TEMPLATE template0"
            )


def drop_views(connection: Connection) -> None:
    """Drop our views, those that stand on others first."""
    for view in reversed(VIEWS):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {view.name}")


def describe(connection: Connection) -> None:
    """Make the views, and fill the tables in which the database describes itself."""
    create_views(connection)
    _renew_properties(connection)
    connection.execute(delete(DataDictionary))
    connection.execute(insert(DataDictionary), dictionary_rows())


def create_views(connection: Connection) -> None:
    """Make our views, with comments where the engine has them."""
    server = connection.dialect.name == "postgresql"
    # To drop a view there is to wait for whoever reads it, and to hold up whoever wants to until we commit.
    if not (server and all(_stands(connection, view) for view in VIEWS)):
        drop_views(connection)
        for view in VIEWS:
            _create_view(connection, view.name, view)
    if server:
        for view in VIEWS:
            _comment_view(connection, view)


def _create_view(connection: Connection, name: str, view: View) -> None:
    select = view.select[connection.dialect.name].replace("%", "%%")
    connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")


def _comment_view(connection: Connection, view: View) -> None:
    connection.exec_driver_sql(f"COMMENT ON VIEW {view.name} IS {_literal(view.description)}")
    for column, description in view.columns.items():
        connection.exec_driver_sql(f"COMMENT ON COLUMN {view.name}.{column} IS {_literal(description)}")


def _stands(connection: Connection, view: View) -> bool:
    """Say whether the server has `view` as we would make it now."""
    if view.name not in inspect(connection).get_view_names():
        return False
    # The server keeps a view in words of its own, so it is compared with one that is made for this.
    _create_view(connection, _TRIAL_VIEW, view)
    stored, trial = (inspect(connection).get_view_definition(name) for name in (view.name, _TRIAL_VIEW))
    connection.exec_driver_sql(f"DROP VIEW {_TRIAL_VIEW}")
    return stored == trial


_TRIAL_VIEW = "materiel_trial_view"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''").replace("%", "%%") + "'"


def _renew_properties(connection: Connection) -> None:
    # Claims refer to these rows, so rows that have not changed are left alone.
    columns = [column.name for column in PropertyRow.__table__.columns]
    wanted = {(row.kind, row.name): {name: getattr(row, name) for name in columns} for row in property_rows()}
    present = {(row.kind, row.name): dict(row._mapping) for row in connection.execute(_table(PropertyRow).select())}
    table = _table(PropertyRow)
    for key in present.keys() - wanted.keys():
        connection.execute(table.delete().where(table.c.kind == key[0], table.c.name == key[1]))
    for key, values in wanted.items():
        if key not in present:
            connection.execute(table.insert(), values)
        elif present[key] != values:
            connection.execute(table.update().where(table.c.kind == key[0], table.c.name == key[1]), values)


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]


def dictionary_rows() -> list[dict[str, str]]:
    """Return the rows of the `data_dictionary` table, read from the models and views."""
    rows = []
    for table in Base.metadata.sorted_tables:
        rows.append((table.name, "", table.comment or ""))
        rows.extend((table.name, column.name, column.comment or "") for column in table.columns)
    for view in VIEWS:
        rows.append((view.name, "", view.description))
        rows.extend((view.name, column, description) for column, description in view.columns.items())
    return [{"table_name": table, "column_name": column, "description": text} for table, column, text in rows]


def taken_names(connection: Connection) -> list[str]:
    """Return the names of our tables that a database without our schema uses for something else."""
    return sorted(set(inspect(connection).get_table_names()) & set(Base.metadata.tables))
