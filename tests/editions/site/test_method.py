"""The page about method answers what a reader who was named here would ask."""

from collections.abc import Callable

import pytest

from editions.markup import Element
from editions.publications import a_publication
from khronika.values.language import LANGUAGES

Page = Callable[[str], Element]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_of_sources_disputes_gaps_counts_consent_and_corrections(
    page: Page, language: str
) -> None:
    method = page(f"{language}/method.html")
    headings = {one.attributes["id"] for one in method.all("h2")}
    assert headings == {
        *("statements", "disagree", "gaps", "counts", "consent", "correct", "state", "issues")
    }
    assert method.one("p", of_class="contact").one("a").text == "editors@example.org"
    state = method.one("section", **{"aria-labelledby": "state"})
    assert a_publication().state in state.text
    assert "2026" in state.text


def test_the_statuses_counted_as_custody_are_named(page: Page) -> None:
    counts = page("en/method.html").one("section", **{"aria-labelledby": "counts"}).text
    assert "“In pre-trial detention”" in counts
    assert "house arrest" not in counts
