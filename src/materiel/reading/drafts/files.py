"""Drafts in files: written whole or not at all, and never over a file that is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from materiel.errors import ArticlesError, TargetError, TextError, ValueFormatError
from materiel.models import vocabulary
from materiel.reading.articles import read_articles
from materiel.reading.document import Article
from materiel.reading.drafts.dictionary import Dictionary
from materiel.reading.drafts.record import Draft
from materiel.reading.drafts.record import draft as drafted
from materiel.reading.drafts.sources import Given
from materiel.seeds.dates import parse_date
from materiel.seeds.fields import SLUG
from materiel.text.whole_file import replace_file


def check_given(given: Given) -> None:
    """Check what the user says of a source. Raises ValueFormatError for what a record cannot hold."""
    if given.source_id is not None and SLUG.fullmatch(given.source_id) is None:
        raise ValueFormatError(
            f"--source-id: {given.source_id!r} is no id: lower-case letters, digits and single hyphens"
        )
    if given.url is not None and not given.url.startswith(("http://", "https://")):
        raise ValueFormatError(f"--url: {given.url!r} is no http or https address")
    for option, words, known in (
        ("--kind", given.kind, vocabulary.SOURCE_KINDS),
        ("--rights", given.rights, vocabulary.RIGHTS),
    ):
        if words is not None and words not in known:
            raise ValueFormatError(f"{option}: {words!r} is none of: {', '.join(known)}")
    if given.published is not None:
        try:
            parse_date(given.published)
        except ValueFormatError as error:
            raise ValueFormatError(f"--published: {error}") from None
    if given.retrieved is not None:
        try:
            date.fromisoformat(given.retrieved)
        except ValueError:
            raise ValueFormatError(f"--retrieved: {given.retrieved!r} is no day: write it as in 2026-11-24") from None


def read_all(path: str) -> tuple[list[Article], list[str]]:
    """Return the articles of a file or folder, and a line for each that cannot be read.

    Raises ArticlesError if there is none at all.
    """
    articles: list[Article] = []
    problems: list[str] = []
    try:
        # One by one: those that came before the error count.
        for article in read_articles([path]):
            articles.append(article)  # noqa: PERF402
    except ArticlesError as error:
        problems += error.problems
    if not articles:
        raise ArticlesError(problems or [f"{path}: holds no article"])
    return articles, problems


def draft_all(articles: Sequence[Article], given: Given, dictionary: Dictionary) -> tuple[list[Draft], list[str]]:
    """Return the drafts of articles, and a line for each whose text is none."""
    drafts = []
    problems = []
    for article in articles:
        try:
            drafts.append(drafted(article, given, dictionary))
        except TextError as error:
            problems.append(f"{article.name}: {error}")
    return drafts, problems


def single(name: str, articles: Sequence[Article]) -> None:
    """Hold that there is one article: several records are no TOML file. Raises TextError."""
    if len(articles) > 1:
        raise TextError(f"{name}: holds {len(articles)} articles; write their drafts to a folder with -o DIR")


def write_drafts(folder: Path, drafts: Sequence[Draft], *, force: bool) -> list[Path]:
    """Write drafts to `folder`/sources. Raises TargetError, before anything is written, for a file that is there."""
    paths = [folder / "sources" / f"{draft.id}.toml" for draft in drafts]
    taken = {path for path in paths if paths.count(path) > 1}
    if taken:
        raise TargetError(f"{min(taken)}: several articles have this id: draft each with its own --source-id")
    for path in paths:
        if path.exists() and not (force and path.is_file()):
            raise TargetError(f"{path}: is there already; it is kept unless you give --force")
    for path, draft in zip(paths, drafts, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, draft.text)
    return paths
