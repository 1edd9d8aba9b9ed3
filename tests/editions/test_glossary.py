"""Words stand in the order of the reader's alphabet, with the Russian word beside them."""

from collections.abc import Callable

from editions.markup import Element
from khronika.editions.knowledge import glossary
from khronika.editions.sorting import title_order

Page = Callable[[str], Element]


def test_every_word_stands_once_and_can_be_linked_to(page: Page) -> None:
    listed = page("en/glossary.html").one("dl", of_class="glossary")
    ids = {one.attributes["id"] for one in listed.all("div")}
    assert ids == {f"term-{key}" for key in glossary()}


def test_words_are_sorted_by_the_language(page: Page) -> None:
    for language in ("ru", "fr"):
        terms = [one.text for one in page(f"{language}/glossary.html").all("dt")]
        assert terms == sorted(terms, key=title_order)


def test_other_languages_name_the_russian_word_too(page: Page) -> None:
    german = page("de/glossary.html").one("div", id="term-shizo")
    assert german.one("span", lang="ru").text == "ШИЗО"
    assert not page("ru/glossary.html").one("div", id="term-shizo").all("span")
