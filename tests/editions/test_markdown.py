"""The editors' Markdown becomes a few safe elements; everything else prints as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.markup import read_page
from khronika.editions.markdown import to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One.\nStill one.\n\nTwo.", "<p>One. Still one.</p>\n<p>Two.</p>"),
        ("## Heading", "<h3>Heading</h3>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("> said\n> so", "<blockquote><p>said so</p></blockquote>"),
        ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("<b>&", "<p>&lt;b&gt;&amp;</p>"),
        (
            "[here](https://a.example/?b=1&c=2)",
            '<p><a href="https://a.example/?b=1&amp;c=2" rel="noreferrer">here</a></p>',
        ),
        ("[here](javascript:x)", "<p>[here](javascript:x)</p>"),
        ("", ""),
    ],
)
def test_what_editors_write_becomes_html(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


@given(st.text(alphabet='ab *_[]()<>&"#>-\n/:.https', max_size=80))
def test_any_text_becomes_well_formed_html_of_known_elements(markdown: str) -> None:
    tree = read_page(to_html(markdown).encode())
    known = {"", "p", "h3", "ul", "li", "blockquote", "em", "strong", "a"}
    assert {one.tag for one in tree.walk()} <= known
