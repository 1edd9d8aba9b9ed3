import pytest

from khronika.values.charge import find_charges, read_charges
from khronika.values.legal import Charge, LegalReference


def read(text: str) -> list[str]:
    charges = read_charges(text)
    return [" ".join(filter(None, (str(c.reference), c.stage, c.role))) for c in charges]


@pytest.mark.parametrize(
    "text",
    [
        "ч. 2 ст. 205.2 УК РФ",
        "ч.2 ст.205.2",
        "часть 2 статьи 205.2 Уголовного кодекса РФ",
        "часть вторая статьи 205.2",
        "ст. 205.2 ч. 2",
        "205.2 Part 2",
        "Part 2 of Article 205.2 of the Criminal Code",
        "Article 205.2, Part 2 of the Criminal Code of Russia",
        "under Article 205.2. Part 2 for words",
        "article 205.2 paragraph 2",
        "Criminal Code of Russia, article 205.2 part 2",
        "205.2(2)",
        "ст. 205² ч. 2",
        "ст. 2052 ч. 2",  # copying lost the superscript
        "Teil 2 des Artikels 205.2",
        "Art. 205.2 Abs. 2 StGB",
        "partie 2 de l'article 205.2 du Code pénal",
    ],
)
def test_one_charge_is_one_value_in_every_spelling(text: str) -> None:
    assert read(text) == ["RU-UK 205.2/2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts with a number of their own
        ("Article 212 h. 1.1", ["RU-UK 212/1.1"]),
        ("часть первая.1 статьи 212", ["RU-UK 212/1.1"]),
        # points, in either script and on either side
        ("п. «б» ч. 4 ст. 132", ["RU-UK 132/4/b"]),
        ('paragraph "b" of Part 4 of Article 132', ["RU-UK 132/4/b"]),
        ("Article 132, paragraph b of Part 4", ["RU-UK 132/4/b"]),
        ("132(4б)", ["RU-UK 132/4/b"]),
        ("ст. 205.2 ч. 2 п. а", ["RU-UK 205.2/2/a"]),
        ("п. «ж» ч. 2 ст. 105", ["RU-UK 105/2/zh"]),
        ('paragraphs "a" and "c" of Part 2 of Article 281', ["RU-UK 281/2/a", "RU-UK 281/2/v"]),
        ("п. «а», п. «в» ч. 2 ст. 281", ["RU-UK 281/2/a", "RU-UK 281/2/v"]),
        # several parts, several articles
        ("ч. 1, ч. 2 ст. 282.1", ["RU-UK 282.1/1", "RU-UK 282.1/2"]),
        ("ч. 1 и 2 ст. 282.1", ["RU-UK 282.1/1", "RU-UK 282.1/2"]),
        ("статьи 205.2, 280.3 УК РФ", ["RU-UK 205.2", "RU-UK 280.3"]),
        ("Article 205.4, ч. 2 ст. 205", ["RU-UK 205.4", "RU-UK 205/2"]),
        ("205.2 Part 2 of the Criminal Code (words), 280 Part 2 and 214 Part 2",
         ["RU-UK 205.2/2", "RU-UK 280/2", "RU-UK 214/2"]),
        ("ст. 205.2, а затем снова ст. 205.2", ["RU-UK 205.2"]),
        # codes
        ("20.3.3 КоАП", ["RU-KoAP 20.3.3"]),
        ("Article 20.3", ["RU-KoAP 20.3"]),
        ("Part 2 of Article 20.3.3 of the Code of Administrative Offenses",
         ["RU-KoAP 20.3.3/2"]),
        ("Article 20.3.1 of the Code of Administrative Offences",
         ["RU-KoAP 20.3.1"]),
        ("ст. 20.3 и ст. 282 УК РФ", ["RU-KoAP 20.3", "RU-UK 282"]),
        ("Part 1 of Article 328 of the DPR Criminal Code", ["DNR-UK 328/1"]),
        ("УК ДНР: ч. 1 ст. 328", ["DNR-UK 328/1"]),
        ("ч. 2 ст. 205, ч. 1 ст. 328 УК ДНР", ["DNR-UK 205/2", "DNR-UK 328/1"]),
        ("Article 361 of the Criminal Code of Belarus", ["BY-UK 361"]),
        ("ст. 110 КК України", ["UA-KK 110"]),
        ("This is the DPR Criminal Code. Then Article 275", ["RU-UK 275"]),
        # an article is a text
        ("ст. 205.10", ["RU-UK 205.10"]),
        ("Article 20.20", ["RU-KoAP 20.20"]),
    ],
)  # fmt: skip
def test_charges_are_read_from_what_people_write(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ч. 1 ст. 30, ч. 2 ст. 205", ["RU-UK 205/2 preparation"]),
        ("Article 30, Part 1; Article 205, Part 2", ["RU-UK 205/2 preparation"]),
        ('Part 1 of Article 30 and paragraphs "b" and "d" of Part 3 of Article 206',
         ["RU-UK 206/3/b preparation", "RU-UK 206/3/d preparation"]),
        ("ч. 3 ст. 30, ст. 277 УК РФ", ["RU-UK 277 attempt"]),
        ("ч. 5 ст. 33, ч. 2 ст. 205", ["RU-UK 205/2 accessory"]),
        ("ч. 3 ст. 33, ст. 205", ["RU-UK 205 organiser"]),
        ("ч. 4 ст. 33, ст. 205", ["RU-UK 205 instigator"]),
        ("ч. 3 ст. 30, ч. 5 ст. 33, ст. 205", ["RU-UK 205 attempt accessory"]),
        ("ч. 3 ст. 30, ст. 277, ст. 280", ["RU-UK 277 attempt", "RU-UK 280"]),  # the next one only
        ("ч. 3 ст. 30", ["RU-UK 30/3"]),  # nothing follows: it is not lost
        ("ч. 2 ст. 30, ст. 205", ["RU-UK 30/2", "RU-UK 205"]),  # part 2 names no stage
        ("ч. 3 ст. 30" + " слово" * 30 + " ст. 205", ["RU-UK 30/3", "RU-UK 205"]),
    ],
)  # fmt: skip
def test_how_far_a_crime_went_and_who_one_was_in_it_belong_to_the_charge_that_follows(
    text: str, expected: list[str]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "charged with an article of the criminal code",
        "ст. 108 УПК РФ",  # procedure, not an offence
        "ч. 1 ст. 97, ст. 99 УПК РФ",
        "в 9 ч. 15 мин",  # a time of day
        "20.03.2022 ч. 2",
        "2014 Part 2",
        "Part 2 of the story",
        "ст. 9992",  # no article could have lost its superscript here
        "the 205 demonstrators",
        "the last number is 205",
        "«а» ч. 2",
        "205.2 and much later, in Part 2",
    ],
)
def test_what_names_no_charge_yields_none(text: str) -> None:
    assert read(text) == []


def test_a_term_or_a_sum_behind_an_article_is_not_another_article() -> None:
    assert read("Article 275, 12.5 years") == ["RU-UK 275"]
    assert read("Article 275, 300 thousand roubles") == ["RU-UK 275"]


def test_a_part_far_behind_its_article_is_not_taken_for_its_own() -> None:
    assert read("Article 205.2 (and here is a long remark) Part 2") == ["RU-UK 205.2"]


def test_a_charge_knows_where_it_stands() -> None:
    text = "Charged under Part 1 of Article 30 and Part 2 of Article 281 of the Criminal Code."
    [found] = find_charges(text)
    assert text[found.start : found.end] == "Part 1 of Article 30 and Part 2 of Article 281"
    assert found.charge == Charge(LegalReference("RU-UK", "281", "2"), "preparation")


def test_an_article_with_a_hyphen_is_one_article() -> None:
    charges = read_charges("part 1 of Article 361-4 of the Criminal Code of Belarus")
    assert [str(charge.reference) for charge in charges] == ["BY-UK 361-4/1"]
