import io
import zipfile
from xml.etree import ElementTree

import pytest

from builders import a_claim
from editions.publications import ALENA, a_publication, all_claims
from khronika.clearance.publication import Prose, Publication
from khronika.editions.book.epub import epub
from khronika.editions.paper.volume import volume
from khronika.editions.reader import Reader
from khronika.values.language import LANGUAGES

LINK = "{http://www.w3.org/1999/xhtml}a"


def opened(publication: Publication | None = None, language: str = "en") -> zipfile.ZipFile:
    made = epub(volume(Reader(publication or a_publication(), language), "The book"))
    return zipfile.ZipFile(io.BytesIO(made))


def test_it_begins_with_its_kind_unpacked_as_readers_want_it() -> None:
    first = opened().infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert opened().read("mimetype") == b"application/epub+zip"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_whole_and_every_link_leads_somewhere(language: str) -> None:
    book = opened(language=language)
    pages = {name: ElementTree.fromstring(book.read(name))  # noqa: S314 - our own
             for name in book.namelist() if name.endswith((".xhtml", ".opf"))}  # fmt: skip
    ids = {name: {one.get("id") for one in page.iter()} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.iter(LINK):
            file, _, place = link.get("href", "").partition("#")
            if "://" not in file and not file.startswith("mailto:"):
                target = f"book/{file}" if file else name
                assert not place or place in ids[target], (name, link.get("href"))


def test_the_contents_list_every_file_in_the_order_of_reading() -> None:
    book = opened()
    listed = ElementTree.fromstring(book.read("book/nav.xhtml")).iter(LINK)  # noqa: S314
    files = [name for name in book.namelist() if name.endswith(".xhtml") and "nav" not in name]
    assert [f"book/{one.get('href')}" for one in listed] == files


def test_equal_publications_give_equal_bytes() -> None:
    def made(publication: Publication) -> bytes:
        return epub(volume(Reader(publication, "ru"), "The book"))

    assert made(a_publication()) == made(a_publication(reversed(all_claims())))


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b ]]> {{ x }}", "\x00\x1b ע"])
def test_what_people_wrote_stays_words(words: str) -> None:
    claims = [*all_claims(), a_claim("occupation", subject=ALENA, value={"text": words})]
    prose = (Prose("biography", ALENA, "en", words),)
    page = opened(a_publication(claims, prose=prose)).read("book/person-belova-alena.xhtml")
    text = "".join(ElementTree.fromstring(page).itertext())  # noqa: S314
    assert text.count(words.replace("\x00\x1b", "").strip()) >= 2
