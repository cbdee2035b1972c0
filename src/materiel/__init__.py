"""An open military equipment reference database in which every fact has a receipt.

`materiel.open()` opens it, and `materiel.open()["su-57"]` is a system. Nothing is loaded before that.
"""

__version__ = "0.1.0"

# Not from `typing`: to import that takes longer than to import `sqlite3`. Type checkers know the name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from materiel import errors
    from materiel.api import (
        AdoptedValue,
        Claim,
        ComparedProperty,
        Comparison,
        Database,
        Dispute,
        Doubtful,
        Event,
        Holding,
        Match,
        Name,
        Property,
        Receipt,
        Relation,
        Side,
        System,
        Transfer,
        open,  # noqa: A004
    )
    from materiel.errors import MaterielError
else:

    def __getattr__(name):
        """Load what a public name stands for, when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        errors = import_module("materiel.errors")
        named = {"errors": errors, "MaterielError": errors.MaterielError}
        found = named[name] if name in named else getattr(import_module("materiel.api"), name)
        globals()[name] = found
        return found

    def __dir__():
        """Return the public names, loaded or not."""
        return sorted({*globals(), *__all__})


__all__ = [
    "AdoptedValue",
    "Claim",
    "ComparedProperty",
    "Comparison",
    "Database",
    "Dispute",
    "Doubtful",
    "Event",
    "Holding",
    "Match",
    "MaterielError",
    "Name",
    "Property",
    "Receipt",
    "Relation",
    "Side",
    "System",
    "Transfer",
    "__version__",
    "errors",
    "open",
]
