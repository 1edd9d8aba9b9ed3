"""The earliest days to ask for parole or a milder punishment; for the editors alone."""

import ast
from pathlib import Path

import pytest

import khronika.editions
from khronika.law.parole import Eligibility, Relief, eligibility
from sentenced import a_career, held, ruled

ARREST = held("detained", "2020-01-01")


def reliefs(term: str, articles: str, regime: str = "strict") -> dict[Relief, Eligibility]:
    told = ruled("first", "convicted", "2020-06-01", term, regime)
    return {one.relief: one for one in eligibility(a_career(ARREST, told, articles=articles))}


def earliest(one: Eligibility) -> str:
    assert one.earliest is not None
    return str(one.earliest.first)


@pytest.mark.parametrize(
    ("articles", "term", "parole", "milder", "labour"),
    [
        ("RU-UK 212.1", "3y", "2021-01-01", "2021-01-01", "2020-10-01"),
        ("RU-UK 207.3/2", "6y", "2023-01-01", "2023-01-01", "2022-01-01"),
        ("RU-UK 212/1", "9y", "2026-01-01", "2026-01-01", "2026-01-01"),
        ("RU-UK 205.2/2", "4y", "2023-01-01", "2022-01-01", "2021-05-02"),
        ("RU-UK 210/2", "8y", "2026-01-01", "2026-01-01", "2022-09-01"),
        ("RU-UK 207.3/2, RU-UK 205.2/2", "4y", "2023-01-01", "2022-01-01", "2021-05-02"),
    ],
)
def test_the_share_follows_from_the_gravest_article(
    articles: str, term: str, parole: str, milder: str, labour: str
) -> None:
    found = reliefs(term, articles)
    said = [earliest(found[one]) for one in (Relief.PAROLE, Relief.REPLACEMENT)]
    assert said == [parole, milder]
    assert earliest(found[Relief.FORCED_LABOUR]) == labour


def test_nobody_is_paroled_before_six_months() -> None:
    assert earliest(reliefs("1y", "RU-UK 212.1")[Relief.PAROLE]) == "2020-07-01"


def test_an_article_that_was_not_looked_up_gives_no_day() -> None:
    found = reliefs("5y", "RU-UK 111/4")[Relief.PAROLE]
    assert found.earliest is None
    assert found.never
    assert found.never.code == "law.gravity-not-recorded"


def test_from_life_after_twenty_five_years_and_for_some_never() -> None:
    told = ruled("first", "convicted", "2020-06-01", "life")
    treason = eligibility(a_career(ARREST, told, articles="RU-UK 275"))
    assert [str(one.earliest.first) for one in treason if one.earliest] == ["2045-01-01"]
    attack = eligibility(a_career(ARREST, told, articles="RU-UK 205/3"))
    assert [one.never.code for one in attack if one.never] == ["law.no-parole-from-life"]


def test_a_jurisdiction_without_rules_of_parole_gives_none() -> None:
    told = ruled("first", "convicted", "2020-06-01", "3y")
    assert eligibility(a_career(ARREST, told, articles="", code="BY-UK")) == ()


def test_no_edition_knows_parole() -> None:
    for path in Path(khronika.editions.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert "khronika.law.parole" not in named, path
