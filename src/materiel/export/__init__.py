"""The data handed on: in other formats, and straight into other databases."""
