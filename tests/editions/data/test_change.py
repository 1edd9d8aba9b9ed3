"""The table of changes says what the page says, one thing a line."""

import csv
import io

from builders import a_claim, a_decision
from editions.markup import rendered
from issuing import ALENA, ARREST, BASE, BORIS, NINE, SIX, VERA, after, beside, held, named
from khronika.clearance.publication import Publication
from khronika.editions.data.edition import DataEdition
from khronika.schema.decision import Verb


def rows(publication: Publication) -> list[dict[str, str]]:
    data = rendered(DataEdition(), publication)["data/changes.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_without_an_earlier_issue_there_is_only_the_header() -> None:
    data = rendered(DataEdition(), beside(held(*BASE)))["data/changes.csv"]
    assert data == b"since,since_day,id,subject,what,kind,field,before,now\r\n"


def test_each_change_is_a_line() -> None:
    exact = a_claim("arrest", subject=ALENA, case=ARREST.case, date="2022-08-30")
    served = a_claim("release", subject=BORIS, date="2024-02-02", kind_="served")
    wrong = a_decision(Verb.REJECT, NINE.id())
    new = (named(VERA), a_claim("arrest", subject=VERA, date="2024-01-01"))
    now = held(*BASE, NINE, SIX, exact, served, *new, decisions=[wrong])
    found = rows(after(held(*BASE, NINE), now))
    assert {(one["since"], one["since_day"]) for one in found} == {("spring", "2024-03-01")}
    assert [
        " ".join(one[name] for name in ("id", "what", "kind", "field", "before", "now"))
        for one in found
        if one["what"] != "more"
    ] == [
        "belova-alena refined arrest date 2022-08 2022-08-30",
        "lesnoy-boris status   unknown released",
        "lesnoy-boris added release   2024-02-02",
        "yezhova-vera new    ",
        "belova-alena erratum ruling term 9y 6y",
    ]


def test_its_columns_stand_in_the_dictionary() -> None:
    dictionary = rendered(DataEdition(), beside(held(*BASE)))["data/dictionary.csv"].decode("utf-8")
    assert dictionary.count("\r\nchanges.csv,") == 9
