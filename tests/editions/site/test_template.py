"""Templates are strict, and the style sheet keeps its colours readable."""

import re

import pytest
from minijinja import TemplateError

from editions.publications import a_publication
from khronika.editions.reader import Reader
from khronika.editions.site.page import frame
from khronika.editions.site.template import render, style

CSS = style().decode("utf-8")
ON_PAPER = ("ink", "quiet", "link", "visited", "accent", "liberty", "doubt")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


LIGHT = colours(CSS.split("@media")[0])
DARK = LIGHT | colours(CSS.split("prefers-color-scheme: dark")[1].split("@media")[0][:900])
PRINT = LIGHT | colours(CSS.split("@media print")[1])


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_every_text_has_the_contrast_that_tired_eyes_need(scheme: dict[str, str]) -> None:
    for name in ON_PAPER:
        assert contrast(scheme[name], scheme["paper"]) >= 4.5, name
        assert contrast(scheme[name], scheme["sheet"]) >= 4.5, name
    for name in ("ink", "doubt", "link", "visited", "quiet"):
        assert contrast(scheme[name], scheme["doubt-paper"]) >= 4.5, name
    assert contrast(scheme["on-custody"], scheme["custody"]) >= 4.5
    assert contrast(scheme["strong-rule"], scheme["paper"]) >= 3
    assert contrast(scheme["focus"], scheme["paper"]) >= 3


def test_dark_is_another_set_of_colours() -> None:
    assert LIGHT["paper"] != DARK["paper"]


def test_no_text_on_screen_is_smaller_than_the_readers_own_size() -> None:
    screen = CSS.split("@media print")[0]
    sizes = re.findall(r"font-size:\s*([\d.]+)(rem|%|em|px)", screen)
    assert sizes
    for number, unit in sizes:
        assert (unit == "%" and float(number) >= 100) or (unit == "rem" and float(number) >= 1)


def test_a_name_that_a_template_misspells_stops_the_run() -> None:
    reader = Reader(a_publication([]), "en")
    page = frame(reader, "people.html", title="People")
    with pytest.raises(TemplateError, match="undefined"):
        render("people.html", "en", page=page, people=object())


def test_slashes_and_apostrophes_print_plainly_and_the_rest_is_escaped() -> None:
    reader = Reader(a_publication([]), "en")
    page = frame(reader, "people.html", title='a/b\'s <c> "d" & &#x2f;')
    text = render("cases.html", "en", page=page, cases=()).decode()
    assert "<title>a/b's &lt;c&gt; &quot;d&quot; &amp; &amp;#x2f;" in text


def test_pages_of_one_folder_share_what_stands_around_them_and_keep_their_own_name() -> None:
    reader = Reader(a_publication([]), "en")
    pages = {
        name: render("cases.html", "en", page=frame(reader, name, title=title), cases=()).decode()
        for name, title in (("a/one.html", "One"), ("a/two.html", "Two"), ("three.html", "Three"))
    }
    assert "<title>One" in pages["a/one.html"]
    assert "<title>Two" in pages["a/two.html"]
    assert 'href="../../ru/a/two.html"' in pages["a/two.html"]
    assert 'href="../style.css"' in pages["three.html"]
    assert 'href="../../style.css"' in pages["a/one.html"]


def test_a_page_not_to_be_indexed_does_not_make_its_neighbours_so() -> None:
    reader = Reader(a_publication([]), "en")
    hidden = frame(reader, "a/one.html", title="One", indexed=False)
    open_ = frame(reader, "a/two.html", title="Two")
    assert b"noindex" in render("cases.html", "en", page=hidden, cases=())
    assert b"noindex" not in render("cases.html", "en", page=open_, cases=())
