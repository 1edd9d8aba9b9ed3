import gzip
import json
from dataclasses import replace

import pytest

from editions.publications import ALENA, HOUSE, a_publication
from khronika.clearance.publication import Prose, Publication
from khronika.clearance.unpack import texts_in
from khronika.editions.edition import File
from khronika.editions.extra import Extra
from khronika.editions.site import texts
from khronika.editions.site.edition import SiteEdition

ASKED = replace(HOUSE, searches_texts=True)
TOLD = (Prose("biography", ALENA, "en", "She mended *bicycles* for the whole street."),)
installed = pytest.mark.skipif(not texts.PAGEFIND_EXTRA.is_installed, reason="needs Pagefind")


def site(publication: Publication) -> dict[str, File]:
    return {file.path: file for file in SiteEdition().files(publication)}


def of_texts(publication: Publication) -> list[str]:
    return [path for path in site(publication) if "texts." in path or path.startswith("pagefind/")]


def asked() -> Publication:
    return a_publication(prose=TOLD, house=ASKED)


def test_nobody_gets_the_page_who_did_not_ask_for_it() -> None:
    made = site(a_publication(prose=TOLD))
    assert of_texts(a_publication(prose=TOLD)) == []
    assert b"texts.html" not in made["en/find.html"].render()


def test_a_large_site_has_no_such_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MOST_PAGES", 3)
    assert of_texts(asked()) == []


def test_without_the_program_there_is_no_such_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "PAGEFIND_EXTRA", Extra("texts", ("no_such_module",)))
    assert of_texts(asked()) == []
    assert b"texts.html" not in site(asked())["en/find.html"].render()


@installed
def test_the_page_to_find_on_leads_there_and_shows_it_only_to_who_has_a_server() -> None:
    assert (
        b'<p id="to-texts" hidden><a href="texts.html">' in site(asked())["en/find.html"].render()
    )


@installed
def test_the_page_may_load_what_lies_in_the_site_and_nothing_else() -> None:
    page = site(asked())["en/texts.html"].render().decode()
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert "connect-src 'self';" in policy
    assert "http" not in policy
    assert 'data-index="../pagefind/pagefind.js"' in page


@installed
def test_what_is_told_of_a_person_is_found_under_the_page_of_the_person() -> None:
    made = site(asked())
    parts = [one.render() for path, one in made.items() if path.endswith(".pf_fragment")]
    rows = [json.loads(gzip.decompress(one).removeprefix(b"pagefind_dcd")) for one in parts]
    (row,) = [one for one in rows if "bicycles" in one["content"] and one["url"][:4] == "/en/"]
    assert row["url"].lstrip("/") in made
    assert row["meta"]["title"] == "Alyona Belova"


@installed
def test_the_tripwire_reads_the_index() -> None:
    files = {path: one.render() for path, one in site(asked()).items() if "pagefind/" in path}
    read = [text for path, data in files.items() for _, text in texts_in(path, data)]
    assert any("mended bicycles for the whole street" in text for text in read)


@installed
def test_the_same_texts_give_the_same_index() -> None:
    one, other = ({path: file.render() for path, file in site(asked()).items()} for _ in "ab")
    assert one == other
