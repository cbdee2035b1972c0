"""Reading articles with rules and dictionaries: a page of text becomes sentences, mentions and draft records."""
