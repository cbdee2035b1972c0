"""One module for each subcommand: what it takes, what it asks the catalog, how it shows the answer."""
