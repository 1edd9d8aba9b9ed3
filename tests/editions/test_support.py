"""Letters go to checked addresses alone; where there is none the page says so."""

from datetime import date

import pytest

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, SQUARE, a_publication
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Claim

ADDRESS = "Post box 1, Lugovsk"


def support(*claims: Claim, as_of: date = date(2026, 11, 22)) -> Element | None:
    publication = a_publication(claims, languages=("en",), as_of=as_of)
    page = parsed(rendered(SiteEdition(), publication)["en/people/belova-alena.html"])
    return next(iter(page.all("section", **{"aria-labelledby": "support"})), None)


def pretrial() -> Claim:
    return a_claim("custody", subject=ALENA, case=SQUARE, kind_="pretrial", start="2026-10-01")


def address(checked: str) -> Claim:
    return a_claim(
        "support",
        subject=ALENA,
        kind_="address",
        address=ADDRESS,
        checked=checked,
        checked_by="answer",
    )


def test_a_fresh_address_prints_with_the_day_it_was_checked() -> None:
    found = support(pretrial(), address("2026-11-01"))
    assert found is not None
    assert ADDRESS in found.text
    assert "1 November 2026" in found.text
    assert "an answer came" in found.text
    assert "old one" not in found.text


def test_an_old_address_is_left_out_and_the_page_says_why() -> None:
    found = support(pretrial(), address("2026-01-01"))
    assert found is not None
    assert ADDRESS not in found.text
    assert "We have no checked address" in found.text


@pytest.mark.parametrize("measure", ["house-arrest", "unknown"])
def test_where_no_letter_can_go_no_address_prints(measure: str) -> None:
    held = a_claim("custody", subject=ALENA, case=SQUARE, kind_=measure, start="2026-10-01")
    found = support(held, address("2026-11-01"))
    assert found is not None
    assert ADDRESS not in found.text
    assert "letters cannot be sent" in found.text


def test_nobody_is_asked_to_write_to_somebody_who_is_free() -> None:
    free = a_claim("release", subject=ALENA, case=SQUARE, date="2026-10-01")
    assert support(free) is None


def test_an_address_never_stands_on_the_page_of_a_case() -> None:
    of_case = a_claim("support", subject=SQUARE, kind_="address", address=ADDRESS)
    named = a_claim("name", subject=SQUARE, text="The Square case")
    site = rendered(SiteEdition(), a_publication([of_case, named], languages=("en",)))
    assert ADDRESS not in site["en/cases/square.html"].decode()
