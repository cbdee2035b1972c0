"""The command line. `main` is what the `materiel` script calls."""

from materiel.cli.app import main

__all__ = ["main"]
