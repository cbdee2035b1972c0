"""Which system a part of a sentence is about."""
