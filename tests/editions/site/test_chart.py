"""A chart says in words all that it shows."""

from collections.abc import Sequence

from editions.markup import Element, read_page
from editions.publications import a_publication
from khronika.editions.reader import Reader
from khronika.editions.site.chart import Bar, bar_chart

BARS = [Bar("in <custody>", 4, "4"), Bar("free & well", 1, "1"), Bar("nobody", 0, "0")]
LOST = Bar("not recorded", 2, "2", counted=False)


def drawn(
    bars: Sequence[Bar], *, name: str = "status", title: str = "Where", language: str = "en"
) -> Element:
    reader = Reader(a_publication(), language)
    return read_page(bar_chart(bars, name=name, title=title, reader=reader).encode())


def test_the_picture_is_well_formed_and_described() -> None:
    chart = drawn([*BARS, LOST], name="status", title="Where & when")
    picture = chart.one("svg", role="img")
    title, said = picture.attributes["aria-labelledby"].split()
    assert chart.one("title", id=title).text == "Where & when"
    assert chart.one("desc", id=said).text == (
        "in <custody>: 4; free & well: 1; nobody: 0; not recorded: 2"
    )


def test_bars_are_as_long_as_their_numbers_and_nothing_has_no_bar() -> None:
    chart = drawn(BARS, name="status", title="Where")
    assert [one.attributes["width"] for one in chart.all("rect")] == ["100.00%", "25.00%"]
    assert len(chart.all("text")) == 3


def test_what_could_not_be_counted_is_hatched_and_not_coloured_alone() -> None:
    chart = drawn([*BARS, LOST], name="status", title="Where")
    hatched = chart.one("rect", of_class="chart-uncounted")
    assert hatched.attributes["fill"] == "url(#status-hatch)"
    assert chart.one("pattern").attributes["id"] == "status-hatch"
    assert not drawn(BARS).all("pattern")


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    assert not drawn([]).all("rect")


def test_the_words_are_set_as_the_language_has_it() -> None:
    said = drawn(BARS[1:], language="fr").one("desc").text
    assert said == "free & well : 1 ; nobody : 0"
