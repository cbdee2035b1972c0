"""More kinds (surface ship, armoured vehicle, air defence), more properties, and the second reading of a source.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.util import OrderedSet

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Sorted by code point on every engine.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

KINDS = ("aircraft", "artillery", "mixed", "munition", "spacecraft", "submarine", "vehicle")
MORE_KINDS = (
    "air_defence",
    "aircraft",
    "armoured_vehicle",
    "artillery",
    "mixed",
    "munition",
    "spacecraft",
    "submarine",
    "surface_ship",
    "vehicle",
)
NEW_TABLES = ("air_defence", "armoured_vehicle", "surface_ship")
WITH_KINDS = ("category", "equipment", "property")


def _new_columns() -> dict[str, list[sa.Column[object]]]:
    return {
        "aircraft": [
            sa.Column("wing_area_m2", sa.Float(), nullable=True, comment="Area of the wings. Unit: m²."),
            sa.Column("rotor_diameter_m", sa.Float(), nullable=True, comment="Diameter of the main rotor. Unit: m."),
            sa.Column("fuel_kg", sa.Float(), nullable=True, comment="Fuel carried inside. Unit: kg."),
            sa.Column(
                "ferry_range_km",
                sa.Float(),
                nullable=True,
                comment="Range without load, with all the fuel that can be carried, external tanks among it. Unit: km.",
            ),
            sa.Column("endurance_h", sa.Float(), nullable=True, comment="Time in the air without refuelling. Unit: h."),
            sa.Column("climb_rate_ms", sa.Float(), nullable=True, comment="Greatest rate of climb. Unit: m/s."),
        ],
        "artillery": [
            sa.Column("road_range_km", sa.Float(), nullable=True, comment="Greatest distance on a road. Unit: km."),
            sa.Column("engine_power_kw", sa.Float(), nullable=True, comment="Power of the engine. Unit: kW."),
        ],
        "equipment": [
            sa.Column(
                "unit_cost_usd",
                sa.Float(),
                nullable=True,
                comment="Published price of one, in US dollars of the day it was published. Unit: USD.",
            )
        ],
        "munition": [
            sa.Column("wingspan_m", sa.Float(), nullable=True, comment="Span of the wings or fins. Unit: m."),
            sa.Column("warheads", sa.Integer(), nullable=True, comment="Number of warheads or re-entry vehicles."),
            sa.Column(
                "yield_kt", sa.Float(), nullable=True, comment="Yield of a nuclear warhead, in TNT. Unit: kiloton."
            ),
            sa.Column("accuracy_m", sa.Float(), nullable=True, comment="Circular error probable. Unit: m."),
            sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed. Unit: km/h."),
            sa.Column(
                "first_tested",
                TEXT,
                nullable=True,
                comment="First test launch, firing or drop. Extended Date/Time Format (ISO 8601-2).",
            ),
        ],
        "source": [
            sa.Column(
                "reviewed",
                sa.Date(),
                nullable=True,
                comment="Day on which a second reader had held every statement against the text.",
            ),
            sa.Column("reviewed_by", TEXT, nullable=True, comment="Who the second reader was."),
        ],
        "spacecraft": [
            sa.Column(
                "payload_kg",
                sa.Float(),
                nullable=True,
                comment="Greatest load into orbit; the condition says into which. Unit: kg.",
            ),
            sa.Column("thrust_kn", sa.Float(), nullable=True, comment="Thrust at lift-off. Unit: kN."),
            sa.Column(
                "first_flight",
                TEXT,
                nullable=True,
                comment="First launch of a launch vehicle. Extended Date/Time Format (ISO 8601-2).",
            ),
        ],
    }


def upgrade() -> None:
    for table, columns in {**dict.fromkeys(WITH_KINDS, ()), **_new_columns()}.items():
        drop, add = ([f"ck_{table}_kind_known"], [_known(table, MORE_KINDS)]) if table in WITH_KINDS else ([], [])
        add += [_not_negative(table, column) for column in columns if _is_number(column)]
        _alter(table, drop=drop, add=add, columns=columns)
    _create_tables()


def downgrade() -> None:
    for table in NEW_TABLES:
        op.drop_table(table)
    for table, columns in _new_columns().items():
        names = [column.name for column in columns]
        _alter(table, drop=[f"ck_{table}_{name}_not_negative" for name in names], lost=names)
    # Properties are described anew by whoever knows the older schema.
    op.execute(f"DELETE FROM property WHERE kind IN {NEW_TABLES}")
    for table in WITH_KINDS:
        _alter(table, drop=[f"ck_{table}_kind_known"], add=[_known(table, KINDS)])


def _known(table: str, kinds: Iterable[str]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return sa.CheckConstraint(f"kind IN ({listed})", name=op.f(f"ck_{table}_kind_known"))


def _is_number(column: sa.Column[object]) -> bool:
    return isinstance(column.type, sa.Float | sa.Integer)


def _not_negative(table: str, column: sa.Column[object]) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column.name} >= 0", name=op.f(f"ck_{table}_{column.name}_not_negative"))


def _alter(
    table: str,
    *,
    drop: Iterable[str] = (),
    add: Iterable[sa.CheckConstraint] = (),
    columns: Iterable[sa.Column[object]] = (),
    lost: Iterable[str] = (),
) -> None:
    """Drop and add CHECKs and columns of a table. On SQLite the table is made anew."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    present = {str(check["name"]): check["sqltext"] for check in sa.inspect(op.get_bind()).get_check_constraints(table)}
    drop = sorted(set(drop) & present.keys())
    if sqlite and (drop or add):
        kept = [sa.CheckConstraint(sql, name=op.f(name)) for name, sql in present.items() if name not in drop]
        batch = op.batch_alter_table(table, recreate="always", copy_from=_with_checks(table, [*kept, *add]))
    else:
        batch = op.batch_alter_table(table)
    with batch as batch_op:
        for name in () if sqlite else drop:
            batch_op.drop_constraint(op.f(name), type_="check")
        for column in columns:
            batch_op.add_column(column)
        for name in lost:
            batch_op.drop_column(name)
        for check in () if sqlite else add:
            batch_op.create_check_constraint(op.f(str(check.name)), check.sqltext)


def _with_checks(table: str, checks: Iterable[sa.CheckConstraint]) -> sa.Table:
    """Return a table as it is, with these CHECKs: whether they are found in a database depends on SQLAlchemy.

    What a set has in any order is put in order: the same schema is the same text, and the same file.
    """
    found = sa.Table(table, sa.MetaData(), autoload_with=op.get_bind())
    others = (known for known in found.constraints if not isinstance(known, sa.CheckConstraint))
    found.constraints = OrderedSet(sorted(others, key=lambda known: str(known.name)))
    found.indexes = OrderedSet(sorted(found.indexes, key=lambda known: str(known.name)))
    for check in checks:
        found.append_constraint(check)
    return found


def _create_tables() -> None:
    op.create_table(
        "air_defence",
        sa.Column("id", TEXT, nullable=False, comment="The system."),
        sa.Column("role", TEXT, nullable=True, comment="What it is for, in the source's words."),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range at which a target is hit. Unit: km."),
        sa.Column("range_min_km", sa.Float(), nullable=True, comment="Least range at which a target is hit. Unit: km."),
        sa.Column(
            "altitude_max_m", sa.Float(), nullable=True, comment="Greatest height at which a target is hit. Unit: m."
        ),
        sa.Column(
            "altitude_min_m", sa.Float(), nullable=True, comment="Least height at which a target is hit. Unit: m."
        ),
        sa.Column("radar_range_km", sa.Float(), nullable=True, comment="Range at which a target is found. Unit: km."),
        sa.Column(
            "targets_engaged", sa.Integer(), nullable=True, comment="Targets that can be engaged at the same time."
        ),
        sa.Column(
            "targets_tracked", sa.Integer(), nullable=True, comment="Targets that can be tracked at the same time."
        ),
        sa.Column(
            "reaction_time_s", sa.Float(), nullable=True, comment="Time from finding a target to the launch. Unit: s."
        ),
        sa.Column("missiles_per_launcher", sa.Integer(), nullable=True, comment="Missiles ready on one launcher."),
        sa.Column("launchers", sa.Integer(), nullable=True, comment="Launchers in a battery."),
        sa.Column("missile", TEXT, nullable=True, comment="Missile that it fires."),
        sa.Column("missile_mass_kg", sa.Float(), nullable=True, comment="Mass of the missile at launch. Unit: kg."),
        sa.Column("missile_length_m", sa.Float(), nullable=True, comment="Length of the missile. Unit: m."),
        sa.Column("missile_diameter_m", sa.Float(), nullable=True, comment="Diameter of the missile's body. Unit: m."),
        sa.Column(
            "missile_mach",
            sa.Float(),
            nullable=True,
            comment="Greatest speed of the missile as a multiple of the speed of sound. Unit: Mach.",
        ),
        sa.Column("missile_speed_ms", sa.Float(), nullable=True, comment="Greatest speed of the missile. Unit: m/s."),
        sa.Column("warhead_mass_kg", sa.Float(), nullable=True, comment="Mass of the warhead. Unit: kg."),
        sa.Column("guidance", TEXT, nullable=True, comment="Kind of guidance."),
        sa.Column("gun_calibre_mm", sa.Float(), nullable=True, comment="Calibre of the guns. Unit: mm."),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew of a launcher or vehicle."),
        sa.Column(
            "combat_mass_kg",
            sa.Float(),
            nullable=True,
            comment="Mass ready for action of the launcher, vehicle or portable system. Unit: kg.",
        ),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed on a road. Unit: km/h."),
        sa.Column("carriage", TEXT, nullable=True, comment="Carriage or chassis that it stands on."),
        sa.CheckConstraint("altitude_max_m >= 0", name=op.f("ck_air_defence_altitude_max_m_not_negative")),
        sa.CheckConstraint("altitude_min_m >= 0", name=op.f("ck_air_defence_altitude_min_m_not_negative")),
        sa.CheckConstraint("combat_mass_kg >= 0", name=op.f("ck_air_defence_combat_mass_kg_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_air_defence_crew_not_negative")),
        sa.CheckConstraint("gun_calibre_mm >= 0", name=op.f("ck_air_defence_gun_calibre_mm_not_negative")),
        sa.CheckConstraint("launchers >= 0", name=op.f("ck_air_defence_launchers_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_air_defence_max_speed_kmh_not_negative")),
        sa.CheckConstraint("missile_diameter_m >= 0", name=op.f("ck_air_defence_missile_diameter_m_not_negative")),
        sa.CheckConstraint("missile_length_m >= 0", name=op.f("ck_air_defence_missile_length_m_not_negative")),
        sa.CheckConstraint("missile_mach >= 0", name=op.f("ck_air_defence_missile_mach_not_negative")),
        sa.CheckConstraint("missile_mass_kg >= 0", name=op.f("ck_air_defence_missile_mass_kg_not_negative")),
        sa.CheckConstraint("missile_speed_ms >= 0", name=op.f("ck_air_defence_missile_speed_ms_not_negative")),
        sa.CheckConstraint(
            "missiles_per_launcher >= 0", name=op.f("ck_air_defence_missiles_per_launcher_not_negative")
        ),
        sa.CheckConstraint("radar_range_km >= 0", name=op.f("ck_air_defence_radar_range_km_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_air_defence_range_km_not_negative")),
        sa.CheckConstraint("range_min_km >= 0", name=op.f("ck_air_defence_range_min_km_not_negative")),
        sa.CheckConstraint("reaction_time_s >= 0", name=op.f("ck_air_defence_reaction_time_s_not_negative")),
        sa.CheckConstraint("targets_engaged >= 0", name=op.f("ck_air_defence_targets_engaged_not_negative")),
        sa.CheckConstraint("targets_tracked >= 0", name=op.f("ck_air_defence_targets_tracked_not_negative")),
        sa.CheckConstraint("warhead_mass_kg >= 0", name=op.f("ck_air_defence_warhead_mass_kg_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_air_defence_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_air_defence")),
        comment="Surface-to-air missile systems and anti-aircraft guns: one adopted value per property.",
    )
    op.create_table(
        "armoured_vehicle",
        sa.Column("id", TEXT, nullable=False, comment="The system."),
        sa.Column("role", TEXT, nullable=True, comment="What it is for, in the source's words."),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew."),
        sa.Column("passengers", sa.Integer(), nullable=True, comment="Troops carried beside the crew."),
        sa.Column("combat_mass_kg", sa.Float(), nullable=True, comment="Mass ready for action. Unit: kg."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length, gun forward. Unit: m."),
        sa.Column("hull_length_m", sa.Float(), nullable=True, comment="Length of the hull. Unit: m."),
        sa.Column("width_m", sa.Float(), nullable=True, comment="Overall width. Unit: m."),
        sa.Column("height_m", sa.Float(), nullable=True, comment="Overall height. Unit: m."),
        sa.Column("gun_calibre_mm", sa.Float(), nullable=True, comment="Calibre of the main gun. Unit: mm."),
        sa.Column(
            "ammunition_carried", sa.Integer(), nullable=True, comment="Rounds for the main gun carried on board."
        ),
        sa.Column("powerplant", TEXT, nullable=True, comment="Make and type of the engine."),
        sa.Column("engine_power_kw", sa.Float(), nullable=True, comment="Power of the engine. Unit: kW."),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed on a road. Unit: km/h."),
        sa.Column("road_range_km", sa.Float(), nullable=True, comment="Greatest distance on a road. Unit: km."),
        sa.Column("armour", TEXT, nullable=True, comment="Protection, in the source's words."),
        sa.CheckConstraint("ammunition_carried >= 0", name=op.f("ck_armoured_vehicle_ammunition_carried_not_negative")),
        sa.CheckConstraint("combat_mass_kg >= 0", name=op.f("ck_armoured_vehicle_combat_mass_kg_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_armoured_vehicle_crew_not_negative")),
        sa.CheckConstraint("engine_power_kw >= 0", name=op.f("ck_armoured_vehicle_engine_power_kw_not_negative")),
        sa.CheckConstraint("gun_calibre_mm >= 0", name=op.f("ck_armoured_vehicle_gun_calibre_mm_not_negative")),
        sa.CheckConstraint("height_m >= 0", name=op.f("ck_armoured_vehicle_height_m_not_negative")),
        sa.CheckConstraint("hull_length_m >= 0", name=op.f("ck_armoured_vehicle_hull_length_m_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_armoured_vehicle_length_m_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_armoured_vehicle_max_speed_kmh_not_negative")),
        sa.CheckConstraint("passengers >= 0", name=op.f("ck_armoured_vehicle_passengers_not_negative")),
        sa.CheckConstraint("road_range_km >= 0", name=op.f("ck_armoured_vehicle_road_range_km_not_negative")),
        sa.CheckConstraint("width_m >= 0", name=op.f("ck_armoured_vehicle_width_m_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_armoured_vehicle_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_armoured_vehicle")),
        comment="Tanks, infantry fighting vehicles, armoured carriers: one adopted value per property.",
    )
    op.create_table(
        "surface_ship",
        sa.Column("id", TEXT, nullable=False, comment="The system."),
        sa.Column("ship_class", TEXT, nullable=True, comment="Class that the ship belongs to."),
        sa.Column("hull_number", TEXT, nullable=True, comment="Hull or pennant number."),
        sa.Column("propulsion", TEXT, nullable=True, comment="Kind of propulsion, such as gas turbines."),
        sa.Column(
            "shaft_power_kw",
            sa.Float(),
            nullable=True,
            comment="Power of all engines that drive the ship, together. Unit: kW.",
        ),
        sa.Column(
            "displacement_t",
            sa.Float(),
            nullable=True,
            comment="Displacement that the source calls neither standard nor full. Unit: t.",
        ),
        sa.Column("displacement_standard_t", sa.Float(), nullable=True, comment="Displacement without fuel. Unit: t."),
        sa.Column("displacement_full_load_t", sa.Float(), nullable=True, comment="Displacement at full load. Unit: t."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("beam_m", sa.Float(), nullable=True, comment="Greatest width of the hull. Unit: m."),
        sa.Column(
            "flight_deck_width_m", sa.Float(), nullable=True, comment="Greatest width of the flight deck. Unit: m."
        ),
        sa.Column("draught_m", sa.Float(), nullable=True, comment="Draught at full load. Unit: m."),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed. Unit: km/h."),
        sa.Column(
            "range_km",
            sa.Float(),
            nullable=True,
            comment="Greatest range; the condition says at which speed. Unit: km.",
        ),
        sa.Column("endurance_days", sa.Float(), nullable=True, comment="Days at sea without supplies. Unit: day."),
        sa.Column(
            "crew", sa.Integer(), nullable=True, comment="Number of crew; the condition says if with an air wing."
        ),
        sa.Column("passengers", sa.Integer(), nullable=True, comment="Troops carried beside the crew."),
        sa.Column("gun_calibre_mm", sa.Float(), nullable=True, comment="Calibre of the main gun. Unit: mm."),
        sa.Column(
            "launch_cells",
            sa.Integer(),
            nullable=True,
            comment="Number of cells for missiles that are launched vertically.",
        ),
        sa.Column(
            "aircraft_carried", sa.Integer(), nullable=True, comment="Aeroplanes and helicopters carried, together."
        ),
        sa.Column("helicopters", sa.Integer(), nullable=True, comment="Helicopters carried."),
        sa.Column(
            "laid_down", TEXT, nullable=True, comment="Laying of the keel. Extended Date/Time Format (ISO 8601-2)."
        ),
        sa.Column("launched", TEXT, nullable=True, comment="Launch. Extended Date/Time Format (ISO 8601-2)."),
        sa.Column(
            "commissioned", TEXT, nullable=True, comment="Commissioning. Extended Date/Time Format (ISO 8601-2)."
        ),
        sa.Column("builder", TEXT, nullable=True, comment="Shipyard that built it."),
        sa.CheckConstraint("aircraft_carried >= 0", name=op.f("ck_surface_ship_aircraft_carried_not_negative")),
        sa.CheckConstraint("beam_m >= 0", name=op.f("ck_surface_ship_beam_m_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_surface_ship_crew_not_negative")),
        sa.CheckConstraint(
            "displacement_full_load_t >= 0", name=op.f("ck_surface_ship_displacement_full_load_t_not_negative")
        ),
        sa.CheckConstraint(
            "displacement_standard_t >= 0", name=op.f("ck_surface_ship_displacement_standard_t_not_negative")
        ),
        sa.CheckConstraint("displacement_t >= 0", name=op.f("ck_surface_ship_displacement_t_not_negative")),
        sa.CheckConstraint("draught_m >= 0", name=op.f("ck_surface_ship_draught_m_not_negative")),
        sa.CheckConstraint("endurance_days >= 0", name=op.f("ck_surface_ship_endurance_days_not_negative")),
        sa.CheckConstraint("flight_deck_width_m >= 0", name=op.f("ck_surface_ship_flight_deck_width_m_not_negative")),
        sa.CheckConstraint("gun_calibre_mm >= 0", name=op.f("ck_surface_ship_gun_calibre_mm_not_negative")),
        sa.CheckConstraint("helicopters >= 0", name=op.f("ck_surface_ship_helicopters_not_negative")),
        sa.CheckConstraint("launch_cells >= 0", name=op.f("ck_surface_ship_launch_cells_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_surface_ship_length_m_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_surface_ship_max_speed_kmh_not_negative")),
        sa.CheckConstraint("passengers >= 0", name=op.f("ck_surface_ship_passengers_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_surface_ship_range_km_not_negative")),
        sa.CheckConstraint("shaft_power_kw >= 0", name=op.f("ck_surface_ship_shaft_power_kw_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_surface_ship_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surface_ship")),
        comment="Surface ships, by class or by ship: one adopted value per property.",
    )
