"""The page for what is not there works at any depth and names nobody."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from editions.markup import parsed, rendered
from editions.publications import HOUSE, a_publication
from khronika.editions.site.edition import SiteEdition


def missing(address: str = "") -> bytes:
    house = replace(HOUSE, address=address)
    return rendered(SiteEdition(), a_publication(languages=("ru", "en"), house=house))["404.html"]


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("", ""),
        ("https://example.org", ""),
        ("https://example.org/", ""),
        ("https://example.org/archive/", "/archive"),
    ],
)
def test_its_links_begin_at_the_root_of_the_site(address: str, root: str) -> None:
    found = [one.attributes["href"] for one in parsed(missing(address)).all("a")]
    assert found == [f"{root}/{code}/{page}.html" for code in ("ru", "en")
                     for page in ("index", "people")]  # fmt: skip


def test_it_lets_in_its_own_style_and_nothing_else() -> None:
    page = missing().decode()
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert style
    hashed = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{hashed}'" in page
    assert "url(" not in style[1]


def test_it_speaks_every_language_and_names_nobody() -> None:
    page = parsed(missing())
    assert [one.text for one in page.one("h1").all("span")] == [
        "Такой страницы нет",
        "There is no such page",
    ]
    assert "Belova" not in page.text
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
