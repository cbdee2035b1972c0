"""The errors that a person can cause or meet, each one clear line long.

The command line prints the message on standard error and exits with `exit_code`; nothing else of
materiel's own reaches the terminal as a traceback.
"""

from __future__ import annotations

from collections.abc import Sequence


class MaterielError(Exception):
    """Base of every error that materiel raises on purpose. Its text is the line the user sees."""

    exit_code = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed: one line, whatever the text from outside in it holds."""
        return (str(self),)


class NameLookupError(MaterielError, KeyError):
    """A name does not lead to one system. In Python, `db[name]` fails as a look-up in a dictionary does."""

    def __str__(self) -> str:
        """Return the message; a `KeyError` would put it in quotes."""
        return Exception.__str__(self)


class NameNotFoundError(NameLookupError):
    """No system goes by the name that was given."""


class AmbiguousNameError(NameLookupError):
    """Several systems go by the name that was given."""


class NotInDatabaseError(MaterielError):
    """A source, property, category or other record that was asked for by id is not there."""


class ConditionError(MaterielError):
    """A filter that was given on the command line cannot be understood."""


class DatabaseError(MaterielError):
    """The database cannot be used: missing, locked, damaged, out of reach, of another version."""


class MissingExtraError(MaterielError):
    """What was asked for needs a library that is an optional extra of materiel, and is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: pip install 'materiel[{extra}]'")


class QueryError(MaterielError):
    """A query of the user's own failed, wrote, or ran into a limit."""


class SeedError(MaterielError):
    """One or more seed records are wrong. `problems` has a line for each: file, record, key, reason."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        count = f"{len(self.problems)} problem{'s' if len(self.problems) != 1 else ''} in the seeds"
        super().__init__("\n".join([*self.problems, count]))
        self._count = count

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed: a line for each problem, and how many there are."""
        return (*self.problems, self._count)


class ValueFormatError(MaterielError):
    """A value in a seed record cannot be read: no number, a unit that does not convert, no date."""


class TargetError(MaterielError):
    """A file or folder cannot be written, or is there already."""


class ExportError(MaterielError):
    """What was asked for cannot be handed on in this format."""


class ComparisonError(MaterielError):
    """What was named as a side to compare is nothing that can be compared."""


class TextError(MaterielError):
    """A text cannot be read: empty, binary, in an encoding that is not known, or no text at all."""


class ArticlesError(MaterielError):
    """Some of the articles that were asked for could not be read; the rest was. `problems` has a line for each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed: a line for each problem."""
        return self.problems


class CopyError(MaterielError):
    """A copy of a source cannot be attached or verified: it is none, or there is none."""


class RestoreError(MaterielError):
    """A database cannot be built from an export: it is none, not a whole one, damaged, or changed."""


class PatchError(MaterielError):
    """A patch cannot be read, or does not go with what it is to be applied to."""


class FitError(MaterielError):
    """Tables of another application cannot take our rows. `problems` has a line for each: table, column, what to do."""

    def __init__(self, target: str, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        count = f"{len(self.problems)} problem{'s' if len(self.problems) != 1 else ''} in {target}; nothing was written"
        super().__init__("\n".join([*self.problems, count]))
        self._count = count

    @property
    def lines(self) -> tuple[str, ...]:
        """What is printed: a line for each problem, and how many there are."""
        return (*self.problems, self._count)
