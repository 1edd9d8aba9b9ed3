"""A million records of invented people, written down once or several times with the usual slips."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from khronika.identity.table import read_table
from khronika.values.name import transliterate

SEED = 17
HEAD = ("rec_id", "surname", "given", "patronymic", "dob", "region", "article", "arrest_year")
CONVENTIONS = ("en", "de", "fr", "iso9")
ARTICLES = ("205.2", "207.3", "212", "275", "280", "280.3", "280.4", "318", "228", "205.5")
TIMES = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4)  # how often one person is written down
_ONSETS, _VOWELS = "бвгдзклмнпрстхцчшщж", "аеиоуя"
_ENDINGS = ("ов", "ев", "ин", "ский", "енко", "ук", "ян", "швили")
_STEMS = 60_000


def write_records(records: Path, truth: Path, count: int) -> None:
    """So many records, and whose each is; the same every time."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    with (
        records.open("w", encoding="utf-8", newline="") as first,
        truth.open("w", encoding="utf-8", newline="") as second,
    ):
        rows, owners = csv.writer(first), csv.writer(second)
        rows.writerow(HEAD)
        owners.writerow(("rec_id", "person"))
        for number, (person, row) in zip(range(count), _people(chance), strict=False):
            rows.writerow((number, *row))
            owners.writerow((number, person))


def _people(chance: random.Random) -> Iterator[tuple[int, list[str]]]:
    stems = [_word(chance) + chance.choice(_ENDINGS) for _ in range(_STEMS)]
    given = read_table("given.yaml")
    assert isinstance(given, dict)
    men = [one.title() for one in given["male"]]
    person = 0
    while True:
        person += 1
        father = chance.choice(men)
        whole = [
            stems[int(_STEMS * chance.random() ** 2)].title(),  # some surnames are common
            chance.choice(men),
            father.rstrip("аеийоья") + "ович",
            f"{chance.randint(1950, 2005)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            f"Область {int(85 * chance.random() ** 2)}",
            chance.choice(ARTICLES),
            str(chance.randint(2012, 2026)),
        ]
        for _ in range(chance.choice(TIMES)):
            yield person, _written(whole, chance)


def _written(whole: list[str], chance: random.Random) -> list[str]:
    """The person as one source writes it: another script, less of it, now and then a slip."""
    surname, given, father, born, *rest = whole
    if chance.random() < 0.05:
        place = chance.randrange(1, len(surname) - 1)
        surname = surname[:place] + surname[place + 1 :]
    if chance.random() < 0.07:
        given = f"{given[0]}."
    if chance.random() < 0.3:
        father = ""
    names = [surname, given, father]
    if chance.random() < 0.5:
        convention = chance.choice(CONVENTIONS)
        names = [transliterate(one, convention) for one in names]
    born = chance.choice((born, born, born, born[:4], ""))
    return [*names, born, *(one if chance.random() < 0.78 else "" for one in rest)]


def _word(chance: random.Random) -> str:
    syllables = chance.choice((2, 2, 3))
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables))[:-1]
