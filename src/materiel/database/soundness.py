"""Proof that a SQLite database holds no row that its constraints forbid, for all rows together."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import CheckConstraint, Connection, ForeignKeyConstraint, Table

from materiel.database.revision import REVISIONS
from materiel.errors import DatabaseError
from materiel.models import Base


def prove_sound(connection: Connection) -> None:
    """Prove all foreign keys and CHECKs of our tables.

    It takes a fifth of the time that it takes to enforce them row by row. A database that is left with an older
    schema is held to the constraints that it has itself. Raises `DatabaseError`.
    """
    if _is_older(connection):
        _prove_as_stored(connection)
        return
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            _prove_key(connection, table, key)
        _prove_checks(connection, table)


def _is_older(connection: Connection) -> bool:
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first() is None:
        return False
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() != REVISIONS[-1]


def _prove_as_stored(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DatabaseError(f"{broken[0]}: a row refers to a row of {broken[2]} that is not there")
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if found != "ok":
        raise DatabaseError(str(found))


def _prove_key(connection: Connection, table: Table, key: ForeignKeyConstraint) -> None:
    # PRAGMA foreign_key_check finds the same, in twice the time.
    there = " AND ".join(f"other.{item.column.name} = this.{item.parent.name}" for item in key.elements)
    given = " AND ".join(f"this.{name} IS NOT NULL" for name in key.column_keys)
    other = key.referred_table.name
    query = (
        f"SELECT 1 FROM {table.name} AS this"
        f" WHERE {given} AND NOT EXISTS (SELECT 1 FROM {other} AS other WHERE {there}) LIMIT 1"
    )
    if connection.exec_driver_sql(query).first() is not None:
        raise DatabaseError(f"{table.name}: a row refers to a row of {other} that is not there")


def _prove_checks(connection: Connection, table: Table) -> None:
    checks = dict(_checks(table))
    if not checks:
        return
    # As in a CHECK, what is NULL passes.
    holds = " AND ".join(f"({check})" for check in checks.values())
    query = f"SELECT {{}} FROM {table.name} WHERE NOT ({holds}) LIMIT 1"
    if connection.exec_driver_sql(query.format(1)).first() is not None:
        found = connection.exec_driver_sql(query.format(", ".join(checks.values()))).one()
        names = [name for name, value in zip(checks, found, strict=True) if value == 0]
        raise DatabaseError(f"{table.name}: a row violates {', '.join(names)}")


def _checks(table: Table) -> Iterator[tuple[str, str]]:
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            yield str(constraint.name), str(constraint.sqltext)
