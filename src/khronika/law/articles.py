"""Which articles of which codes exist, as far as they were looked up.

Invariants:

- What was not looked up is neither true nor false: the answer is None, never a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NotRequired, TypedDict, cast

from khronika.law.jurisdiction import tables_named
from khronika.values.language import Labels
from khronika.values.legal import LegalReference


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `parts` is None where they were not looked up, empty where it has none.

    `title` may lack a language. `meaning` says in one sentence what the charge means, where
    somebody could say it. A `neutral` article prints as its number alone.
    """

    code: str
    article: str
    title: Labels
    parts: frozenset[str] | None
    verified: bool
    meaning: Labels | None = None
    neutral: bool = False


class _Row(TypedDict):
    code: str
    article: str
    parts: list[str] | None
    verified: bool
    title_ru: str
    title_en: str
    title_de: NotRequired[str]
    title_fr: NotRequired[str]
    meaning: NotRequired[dict[str, str]]
    neutral: NotRequired[bool]


class _Table(TypedDict):
    bounds: dict[str, tuple[int, int]]
    articles: list[_Row]


@cache
def articles() -> Mapping[tuple[str, str], Article]:
    """Every recorded article by code and number."""
    rows = [row for table in _tables() for row in table["articles"]]
    return {(row["code"], row["article"]): _article(row) for row in rows}


def is_known(reference: LegalReference) -> bool | None:
    """Whether the code has this article and part; None where nothing recorded can tell."""
    article = articles().get((reference.code, reference.article))
    if article is None:
        return _is_in_bounds(reference)
    if not reference.part or article.parts is None or not article.verified:
        return True
    return reference.part in article.parts


def _is_in_bounds(reference: LegalReference) -> bool | None:
    bounds = next((b for t in _tables() if (b := t["bounds"].get(reference.code))), None)
    if bounds is None:
        return None
    whole = reference.article.isdigit() and bounds[0] <= int(reference.article) <= bounds[1]
    return None if whole else False


@cache
def _tables() -> list[_Table]:
    return [cast("_Table", table) for table in tables_named("articles.yaml")]


def _article(row: _Row) -> Article:
    parts, meaning = row["parts"], row.get("meaning")
    titles = {
        "en": row["title_en"],
        "ru": row["title_ru"],
        "de": row.get("title_de", ""),
        "fr": row.get("title_fr", ""),
    }
    return Article(
        code=row["code"],
        article=row["article"],
        title=Labels({language: title for language, title in titles.items() if title}),
        parts=None if parts is None else frozenset(parts),
        verified=row["verified"],
        meaning=Labels(meaning) if meaning else None,
        neutral=row.get("neutral", False),
    )
