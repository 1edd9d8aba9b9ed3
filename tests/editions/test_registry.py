"""What every edition promises, asked of each one that is registered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from builders import a_claim, a_decision
from editions.markup import rendered
from editions.publications import (
    ALENA,
    HOUSE,
    PAPER,
    SQUARE,
    a_publication,
    all_claims,
)
from khronika.clearance.publication import Prose, Publication
from khronika.editions.registry import EDITIONS
from khronika.schema.decision import Verb

Change = Callable[[Publication], Publication]


def with_another_claim(_: Publication) -> Publication:
    return a_publication([*all_claims(), a_claim("hearing", subject=ALENA, date="2024-02-02")])


def with_another_status(_: Publication) -> Publication:
    freed = a_claim("release", subject=ALENA, case=SQUARE, date="2024-05-01", kind_="pardon")
    return a_publication([*all_claims(), freed])


def without_disputes(_: Publication) -> Publication:
    one, other = (claim.id() for claim in all_claims() if claim.kind == "ruling")
    return a_publication(decisions=(a_decision(Verb.PREFER, one, over=[other]),))


CHANGES: dict[str, Change] = {
    "the disputes": without_disputes,
    "a status": with_another_status,
    "a claim": with_another_claim,
    "a claim less": lambda _: a_publication(all_claims()[:-1]),
    "the day": lambda one: replace(one, as_of=date(2026, 11, 23)),
    "the day, folded again": lambda _: a_publication(as_of=date(2023, 1, 1)),
    "the state": lambda one: replace(one, state="6" * 64),
    "the contact": lambda one: replace(one, house=replace(HOUSE, contact="new@example.org")),
    "the licence": lambda one: replace(one, house=replace(HOUSE, licence="CC0")),
    "the languages": lambda one: replace(one, languages=("ru", "en")),
    "an address": lambda one: replace(one, addresses={**one.addresses, ALENA: "alena"}),
    "a case's address": lambda one: replace(one, addresses={**one.addresses, SQUARE: "sq"}),
    "a source": lambda _: a_publication(sources=(replace(PAPER, title="The Renamed Paper"),)),
    "a month": lambda one: replace(one, known=dict.fromkeys(one.known, date(2026, 4, 1))),
    "a day of change": lambda one: replace(one, changed={**one.changed, ALENA: date(2026, 11, 1)}),
    "a note": lambda one: replace(one, notes={ALENA: "A note."}),
    "a story": lambda one: replace(one, prose=(Prose("biography", ALENA, "en", "A story."),)),
    "an essay": lambda one: replace(one, prose=(Prose("about", None, "en", "We."),)),
    "a person gone": lambda one: replace(
        one, people={who: row for who, row in one.people.items() if who != ALENA}
    ),
}


def test_each_is_registered_under_its_own_name() -> None:
    assert {"atom", "calendar", "data", "ftm", "letters", "petition", "poster", "site"} <= set(
        EDITIONS
    )
    assert all(edition.name == name for name, edition in EDITIONS.items())
    assert all(edition.uses for edition in EDITIONS.values())


@pytest.mark.parametrize("name", EDITIONS)
def test_one_publication_gives_one_set_of_bytes_in_one_order(name: str) -> None:
    first, again = a_publication(), a_publication(reversed(all_claims()))
    assert list(rendered(EDITIONS[name], first).items()) == list(
        rendered(EDITIONS[name], again).items()
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_no_file_leaves_the_folder_of_the_edition(name: str) -> None:
    for file in EDITIONS[name].files(a_publication()):
        path = PurePosixPath(file.path)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert file.path.isascii()


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("change", CHANGES)
def test_an_equal_key_promises_equal_bytes(name: str, change: str) -> None:
    publication = a_publication()
    before = {file.path: file for file in EDITIONS[name].files(publication)}
    for file in EDITIONS[name].files(CHANGES[change](publication)):
        old = before.get(file.path)
        if old and old.key and old.key == file.key:
            assert old.render() == file.render(), (change, file.path)


@pytest.mark.parametrize("change", ["a claim", "a story", "a day of change"])
def test_the_key_of_a_page_that_did_not_change_stays(change: str) -> None:
    publication = a_publication()
    before = {file.path: file.key for file in EDITIONS["site"].files(publication)}
    after = {file.path: file.key for file in EDITIONS["site"].files(CHANGES[change](publication))}
    boris = "ru/people/lesnoy-boris.html"
    assert before[boris] == after[boris]
    alena = "ru/people/belova-alena.html"
    assert before[alena] != after[alena]


def test_a_merged_edition_has_no_two_files_of_one_name() -> None:
    paths = [f.path for edition in EDITIONS.values() for f in edition.files(a_publication())]
    assert len(paths) == len(set(paths))
    assert "manifest.json" not in paths  # the publication's own manifest stands there


@pytest.mark.parametrize("name", EDITIONS)
def test_what_is_called_fixed_is_the_same_whatever_the_record_holds(name: str) -> None:
    def fixed(publication: Publication) -> dict[str, bytes]:
        files = EDITIONS[name].files(publication)
        return {file.path: file.render() for file in files if file.fixed}

    empty = a_publication([], as_of=date(2023, 1, 1))
    assert fixed(a_publication()) == fixed(empty)
