"""Things that are counted in a sentence."""
