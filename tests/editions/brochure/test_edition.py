from editions.paper.reading import headings_of, pages_of
from editions.publications import ALENA, BORIS, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.brochure.edition import BrochureEdition
from khronika.values.language import LANGUAGES

FILES = {file.path: file for file in BrochureEdition().files(a_publication())}


def text_of(path: str) -> str:
    return " ".join(pages_of(FILES[path].render()))


def test_there_is_one_in_every_language() -> None:
    assert list(FILES) == [f"brochure/brochure.{language}.pdf" for language in LANGUAGES]


def test_everybody_is_in_it_by_surname() -> None:
    headings = headings_of(FILES["brochure/brochure.en.pdf"].render())
    assert headings[:4] == ["People", "Alyona Belova", "Vera Ezhova", "Boris Lesnoy"]


def test_the_words_of_a_charge_are_not_in_it() -> None:
    assert "words at a square" not in text_of("brochure/brochure.en.pdf")


def test_it_tells_how_to_help_and_where_it_is_said() -> None:
    said = text_of("brochure/brochure.en.pdf")
    for words in ("How to help", "Where it is said", "The Lugovsk Paper", "Facts as of"):
        assert words in said


def test_of_a_story_it_prints_the_beginning() -> None:
    prose = (
        Prose("biography", ALENA, "en", "She taught.\n\nThen came more."),
        Prose("biography", BORIS, "en", "## Early years\n\nHe sang."),
    )
    files = {file.path: file for file in BrochureEdition().files(a_publication(prose=prose))}
    said = " ".join(pages_of(files["brochure/brochure.en.pdf"].render()))
    assert "She taught." in said
    assert "He sang." in said
    assert "Then came more." not in said
