"""The lists as files: their counts are what the record holds, and none is by organisation."""

import re
from dataclasses import replace
from datetime import date

import pytest

from builders import CASEBOOK, a_claim
from editions.markup import parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.facet import Indexes
from khronika.editions.site.edition import SiteEdition
from khronika.editions.site.facility import facilities
from khronika.editions.site.indexed import index_pages
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectKind, subject_id
from khronika.values.language import LANGUAGES

PRISON = subject_id(CASEBOOK, SubjectKind.FACILITY, "sizo-1-tyumen")
PEOPLE = re.compile(r"Persons here: (\d+) of (\d+)\.")


def more_claims() -> list[Claim]:
    return [
        *all_claims(),
        a_claim("custody", subject=VERA, kind_="pretrial", facility="sizo-1-tyumen",
                start="2025-03-06"),
        a_claim("charge", subject=VERA, article="RU-UK 132/2"),
        a_claim("charge", subject=BORIS, case=SQUARE, article="RU-UK 205.2/1", state="dropped"),
        a_claim("arrest", subject=VERA, date="2025-04-01", place="surgut"),
        a_claim("affiliation", subject=VERA, organisation={"text": "Readers' Circle"},
                basis="own-words"),
        a_claim("name", subject=PRISON, text="SIZO of Tyumen"),
    ]  # fmt: skip


def address_of_prison(address: str) -> Claim:
    return a_claim(
        "support", subject=PRISON, kind_="address", address=address, checked="2026-11-01",
        checked_by="answer",
    )  # fmt: skip


@pytest.fixture(scope="module")
def publication() -> Publication:
    return a_publication(more_claims())


@pytest.fixture(scope="module")
def files(publication: Publication) -> dict[str, bytes]:
    return rendered(SiteEdition(), publication)


def test_every_heading_has_its_page_in_every_language(
    publication: Publication, files: dict[str, bytes]
) -> None:
    wanted = {f"{code}/{page}" for code in LANGUAGES for page in index_pages(Indexes(publication))}
    made = {path for path in files if "/by/" in path or "/facilities/" in path}
    assert made == wanted
    for path in (
        "by/status/serving.html", "by/article/ru-uk-205.2.html", "by/case/square.html",
        "by/arrested/2023-02.html", "by/verdict/2024-03.html", "by/place/surgut.html",
        "by/place/in_words.html", "by/case/not_recorded.html", "facilities/sizo-1-tyumen.html",
    ):  # fmt: skip
        assert f"ru/{path}" in files, path


def test_a_list_counts_whom_it_shows_and_the_page_of_lists_says_the_same(
    publication: Publication, files: dict[str, bytes]
) -> None:
    indexes = Indexes(publication)
    held = {
        f"{heading.facet.value}/{heading.slug}.html": len(people)
        for facet in indexes.facets
        for heading, people in facet.people.items()
    }
    held |= {f"../facilities/{key}.html": len(p) for key, p in facilities(indexes).items()}
    rows = parsed(files["en/by/index.html"]).one("main").all("li")
    printed = {
        row.one("a").attributes["href"]: int(row.one("span", of_class="heading-count").text[8:])
        for row in rows
        if row.all("span", of_class="heading-count")
    }
    assert printed == held
    for href, count in held.items():
        page = parsed(files[f"en/by/{href}".replace("by/../", "")])
        found = PEOPLE.search(page.text)
        assert found, href
        assert (int(found[1]), int(found[2])) == (count, 3), href
        names = [one.attributes["href"] for one in page.all("a", of_class="person-name")]
        assert len(names) == len(set(names)) == count, href


def test_no_path_and_no_list_is_by_organisation(files: dict[str, bytes]) -> None:
    """Nobody may be found by what they are accused of belonging to."""
    forbidden = re.compile(r"organi[sz]ation|affiliation|member|group|party|movement")
    facets = {path.split("/")[2] for path in files if path[3:6] == "by/"}
    assert facets == {
        "index.html", "status", "case", "article", "place", "arrested", "verdict"
    }  # fmt: skip
    assert not [path for path in files if forbidden.search(path)]
    for path, data in files.items():
        if "/people/" not in path and "/press/" not in path:
            assert b"Readers' Circle" not in data, path


def test_no_list_repeats_the_words_of_a_source_about_a_place(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if "/by/place/" in path:
            assert b">Lugovsk<" not in data, path


def test_a_claim_about_a_prison_changes_the_keys_of_the_lists_and_of_no_person() -> None:
    before, after = (
        {file.path: file for file in SiteEdition().files(a_publication([*more_claims(), said]))}
        for said in (address_of_prison("Box 1"), address_of_prison("Box 2"))
    )
    page = "en/facilities/sizo-1-tyumen.html"
    assert before[page].key != after[page].key
    assert before[page].render() != after[page].render()
    own = "en/people/belova-alena.html"
    assert before[own].key == after[own].key


def test_equal_keys_of_lists_promise_equal_bytes() -> None:
    changes = [
        a_publication([*more_claims(), a_claim("arrest", subject=BORIS, case=SQUARE, date="2022")]),
        a_publication([*more_claims(), a_claim("charge", subject=ALENA, article="RU-UK 214")]),
        a_publication(more_claims(), as_of=date(2027, 6, 1)),
        replace(a_publication(more_claims()), addresses={ALENA: "a", BORIS: "b", SQUARE: "s"}),
    ]
    known = {file.key: file.render() for file in SiteEdition().files(a_publication(more_claims()))}
    for publication in changes:
        for file in SiteEdition().files(publication):
            if "/by/" in file.path or "/facilities/" in file.path:
                assert known.get(file.key, file.render()) == file.render(), file.path


def test_the_same_record_gives_the_same_lists(files: dict[str, bytes]) -> None:
    again = rendered(SiteEdition(), a_publication(list(reversed(more_claims()))))
    assert {path: data for path, data in again.items() if "/by/" in path} == {
        path: data for path, data in files.items() if "/by/" in path
    }
