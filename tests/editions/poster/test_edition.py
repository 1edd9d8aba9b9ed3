from dataclasses import replace

import pytest

from builders import a_claim
from editions.markup import rendered
from editions.paper.reading import headings_of, pages_of
from editions.publications import ALENA, HOUSE, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.poster.edition import PosterEdition

ON_THE_WEB = replace(HOUSE, address="https://archive.example/")


def poster(publication: Publication, path: str) -> str:
    (file,) = [one for one in PosterEdition().files(publication) if one.path == path]
    (page,) = pages_of(file.render())
    return page


def test_everybody_with_a_page_has_one_poster_in_every_size_and_language() -> None:
    files = rendered(PosterEdition(), a_publication())
    for size in ("a4", "a3"):
        for language in ("en", "ru", "de", "fr"):
            pages = pages_of(files[f"poster/posters-{size}.{language}.pdf"])
            assert len(pages) == 3
    assert headings_of(files["poster/posters-a4.ru.pdf"]) == [
        "Алёна Белова", "Вера Ежова", "Борис Лесной",
    ]  # fmt: skip


def test_a_poster_says_who_where_and_as_of_when() -> None:
    said = poster(a_publication(), "poster/en/poster-belova-alena.pdf")
    for words in ("Belova", "Facts as of 22 November 2026.", "teacher", "art. 205.2", "CC BY-SA"):
        assert words in said


def test_without_an_address_on_the_web_nothing_leads_anywhere() -> None:
    path = "poster/en/poster-belova-alena.pdf"
    assert "://" not in poster(a_publication(), path)
    said = poster(a_publication(house=ON_THE_WEB), path)
    assert "https://archive.example/en/people/belova-alena.html" in said


@pytest.mark.parametrize("name", ["Я" * 5_000, "Анна " * 900, "עברית", "#eval(1) $x$ @ref"])
def test_no_name_breaks_the_page_of_somebody_else(name: str) -> None:
    claims = [*all_claims(), a_claim("name", subject=ALENA, lang="de", text=name)]
    files = list(PosterEdition().files(a_publication(claims, languages=("de",))))
    assert len(pages_of(files[0].render())) == 3


def test_whoever_has_much_to_tell_still_has_one_page() -> None:
    many = [
        a_claim(
            "recognition",
            subject=ALENA,
            by={"text": f"The Society of {n} Doors", "lang": "en"},
            status="political-prisoner",
            event=f"recognised-{n}",
        )
        for n in range(40)
    ]
    publication = a_publication(
        [*all_claims(), *many], notes={ALENA: "We do not share every view of hers. " * 9}
    )
    said = poster(publication, "poster/ru/poster-belova-alena.pdf")
    assert said.count("Society of") < 40
    assert "Сведения на" in said


def test_a_case_that_nobody_has_a_page_in_is_on_no_poster() -> None:
    publication = a_publication([a_claim("name", subject=SQUARE, text="The Square")])
    assert list(PosterEdition().files(publication)) == []
