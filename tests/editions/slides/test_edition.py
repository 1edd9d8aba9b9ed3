import pytest

from builders import a_claim
from editions.paper.reading import headings_of, pages_of
from editions.publications import ALENA, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.slides.edition import SlidesEdition
from khronika.editions.slides.slides import PAGES
from khronika.schema.claim import Claim, Speaker
from khronika.values.language import LANGUAGES


def slides(publication: Publication, language: str = "en") -> bytes:
    files = {file.path: file for file in SlidesEdition().files(publication)}
    return files[f"slides/{language}/slides-square.pdf"].render()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_has_twelve_pages_in_every_language(language: str) -> None:
    assert len(pages_of(slides(a_publication(), language))) == PAGES


def test_a_case_with_a_hundred_events_has_twelve_pages_too() -> None:
    many = [a_claim("hearing", subject=ALENA, case=SQUARE, date=f"2024-{month:02}-{day:02}")
            for month in range(1, 13) for day in (3, 9, 17)]  # fmt: skip
    assert len(pages_of(slides(a_publication([*all_claims(), *many])))) == PAGES


def test_a_page_without_anything_to_show_says_so() -> None:
    bare = [
        a_claim("name", subject=SQUARE, text="The Square"),
        a_claim("name", subject=ALENA, text="Alyona Belova"),
        a_claim("membership", subject=ALENA, case=SQUARE, role="defendant"),
    ]
    pages = pages_of(slides(a_publication(bare)))
    assert len(pages) == PAGES
    assert sum("Nothing is recorded of this." in page for page in pages) >= 5


def test_every_page_has_its_heading() -> None:
    headings = headings_of(slides(a_publication()))
    assert len(headings) == PAGES
    assert headings[0] == "The Square case"


def test_words_that_serve_the_accusation_are_on_no_slide() -> None:
    def said(text: str, **more: object) -> Claim:
        return a_claim("quotation", subject=ALENA, text=text, lang="en", **more)  # type: ignore[arg-type]

    claims = [
        *all_claims(),
        said("I was only reading"),
        said("we shall burn it", words_of_charge="yes"),
        said("I confess", under_duress="yes"),
        said("he shouted", speaker=Speaker.INVESTIGATION),
    ]
    text = " ".join(pages_of(slides(a_publication(claims))))
    assert "I was only reading" in text
    for words in ("burn it", "I confess", "he shouted", "words at a square"):
        assert words not in text
