"""Pages of the web: the article whole, what is around it at the end, notes behind."""

import pytest

from khronika.intake import Limits, PartKind, Reading, read
from typesetting import Piece, as_html

MENU = '<div class="m"><ul>' + "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(20))
TEASER = "</ul></div><div><div><a href='/x'>Read on: Boris Ladogin was fined</a></div></div>"


def parts(page: str) -> list[tuple[PartKind, str]]:
    return listed(read(page.encode(), limits=Limits()))


def listed(reading: Reading) -> list[tuple[PartKind, str]]:
    return [(one.kind, reading.text[one.start : one.end]) for one in reading.parts]


def test_menus_and_teasers_stand_behind_the_article(story: tuple[Piece, ...]) -> None:
    reading = read(as_html(story, around=MENU + TEASER).encode(), limits=Limits())
    alone = read(as_html(story).encode(), limits=Limits())
    assert reading.text.startswith(alone.text)
    teaser = reading.text.index("Boris Ladogin was fined")
    assert next(one for one in reading.parts if one.end > teaser).kind is PartKind.MARGIN


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>in 2022<sup><a href='#n'>1</a></sup> held</p>", "in 2022 held"),
        ("<p>in 2022<a role='doc-noteref' href='#n'>[1]</a> held</p>", "in 2022 held"),
        ("<p>12 m<sup>2</sup> a cell</p>", "12 m² a cell"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>so&shy;lidarity &amp; more</p>", "solidarity & more"),
        ("<p>seen<span hidden> not</span><i style='display: none'> so</i></p>", "seen"),
        ("<script>no</script><style>no</style><p>yes</p><!-- no -->", "yes"),
    ],
)
def test_only_what_a_reader_sees_is_read(inside: str, expected: str) -> None:
    assert read(f"<html><body>{inside}".encode(), limits=Limits()).text == expected


def test_a_note_inside_a_sentence_stands_behind_it() -> None:
    page = "<body><p>She was <span class='footnote'>As told.</span>held.</p>"
    assert parts(page) == [(PartKind.PARAGRAPH, "She was held."), (PartKind.FOOTNOTE, "As told.")]


def test_a_table_of_facts_has_a_row_a_line_and_a_page_laid_out_in_one_has_paragraphs() -> None:
    rows = "<tr><th>Name<th>Term</tr><tr><td>Alena<td><p>6 years</p></tr>"
    assert parts(f"<body><table>{rows}</table>") == [(PartKind.TABLE, "Name\tTerm\nAlena\t6 years")]
    column = f"<td>Menu<td><h2>News</h2><p>{'word ' * 90}</p><table>{rows}</table>"
    kinds = [kind for kind, _ in parts(f"<body><table><tr>{column}</table>")]
    assert kinds == [PartKind.PARAGRAPH, PartKind.HEADING, PartKind.PARAGRAPH, PartKind.TABLE]


def test_breaks_between_lines_of_old_pages_divide_paragraphs() -> None:
    assert parts("<body>First.<br><br>Second.") == [
        (PartKind.PARAGRAPH, "First."),
        (PartKind.PARAGRAPH, "Second."),
    ]


def test_a_page_says_its_title_day_and_language() -> None:
    page = (
        "<html lang='ru-RU'><head><title>A paper</title><meta property='og:title' content='Суд'>"
        "<meta property='article:published_time' content='2024-05-01T09:00:00+03:00'></head><p>Да"
    )
    reading = read(page.encode(), limits=Limits())
    assert (reading.title, str(reading.date), reading.lang) == ("Суд", "2024-05-01", "ru")


def test_a_day_that_is_none_is_no_day() -> None:
    page = "<html><head><meta name='date' content='2024-13-45'></head><p>Text"
    assert read(page.encode(), limits=Limits()).date is None


def test_a_wrongly_declared_page_is_read_as_what_it_is() -> None:
    page = "<html><head><meta charset='utf-8'></head><p>Суд назначил ему шесть лет колонии."
    reading = read(page.encode("cp1251"), limits=Limits())
    assert reading.text == "Суд назначил ему шесть лет колонии."
    assert [one.code for one in reading.problems] == ["intake.wrong-encoding"]


def test_fifty_megabytes_of_html_are_too_much_and_said_so() -> None:
    page = b"<html><body>" + b"<p>lantern and lantern</p>" * 2_000_000
    assert len(page) > 50_000_000
    reading = read(page, limits=Limits())
    assert [one.code for one in reading.problems] == ["intake.too-much"]
