"""The page of languages counts the stories there are and prints names as all pages do."""

from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, SQUARE, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.site.edition import SiteEdition
from khronika.schema.subject import SubjectId

PROSE = (
    Prose("biography", ALENA, "ru", "Учительница."),
    Prose("biography", ALENA, "en", "A teacher."),
    Prose("essay", SQUARE, "ru", "Площадь."),
    Prose("about", None, "en", "We."),
    Prose("biography", SubjectId("examples/person/nobody"), "en", "Hidden."),
)


def page(*prose: Prose, languages: tuple[str, ...] = ("en", "ru")) -> Element:
    site = rendered(SiteEdition(), a_publication(languages=languages, prose=prose))
    return parsed(site["en/languages.html"])


def test_stories_are_counted_language_by_language() -> None:
    table = page(*PROSE).all("table")[0]
    rows = {row.one("th").text: row.one("td").text for row in table.one("tbody").all("tr")}
    assert rows == {"English": "1", "Русский": "2"}
    assert "Stories in all: 2" in table.one("caption").text


def test_everybody_with_a_story_is_named_with_its_languages() -> None:
    told = [one.text for one in page(*PROSE).one("ul", of_class="plain").all("li")]
    assert told == ["Alyona Belova English and Русский", "The Square case Русский"]


def test_without_stories_the_page_says_so() -> None:
    found = page()
    assert "No story is published yet." in found.text
    assert len(found.all("table")) == 1


def test_every_name_stands_in_every_language_as_its_page_has_it() -> None:
    rows = page(languages=("en", "ru", "de")).one("table").one("tbody").all("tr")
    written = [[cell.text for cell in row.inside if isinstance(cell, Element)] for row in rows]
    assert ["Vera Ezhova", "Вера Ежова", "Wera Jeschowa"] in written
    assert len(written) == 3
    assert rows[0].one("a").attributes["href"] == "people/belova-alena.html"
