"""A digest stands for everything a file depends on, the program included."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim
from editions.publications import ALENA, BORIS, PAPER, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Prose
from khronika.editions.digest import Dependencies, digest, program_digest


def test_parts_cannot_run_together() -> None:
    assert digest("a", "bc") != digest("ab", "c")
    assert digest(["a"], "b") != digest(["a", "b"])


def test_the_program_has_one_digest() -> None:
    assert program_digest() == program_digest()
    assert len(program_digest()) == 64


def test_persons_and_cases_have_digests_of_their_own() -> None:
    dependencies = Dependencies(a_publication())
    found = {
        dependencies.person(ALENA),
        dependencies.person(BORIS),
        dependencies.case(SQUARE),
        dependencies.everything(),
    }
    assert len(found) == 4
    assert found == {
        dependencies.person(ALENA),
        dependencies.person(BORIS),
        dependencies.case(SQUARE),
        dependencies.everything(),
    }


@pytest.mark.parametrize(
    "change",
    [
        {"addresses": {ALENA: "another", BORIS: "lesnoy-boris", SQUARE: "square"}},
        {"changed": {ALENA: date(2026, 11, 2)}},
        {"notes": {ALENA: "Not all that she says is ours."}},
        {"unindexed": frozenset({ALENA})},
        {"prose": (Prose("biography", ALENA, "en", "She was born by the river."),)},
        {"languages": ("en",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_persons_page_prints_changes_its_digest(change: dict[str, object]) -> None:
    publication = a_publication()
    changed = replace(publication, **change)  # type: ignore[arg-type]
    assert Dependencies(changed).person(ALENA) != Dependencies(publication).person(ALENA)


def test_a_source_described_otherwise_changes_the_digests_of_those_it_speaks_of() -> None:
    before = Dependencies(a_publication())
    after = Dependencies(a_publication(sources=(replace(PAPER, title="Another title"),)))
    assert after.person(ALENA) != before.person(ALENA)
    assert after.case(SQUARE) != before.case(SQUARE)


def test_a_claim_less_changes_the_digests_of_its_person_and_their_case_alone() -> None:
    claims = all_claims()
    before = Dependencies(a_publication(claims))
    for gone in (one for one in claims if one.subject == ALENA):
        after = Dependencies(a_publication([one for one in claims if one is not gone]))
        assert before.person(ALENA) != after.person(ALENA)
        assert before.case(SQUARE) != after.case(SQUARE)
        assert before.person(BORIS) == after.person(BORIS)
        assert before.everything() != after.everything()


def test_a_day_alone_changes_the_digest_of_whoever_has_a_term_that_may_be_reckoned() -> None:
    ruling = a_claim("ruling", subject=ALENA, case=SQUARE, instance="first", source=PAPER.id,
                     section="p. 2", articles=["RU-UK 205.2/2"])  # fmt: skip
    later = date(2026, 11, 23)
    for claims, changes in ((all_claims(), False), ([*all_claims(), ruling], True)):
        before = Dependencies(a_publication(claims)).person(ALENA)
        after = Dependencies(a_publication(claims, as_of=later)).person(ALENA)
        assert (before != after) is changes
