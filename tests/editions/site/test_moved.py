"""Old links lead on after two ids turned out to be one person."""

from dataclasses import replace

from editions.markup import parsed, rendered
from editions.publications import ALENA, BORIS, VERA, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.site.edition import SiteEdition
from khronika.schema.decision import Decision, Verb


def merged() -> Publication:
    same = Decision(
        verb=Verb.SAME, targets=(ALENA, BORIS), by="editors", at="2026-11-22T00:00:00Z",
        reason="One person.",
    )  # fmt: skip
    before = a_publication(all_claims())
    return replace(a_publication(all_claims(), decisions=(same,)), addresses=before.addresses)


def test_the_page_and_the_press_page_that_were_lead_to_those_that_are() -> None:
    site = rendered(SiteEdition(), merged())
    for folder in ("people", "press"):
        for language in ("en", "ru", "de", "fr"):
            left = parsed(site[f"{language}/{folder}/lesnoy-boris.html"])
            (ways,) = [
                meta for meta in left.all("meta") if meta.attributes.get("http-equiv") == "refresh"
            ]
            assert ways.attributes["content"] == "0; url=belova-alena.html"
            assert left.one("link", rel="canonical").attributes["href"] == "belova-alena.html"
            assert f"{language}/{folder}/belova-alena.html" in site


def test_a_page_that_leads_on_is_not_for_search_engines_and_needs_no_script() -> None:
    left = parsed(rendered(SiteEdition(), merged())["en/press/lesnoy-boris.html"])
    assert left.one("meta", name="robots").attributes["content"] == "noindex"
    assert not left.all("script")
    assert left.one("h1").one("a").attributes["href"] == "belova-alena.html"


def test_whoever_was_not_merged_keeps_their_pages() -> None:
    site = rendered(SiteEdition(), merged())
    assert VERA in merged().people
    assert b"refresh" not in site["en/press/yezhova-vera.html"]
    assert parsed(site["en/press/yezhova-vera.html"]).one("h1")
