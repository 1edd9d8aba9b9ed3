"""Everybody with a page is in one group of the site, and who it is follows from ids alone."""

import pytest

from builders import a_claim, person
from editions.publications import a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.edition import Group, in_full
from khronika.editions.site import buckets as module
from khronika.editions.site.buckets import buckets
from khronika.editions.site.edition import SiteEdition


def of_people(many: int) -> Publication:
    ids = [person(f"someone-{number}") for number in range(many)]
    return a_publication([a_claim("name", subject=one, text="Some One") for one in ids])


def test_everybody_with_a_page_is_in_one_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 4)
    publication = of_people(20)
    found = buckets(publication)
    assert sorted(one for people in found.values() for one in people) == sorted(publication.people)
    assert 4 <= len(found) <= 8


def test_one_person_more_moves_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FULL", 4)
    before, after = buckets(of_people(20)), buckets(of_people(21))
    grown = [name for name, people in after.items() if people != before.get(name)]
    assert len(grown) == 1


def test_the_files_are_those_of_the_parts_in_their_order() -> None:
    publication = a_publication(all_claims())
    paths = [one.path for one in SiteEdition().files(publication)]
    assert [one.path for one in in_full(SiteEdition().parts(publication))] == paths
    assert len(paths) == len(set(paths))


def test_every_group_has_a_name_and_a_key_of_its_own() -> None:
    parts = SiteEdition().parts(a_publication(all_claims()))
    told = [(one.name, one.key) for one in parts if isinstance(one, Group)]
    assert {name.split("/")[1] for name, _ in told} == {"people", "press", "lists", "find"}
    assert len({name for name, _ in told}) == len({key for _, key in told}) == len(told)
