"""Drafts of seed records: what sentences say of systems, read by written rules, for a person to review.

The same text gives the same draft. What the rules do not understand is left out.
"""
