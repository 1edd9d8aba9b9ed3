from khronika.identity.candidates import People, Person
from khronika.identity.evidence import Facts
from khronika.identity.watch import Change, watch
from khronika.values.date import PartialDate

OURS = People({"rozov": Person(("Розов Степан Ильич", "Stepan Rozov"))})
ROZOV = Person(("РОЗОВ СТЕПАН ИЛЬИЧ",), Facts(births=(PartialDate.parse("1990-02-01"),)))
OTHER = Person(("БЕЛОВА АННА ЮРЬЕВНА",))
MIRNY = Person(("МИРНЫЙ ЮРИЙ ЛЬВОВИЧ",))


def test_one_of_ours_who_was_added_is_a_hit() -> None:
    seen = watch({"2": OTHER, "3": ROZOV}, {"2": OTHER}, OURS)
    assert seen.added == ("3",)
    ((hit, candidates),) = [(one.change, one.candidates) for one in seen.hits]
    assert (hit, candidates[0].who) == (Change.ADDED, "rozov")


def test_one_of_ours_who_vanished_is_a_hit() -> None:
    seen = watch({"2": OTHER}, {"7": ROZOV, "8": OTHER}, OURS)
    assert seen.vanished == ("7",)
    assert [one.change for one in seen.hits] == [Change.VANISHED]


def test_a_row_is_the_same_whatever_its_number() -> None:
    seen = watch({"9": OTHER}, {"2": OTHER}, OURS)
    assert (seen.added, seen.vanished, seen.hits) == ((), (), ())


def test_a_row_that_is_spelt_another_way_is_neither_gone_nor_come() -> None:
    respelt = Person(("MIRNYI YURIY LVOVICH",))
    seen = watch({"2": respelt}, {"4": MIRNY}, OURS)
    assert [(pair.other, pair.one) for pair in seen.respelled] == [("4", "2")]
    assert (seen.added, seen.vanished) == ((), ())


def test_a_list_seen_for_the_first_time_is_all_new() -> None:
    seen = watch({"2": OTHER, "3": MIRNY}, None, OURS)
    assert seen.added == ("2", "3")
