import re
from dataclasses import dataclass

import pytest

from editions.paper.reading import pages_of
from khronika.editions.edition import NotMade
from khronika.editions.paper import typeset
from khronika.editions.paper.typeset import as_json, pdf

PAGE = b"""#import "type.typ": *
#let d = json("data.json")
#set document(title: "A page", date: day("2026-11-22"))
#set text(font: serif, lang: "en")
= A page
#d.words"""
HOSTILE = (
    '#eval("1 + 1") $x^2$ @ref `raw` *b* _i_ = no #panic() \\u0041 // no <l> #read("data.json")'
)


@dataclass(frozen=True)
class Words:
    words: str


@pytest.fixture
def template(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files of a template in place of an edition's."""
    own = typeset._templates
    files = {"page.typ": PAGE}
    monkeypatch.setattr(
        typeset, "_templates", lambda package: files if package.endswith("test") else own(package)
    )
    return files


def made(words: str) -> bytes:
    return pdf("test/page", Words(words), place="page.pdf")


@pytest.mark.usefixtures("template")
def test_what_somebody_wrote_is_printed_and_never_run() -> None:
    assert pages_of(made(HOSTILE)) == [f"A page {HOSTILE}"]


@pytest.mark.usefixtures("template")
def test_the_same_data_gives_the_same_bytes() -> None:
    assert made("words") == made("words")
    assert made("words") != made("other words")


@pytest.mark.usefixtures("template")
def test_a_pdf_can_be_read_by_everybody_and_kept_in_archives() -> None:
    said = made("words").decode("latin-1")
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in said
    assert "/Author" not in said
    assert set(re.findall(r"D:(\d{8})", said)) == {"20261122"}


def test_a_faulty_template_is_a_problem_that_names_it_and_no_words(
    template: dict[str, bytes],
) -> None:
    template["page.typ"] = PAGE + b"\n#no-such-thing(d.words)"
    with pytest.raises(NotMade, match=r"page.pdf: The template test/page, line 7 could not") as why:
        made("a secret word")
    assert why.value.problem.code == "print.not-set"
    assert "secret" not in str(why.value)


@pytest.mark.usefixtures("template")
@pytest.mark.parametrize("words", ["עברית العربية 日本", "я" * 5_000, "a\x00\x1b\u2028b", "\ud7ff"])
def test_no_text_stops_a_page(words: str) -> None:
    assert pages_of(made(words))


def test_data_is_plain_json_with_words_as_they_are() -> None:
    assert as_json(Words('a "b" \\ \n ё')) == '{"words":"a \\"b\\" \\\\ \\n ё"}'.encode()


def test_no_font_of_the_machine_is_looked_at() -> None:
    assert typeset._fonts().families() == ["Source Sans 3", "Source Serif 4"]
