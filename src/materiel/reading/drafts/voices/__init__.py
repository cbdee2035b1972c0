"""Who speaks in a sentence, and how firmly."""
