"""Who has a system, and who gets it from whom."""
