"""One rule for every number, so that page and data agree."""

import csv
import io
import json

from builders import a_claim
from editions.markup import parsed, rendered
from editions.publications import ALENA, BORIS, a_publication, all_claims, closed
from khronika.dossier.dossier import StatusCode
from khronika.editions.count import counting_rule, counts, printed_claims
from khronika.editions.registry import EDITIONS
from khronika.values.wording import Wording


def test_a_person_counts_once_whatever_the_number_of_claims() -> None:
    counted = counts(a_publication())
    assert counted.people == 3
    assert sum(counted.by_status.values()) == 3
    assert counted.by_status[StatusCode.SERVING] == 1
    assert counted.in_custody == 2
    assert counted.disputed == 1
    assert counted.cases == 1


def test_statuses_nobody_has_are_left_out() -> None:
    assert StatusCode.DEAD not in counts(a_publication()).by_status


def test_two_closed_sources_that_say_the_same_count_as_one() -> None:
    same = closed(a_claim(subject=BORIS, nonce="a"))
    other = closed(a_claim(subject=BORIS, nonce="b"))
    assert same.id() != other.id()
    assert len(printed_claims(a_publication([same, other]))) == 1
    open_ones = [a_claim(subject=BORIS, section="p. 1"), a_claim(subject=BORIS, section="p. 2")]
    assert len(printed_claims(a_publication(open_ones))) == 2


def test_home_and_data_print_the_same_numbers() -> None:
    publication = a_publication(
        [*all_claims(), closed(a_claim("search", subject=ALENA, nonce="x"))]
    )
    site = rendered(EDITIONS["site"], publication)
    data = rendered(EDITIONS["data"], publication)
    home = parsed(site["en/index.html"])
    manifest = json.loads(data["data/manifest.json"])
    people = list(csv.DictReader(io.StringIO(data["data/people.csv"].decode())))
    claims = data["data/claims.jsonl"].decode().splitlines()
    sources = list(csv.DictReader(io.StringIO(data["data/sources.csv"].decode())))
    assert home.one("tfoot").one("td").text == str(len(people))
    assert manifest["counts"]["people"] == len(people)
    assert manifest["counts"]["statements"] == len(claims)
    assert f"{len(claims)} statements" in home.text
    assert manifest["counts"]["sources"] == len(sources)
    assert f"{len(sources)} sources named" in home.text
    by_status = manifest["counts"]["people_by_status"]
    assert sorted(row["status"] for row in people) == sorted(
        code for code, number in by_status.items() for _ in range(number)
    )


def test_the_rule_names_unit_day_and_who_is_in() -> None:
    rule = counting_rule(a_publication(), Wording.of("ru"))
    assert "на 22 ноября 2026" in rule
    assert "один раз" in rule
