"""The database itself: where it is, how it is read, migrated, and built at first use."""
