"""A chart says in words all that it shows."""

from editions.markup import read_page
from khronika.editions.site.chart import Bar, bar_chart

BARS = [Bar("in <custody>", 4, "4"), Bar("free & well", 1, "1"), Bar("nobody", 0, "0")]
LOST = Bar("not recorded", 2, "2", counted=False)


def test_the_picture_is_well_formed_and_described() -> None:
    chart = read_page(bar_chart([*BARS, LOST], name="status", title="Where & when").encode())
    picture = chart.one("svg", role="img")
    title, said = picture.attributes["aria-labelledby"].split()
    assert chart.one("title", id=title).text == "Where & when"
    assert chart.one("desc", id=said).text == (
        "in <custody>: 4; free & well: 1; nobody: 0; not recorded: 2"
    )


def test_bars_are_as_long_as_their_numbers_and_nothing_has_no_bar() -> None:
    chart = read_page(bar_chart(BARS, name="status", title="Where").encode())
    assert [one.attributes["width"] for one in chart.all("rect")] == ["100.00%", "25.00%"]
    assert len(chart.all("text")) == 3


def test_what_could_not_be_counted_is_hatched_and_not_coloured_alone() -> None:
    chart = read_page(bar_chart([*BARS, LOST], name="status", title="Where").encode())
    hatched = chart.one("rect", of_class="chart-uncounted")
    assert hatched.attributes["fill"] == "url(#status-hatch)"
    assert chart.one("pattern").attributes["id"] == "status-hatch"
    assert not read_page(bar_chart(BARS, name="a", title="b").encode()).all("pattern")


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    assert not read_page(bar_chart([], name="a", title="b").encode()).all("rect")
