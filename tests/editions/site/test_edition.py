"""The site as a whole: every page in every language, strict, with no other host asked."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim
from editions.markup import Element, parsed, read_page, rendered
from editions.publications import ALENA, SQUARE, a_publication, all_claims
from khronika.editions.site.around import AROUND
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Claim
from khronika.values.language import LANGUAGES

WHOLE = (
    "index.html", "people.html", "cases.html", "sources.html", "method.html", "find.html", *AROUND
)  # fmt: skip
SCRIPTS = {"copy.js", "filter.js", "find.js"}
FINDABLE = re.compile(r"[a-z]{2}/find/(index|\d+)\.js")
BESIDE = {"index.html", "style.css", "404.html", *SCRIPTS}
ASKS = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping"}


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    for path, data in site.items():
        if path.endswith(".html"):
            yield path, parsed(data)


def test_every_page_stands_in_every_language(site: dict[str, bytes]) -> None:
    people = [f"people/{slug}.html" for slug in ("belova-alena", "lesnoy-boris", "yezhova-vera")]
    press = [page.replace("people", "press") for page in people] + ["press/cases/square.html"]
    expected = {
        f"{language}/{page}"
        for language in LANGUAGES
        for page in (*WHOLE, *people, "cases/square.html", *press)
    }
    others = {path for path in site if "/by/" not in path and not FINDABLE.fullmatch(path)}
    assert others == expected | BESIDE


def test_only_the_languages_of_the_publication_are_made() -> None:
    site = rendered(SiteEdition(), a_publication(languages=("ru", "de")))
    assert {path.split("/")[0] for path in site} == {*BESIDE, "ru", "de"}
    assert parsed(site["index.html"]).one("html").attributes["lang"] == "ru"


def test_the_pages_of_a_person_have_one_key_and_those_of_another_another() -> None:
    keys: dict[str, set[str]] = defaultdict(set)
    for file in SiteEdition().files(a_publication()):
        if "/people/" in file.path:
            keys[posixpath.basename(file.path)].add(file.key)
    assert [len(found) for found in keys.values()] == [1, 1, 1]
    assert len(set.union(*keys.values())) == 3


def test_every_page_is_well_formed_and_has_its_landmarks(site: dict[str, bytes]) -> None:
    for path, page in pages(site):
        assert len(page.all("h1")) == 1, path
        assert len(page.all("main", id="main")) == 1, path
        assert page.one("html").attributes["lang"] in LANGUAGES, path
        assert page.one("head").one("title").text, path
        if path not in BESIDE:
            assert page.one("html").attributes["lang"] == path[:2], path
            assert page.one("a", of_class="skip").attributes["href"] == "#main", path
            assert len(page.all("header", of_class="masthead")) == 1, path
            assert len(page.all("footer")) == 1, path
            assert all(nav.attributes["aria-label"] for nav in page.all("nav")), path


def test_no_heading_skips_a_level_and_every_id_stands_once(site: dict[str, bytes]) -> None:
    for path, page in pages(site):
        levels = [int(one.tag[1]) for one in page.walk() if re.fullmatch(r"h[1-6]", one.tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
        assert len(ids) == len(set(ids)), path
        labelled = [one.attributes.get("aria-labelledby", "") for one in page.walk()]
        assert {one for names in labelled for one in names.split()} <= set(ids), path


def test_every_table_has_a_caption_and_every_head_a_scope(site: dict[str, bytes]) -> None:
    tables = [table for _, page in pages(site) for table in page.all("table")]
    assert tables
    for table in tables:
        assert table.one("caption").text
        assert all(head.attributes["scope"] in {"col", "row"} for head in table.all("th"))


def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(
    site: dict[str, bytes],
) -> None:
    for path, page in pages(site):
        for link in (*page.all("a"), *page.all("link")):
            target = urlsplit(link.attributes["href"])
            if target.scheme:
                continue
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.path))
            file = file.removeprefix("/") if path == "404.html" else file
            file = file if target.path else path
            assert file in site, (path, link.attributes["href"])
            if target.fragment:
                assert parsed(site[file]).all(id=target.fragment), (path, target.fragment)


def test_nothing_is_asked_of_another_host_and_nothing_is_run(site: dict[str, bytes]) -> None:
    for path, page in pages(site):
        for one in page.walk():
            assert one.tag not in {"iframe", "object", "embed", "form", "base", "img"}
            if one.tag == "script":  # a file of the site, and nothing within
                file = posixpath.join(posixpath.dirname(path), one.attributes["src"])
                file = posixpath.normpath(file)
                assert file in SCRIPTS or FINDABLE.fullmatch(file), path
                assert not one.inside, path
            else:
                assert not ASKS & one.attributes.keys(), (path, one.tag)
            assert not {"style"} & one.attributes.keys(), (path, one.tag)
            assert not any(name.startswith("on") for name in one.attributes), (path, one.tag)
        for link in page.all("link"):
            assert urlsplit(link.attributes["href"]).scheme in {"", "data"}, path
        for anchor in page.all("a"):
            assert urlsplit(anchor.attributes["href"]).scheme in {"", "https", "http", "mailto"}
    style = site["style.css"].decode()
    assert "url(" not in style
    assert "@import" not in style
    assert "http" not in style.replace('a[href^="http"]', "")


def test_every_page_leads_to_itself_in_the_other_languages(site: dict[str, bytes]) -> None:
    for path, page in pages(site):
        if path in BESIDE:
            continue
        switch = page.one("nav", of_class="languages")
        leads = {
            link.attributes["lang"]: posixpath.normpath(
                posixpath.join(posixpath.dirname(path), link.attributes["href"])
            )
            for link in switch.all("a")
        }
        assert leads == {code: f"{code}{path[2:]}" for code in LANGUAGES}
        current = switch.one("a", **{"aria-current": "true"})
        assert current.attributes["lang"] == path[:2]
        alternates = {link.attributes["hreflang"] for link in page.all("link", rel="alternate")}
        assert alternates == {*LANGUAGES, "x-default"}


def test_every_fact_stands_with_a_note_that_is_on_the_page(site: dict[str, bytes]) -> None:
    seen = 0
    for path, page in pages(site):
        notes = {one.attributes["id"] for one in page.all("li") if "id" in one.attributes}
        for fact in page.all(of_class="fact"):
            refs = [link.attributes["href"][1:] for link in fact.all("a", of_class="ref")]
            assert refs, (path, fact.text)
            assert set(refs) <= notes, (path, fact.text)
            seen += 1
    assert seen > 100


def test_every_value_stands_inside_a_fact(site: dict[str, bytes]) -> None:
    """A value whose notes stand with its entry must have an entry that carries notes."""

    def bare(element: Element, *, covered: bool) -> Iterator[str]:
        inside = covered or "fact" in element.classes
        if "value" in element.classes and not inside:
            yield element.text
        for one in element.inside:
            if isinstance(one, Element):
                yield from bare(one, covered=inside)

    for path, page in pages(site):
        assert not list(bare(page, covered=False)), path


def test_every_note_is_referred_to(site: dict[str, bytes]) -> None:
    for path, page in pages(site):
        referred = {link.attributes["href"][1:] for link in page.all("a", of_class="ref")}
        notes = [one for lists in page.all("ol", of_class="notes") for one in lists.all("li")]
        assert {note.attributes["id"] for note in notes} == referred, path


@pytest.mark.parametrize(
    ("claim", "pages_of"),
    [
        (a_claim("hearing", subject=ALENA, case=SQUARE, date="2024-02-01"), ALENA),
        (a_claim("step", subject=SQUARE, kind_="case-opened", date="2023-02-10"), SQUARE),
    ],
)
def test_one_new_claim_rewrites_only_its_own_pages_and_the_whole_casebook_pages(
    claim: Claim, pages_of: str
) -> None:
    before = rendered(SiteEdition(), a_publication())
    after = rendered(SiteEdition(), a_publication([*all_claims(), claim]))
    own = "people/belova-alena.html" if pages_of == ALENA else "cases/square.html"
    press = own.replace("people", "press").replace("cases", "press/cases")
    changed = {path for path in after if after[path] != before[path]}
    allowed = {f"{code}/{page}" for code in LANGUAGES for page in (*WHOLE, own, press)}
    assert {f"{code}/{own}" for code in LANGUAGES} <= changed <= allowed


def test_the_day_and_state_of_the_edition_stand_where_the_whole_is_told(
    site: dict[str, bytes],
) -> None:
    state = a_publication().state
    holding = {path.split("/", 1)[1] for path, data in site.items() if state in data.decode()}
    assert holding == {"index.html", "method.html", "statistics.html"}
    dated = {path for path, data in site.items() if "22 November 2026" in data.decode()}
    assert {path.split("/", 1)[1] for path in dated} == {*holding, "calendar.html"}


HOSTILE = st.text(alphabet="<>&\"'/=-{}%[]()*`ab ", min_size=1, max_size=24).map(
    lambda text: f"<script>{text}</b>x"
)


@settings(max_examples=25, deadline=None)
@given(words=HOSTILE)
def test_no_text_of_a_source_becomes_markup(words: str) -> None:
    claims = [
        a_claim("name", subject=ALENA, text=words),
        a_claim("name", subject=SQUARE, text=words),
        a_claim("own-words", subject=ALENA, text=words, quote=words, section=words),
        a_claim("arrest", subject=ALENA, case=SQUARE, place={"text": words}),
        a_claim("support", subject=ALENA, kind_="fund", url=words, contact=words),
        a_claim("false-report", subject=ALENA, text=words, refuted_by=words),
    ]
    publication = a_publication(claims, languages=("en",), notes={ALENA: words})
    for path, data in rendered(SiteEdition(), publication).items():
        if path.endswith(".html"):
            page = read_page(data)
            assert all(one.attributes.get("src") and not one.inside for one in page.all("script"))
            assert not page.all("b"), path


def test_a_script_is_allowed_where_there_is_one_and_asks_for_nothing(
    site: dict[str, bytes],
) -> None:
    for path, page in pages(site):
        policies = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        allowed = any("script-src 'self' file:;" in one.attributes["content"] for one in policies)
        assert not page.all("script") or allowed, path
    for script in SCRIPTS:
        words = set(re.findall(r"[A-Za-z]+", site[script].decode()))
        asking = {"fetch", "XMLHttpRequest", "import", "eval", "WebSocket", "sendBeacon", "https"}
        assert not asking & words, script
