"""The first page offers the languages and picks none."""

from collections.abc import Callable

from editions.markup import Element

Page = Callable[[str], Element]


def test_every_language_is_offered_in_its_own_words(page: Page) -> None:
    root = page("index.html")
    offers = [(link.text, link.attributes["href"]) for link in root.all("a")]
    assert offers == [
        ("English", "en/index.html"),
        ("Русский", "ru/index.html"),
        ("Deutsch", "de/index.html"),
        ("Français", "fr/index.html"),
    ]
    assert [link.attributes["lang"] for link in root.all("a")] == ["en", "ru", "de", "fr"]


def test_nobody_is_sent_on_by_itself(page: Page) -> None:
    metas = [meta.attributes.get("http-equiv", "") for meta in page("index.html").all("meta")]
    assert "refresh" not in metas


def test_the_casebook_is_named_in_every_language(page: Page) -> None:
    titles = page("index.html").all("span", of_class="root-title")
    assert [title.text for title in titles][1] == "Луговский архив"
