from khronika.identity.candidates import Person
from khronika.identity.evidence import Facts
from khronika.identity.xref import across, within
from khronika.values.date import PartialDate

BORN = Facts(births=(PartialDate.parse("1990-02-01"),))
KNOWN = {
    "a": Person(("Степан Розов",), BORN),
    "b": Person(("Stepan Rozov",), BORN),
    "c": Person(("Стёпа Розов",)),
    "d": Person(("Анна Белова",)),
}


def test_each_pair_is_asked_about_once_the_most_certain_first() -> None:
    assert [(pair.one, pair.other) for pair in within(KNOWN)] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


def test_a_pair_somebody_decided_about_is_not_asked_about_again() -> None:
    pairs = within(KNOWN, decided=[frozenset({"a", "b"})])
    assert ("a", "b") not in {(pair.one, pair.other) for pair in pairs}


def test_two_lists_are_held_against_each_other_and_not_against_themselves() -> None:
    pairs = across({"1": Person(("Степану Розову",))}, {"x": KNOWN["b"], "y": KNOWN["d"]})
    assert [(pair.one, pair.other) for pair in pairs] == [("1", "x")]
