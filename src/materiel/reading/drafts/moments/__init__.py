"""Dates and events of a system's life."""
