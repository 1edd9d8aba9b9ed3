"""The frame in place of a portrait is the same for everybody and says what it is."""

from collections.abc import Callable

from editions.markup import Element

Page = Callable[[str], Element]


def test_the_frame_is_the_same_for_everybody_and_says_what_it_is(page: Page) -> None:
    alena, boris = (
        page(f"en/people/{one}.html").one("svg", of_class="portrait")
        for one in ("belova-alena", "lesnoy-boris")
    )
    assert alena.text == boris.text == "No portrait is published"
    assert not alena.all("text")
    assert alena.attributes["role"] == "img"
