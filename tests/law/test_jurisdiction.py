"""Every rule a dated row, in every jurisdiction."""

from itertools import pairwise

import pytest

from khronika.law.credit import DAY
from khronika.law.jurisdiction import Rule, UnknownCode, jurisdiction_of, jurisdictions
from khronika.values.language import LANGUAGES

RULES = [(law.key, rule) for law in jurisdictions() for rule in law.rules]


def named(row: object) -> str:
    return row.id if isinstance(row, Rule) else str(row)


@pytest.mark.parametrize(("key", "rule"), RULES, ids=named)
def test_a_rule_tells_its_source_and_its_title_in_every_language(key: str, rule: Rule) -> None:
    law = jurisdiction_of(rule.place.code)
    assert law.key == key
    assert rule.source in law.sources
    assert set(rule.title) == set(LANGUAGES)
    assert rule.text.endswith(".")
    assert rule.example.endswith(".")
    assert rule.valid_from <= rule.valid_to


@pytest.mark.parametrize(("key", "rule"), RULES, ids=named)
def test_what_was_not_looked_up_is_not_called_read(key: str, rule: Rule) -> None:
    assert rule.verified is not (rule.source == "RECALL")


@pytest.mark.parametrize(("key", "rule"), RULES, ids=named)
def test_every_worth_is_a_whole_number_of_units(key: str, rule: Rule) -> None:
    if rule.credit:
        assert (rule.credit.worth * DAY).denominator == 1


def test_versions_of_a_rule_do_not_overlap() -> None:
    for law in jurisdictions():
        limits = law.versions("appeal-limit")
        for one, other in pairwise(limits):
            assert one.valid_to < other.valid_from


def test_a_second_jurisdiction_is_a_folder() -> None:
    assert [law.key for law in jurisdictions()] == ["by", "ru"]
    assert jurisdiction_of("BY-UK").name["en"] == "Belarus"


def test_a_code_without_rules_is_refused_with_those_that_have_some() -> None:
    with pytest.raises(UnknownCode, match=r"UA-KK.*BY-UK"):
        jurisdiction_of("UA-KK")
