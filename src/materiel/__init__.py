"""An open military equipment reference database in which every fact has a receipt."""

__version__ = "0.1.0"
