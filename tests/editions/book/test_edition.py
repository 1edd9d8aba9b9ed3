from dataclasses import replace

import pytest

from builders import a_claim
from editions.paper.reading import headings_of, pages_of
from editions.publications import ALENA, HOUSE, a_publication, all_claims
from khronika.clearance.publication import Prose, Publication
from khronika.editions.book.edition import BookEdition
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

HOSTILE = '#eval("1+1") $x$ @ref `raw` <label> #panic("x") = no \\ *'


def book(publication: Publication, language: str = "en") -> bytes:
    wanted = f"book/book.{language}.pdf"
    (file,) = [one for one in BookEdition().files(publication) if one.path == wanted]
    return file.render()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_are_the_headings_in_their_order(language: str) -> None:
    made = book(a_publication(), language)
    headings = headings_of(made)
    title = Wording.of(language).gettext("Contents")
    contents = next(page for page in pages_of(made) if page.startswith(title))
    places = [contents.find(heading) for heading in headings]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_behind_the_imprint_says_as_of_when(language: str) -> None:
    wording = Wording.of(language)
    day = wording.day(a_publication().as_of)
    said = " ".join(wording.gettext("Facts as of {date}.").format(date=day).split())
    pages = pages_of(book(a_publication(), language))
    assert [number for number, page in enumerate(pages) if said not in page] == []


def test_the_index_leads_to_the_page_on_which_the_entry_begins() -> None:
    pages = pages_of(book(a_publication()))
    index = next(page for page in pages if page.startswith("Index of people"))
    number = int(index.split("Belova, Alyona ")[1].split()[0].rstrip(","))
    assert "Alyona Belova" in pages[number - 1]


def test_what_people_wrote_is_printed_and_never_run() -> None:
    claims = [*all_claims(), a_claim("occupation", subject=ALENA, value={"text": HOSTILE})]
    prose = (Prose("biography", ALENA, "en", HOSTILE),)
    text = " ".join(pages_of(book(a_publication(claims, prose=prose))))
    assert text.count(HOSTILE) == 2


def test_the_same_publication_gives_the_same_bytes() -> None:
    assert book(a_publication()) == book(a_publication(reversed(all_claims())))


def test_a_qr_code_leads_to_the_page_only_where_there_is_one() -> None:
    with_address = replace(HOUSE, address="https://archive.example")
    assert b"/Figure" not in book(a_publication())
    assert b"/Figure" in book(a_publication(house=with_address))


def test_its_files_say_what_they_are() -> None:
    paths = [file.path for file in BookEdition().files(a_publication())]
    assert [path for path in paths if path.endswith(".pdf")] == [
        f"book/book.{language}.pdf" for language in LANGUAGES
    ]
