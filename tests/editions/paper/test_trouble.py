from builders import a_claim
from editions.publications import ALENA, BORIS, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.paper.trouble import troubles


def codes(**more: object) -> list[tuple[str, str]]:
    return [(one.place, one.code) for one in troubles(a_publication(**more))]  # type: ignore[arg-type]


def test_what_can_be_set_is_no_problem() -> None:
    assert codes() == []


def test_letters_that_no_font_has_are_told_by_whom_they_are_about() -> None:
    claims = [a_claim("occupation", subject=ALENA, value={"text": "מורה", "lang": "he"})]
    assert codes(claims=claims) == [(ALENA, "print.no-letters")]
    prose = (Prose("biography", BORIS, "en", "He is called ボリス."),)
    assert codes(claims=[], prose=prose) == [(BORIS, "print.no-letters")]


def test_a_name_of_five_thousand_letters_is_told_and_not_repeated() -> None:
    claims = [a_claim("name", subject=ALENA, lang="ru", text="Я" * 5_000)]
    (problem,) = troubles(a_publication(claims))
    assert (problem.place, problem.code) == (ALENA, "print.long-name")
    assert "ЯЯ" not in str(problem)
