import pytest

from khronika.identity.compare import compare
from khronika.identity.evidence import Facts, weigh
from khronika.values.date import PartialDate

NAMES = compare("Степан Розов", "С. Розов")


def born(*texts: str) -> Facts:
    return Facts(births=tuple(map(PartialDate.parse, texts)))


def test_the_same_day_of_birth_speaks_for_it() -> None:
    assert weigh(NAMES, born("1990-02-01"), born("1990-02-01")).score > NAMES.score


@pytest.mark.parametrize("other", ["1991-02-01", "1980"])
def test_another_birth_speaks_against_it(other: str) -> None:
    told = weigh(NAMES, born("1990-02-01"), born(other))
    assert told.score < NAMES.score
    assert told.reasons[-1].code == "identity.birth-differs"


def test_a_year_that_agrees_says_less_than_the_day() -> None:
    year = weigh(NAMES, born("1990-02-01"), born("1990"))
    assert NAMES.points < year.points < weigh(NAMES, born("1990-02-01"), born("1990-02-01")).points


def test_what_is_not_known_says_nothing() -> None:
    assert weigh(NAMES, born("1990"), Facts()) == NAMES


def test_a_shared_place_article_and_case_are_reasons() -> None:
    facts = Facts(
        places=frozenset({"Omsk"}), articles=frozenset({"205.2"}), cases=frozenset({"Square"})
    )
    told = {one.code for one in weigh(NAMES, facts, facts).reasons}
    assert {"identity.same-place", "identity.same-article", "identity.same-case"} <= told
