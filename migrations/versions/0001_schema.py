"""The schema: provenance, equipment with a typed table for each kind, statements, dictionary.

Revision ID: 0001
Revises: nothing
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Sorted by code point on every engine.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "agent",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="Slug, such as us-dia.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Name as readers know it.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="What the agent is: state, agency, company, publisher, person, ...",
        ),
        sa.Column(
            "country",
            TEXT,
            nullable=True,
            comment="Country the agent belongs to, in English.",
        ),
        sa.CheckConstraint(
            "kind IN ('agency', 'armed force', 'company', 'group', 'organisation', 'person', 'place', 'publisher', 'service', 'state', 'unnamed')",
            name=op.f("ck_agent_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
        comment="Who speaks or acts: a state, agency, service, company, publisher, person or place.",
    )
    op.create_table(
        "build",
        sa.Column(
            "key",
            TEXT,
            nullable=False,
            comment="What is recorded.",
        ),
        sa.Column(
            "value",
            TEXT,
            nullable=False,
            comment="Its value.",
        ),
        sa.CheckConstraint("length(key) > 0", name=op.f("ck_build_key_given")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_build")),
        comment="How this database was built: digests of the seeds and of the content, version of the program.",
    )
    op.create_table(
        "category",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The term, such as utility aircraft.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Kind of equipment that the category belongs to.",
        ),
        sa.Column(
            "unroca",
            TEXT,
            nullable=True,
            comment="Category in the UN Register of Conventional Arms.",
        ),
        sa.Column(
            "app6d",
            TEXT,
            nullable=True,
            comment="Entity code in NATO APP-6D, where there is one.",
        ),
        sa.CheckConstraint(
            "kind IN ('aircraft', 'artillery', 'mixed', 'munition', 'spacecraft', 'submarine', 'vehicle')",
            name=op.f("ck_category_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        comment="Categories in the field's own words, with the codes that others use for them.",
    )
    op.create_table(
        "data_dictionary",
        sa.Column(
            "table_name",
            TEXT,
            nullable=False,
            comment="Table or view.",
        ),
        sa.Column(
            "column_name",
            TEXT,
            nullable=False,
            comment="Column; empty for the table itself.",
        ),
        sa.Column(
            "description",
            TEXT,
            nullable=False,
            comment="What it holds.",
        ),
        sa.PrimaryKeyConstraint("table_name", "column_name", name=op.f("pk_data_dictionary")),
        comment="The description of each table, view and column, for engines that have no comments.",
    )
    op.create_table(
        "property",
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Kind of equipment.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Name of the property and of its column.",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Place in a specification, from 1."),
        sa.Column(
            "table_name",
            TEXT,
            nullable=False,
            comment="Table whose column holds the adopted value.",
        ),
        sa.Column(
            "value_type",
            TEXT,
            nullable=False,
            comment="Number, integer, text or date.",
        ),
        sa.Column(
            "unit",
            TEXT,
            nullable=True,
            comment="Metric unit of the column.",
        ),
        sa.Column(
            "label",
            TEXT,
            nullable=False,
            comment="Label for people.",
        ),
        sa.Column(
            "description",
            TEXT,
            nullable=False,
            comment="What it means.",
        ),
        sa.Column("plausible_low", sa.Float(), nullable=True, comment="Least plausible value; below it is flagged."),
        sa.Column(
            "plausible_high",
            sa.Float(),
            nullable=True,
            comment="Greatest plausible value; above it is flagged.",
        ),
        sa.Column(
            "single",
            sa.Boolean(),
            nullable=False,
            comment="Whether two different values contradict each other.",
        ),
        sa.CheckConstraint(
            "kind IN ('aircraft', 'artillery', 'mixed', 'munition', 'spacecraft', 'submarine', 'vehicle')",
            name=op.f("ck_property_kind_known"),
        ),
        sa.CheckConstraint(
            "value_type IN ('number', 'integer', 'text', 'date')", name=op.f("ck_property_value_type_known")
        ),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_property")),
        comment="Properties of each kind, read from the typed columns that declare them.",
    )
    op.create_table(
        "equipment",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="Slug, such as su-57. It never changes.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Kind of equipment: which typed table holds the rest.",
        ),
        sa.Column(
            "category_id",
            TEXT,
            nullable=False,
            comment="Category in the field's own words.",
        ),
        sa.Column(
            "level",
            TEXT,
            nullable=False,
            comment="Family, model, variant, individual or generic class.",
        ),
        sa.Column(
            "family_id",
            TEXT,
            nullable=True,
            comment="Family that it belongs to.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="Name by which the editors call it.",
        ),
        sa.Column(
            "description",
            TEXT,
            nullable=True,
            comment="An editor's words on what the record is about.",
        ),
        sa.Column(
            "manufacturer",
            TEXT,
            nullable=True,
            comment="Who makes or made it.",
        ),
        sa.Column(
            "designer",
            TEXT,
            nullable=True,
            comment="Person or bureau who designed it.",
        ),
        sa.Column(
            "country_of_origin",
            TEXT,
            nullable=True,
            comment="Country in which it was developed.",
        ),
        sa.Column(
            "first_produced",
            TEXT,
            nullable=True,
            comment="When production began. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.Column(
            "entered_service",
            TEXT,
            nullable=True,
            comment="When a first operator took it into service. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.Column("number_built", sa.Integer(), nullable=True, comment="How many were built, all makers together."),
        sa.CheckConstraint(
            "kind IN ('aircraft', 'artillery', 'mixed', 'munition', 'spacecraft', 'submarine', 'vehicle')",
            name=op.f("ck_equipment_kind_known"),
        ),
        sa.CheckConstraint(
            "level IN ('family', 'model', 'variant', 'individual', 'generic class')",
            name=op.f("ck_equipment_level_known"),
        ),
        sa.CheckConstraint("family_id <> id", name=op.f("ck_equipment_family_other")),
        sa.CheckConstraint("number_built >= 0", name=op.f("ck_equipment_number_built_not_negative")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_equipment_category_id_category")),
        sa.ForeignKeyConstraint(["family_id"], ["equipment.id"], name=op.f("fk_equipment_family_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equipment")),
        sa.UniqueConstraint("id", "kind", name=op.f("uq_equipment_id_kind")),
        comment="Systems: families, models, variants, individuals and generic classes, with what all kinds share.",
    )
    with op.batch_alter_table("equipment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_equipment_category_id"), ["category_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_equipment_family_id"), ["family_id"], unique=False)

    op.create_table(
        "source",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="Slug, such as bloomberg-kim-jet-plant.",
        ),
        sa.Column(
            "title",
            TEXT,
            nullable=False,
            comment="Title as published.",
        ),
        sa.Column(
            "publisher_id",
            TEXT,
            nullable=False,
            comment="Who published it.",
        ),
        sa.Column(
            "author",
            TEXT,
            nullable=True,
            comment="Author as named on the page.",
        ),
        sa.Column(
            "published",
            TEXT,
            nullable=True,
            comment="When it was published (EDTF).",
        ),
        sa.Column(
            "url",
            TEXT,
            nullable=False,
            comment="Address at which it was read.",
        ),
        sa.Column(
            "language",
            TEXT,
            nullable=False,
            comment="Language of the text, as an ISO 639-1 code.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Kind of source; adoption prefers some kinds to others.",
        ),
        sa.Column(
            "rights",
            TEXT,
            nullable=False,
            comment="Rights in the text.",
        ),
        sa.Column("retrieved", sa.Date(), nullable=False, comment="Day on which it was read."),
        sa.Column(
            "scope",
            TEXT,
            nullable=False,
            comment="Whether the whole text was read, or an excerpt.",
        ),
        sa.Column(
            "grade",
            TEXT,
            nullable=True,
            comment="An editor's grade, in Admiralty code (A1 to F6).",
        ),
        sa.Column(
            "sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 of the canonical form of the text that was read.",
        ),
        sa.Column(
            "canonical_version",
            sa.Integer(),
            nullable=False,
            comment="Version of the canonical form of text that the hashes were made with.",
        ),
        sa.Column(
            "note",
            TEXT,
            nullable=True,
            comment="An editor's remark.",
        ),
        sa.CheckConstraint(
            "grade IN ('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6')",
            name=op.f("ck_source_grade_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('government document', 'maker''s publication', 'research report', 'museum page', 'specialist press', 'wire report', 'news article', 'state media report', 'web page')",
            name=op.f("ck_source_kind_known"),
        ),
        sa.CheckConstraint(
            "rights IN ('all rights reserved', 'public domain', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-SA 3.0')",
            name=op.f("ck_source_rights_known"),
        ),
        sa.CheckConstraint("scope IN ('whole', 'excerpt')", name=op.f("ck_source_scope_known")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_source_sha256_length")),
        sa.ForeignKeyConstraint(["publisher_id"], ["agent.id"], name=op.f("fk_source_publisher_id_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        comment="One published article, report or page that was read.",
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_publisher_id"), ["publisher_id"], unique=False)

    op.create_table(
        "aircraft",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column(
            "role",
            TEXT,
            nullable=True,
            comment="What it is for, in the source's words.",
        ),
        sa.Column(
            "wing_configuration",
            TEXT,
            nullable=True,
            comment="Arrangement of the wings, such as biplane or high wing.",
        ),
        sa.Column("engines", sa.Integer(), nullable=True, comment="Number of engines."),
        sa.Column(
            "powerplant",
            TEXT,
            nullable=True,
            comment="Make and type of the engines.",
        ),
        sa.Column("engine_power_kw", sa.Float(), nullable=True, comment="Power of each engine. Unit: kW."),
        sa.Column(
            "thrust_kn",
            sa.Float(),
            nullable=True,
            comment="Greatest thrust of each engine, with afterburner where it has one. Unit: kN.",
        ),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew."),
        sa.Column("passengers", sa.Integer(), nullable=True, comment="Passengers or troops carried beside the crew."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("wingspan_m", sa.Float(), nullable=True, comment="Span of the wings, unswept. Unit: m."),
        sa.Column("height_m", sa.Float(), nullable=True, comment="Overall height on the ground. Unit: m."),
        sa.Column("empty_mass_kg", sa.Float(), nullable=True, comment="Mass without load and fuel. Unit: kg."),
        sa.Column("takeoff_mass_kg", sa.Float(), nullable=True, comment="Normal take-off mass. Unit: kg."),
        sa.Column("max_takeoff_mass_kg", sa.Float(), nullable=True, comment="Greatest take-off mass. Unit: kg."),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed. Unit: km/h."),
        sa.Column("cruise_speed_kmh", sa.Float(), nullable=True, comment="Cruising speed. Unit: km/h."),
        sa.Column(
            "max_mach",
            sa.Float(),
            nullable=True,
            comment="Greatest speed as a multiple of the speed of sound. Unit: Mach.",
        ),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range. Unit: km."),
        sa.Column("combat_radius_km", sa.Float(), nullable=True, comment="Combat radius. Unit: km."),
        sa.Column("ceiling_m", sa.Float(), nullable=True, comment="Service ceiling. Unit: m."),
        sa.Column("payload_kg", sa.Float(), nullable=True, comment="Greatest load of weapons or cargo. Unit: kg."),
        sa.Column("hardpoints", sa.Integer(), nullable=True, comment="Number of external hardpoints."),
        sa.Column("gun_calibre_mm", sa.Float(), nullable=True, comment="Calibre of the built-in gun. Unit: mm."),
        sa.Column(
            "first_flight",
            TEXT,
            nullable=True,
            comment="First flight. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.CheckConstraint("ceiling_m >= 0", name=op.f("ck_aircraft_ceiling_m_not_negative")),
        sa.CheckConstraint("combat_radius_km >= 0", name=op.f("ck_aircraft_combat_radius_km_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_aircraft_crew_not_negative")),
        sa.CheckConstraint("cruise_speed_kmh >= 0", name=op.f("ck_aircraft_cruise_speed_kmh_not_negative")),
        sa.CheckConstraint("empty_mass_kg >= 0", name=op.f("ck_aircraft_empty_mass_kg_not_negative")),
        sa.CheckConstraint("engine_power_kw >= 0", name=op.f("ck_aircraft_engine_power_kw_not_negative")),
        sa.CheckConstraint("engines >= 0", name=op.f("ck_aircraft_engines_not_negative")),
        sa.CheckConstraint("gun_calibre_mm >= 0", name=op.f("ck_aircraft_gun_calibre_mm_not_negative")),
        sa.CheckConstraint("hardpoints >= 0", name=op.f("ck_aircraft_hardpoints_not_negative")),
        sa.CheckConstraint("height_m >= 0", name=op.f("ck_aircraft_height_m_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_aircraft_length_m_not_negative")),
        sa.CheckConstraint("max_mach >= 0", name=op.f("ck_aircraft_max_mach_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_aircraft_max_speed_kmh_not_negative")),
        sa.CheckConstraint("max_takeoff_mass_kg >= 0", name=op.f("ck_aircraft_max_takeoff_mass_kg_not_negative")),
        sa.CheckConstraint("passengers >= 0", name=op.f("ck_aircraft_passengers_not_negative")),
        sa.CheckConstraint("payload_kg >= 0", name=op.f("ck_aircraft_payload_kg_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_aircraft_range_km_not_negative")),
        sa.CheckConstraint("takeoff_mass_kg >= 0", name=op.f("ck_aircraft_takeoff_mass_kg_not_negative")),
        sa.CheckConstraint("thrust_kn >= 0", name=op.f("ck_aircraft_thrust_kn_not_negative")),
        sa.CheckConstraint("wingspan_m >= 0", name=op.f("ck_aircraft_wingspan_m_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_aircraft_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aircraft")),
        comment="Aeroplanes and helicopters: one adopted value per property.",
    )
    op.create_table(
        "artillery",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column("calibre_mm", sa.Float(), nullable=True, comment="Calibre. Unit: mm."),
        sa.Column("tubes", sa.Integer(), nullable=True, comment="Number of barrels or launch tubes."),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range. Unit: km."),
        sa.Column(
            "range_assisted_km",
            sa.Float(),
            nullable=True,
            comment="Greatest range with rocket-assisted projectiles. Unit: km.",
        ),
        sa.Column("range_min_km", sa.Float(), nullable=True, comment="Least range. Unit: km."),
        sa.Column("rate_of_fire_rpm", sa.Float(), nullable=True, comment="Greatest rate of fire. Unit: rounds/min."),
        sa.Column("salvo_time_s", sa.Float(), nullable=True, comment="Time to fire all tubes. Unit: s."),
        sa.Column("muzzle_velocity_ms", sa.Float(), nullable=True, comment="Muzzle velocity. Unit: m/s."),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew."),
        sa.Column("combat_mass_kg", sa.Float(), nullable=True, comment="Mass ready for action. Unit: kg."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("width_m", sa.Float(), nullable=True, comment="Overall width. Unit: m."),
        sa.Column("height_m", sa.Float(), nullable=True, comment="Overall height. Unit: m."),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed on a road. Unit: km/h."),
        sa.Column("ammunition_carried", sa.Integer(), nullable=True, comment="Rounds carried on board."),
        sa.Column(
            "carriage",
            TEXT,
            nullable=True,
            comment="Carriage or chassis that it stands on.",
        ),
        sa.CheckConstraint("ammunition_carried >= 0", name=op.f("ck_artillery_ammunition_carried_not_negative")),
        sa.CheckConstraint("calibre_mm >= 0", name=op.f("ck_artillery_calibre_mm_not_negative")),
        sa.CheckConstraint("combat_mass_kg >= 0", name=op.f("ck_artillery_combat_mass_kg_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_artillery_crew_not_negative")),
        sa.CheckConstraint("height_m >= 0", name=op.f("ck_artillery_height_m_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_artillery_length_m_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_artillery_max_speed_kmh_not_negative")),
        sa.CheckConstraint("muzzle_velocity_ms >= 0", name=op.f("ck_artillery_muzzle_velocity_ms_not_negative")),
        sa.CheckConstraint("range_assisted_km >= 0", name=op.f("ck_artillery_range_assisted_km_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_artillery_range_km_not_negative")),
        sa.CheckConstraint("range_min_km >= 0", name=op.f("ck_artillery_range_min_km_not_negative")),
        sa.CheckConstraint("rate_of_fire_rpm >= 0", name=op.f("ck_artillery_rate_of_fire_rpm_not_negative")),
        sa.CheckConstraint("salvo_time_s >= 0", name=op.f("ck_artillery_salvo_time_s_not_negative")),
        sa.CheckConstraint("tubes >= 0", name=op.f("ck_artillery_tubes_not_negative")),
        sa.CheckConstraint("width_m >= 0", name=op.f("ck_artillery_width_m_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_artillery_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_artillery")),
        comment="Guns, howitzers, mortars, rocket launchers: one adopted value per property.",
    )
    op.create_table(
        "lookup",
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="The name as written.",
        ),
        sa.Column(
            "key",
            TEXT,
            nullable=False,
            comment="The name folded: su35 for 'Su-35'.",
        ),
        sa.Column(
            "origin",
            TEXT,
            nullable=False,
            comment="Where the name comes from: id, name, or the scheme of a designation.",
        ),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_lookup_equipment_id_equipment")),
        sa.PrimaryKeyConstraint("equipment_id", "name", name=op.f("pk_lookup")),
        comment="Keys under which systems are found: names folded by case, space, hyphen and accent.",
    )
    with op.batch_alter_table("lookup", schema=None) as batch_op:
        batch_op.create_index("ix_lookup_key", ["key"], unique=False)

    op.create_table(
        "munition",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column("calibre_mm", sa.Float(), nullable=True, comment="Calibre. Unit: mm."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("diameter_m", sa.Float(), nullable=True, comment="Diameter of the body. Unit: m."),
        sa.Column("mass_kg", sa.Float(), nullable=True, comment="Mass when launched, fired or dropped. Unit: kg."),
        sa.Column("warhead_mass_kg", sa.Float(), nullable=True, comment="Mass of the warhead or payload. Unit: kg."),
        sa.Column(
            "warhead_type",
            TEXT,
            nullable=True,
            comment="Kind of warhead.",
        ),
        sa.Column("range_min_km", sa.Float(), nullable=True, comment="Least range. Unit: km."),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range. Unit: km."),
        sa.Column(
            "guidance",
            TEXT,
            nullable=True,
            comment="Kind of guidance, or unguided.",
        ),
        sa.Column(
            "propulsion",
            TEXT,
            nullable=True,
            comment="Kind of propulsion, such as solid-fuel rocket.",
        ),
        sa.Column("stages", sa.Integer(), nullable=True, comment="Number of stages."),
        sa.Column(
            "max_mach",
            sa.Float(),
            nullable=True,
            comment="Greatest speed as a multiple of the speed of sound. Unit: Mach.",
        ),
        sa.Column("apogee_km", sa.Float(), nullable=True, comment="Greatest height reached in a flight. Unit: km."),
        sa.Column(
            "distance_flown_km",
            sa.Float(),
            nullable=True,
            comment="Greatest distance flown in a test, which may be lofted. Unit: km.",
        ),
        sa.Column(
            "launch_platform",
            TEXT,
            nullable=True,
            comment="What it is fired, launched or dropped from.",
        ),
        sa.CheckConstraint("apogee_km >= 0", name=op.f("ck_munition_apogee_km_not_negative")),
        sa.CheckConstraint("calibre_mm >= 0", name=op.f("ck_munition_calibre_mm_not_negative")),
        sa.CheckConstraint("diameter_m >= 0", name=op.f("ck_munition_diameter_m_not_negative")),
        sa.CheckConstraint("distance_flown_km >= 0", name=op.f("ck_munition_distance_flown_km_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_munition_length_m_not_negative")),
        sa.CheckConstraint("mass_kg >= 0", name=op.f("ck_munition_mass_kg_not_negative")),
        sa.CheckConstraint("max_mach >= 0", name=op.f("ck_munition_max_mach_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_munition_range_km_not_negative")),
        sa.CheckConstraint("range_min_km >= 0", name=op.f("ck_munition_range_min_km_not_negative")),
        sa.CheckConstraint("stages >= 0", name=op.f("ck_munition_stages_not_negative")),
        sa.CheckConstraint("warhead_mass_kg >= 0", name=op.f("ck_munition_warhead_mass_kg_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_munition_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_munition")),
        comment="Shells, rockets, bombs, missiles, torpedoes, warheads: one adopted value per property.",
    )
    op.create_table(
        "sentence",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="UUIDv5 of source and ordinal.",
        ),
        sa.Column(
            "source_id",
            TEXT,
            nullable=False,
            comment="The source it stands in.",
        ),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Position in the text that was read, from 1."),
        sa.Column("paragraph", sa.Integer(), nullable=False, comment="Paragraph it stands in, from 1."),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Sentence, heading, caption or table row.",
        ),
        sa.Column(
            "sha256",
            TEXT,
            nullable=False,
            comment="SHA-256 of the canonical form of the sentence.",
        ),
        sa.Column(
            "starts",
            TEXT,
            nullable=False,
            comment="First few words.",
        ),
        sa.Column(
            "ends",
            TEXT,
            nullable=False,
            comment="Last few words.",
        ),
        sa.Column(
            "fragment",
            TEXT,
            nullable=False,
            comment="TEXT fragment that finds the sentence in the live page (#:~:text=...).",
        ),
        sa.Column(
            "text",
            TEXT,
            nullable=True,
            comment="The sentence itself, only where the rights allow it.",
        ),
        sa.CheckConstraint(
            "kind IN ('sentence', 'heading', 'caption', 'table row')", name=op.f("ck_sentence_kind_known")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_sentence_sha256_length")),
        sa.CheckConstraint("ordinal >= 1", name=op.f("ck_sentence_ordinal_positive")),
        sa.CheckConstraint("paragraph >= 1", name=op.f("ck_sentence_paragraph_positive")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_sentence_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence")),
        sa.UniqueConstraint("source_id", "ordinal", name=op.f("uq_sentence_source_id_ordinal")),
        comment="One sentence (or heading, caption, table row) of a source: where it is, not what it says.",
    )
    op.create_table(
        "spacecraft",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column("mass_kg", sa.Float(), nullable=True, comment="Mass at launch. Unit: kg."),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("diameter_m", sa.Float(), nullable=True, comment="Diameter of the body. Unit: m."),
        sa.Column("stages", sa.Integer(), nullable=True, comment="Number of stages of a launch vehicle."),
        sa.Column(
            "orbit",
            TEXT,
            nullable=True,
            comment="Kind of orbit.",
        ),
        sa.Column("perigee_km", sa.Float(), nullable=True, comment="Lowest height of the orbit. Unit: km."),
        sa.Column("apogee_km", sa.Float(), nullable=True, comment="Greatest height of the orbit. Unit: km."),
        sa.Column(
            "launch_vehicle",
            TEXT,
            nullable=True,
            comment="Rocket that launches it.",
        ),
        sa.Column(
            "launch_site",
            TEXT,
            nullable=True,
            comment="Where it was launched.",
        ),
        sa.Column("launch_attempts", sa.Integer(), nullable=True, comment="Attempts to launch it."),
        sa.Column("launch_failures", sa.Integer(), nullable=True, comment="Attempts that failed."),
        sa.Column(
            "launched",
            TEXT,
            nullable=True,
            comment="Launch into orbit. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.CheckConstraint("apogee_km >= 0", name=op.f("ck_spacecraft_apogee_km_not_negative")),
        sa.CheckConstraint("diameter_m >= 0", name=op.f("ck_spacecraft_diameter_m_not_negative")),
        sa.CheckConstraint("launch_attempts >= 0", name=op.f("ck_spacecraft_launch_attempts_not_negative")),
        sa.CheckConstraint("launch_failures >= 0", name=op.f("ck_spacecraft_launch_failures_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_spacecraft_length_m_not_negative")),
        sa.CheckConstraint("mass_kg >= 0", name=op.f("ck_spacecraft_mass_kg_not_negative")),
        sa.CheckConstraint("perigee_km >= 0", name=op.f("ck_spacecraft_perigee_km_not_negative")),
        sa.CheckConstraint("stages >= 0", name=op.f("ck_spacecraft_stages_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_spacecraft_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spacecraft")),
        comment="Satellites and launch vehicles: one adopted value per property.",
    )
    op.create_table(
        "submarine",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column(
            "ship_class",
            TEXT,
            nullable=True,
            comment="Class that the boat belongs to.",
        ),
        sa.Column(
            "hull_number",
            TEXT,
            nullable=True,
            comment="Number on the hull or sail.",
        ),
        sa.Column(
            "propulsion",
            TEXT,
            nullable=True,
            comment="Kind of propulsion, such as diesel-electric.",
        ),
        sa.Column(
            "displacement_surfaced_t",
            sa.Float(),
            nullable=True,
            comment="Displacement at the surface. Unit: t.",
        ),
        sa.Column(
            "displacement_submerged_t",
            sa.Float(),
            nullable=True,
            comment="Displacement under water. Unit: t.",
        ),
        sa.Column("length_m", sa.Float(), nullable=True, comment="Overall length. Unit: m."),
        sa.Column("beam_m", sa.Float(), nullable=True, comment="Greatest width of the hull. Unit: m."),
        sa.Column("draught_m", sa.Float(), nullable=True, comment="Draught at the surface. Unit: m."),
        sa.Column(
            "speed_surfaced_kmh",
            sa.Float(),
            nullable=True,
            comment="Greatest speed at the surface. Unit: km/h.",
        ),
        sa.Column(
            "speed_submerged_kmh",
            sa.Float(),
            nullable=True,
            comment="Greatest speed under water. Unit: km/h.",
        ),
        sa.Column("test_depth_m", sa.Float(), nullable=True, comment="Test or operating depth. Unit: m."),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range. Unit: km."),
        sa.Column("endurance_days", sa.Float(), nullable=True, comment="Days at sea without supplies. Unit: day."),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew."),
        sa.Column("torpedo_tubes", sa.Integer(), nullable=True, comment="Number of torpedo tubes."),
        sa.Column("torpedo_calibre_mm", sa.Float(), nullable=True, comment="Calibre of the tubes. Unit: mm."),
        sa.Column("launch_tubes", sa.Integer(), nullable=True, comment="Number of tubes for missiles."),
        sa.Column(
            "laid_down",
            TEXT,
            nullable=True,
            comment="Laying of the keel. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.Column(
            "launched",
            TEXT,
            nullable=True,
            comment="Launch. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.Column(
            "commissioned",
            TEXT,
            nullable=True,
            comment="Commissioning. Extended Date/Time Format (ISO 8601-2).",
        ),
        sa.Column(
            "builder",
            TEXT,
            nullable=True,
            comment="Shipyard that built it.",
        ),
        sa.CheckConstraint("beam_m >= 0", name=op.f("ck_submarine_beam_m_not_negative")),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_submarine_crew_not_negative")),
        sa.CheckConstraint(
            "displacement_submerged_t >= 0", name=op.f("ck_submarine_displacement_submerged_t_not_negative")
        ),
        sa.CheckConstraint(
            "displacement_surfaced_t >= 0", name=op.f("ck_submarine_displacement_surfaced_t_not_negative")
        ),
        sa.CheckConstraint("draught_m >= 0", name=op.f("ck_submarine_draught_m_not_negative")),
        sa.CheckConstraint("endurance_days >= 0", name=op.f("ck_submarine_endurance_days_not_negative")),
        sa.CheckConstraint("launch_tubes >= 0", name=op.f("ck_submarine_launch_tubes_not_negative")),
        sa.CheckConstraint("length_m >= 0", name=op.f("ck_submarine_length_m_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_submarine_range_km_not_negative")),
        sa.CheckConstraint("speed_submerged_kmh >= 0", name=op.f("ck_submarine_speed_submerged_kmh_not_negative")),
        sa.CheckConstraint("speed_surfaced_kmh >= 0", name=op.f("ck_submarine_speed_surfaced_kmh_not_negative")),
        sa.CheckConstraint("test_depth_m >= 0", name=op.f("ck_submarine_test_depth_m_not_negative")),
        sa.CheckConstraint("torpedo_calibre_mm >= 0", name=op.f("ck_submarine_torpedo_calibre_mm_not_negative")),
        sa.CheckConstraint("torpedo_tubes >= 0", name=op.f("ck_submarine_torpedo_tubes_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_submarine_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submarine")),
        comment="Submarines, by class or by boat: one adopted value per property.",
    )
    op.create_table(
        "vehicle",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="The system.",
        ),
        sa.Column(
            "role",
            TEXT,
            nullable=True,
            comment="What it is for, in the source's words.",
        ),
        sa.Column("mass_kg", sa.Float(), nullable=True, comment="Mass. Unit: kg."),
        sa.Column("crew", sa.Integer(), nullable=True, comment="Number of crew."),
        sa.Column("engine_power_kw", sa.Float(), nullable=True, comment="Power of the engine. Unit: kW."),
        sa.Column("max_speed_kmh", sa.Float(), nullable=True, comment="Greatest speed. Unit: km/h."),
        sa.Column("range_km", sa.Float(), nullable=True, comment="Greatest range. Unit: km."),
        sa.Column(
            "armour",
            TEXT,
            nullable=True,
            comment="Protection, in the source's words.",
        ),
        sa.CheckConstraint("crew >= 0", name=op.f("ck_vehicle_crew_not_negative")),
        sa.CheckConstraint("engine_power_kw >= 0", name=op.f("ck_vehicle_engine_power_kw_not_negative")),
        sa.CheckConstraint("mass_kg >= 0", name=op.f("ck_vehicle_mass_kg_not_negative")),
        sa.CheckConstraint("max_speed_kmh >= 0", name=op.f("ck_vehicle_max_speed_kmh_not_negative")),
        sa.CheckConstraint("range_km >= 0", name=op.f("ck_vehicle_range_km_not_negative")),
        sa.ForeignKeyConstraint(["id"], ["equipment.id"], name=op.f("fk_vehicle_id_equipment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        comment="Vehicles and trains: one adopted value per property.",
    )
    op.create_table(
        "evidence",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="UUIDv5 of the statement it supports.",
        ),
        sa.Column(
            "sentence_id",
            TEXT,
            nullable=False,
            comment="The sentence that makes the statement.",
        ),
        sa.Column(
            "quote",
            TEXT,
            nullable=True,
            comment="At most 12 words of the sentence that carry the value.",
        ),
        sa.Column(
            "firmness",
            TEXT,
            nullable=False,
            comment="How firmly it is said: asserted, reported, assessed, planned, ...",
        ),
        sa.Column(
            "cue",
            TEXT,
            nullable=True,
            comment="The words of the sentence that show the firmness.",
        ),
        sa.Column(
            "origin_id",
            TEXT,
            nullable=False,
            comment="Publisher whose independent voice this is: the wire agency where one is named, else the publisher.",
        ),
        sa.Column(
            "note",
            TEXT,
            nullable=True,
            comment="An editor's remark on how the sentence was read.",
        ),
        sa.CheckConstraint(
            "firmness IN ('asserted', 'reported', 'assessed', 'planned', 'alleged', 'speculated', 'denied')",
            name=op.f("ck_evidence_firmness_known"),
        ),
        sa.ForeignKeyConstraint(["origin_id"], ["agent.id"], name=op.f("fk_evidence_origin_id_agent")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_evidence_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        comment="The receipt of one statement: sentence, quote, firmness, and who is speaking.",
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_sentence_id"), ["sentence_id"], unique=False)

    op.create_table(
        "mention",
        sa.Column(
            "id",
            TEXT,
            nullable=False,
            comment="UUIDv5 of sentence, system and offset.",
        ),
        sa.Column(
            "sentence_id",
            TEXT,
            nullable=False,
            comment="The sentence.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="The name as it stands there.",
        ),
        sa.Column("start", sa.Integer(), nullable=False, comment="Offset of its first character."),
        sa.Column("end", sa.Integer(), nullable=False, comment="Offset behind its last character."),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_mention_offsets_sound")),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_mention_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_mention_sentence_id_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint(
            "sentence_id", "equipment_id", "start", name=op.f("uq_mention_sentence_id_equipment_id_start")
        ),
        comment="A system is named in a sentence, at these offsets of its canonical form; says nothing more.",
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mention_equipment_id"), ["equipment_id"], unique=False)

    op.create_table(
        "attribution",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The evidence.",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Place in the chain, from 1, outermost first.",
        ),
        sa.Column(
            "agent_id",
            TEXT,
            nullable=False,
            comment="Who is speaking.",
        ),
        sa.Column(
            "role",
            TEXT,
            nullable=False,
            comment="In what role: wire, quoted document, official, state media, analyst, ...",
        ),
        sa.Column(
            "words",
            TEXT,
            nullable=True,
            comment="Whether the words are direct or indirect speech.",
        ),
        sa.CheckConstraint(
            "role IN ('publisher', 'wire', 'quoted document', 'official', 'state media', 'analyst', 'company', 'witness', 'unnamed')",
            name=op.f("ck_attribution_role_known"),
        ),
        sa.CheckConstraint("words IN ('direct', 'indirect')", name=op.f("ck_attribution_words_known")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_attribution_position_positive")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_attribution_agent_id_agent")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_attribution_evidence_id_evidence")),
        sa.PrimaryKeyConstraint("evidence_id", "position", name=op.f("pk_attribution")),
        comment="Agents to whom the source attributes the words, outermost first. The publisher itself is in source.",
    )
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attribution_agent_id"), ["agent_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "kind",
            TEXT,
            nullable=False,
            comment="Kind of the system, so that the database refuses a property of another kind.",
        ),
        sa.Column(
            "property",
            TEXT,
            nullable=False,
            comment="The property, as the column of the typed table is called.",
        ),
        sa.Column(
            "value",
            TEXT,
            nullable=False,
            comment="Normalised value, readable: a number in the property's unit, words, or EDTF.",
        ),
        sa.Column("low", sa.Float(), nullable=True, comment="Lower end of a number, in the property's unit."),
        sa.Column("high", sa.Float(), nullable=True, comment="Upper end of a number, in the property's unit."),
        sa.Column(
            "slack",
            sa.Float(),
            nullable=True,
            comment="How far the number can be off by the digits it is stated with, in the property's unit.",
        ),
        sa.Column(
            "earliest",
            TEXT,
            nullable=True,
            comment="First day that a date can mean (ISO 8601).",
        ),
        sa.Column(
            "latest",
            TEXT,
            nullable=True,
            comment="Last day that a date can mean (ISO 8601).",
        ),
        sa.Column(
            "as_stated",
            TEXT,
            nullable=False,
            comment="The value in the source's words and unit.",
        ),
        sa.Column(
            "unit",
            TEXT,
            nullable=True,
            comment="Unit that the source states.",
        ),
        sa.Column(
            "state",
            TEXT,
            nullable=False,
            comment="Whether the value is known, is stated to be unknown, or to be none.",
        ),
        sa.Column("approximate", sa.Boolean(), nullable=False, comment="Whether the source calls it approximate."),
        sa.Column(
            "bound",
            TEXT,
            nullable=True,
            comment="Whether it is a least or a greatest value.",
        ),
        sa.Column(
            "condition",
            TEXT,
            nullable=False,
            comment="Condition under which it holds; empty where there is none.",
        ),
        sa.Column(
            "as_of",
            TEXT,
            nullable=True,
            comment="Date at which it holds (EDTF).",
        ),
        sa.Column(
            "flag",
            TEXT,
            nullable=True,
            comment="Why the value is not plausible; it is kept, and not adopted.",
        ),
        sa.Column(
            "flag_resolution",
            TEXT,
            nullable=True,
            comment="Why an editor holds a flagged value to be right.",
        ),
        sa.Column(
            "adopted",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the value that stands in the typed table.",
        ),
        sa.Column(
            "adoption",
            TEXT,
            nullable=True,
            comment="The rule, or the editor's reason, that chose it.",
        ),
        sa.CheckConstraint(
            "NOT adopted OR (state = 'known' AND adoption IS NOT NULL AND (flag IS NULL OR flag_resolution IS NOT NULL))",
            name=op.f("ck_claim_adopted_sound"),
        ),
        sa.CheckConstraint("bound IN ('at least', 'at most')", name=op.f("ck_claim_bound_known")),
        sa.CheckConstraint("state IN ('known', 'none', 'unknown')", name=op.f("ck_claim_state_known")),
        sa.CheckConstraint(
            "earliest IS NULL OR latest IS NULL OR earliest <= latest", name=op.f("ck_claim_early_to_late")
        ),
        sa.CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name=op.f("ck_claim_low_to_high")),
        sa.ForeignKeyConstraint(
            ["equipment_id", "kind"],
            ["equipment.id", "equipment.kind"],
            name=op.f("fk_claim_equipment_id_kind_equipment"),
        ),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_claim_evidence_id_evidence")),
        sa.ForeignKeyConstraint(
            ["kind", "property"],
            ["property.kind", "property.name"],
            name=op.f("fk_claim_kind_property_property"),
        ),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_claim")),
        comment="A value for one property of one system, as one sentence states it.",
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(
            "ix_claim_equipment_id_property_condition",
            ["equipment_id", "property", "condition"],
            unique=False,
        )
        batch_op.create_index(
            "uq_claim_adopted",
            ["equipment_id", "property", "condition"],
            unique=True,
            sqlite_where=sa.text("adopted"),
            postgresql_where=sa.text("adopted"),
        )

    op.create_table(
        "designation",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=False,
            comment="The name.",
        ),
        sa.Column(
            "scheme",
            TEXT,
            nullable=False,
            comment="What kind of name: manufacturer, NATO reporting name, hull number, ...",
        ),
        sa.Column(
            "language",
            TEXT,
            nullable=True,
            comment="Language of the name, as an ISO 639-1 code.",
        ),
        sa.CheckConstraint(
            "scheme IN ('common name', 'manufacturer', 'military', 'NATO reporting name', 'native script', 'GRAU index', 'project number', 'hull number', 'US designation', 'nickname', 'ICAO type designator', 'Wikidata QID')",
            name=op.f("ck_designation_scheme_known"),
        ),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_designation_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_designation_evidence_id_evidence")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_designation")),
        comment="A name of a system in a scheme. One name may belong to several systems, and the other way round.",
    )
    with op.batch_alter_table("designation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_designation_equipment_id"), ["equipment_id"], unique=False)

    op.create_table(
        "event",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "type",
            TEXT,
            nullable=False,
            comment="What happened.",
        ),
        sa.Column(
            "date",
            TEXT,
            nullable=True,
            comment="When (EDTF).",
        ),
        sa.Column(
            "place",
            TEXT,
            nullable=True,
            comment="Where, in the source's words.",
        ),
        sa.Column(
            "outcome",
            TEXT,
            nullable=True,
            comment="How it ended.",
        ),
        sa.CheckConstraint(
            "type IN ('agreed', 'announced', 'built', 'delivered', 'displayed', 'failed', 'first flown', 'laid down', 'launched', 'lost', 'moved', 'shown', 'tested', 'used in combat')",
            name=op.f("ck_event_type_known"),
        ),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_event_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_event_evidence_id_evidence")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_event")),
        comment="Something that happened to a system: shown, tested, launched, failed, delivered, lost.",
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_equipment_id"), ["equipment_id"], unique=False)

    op.create_table(
        "evidence_context",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The evidence.",
        ),
        sa.Column(
            "sentence_id",
            TEXT,
            nullable=False,
            comment="The sentence that is needed to read it.",
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_context_evidence_id_evidence")
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_evidence_context_sentence_id_sentence")
        ),
        sa.PrimaryKeyConstraint("evidence_id", "sentence_id", name=op.f("pk_evidence_context")),
        comment="Other sentences needed to read the evidence: what 'its' or 'the report' refers to.",
    )
    op.create_table(
        "holding",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "operator_id",
            TEXT,
            nullable=False,
            comment="Who has it.",
        ),
        sa.Column(
            "service",
            TEXT,
            nullable=True,
            comment="Armed service or unit.",
        ),
        sa.Column(
            "quantity",
            TEXT,
            nullable=True,
            comment="How many, in the source's words.",
        ),
        sa.Column("quantity_low", sa.Integer(), nullable=True, comment="Least number meant."),
        sa.Column("quantity_high", sa.Integer(), nullable=True, comment="Greatest number meant."),
        sa.Column(
            "since",
            TEXT,
            nullable=True,
            comment="From when (EDTF).",
        ),
        sa.Column(
            "until",
            TEXT,
            nullable=True,
            comment="Until when (EDTF).",
        ),
        sa.Column(
            "as_of",
            TEXT,
            nullable=True,
            comment="Date at which it is stated (EDTF).",
        ),
        sa.Column(
            "earliest",
            TEXT,
            nullable=True,
            comment="First day that the dates can mean (ISO 8601).",
        ),
        sa.Column(
            "latest",
            TEXT,
            nullable=True,
            comment="Last day that the dates can mean (ISO 8601).",
        ),
        sa.Column(
            "status",
            TEXT,
            nullable=False,
            comment="In service, in reserve, stockpiled, retired, on order or sought.",
        ),
        sa.CheckConstraint(
            "status IN ('in service', 'in reserve', 'stockpiled', 'retired', 'on order', 'sought')",
            name=op.f("ck_holding_status_known"),
        ),
        sa.CheckConstraint(
            "quantity_low >= 0 AND quantity_low <= quantity_high", name=op.f("ck_holding_quantity_sound")
        ),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_holding_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_holding_evidence_id_evidence")),
        sa.ForeignKeyConstraint(["operator_id"], ["agent.id"], name=op.f("fk_holding_operator_id_agent")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_holding")),
        comment="An operator has the system.",
    )
    with op.batch_alter_table("holding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_holding_equipment_id"), ["equipment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_holding_operator_id"), ["operator_id"], unique=False)

    op.create_table(
        "relation",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "type",
            TEXT,
            nullable=False,
            comment="Variant of, based on, successor of, carries, launched by, built at, used with.",
        ),
        sa.Column(
            "system_id",
            TEXT,
            nullable=True,
            comment="The other system.",
        ),
        sa.Column(
            "agent_id",
            TEXT,
            nullable=True,
            comment="The agent or place.",
        ),
        sa.Column(
            "name",
            TEXT,
            nullable=True,
            comment="The other thing, where it has no record of its own.",
        ),
        sa.CheckConstraint(
            "type IN ('variant of', 'based on', 'successor of', 'carries', 'launched by', 'built at', 'used with')",
            name=op.f("ck_relation_type_known"),
        ),
        sa.CheckConstraint(
            "(CASE WHEN system_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN agent_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN name IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_relation_one_target"),
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_relation_agent_id_agent")),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_relation_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_relation_evidence_id_evidence")),
        sa.ForeignKeyConstraint(["system_id"], ["equipment.id"], name=op.f("fk_relation_system_id_equipment")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_relation")),
        comment="How a system relates to another system, an agent, or something that has only a name.",
    )
    with op.batch_alter_table("relation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relation_agent_id"), ["agent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relation_equipment_id"), ["equipment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relation_system_id"), ["system_id"], unique=False)

    op.create_table(
        "transfer",
        sa.Column(
            "evidence_id",
            TEXT,
            nullable=False,
            comment="The receipt, and the id of the statement: every statement has one of its own.",
        ),
        sa.Column(
            "equipment_id",
            TEXT,
            nullable=False,
            comment="The system it is about.",
        ),
        sa.Column(
            "supplier_id",
            TEXT,
            nullable=True,
            comment="Who supplies it.",
        ),
        sa.Column(
            "recipient_id",
            TEXT,
            nullable=True,
            comment="Who receives it.",
        ),
        sa.Column(
            "quantity",
            TEXT,
            nullable=True,
            comment="How many, in the source's words.",
        ),
        sa.Column("quantity_low", sa.Integer(), nullable=True, comment="Least number meant."),
        sa.Column("quantity_high", sa.Integer(), nullable=True, comment="Greatest number meant."),
        sa.Column(
            "date",
            TEXT,
            nullable=True,
            comment="When (EDTF).",
        ),
        sa.Column(
            "stage",
            TEXT,
            nullable=False,
            comment="How far it has come: sought, offered, agreed, ordered, delivered.",
        ),
        sa.CheckConstraint(
            "stage IN ('sought', 'offered', 'agreed', 'ordered', 'delivered')",
            name=op.f("ck_transfer_stage_known"),
        ),
        sa.CheckConstraint(
            "quantity_low >= 0 AND quantity_low <= quantity_high", name=op.f("ck_transfer_quantity_sound")
        ),
        sa.CheckConstraint("supplier_id IS NOT NULL OR recipient_id IS NOT NULL", name=op.f("ck_transfer_party_named")),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name=op.f("fk_transfer_equipment_id_equipment")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_transfer_evidence_id_evidence")),
        sa.ForeignKeyConstraint(["recipient_id"], ["agent.id"], name=op.f("fk_transfer_recipient_id_agent")),
        sa.ForeignKeyConstraint(["supplier_id"], ["agent.id"], name=op.f("fk_transfer_supplier_id_agent")),
        sa.PrimaryKeyConstraint("evidence_id", name=op.f("pk_transfer")),
        comment="A system goes from a supplier to a recipient: sought, offered, agreed, ordered or delivered.",
    )
    with op.batch_alter_table("transfer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_transfer_equipment_id"), ["equipment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_transfer_recipient_id"), ["recipient_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_transfer_supplier_id"), ["supplier_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("transfer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_transfer_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_transfer_recipient_id"))
        batch_op.drop_index(batch_op.f("ix_transfer_equipment_id"))

    op.drop_table("transfer")
    with op.batch_alter_table("relation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_relation_system_id"))
        batch_op.drop_index(batch_op.f("ix_relation_equipment_id"))
        batch_op.drop_index(batch_op.f("ix_relation_agent_id"))

    op.drop_table("relation")
    with op.batch_alter_table("holding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_holding_operator_id"))
        batch_op.drop_index(batch_op.f("ix_holding_equipment_id"))

    op.drop_table("holding")
    op.drop_table("evidence_context")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_equipment_id"))

    op.drop_table("event")
    with op.batch_alter_table("designation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_designation_equipment_id"))

    op.drop_table("designation")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index("uq_claim_adopted", sqlite_where=sa.text("adopted"), postgresql_where=sa.text("adopted"))
        batch_op.drop_index("ix_claim_equipment_id_property_condition")

    op.drop_table("claim")
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attribution_agent_id"))

    op.drop_table("attribution")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mention_equipment_id"))

    op.drop_table("mention")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_sentence_id"))

    op.drop_table("evidence")
    op.drop_table("vehicle")
    op.drop_table("submarine")
    op.drop_table("spacecraft")
    op.drop_table("sentence")
    op.drop_table("munition")
    with op.batch_alter_table("lookup", schema=None) as batch_op:
        batch_op.drop_index("ix_lookup_key")

    op.drop_table("lookup")
    op.drop_table("artillery")
    op.drop_table("aircraft")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_publisher_id"))

    op.drop_table("source")
    with op.batch_alter_table("equipment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_equipment_family_id"))
        batch_op.drop_index(batch_op.f("ix_equipment_category_id"))

    op.drop_table("equipment")
    op.drop_table("property")
    op.drop_table("data_dictionary")
    op.drop_table("category")
    op.drop_table("build")
    op.drop_table("agent")
