"""Answers: systems looked up, compared, listed, searched and cited, each fact with its receipt.

Everything is read with the SQL in `materiel.catalog.queries`, over the public tables and views, and is
returned as plain dictionaries: what `--format json` prints is what these functions return.
"""
