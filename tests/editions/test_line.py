"""A fact in one line says who says it, and that others say otherwise."""

import pytest

from editions.publications import a_publication
from khronika.editions.event import FactView, SaidView
from khronika.editions.line import in_words
from khronika.editions.note import Backing
from khronika.editions.reader import Reader


def a_fact(*said: str, disputed: bool = False, by: str = "") -> FactView:
    backing = (Backing(by, (1,)),)
    return FactView("", tuple(SaidView(one, "", "", "", backing) for one in said), disputed, ())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "6 years by one account, 9 years by another"),
        ("ru", "6 years по одним сведениям, 9 years по другим"),
        ("de", "nach einer Angabe 6 years, nach einer anderen 9 years"),
        ("fr", "6 years selon les uns, 9 years selon d’autres"),
    ],
)
def test_two_versions_stand_as_two(language: str, said: str) -> None:
    fact = a_fact("6 years", "9 years", disputed=True)
    assert in_words(fact, Reader(a_publication([]), language)) == said


def test_more_versions_say_that_sources_disagree() -> None:
    fact = a_fact("6 years", "7 years", "9 years", disputed=True)
    assert (
        in_words(fact, Reader(a_publication([]), "en"))
        == "6 years, 7 years and 9 years (sources disagree)"
    )
    assert in_words(a_fact("6 years", disputed=True), Reader(a_publication([]), "en")) == (
        "6 years (sources disagree)"
    )


def test_a_version_that_nobody_says_plainly_names_who_says_it() -> None:
    fact = a_fact("2023", by="according to the defence")
    assert in_words(fact, Reader(a_publication([]), "en")) == "2023 (according to the defence)"
