from datetime import date

import pytest

from khronika.casebook.table.article_cell import read_articles
from khronika.casebook.table.cell_said import CellSaid, Reading
from khronika.law.articles import is_known
from khronika.schema.value import Choice

READING = Reading(date(2026, 11, 22), is_known)


def said(text: str, *, number: bool = False) -> CellSaid:
    return read_articles(text, number=number, reading=READING)


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("205.2", ["RU-UK 205.2"]),
        ("275", ["RU-UK 275"]),
        ("205.2 ч.2, 280.3", ["RU-UK 205.2/2", "RU-UK 280.3"]),
        ("205.2, 207.3, 280.3", ["RU-UK 205.2", "RU-UK 207.3", "RU-UK 280.3"]),
        ("ч. 2 ст. 207.3, ч. 1 ст. 280.3", ["RU-UK 207.3/2", "RU-UK 280.3/1"]),
        ("ст. 205.2 ч. 2 УК РФ; ч. 1 ст. 280.3", ["RU-UK 205.2/2", "RU-UK 280.3/1"]),
        ("318 ч. 1 и 212 ч. 2", ["RU-UK 318/1", "RU-UK 212/2"]),
        ("207.3 part 2", ["RU-UK 207.3/2"]),
        ("205.2(2)", ["RU-UK 205.2/2"]),
        ("п. «д» ч. 2 ст. 207.3", ["RU-UK 207.3/2/d"]),
        ("20.2, 20.3 КоАП", ["RU-KoAP 20.2", "RU-KoAP 20.3"]),
        ("RU-UK 205.2/2; RU-UK 280.3", ["RU-UK 205.2/2", "RU-UK 280.3"]),
        ("205.2; 205.2", ["RU-UK 205.2"]),
    ],
)
def test_articles_are_read_without_the_word(text: str, articles: list[str]) -> None:
    found = said(text)
    assert [str(one.fields["article"]) for one in found.said] == articles
    assert found.trouble is None


def test_an_attempt_stays_one() -> None:
    [one] = said("ч.3 ст.30 - п. а ч.2 ст. 205 УК РФ").said
    assert one.fields["stage"] == Choice("attempt")


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("terrorism", "bad-legal", 0),
        ("205.2 ч. 2, 5 лет", "bad-legal", 1),
        ("318 ч. 1, 2 года колонии", "bad-legal", 1),  # no part 2 of the article
        ("art. 318 part 1, 2 years", "bad-legal", 1),
        ("999", "unknown-article", 0),
        ("205.2; 999", "unknown-article", 1),
    ],
)
def test_what_is_no_article_is_told_and_what_is_one_is_taken(
    text: str, code: str, read: int
) -> None:
    found = said(text)
    assert found.trouble is not None
    assert (found.trouble.code, len(found.said)) == (code, read)


def test_an_administrative_article_that_became_a_number_is_asked_about() -> None:
    found = said("20.2", number=True)  # it may have been 20.20
    assert (found.said, found.trouble and found.trouble.code) == ((), "bad-legal")
    assert said("205.2", number=True).trouble is None
