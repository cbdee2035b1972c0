"""The seeds: read, checked, normalised, and loaded into a database. Their format is in `seeds/README.md`."""
