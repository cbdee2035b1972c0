"""The tables of the schema as they are: all that is known, with receipts. The content can be built again from them."""

from __future__ import annotations

from sqlalchemy import MetaData, Table

from materiel.export.tables import SELECTED, ExportTable, copied
from materiel.models import READER_TABLES, Base

DERIVED = READER_TABLES | {"build", "data_dictionary", "lookup", "search_document"}
"""Tables that are made from others, which whoever builds from an export makes again, and a reader's own."""

STATEMENTS = ("claim", "designation", "event", "holding", "relation", "transfer")

_COPIES = ("attachment", "attached_sentence")

_ORDER = {
    "claim": ("equipment_id", "property", "condition", "evidence_id"),
    "sentence": ("source_id", "ordinal"),
    "evidence": ("sentence_id", "id"),
    **{table: ("equipment_id", "evidence_id") for table in STATEMENTS if table != "claim"},
}
"""What sorts the rows, where it is not the key: rows that belong together, and are stored together."""

_EVIDENCE = " UNION ALL ".join(
    f"SELECT evidence_id FROM {table} WHERE equipment_id IN {{systems}}" for table in STATEMENTS
)
_SENTENCES = (
    f"SELECT sentence_id FROM evidence WHERE id IN ({_EVIDENCE})"
    f" UNION ALL SELECT sentence_id FROM evidence_context WHERE evidence_id IN ({_EVIDENCE})"
    " UNION ALL SELECT sentence_id FROM mention WHERE equipment_id IN {systems}"
)
_SOURCES = f"SELECT source_id FROM sentence WHERE id IN ({_SENTENCES})"
_AGENTS = (
    f"SELECT publisher_id FROM source WHERE id IN ({_SOURCES})"
    f" UNION ALL SELECT origin_id FROM evidence WHERE id IN ({_EVIDENCE})"
    f" UNION ALL SELECT agent_id FROM attribution WHERE evidence_id IN ({_EVIDENCE})"
    " UNION ALL SELECT operator_id FROM holding WHERE equipment_id IN {systems}"
    " UNION ALL SELECT supplier_id FROM transfer WHERE equipment_id IN {systems}"
    " UNION ALL SELECT recipient_id FROM transfer WHERE equipment_id IN {systems}"
    " UNION ALL SELECT agent_id FROM relation WHERE equipment_id IN {systems}"
)
_SELECTED = {
    "agent": f"id IN ({_AGENTS})",
    "attribution": f"evidence_id IN ({_EVIDENCE})",
    "category": "id IN (SELECT category_id FROM equipment WHERE id IN {systems})",
    "evidence": f"id IN ({_EVIDENCE})",
    "evidence_context": f"evidence_id IN ({_EVIDENCE})",
    "mention": "equipment_id IN {systems}",
    "sentence": f"id IN ({_SENTENCES})",
    "source": f"id IN ({_SOURCES})",
    **dict.fromkeys(STATEMENTS, "equipment_id IN {systems}"),
    **dict.fromkeys(_COPIES, f"source_id IN ({_SOURCES})"),
}
"""What a table's rows must fit to belong to the selected systems. The tables of kinds have the id of the system."""

_OUTSIDE = {
    "equipment": {"family_id": "CASE WHEN family_id IN {systems} THEN family_id END"},
    "relation": {
        "system_id": "CASE WHEN system_id IN {systems} THEN system_id END",
        "name": (
            "CASE WHEN system_id IN {systems} THEN name"
            " ELSE coalesce(name, (SELECT other.name FROM equipment other WHERE other.id = relation.system_id)) END"
        ),
    },
}
"""Columns that lead to other systems: a system that is not selected is named, but does not come along."""


def selected_sources(dialect: str) -> str:
    """Return the query for the ids of the sources that say something of the selected systems."""
    return _SOURCES.format(systems=SELECTED[dialect])


def selected_agents(dialect: str) -> str:
    """Return the query for the ids of the agents who have to do with the selected systems."""
    return _AGENTS.format(systems=SELECTED[dialect])


def whole_tables(dialect: str, *, selected: bool) -> list[ExportTable]:
    """Return the tables, those that others refer to first.

    `dialect` is the engine that is read. `selected`: only what belongs to the systems whose ids the
    parameter `:systems` holds, as a JSON list.
    """
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    tables = [table for table in Base.metadata.sorted_tables if table.name not in DERIVED]
    return [_table(table, metadata, dialect, selected) for table in tables]


def copy_tables(dialect: str, *, selected: bool) -> list[ExportTable]:
    """Return the tables with the copies of sources that a reader attached. The parameters are those of `whole_tables`.

    They hold the sentences of others: whoever asks for them says that they may be handed on.
    """
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    return [_table(Base.metadata.tables[name], metadata, dialect, selected) for name in _COPIES]


def _table(model: Table, metadata: MetaData, dialect: str, selected: bool) -> ExportTable:
    name = str(model.name)
    columns = [
        copied(column, target=_target(model, str(column.name)), primary_key=column.primary_key)
        for column in model.columns
    ]
    expressions = {str(column.name): f'{name}."{column.name}"' for column in model.columns}
    conditions: tuple[str, ...] = ()
    if selected:
        systems = SELECTED[dialect]
        expressions.update({column: sql.format(systems=systems) for column, sql in _OUTSIDE.get(name, {}).items()})
        if name != "property":
            conditions = (_SELECTED.get(name, "id IN {systems}").format(systems=systems),)
    order = _ORDER.get(name) or tuple(str(column.name) for column in model.primary_key.columns)
    grouped = _target(model, order[0]) or (name if order == ("id",) else None)
    return ExportTable(
        Table(name, metadata, *columns, comment=model.comment),
        expressions,
        name,
        conditions,
        tuple(f'{name}."{column}"' for column in order),
        grouped,
    )


def _target(model: Table, column: str) -> str | None:
    """Return the table that a column leads to by its id.

    `family_id` leads to its own table: as a constraint, it would want families before their members.
    """
    if (model.name, column) == ("claim", "equipment_id"):
        return "equipment"  # The schema has it together with the kind.
    targets = [key.column for key in model.columns[column].foreign_keys if key.column.name == "id"]
    return next((str(target.table.name) for target in targets if target.table is not model), None)
