"""Seeding another application's database: its own rows stay as they are, and a second push changes nothing."""
