"""Quantities with units in a sentence, before it is known what they are of."""
