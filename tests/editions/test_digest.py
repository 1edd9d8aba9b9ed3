"""A digest stands for everything a file depends on, the program included."""

from editions.publications import ALENA, BORIS, SQUARE, a_publication
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
