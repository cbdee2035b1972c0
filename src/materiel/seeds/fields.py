"""The kinds of text and number that seed records hold, and the words for what is wrong with one.

Pydantic checks them without calling Python wherever it can: loading checks millions. What it refuses comes
back as an error of a type of ours, for which `reason` finds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from materiel.errors import ValueFormatError
from materiel.seeds.dates import parse_date
from materiel.text.canonical import QUOTE_WORDS, word_count
from materiel.text.printable import has_control

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Refused:
    """Marks a type: whatever is wrong with its value is one error, of the type `error`."""

    error: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            handler(source), custom_error_type=self.error, custom_error_message=self.error
        )


@dataclass(frozen=True, slots=True)
class _OneOf:
    """Marks a text: it is one of `words`."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            core_schema.literal_schema(list(self.words)),
            custom_error_type="unlisted",
            custom_error_message="{words}",
            custom_error_context={"words": ", ".join(self.words)},
        )


def one_of(words: Iterable[str]) -> _OneOf:
    """Mark a text that is one of `words`."""
    return _OneOf(tuple(words))


def _unclean(text: str) -> str | None:
    if has_control(text):
        return "holds a control character"
    return None if text and text == text.strip() else "is empty, or begins or ends with a space"


def _clean(text: str) -> str:
    if unclean := _unclean(text):
        raise ValueError(unclean)
    return text


def _date(text: str) -> str:
    try:
        return parse_date(text).text
    except ValueFormatError as error:
        raise ValueError(str(error)) from None


def _quote(text: str) -> str:
    # A word takes two characters, with its space or without. The canonical form never has more words than the text
    # has parts, but for scripts without spaces; it is made only where it decides.
    few = len(text) <= 2 * QUOTE_WORDS or (text.isascii() and len(text.split()) <= QUOTE_WORDS)
    if not few and (count := word_count(text)) > QUOTE_WORDS:
        raise ValueError(f"has {count} words; a quote has at most {QUOTE_WORDS}")
    return text


Text = Annotated[
    # Nearly all text is plain ASCII, which is known to be clean without a call of Python.
    Annotated[str, StringConstraints(pattern=r"^[!-~](?:[ -~]*[!-~])?$")] | Annotated[str, AfterValidator(_clean)],
    Field(union_mode="left_to_right"),
    _Refused("unclean_text"),
]
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$"), _Refused("no_slug")]
EdtfDate = Annotated[Text, AfterValidator(_date)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), _Refused("no_sha256")]
Quote = Annotated[Text, AfterValidator(_quote)]
LARGEST_QUANTITY = 2_000_000_000
"""What fits a whole number of every engine."""

Ordinal = Annotated[int, Field(ge=1, le=1_000_000_000)]
Quantity = Annotated[Text | Annotated[int, Field(ge=0, le=LARGEST_QUANTITY)], _Refused("no_quantity")]
Scalar = Annotated[Text | int | float, _Refused("no_scalar")]


_REASONS = {
    "no_slug": "{0!r} is no id: lower-case letters, digits and single hyphens",
    "no_sha256": "is no SHA-256: 64 hexadecimal digits in lower case",
    "unlisted": "{0!r} is not one of: {words}",
    "extra_forbidden": "is no key that is known here",
    "missing": "is missing",
    "string_type": "is no text",
    "int_type": "is no whole number",
    "date_type": "is no date (written as 2026-11-24, without quotes)",
    "tuple_type": "is no list",
    "list_type": "is no list",
    "dict_type": "is no table",
    "model_type": "is no table",
}

_NO_TEXT = {
    "unclean_text": "is no text",
    "no_slug": "is no text",
    "no_sha256": "is no text",
    "unlisted": "is no text",
    "no_scalar": "is neither text nor a number",
    "no_quantity": "is neither text nor a whole number from 0",
}
"""Our own types of error, with what is wrong where the value is no text at all."""


def reason(detail: ErrorDetails) -> str:
    """Say in words what is wrong with `detail["input"]`."""
    error, value = detail["type"], detail["input"]
    if error in _NO_TEXT and not isinstance(value, str):
        return _NO_TEXT[error]
    if error in ("unclean_text", "unlisted", "no_scalar", "no_quantity") and (unclean := _unclean(value)):
        return unclean
    if error not in _REASONS:
        return detail["msg"].removeprefix("Value error, ")
    return _REASONS[error].format(value, **detail.get("ctx", {}))
