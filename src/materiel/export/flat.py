"""Tables as applications want them: one for each kind with all its properties, and one key for each row.

Names, holdings, transfers, relations and events are those that somebody stands behind. What is only alleged,
planned, speculated or denied is in `receipt` alone, with its firmness: nobody takes it for a fact by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.types import TypeEngine

from materiel.export.tables import KEY, NUMBER, SELECTED, WORDS, ExportTable, copied
from materiel.export.whole import selected_agents, selected_sources
from materiel.models import Base
from materiel.models.properties import INFO_KEY
from materiel.models.registry import KIND_MODELS
from materiel.models.views import VIEWS
from materiel.models.views.disputes import CONTRADICTION
from materiel.models.views.receipts import RECEIPT_COLUMNS
from materiel.models.vocabulary import ADOPTABLE

Columns = list[tuple[Column[Any], str]]
"""Columns of a table, each with the SQL that reads it."""

_IDENTITY = ("category_id", "level", "family_id", "name", "description")
_QUANTITY = ("quantity", "quantity_low", "quantity_high")
_FACTS = {
    "designation": ("name", "scheme", "language"),
    "holding": ("operator_id", "service", *_QUANTITY, "since", "until", "as_of", "status"),
    "transfer": ("supplier_id", "recipient_id", *_QUANTITY, "date", "stage"),
    "relation": ("type", "system_id", "agent_id"),
    "event": ("type", "date", "place", "outcome"),
}
_SPECIFIED = ("condition", "value", "low", "high", "approximate", "bound", "as_of")
_RECEIPT = (
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
    "firmness",
    "cue",
    "attribution",
    "quote",
    "sentence_ordinal",
    "paragraph",
    "starts",
    "ends",
    "link",
    "note",
)
_TYPES: dict[str, TypeEngine[Any]] = {
    "adopted": Boolean(),
    "paragraph": Integer(),
    "sentence_ordinal": Integer(),
    "value_high": NUMBER,
    "value_low": NUMBER,
}
_VIEWS = {view.name for view in VIEWS}
_MAY_BE_ABSENT = {"value_low", "value_high", "unit", "as_stated", "adoption", "flag", "cue", "quote", "note"}


def flat_tables(dialect: str, *, selected: bool, receipts: bool) -> list[ExportTable]:
    """Return the tables, those that others refer to first.

    `dialect` is the engine that is read. `selected`: only what belongs to the systems whose ids the
    parameter `:systems` holds, as a JSON list. `receipts`: with the receipts of all statements, and disputes.
    """
    build = _Builder(dialect, selected, receipts)
    tables = [build.properties(), *build.copies(), build.equipment(), *map(build.kind, KIND_MODELS)]
    if receipts:
        tables += [build.receipts(), build.disputes()]
    return [*tables, build.specification(), *(build.facts(name, columns) for name, columns in _FACTS.items())]


class _Builder:
    """Builds the tables of one set."""

    def __init__(self, dialect: str, selected: bool, receipts: bool) -> None:
        self._metadata = MetaData(naming_convention=Base.metadata.naming_convention)
        self._dialect = dialect
        self._selected = selected
        self._receipts = receipts

    def properties(self) -> ExportTable:
        """Return the data dictionary of the typed tables."""
        model = Base.metadata.tables["property"]
        key = Column("id", KEY, primary_key=True, comment="Kind and name, such as aircraft.wingspan_m.")
        columns = [(key, "kind || '.' || name"), *_plain(model, (column.name for column in model.columns))]
        return self._table("property", columns, "property", (), ("kind", "position"), model.comment)

    def copies(self) -> Iterable[ExportTable]:
        """Yield the tables that are handed on as they are."""
        categories = "SELECT category_id FROM equipment WHERE id IN {systems}"
        rows = {
            "category": categories.format(systems=SELECTED[self._dialect]),
            "agent": selected_agents(self._dialect),
            "source": selected_sources(self._dialect),
        }
        for name, ids in rows.items():
            model = Base.metadata.tables[name]
            tests = (f"{name}.id IN ({ids})",) if self._selected else ()
            columns = _plain(model, (column.name for column in model.columns))
            yield self._table(name, columns, name, tests, (f"{name}.id",), model.comment)

    def equipment(self) -> ExportTable:
        """Return what each system is called, whatever its kind."""
        model = Base.metadata.tables["equipment"]
        columns = self._inside(_plain(model, ("id", "kind", *_IDENTITY)), "family_id")
        about = "Systems of all kinds: what each of them is called."
        return self._table("equipment", columns, "equipment", self._of("equipment.id"), ("equipment.id",), about)

    def kind(self, kind: str) -> ExportTable:
        """Return the systems of one kind, each with all that is adopted of it."""
        common, own = Base.metadata.tables["equipment"], Base.metadata.tables[KIND_MODELS[kind].__tablename__]
        key = (copied(common.c.id, target="equipment", primary_key=True), "equipment.id")
        columns = [key, *self._inside(_plain(common, _IDENTITY), "family_id")]
        columns += _plain(common, _properties(common))
        tests = (f"equipment.kind = '{kind}'", *self._of("equipment.id"))
        if own is common:
            about = "Classes that span kinds: one adopted value per property."
            return self._table(kind, columns, "equipment", tests, ("equipment.id",), about)
        columns += _plain(own, _properties(own))
        # CROSS JOIN keeps SQLite to this order, which is that of the rows.
        origin, tests = f"{own.name} CROSS JOIN equipment", (f"equipment.id = {own.name}.id", *tests)
        return self._table(own.name, columns, origin, tests, (f"{own.name}.id",), own.comment)

    def receipts(self) -> ExportTable:
        """Return all statements, each with where it comes from."""
        columns = [
            (Column("id", KEY, primary_key=True, comment="The statement."), "receipts.statement_id"),
            (self._link("equipment_id", "equipment", RECEIPT_COLUMNS["equipment_id"]), "receipts.equipment_id"),
            (self._link("source_id", "source", RECEIPT_COLUMNS["source_id"]), "receipts.source_id"),
        ]
        for name in _RECEIPT:
            kind, absent = _TYPES.get(name, WORDS), name in _MAY_BE_ABSENT
            column: Column[Any] = Column(name, kind, nullable=absent, comment=RECEIPT_COLUMNS[name])
            columns.append((column, f"receipts.{name}"))
        order = ("receipts.equipment_id", "receipts.statement_id")
        about = "Statements of sources, whatever their firmness, each with everything about where it comes from."
        return self._table("receipt", columns, "receipts", self._of("receipts.equipment_id"), order, about)

    def disputes(self) -> ExportTable:
        """Return the pairs of statements that cannot all be true."""
        key = Column("id", KEY, primary_key=True, comment="Both statements, with a slash between them.")
        columns = [(key, "contradiction.a_id || '/' || contradiction.b_id")]
        for name, about in CONTRADICTION.columns.items():
            target = {"equipment_id": "equipment", "a_id": "receipt", "b_id": "receipt"}.get(name)
            plain = Column(name, WORDS, nullable=False, comment=about)
            columns.append((self._link(name, target, about) if target else plain, f"contradiction.{name}"))
        order = tuple(f"contradiction.{name}" for name in ("equipment_id", "a_id", "b_id"))
        tests, about = self._of(order[0]), CONTRADICTION.description
        return self._table("dispute", columns, "contradiction", tests, order, about)

    def specification(self) -> ExportTable:
        """Return the adopted values as rows, also those that hold only under a condition."""
        model = Base.metadata.tables["claim"]
        key = Column("id", KEY, primary_key=True, comment="System, property and condition, with slashes between them.")
        path = "equipment_id || '/' || claim.property || CASE WHEN condition = '' THEN '' ELSE '/' || condition END"
        columns: Columns = [(key, path), (self._link("equipment_id", "equipment", "The system."), "claim.equipment_id")]
        name = Column("property_id", KEY, ForeignKey("property.id"), nullable=False, comment="Its kind and property.")
        columns += [(name, "claim.kind || '.' || claim.property"), *_plain(model, _SPECIFIED)]
        if self._receipts:
            about = "The receipt of the claim whose value was adopted."
            columns.append((self._link("receipt_id", "receipt", about), "claim.evidence_id"))
        order = ("claim.equipment_id", "claim.property", "claim.condition")
        about = "One row per system, property and condition: the adopted value."
        return self._table("specification", columns, "claim", ("claim.adopted", *self._of(order[0])), order, about)

    def facts(self, name: str, wanted: Iterable[str]) -> ExportTable:
        """Return the statements of one type that somebody stands behind."""
        model, target = Base.metadata.tables[name], "receipt" if self._receipts else None
        comment = "The statement." + (" Its receipt has the same id." if target else "")
        key = copied(model.c.evidence_id, "id", target, primary_key=True, comment=comment)
        columns = [(key, f"{name}.evidence_id"), *_plain(model, ("equipment_id",))]
        columns += self._inside(_plain(model, wanted), "system_id")
        if name == "relation":
            other = "(SELECT other.name FROM equipment other WHERE other.id = relation.system_id)"
            party = "(SELECT party.name FROM agent party WHERE party.id = relation.agent_id)"
            called = Column("target", WORDS, nullable=False, comment="Name of what it relates to.")
            columns.append((called, f"coalesce({other}, {party}, relation.name)"))
        firm = ", ".join(f"'{word}'" for word in ADOPTABLE)
        tests: tuple[str, ...] = (f"evidence.id = {name}.evidence_id", f"evidence.firmness IN ({firm})")
        order = (f"{name}.equipment_id", f"{name}.evidence_id")
        return self._table(
            name, columns, f"{name} CROSS JOIN evidence", (*tests, *self._of(order[0])), order, model.comment
        )

    def _table(
        self,
        name: str,
        columns: Columns,
        origin: str,
        tests: tuple[str, ...],
        order: tuple[str, ...],
        comment: str | None,
    ) -> ExportTable:
        table = Table(name, self._metadata, *(column for column, _ in columns), comment=comment)
        grouped = {"property": None, "agent": "agent", "category": "category", "source": "source"}
        expressions = {str(column.name): sql for column, sql in columns}
        is_view = origin in _VIEWS
        return ExportTable(table, expressions, origin, tests, order, grouped.get(name, "equipment"), is_view)

    def _of(self, equipment: str) -> tuple[str, ...]:
        """Return the test that a row belongs to a selected system, whose id `equipment` is."""
        return (f"{equipment} IN {SELECTED[self._dialect]}",) if self._selected else ()

    def _inside(self, columns: Columns, name: str) -> Columns:
        """Empty a reference to a system that is not selected: it does not come along."""
        if not self._selected:
            return columns
        return [
            (column, f"CASE WHEN {sql} IN {SELECTED[self._dialect]} THEN {sql} END" if column.name == name else sql)
            for column, sql in columns
        ]

    def _link(self, name: str, target: str, comment: str) -> Column[Any]:
        return Column(name, KEY, ForeignKey(f"{target}.id"), nullable=False, comment=comment)


def _properties(table: Table) -> list[str]:
    return [str(column.name) for column in table.columns if INFO_KEY in column.info]


def _plain(model: Table, names: Iterable[str]) -> Columns:
    """Return columns of a model as they are. They lead where those of the model lead, but to their own table."""
    columns = []
    for name in names:
        column = model.columns[name]
        targets = [str(key.column.table.name) for key in column.foreign_keys if key.column.table is not model]
        target = next(iter(targets), None)
        columns.append((copied(column, target=target, primary_key=name == "id"), f'{model.name}."{name}"'))
    return columns
