"""The end of a term by our own calculation: marked, as an interval, from checked rules alone."""

from datetime import date

import pytest

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, SQUARE, a_publication
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Claim
from khronika.values.language import LANGUAGES

ARREST = a_claim("arrest", subject=ALENA, case=SQUARE, date="2023-02-01")


def ruling(**changes: object) -> Claim:
    told = {"date": "2023-06-01", "term": "5y", "regime": "strict", "articles": ["RU-UK 207.3/2"]}
    return a_claim("ruling", subject=ALENA, case=SQUARE, **{**told, **changes})  # type: ignore[arg-type]


def page(*claims: Claim, language: str = "en", as_of: date = date(2024, 6, 1)) -> Element:
    named = a_claim("name", subject=ALENA, text="Alyona Belova")
    publication = a_publication([named, *claims], languages=(language,), as_of=as_of)
    return parsed(rendered(SiteEdition(), publication)[f"{language}/people/belova-alena.html"])


def said(one: Element) -> list[str]:
    return [line.text for line in one.all("p", of_class="computed")]


def test_the_release_is_an_interval_and_called_our_calculation() -> None:
    assert said(page(ARREST, ruling())) == [
        "Our calculation: release between 28 January and 3 February 2028."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_every_language_and_never_names_parole(language: str) -> None:
    section = page(ARREST, ruling(), language=language).one(
        "section", **{"aria-labelledby": "computed"}
    )
    assert "2028" in section.text
    for word in ("parole", "УДО", "Bewährung", "conditionnelle"):
        assert word not in section.text


@pytest.mark.parametrize(
    "claims",
    [
        [ARREST, ruling(regime="general", articles=["RU-UK 205.4/2", "RU-UK 222.1/1"])],
        [ARREST, ruling(articles=["BY-UK 361"])],  # no rule of this code was checked
        [ARREST, ruling(articles=[])],  # only the charges would name an article
        [ARREST, ruling(), a_claim("release", subject=ALENA, case=SQUARE, date="2024-05-01")],
        [ARREST, ruling(suspended="yes")],
        [ARREST, ruling(regime="general")],  # without the day of force it spans more than a year
        [ARREST],
    ],
)
def test_what_must_not_be_said_is_not(claims: list[Claim]) -> None:
    assert said(page(*claims)) == []


def test_nothing_is_said_once_the_day_is_past() -> None:
    assert said(page(ARREST, ruling(), as_of=date(2029, 1, 1))) == []
