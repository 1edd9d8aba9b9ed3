"""The library itself reads the file: every line is valid, and means what the pages mean."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from followthemoney import model
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim, case, person
from editions.markup import rendered
from editions.publications import ALENA, BORIS, PAPER, SQUARE, a_publication, all_claims, closed
from khronika.clearance.publication import Publication
from khronika.editions.ftm.edition import FtmEdition
from khronika.schema.claim import Certainty, Claim
from khronika.schema.source import SourceLevel
from khronika.schema.vocabulary import table

Row = dict[str, object]
PATH = "ftm/entities.ftm.json"


def rows(publication: Publication) -> list[Row]:
    return [json.loads(line) for line in rendered(FtmEdition(), publication)[PATH].splitlines()]


def of(publication: Publication, schema: str) -> dict[str, Mapping[str, list[str]]]:
    return {
        str(row["id"]): row["properties"]  # type: ignore[misc]
        for row in rows(publication)
        if row["schema"] == schema
    }


def with_more(*claims: Claim) -> Publication:
    return a_publication([*all_claims(), *claims])


@pytest.fixture(scope="module")
def small() -> Publication:
    return a_publication()


def alena(publication: Publication) -> Mapping[str, list[str]]:
    return of(publication, "Person")["examples-person-belova-alena"]


def faults(publication: Publication) -> Iterator[str]:
    """What the library says against the entities, and what it would change in them."""
    for row in rows(publication):
        schema = model.get(str(row["schema"]))
        assert schema
        schema.validate(row)
        read = model.get_proxy(row, cleaned=False)
        properties = {name: sorted(values) for name, values in read.properties.items()}
        if (read.id, properties) != (row["id"], row["properties"]):
            yield f"{row} is read as {properties}"


def test_the_library_accepts_every_entity_and_changes_nothing(small: Publication) -> None:
    assert not list(faults(small))
    schemas = {row["schema"] for row in rows(small)}
    assert schemas == {"Person", "CourtCase", "CourtCaseParty", "Article", "Documentation"}


awkward = st.text("ab \t\n\"'«»<>&\u200b\u0301й", min_size=1, max_size=12)


@settings(max_examples=50, deadline=None)
@given(words=awkward.filter(str.strip), url=awkward)
def test_whatever_a_source_says_the_library_accepts_it(words: str, url: str) -> None:
    publication = a_publication(
        [
            a_claim("name", subject=ALENA, text=f"x{words}x"),
            a_claim("name", subject=ALENA, text=f'"{words}x"', form="pseudonym"),
            a_claim("occupation", subject=ALENA, value={"text": f"x{words}"}),
            a_claim("name", subject=SQUARE, text=f"x{words}x"),
            a_claim("membership", subject=ALENA, case=SQUARE, role="defendant"),
        ],
        languages=("en",),
    )
    paper = replace(PAPER, title=f"x{words}", publisher=words, url=f"https://{url}")
    read = faults(replace(publication, sources={PAPER.id: paper}))
    assert not [row for row in read if "sourceUrl" not in row]  # addresses may be quoted anew


def test_every_country_and_language_is_known_to_the_library() -> None:
    for key in table("country"):
        claim = a_claim("citizenship", subject=ALENA, value=key)
        assert not list(faults(with_more(claim)))
        assert alena(with_more(claim))["nationality"] == [key]


def test_ids_are_unique_and_every_end_of_a_link_exists(small: Publication) -> None:
    found = rows(small)
    ids = [str(row["id"]) for row in found]
    assert len(ids) == len(set(ids))
    for row in found:
        schema = model.get(str(row["schema"]))
        assert schema
        for name, values in row["properties"].items():  # type: ignore[attr-defined]
            if schema.properties[name].type.name == "entity":
                assert set(values) <= set(ids), row


def test_ids_come_from_the_address_and_stay_when_facts_change(small: Publication) -> None:
    moved = replace(small, addresses={**small.addresses, ALENA: "k7"})
    assert "examples-person-k7" in of(moved, "Person")
    more = with_more(a_claim("occupation", subject=ALENA, value="doctor"))
    assert {row["id"] for row in rows(small)} == {row["id"] for row in rows(more)}


def test_a_prisoner_is_no_criminal_no_member_and_has_no_address(small: Publication) -> None:
    claims = [
        a_claim("support", subject=ALENA, kind_="address", address={"text": "1 Prison Road"}),
        a_claim("wanted", subject=ALENA, date="2022-12-01"),
        a_claim("views", subject=ALENA, value={"text": "green"}),
    ]
    for row in rows(with_more(*claims)):
        assert row["schema"] not in {"Organization", "Membership", "Sanction", "Address"}
        assert not {"topics", "address", "addressEntity", "program", "political", "country"} & set(
            row["properties"]  # type: ignore[call-overload]
        )
        assert not {"Readers' Circle", "1 Prison Road", "green"} & set(json.dumps(row).split('"'))
    assert "no entry in a list of criminals" in alena(small)["summary"][0]


def test_a_person_has_names_in_every_script_and_of_every_kind(small: Publication) -> None:
    found = alena(
        with_more(
            a_claim("name", subject=ALENA, text="Kite", form="pseudonym"),
            a_claim("name", subject=ALENA, text="Алёна Сойкина", form="former", lang="ru"),
        )
    )
    assert {"Белова Алёна Игоревна", "Alyona Belova", "Aljona Belowa"} <= set(found["name"])
    assert found["alias"] == ["Kite"]
    assert found["previousName"] == ["Алёна Сойкина"]
    assert (found["lastName"], found["firstName"]) == (["Белова"], ["Алёна"])
    assert found["fatherName"] == ["Игоревна"]


def test_what_is_disputed_stands_with_every_version() -> None:
    born = a_claim("birth", subject=ALENA, date="1995", source=PAPER.id, section="p. 9")
    assert alena(with_more(born))["birthDate"] == ["1994-05-17", "1995"]


def test_what_nobody_says_is_absent(small: Publication) -> None:
    boris = of(small, "Person")["examples-person-lesnoy-boris"]
    assert not {"birthDate", "nationality", "position", "deathDate"} & set(boris)


def test_a_denied_name_and_a_citizenship_given_up_are_left_out() -> None:
    found = alena(
        with_more(
            a_claim("name", subject=ALENA, text="Bella", certainty=Certainty.DENIED),
            a_claim("citizenship", subject=ALENA, value="fi", until="2020-01-01"),
        )
    )
    assert "Bella" not in found["name"]
    assert "nationality" not in found


def test_recognition_and_the_editors_note_stand_with_the_person() -> None:
    found = alena(replace(a_publication(), notes={ALENA: "We disagree with her."}))
    assert "We disagree with her." in found["notes"]
    assert any("recognised as a political prisoner" in one for one in found["notes"])


def test_a_party_is_accused_and_a_verdict_names_its_instance(small: Publication) -> None:
    party = next(
        one
        for one in of(small, "CourtCaseParty").values()
        if one["party"] == ["examples-person-belova-alena"]
    )
    assert party["case"] == ["examples-case-square"]
    assert party["role"] == ["accused"]
    assert party["status"] == ["first instance: convicted"]
    assert party["summary"] == ["accused under Criminal Code of Russia, article 205.2 part 2"]


def test_a_charge_that_fell_is_no_accusation_and_a_conviction_says_its_article() -> None:
    court = case("court")
    publication = with_more(
        a_claim("charge", subject=BORIS, case=court, article="RU-UK 280/1", state="dropped"),
        a_claim("ruling", subject=BORIS, case=court, outcome="convicted",
                articles=["RU-UK 207.3/1"]),
    )  # fmt: skip
    summaries = [one.get("summary", []) for one in of(publication, "CourtCaseParty").values()]
    assert ["convicted under Criminal Code of Russia, article 207.3 part 1"] in summaries


def test_a_witness_is_in_no_case_and_an_unknown_role_is_not_accused() -> None:
    court = case("court")
    publication = a_publication(
        [
            a_claim("membership", subject=ALENA, case=court, role="witness"),
            a_claim("membership", subject=BORIS, case=court),
        ]
    )
    parties = list(of(publication, "CourtCaseParty").values())
    assert [one["party"] for one in parties] == [["examples-person-lesnoy-boris"]]
    assert "role" not in parties[0]


def test_a_case_has_its_names_its_court_and_the_day_it_began() -> None:
    opened = a_claim("step", subject=SQUARE, kind_="case-opened", date="2023-02-10")
    square = of(with_more(opened), "CourtCase")["examples-case-square"]
    assert square["name"] == ["The Square case", "Дело о площади"]
    assert square["court"] == ["Lugovsk court"]
    assert square["fileDate"] == ["2023-02-10"]


def test_an_open_source_is_an_article_with_its_web_address(small: Publication) -> None:
    paper = of(small, "Article")["examples-source-paper"]
    assert paper == {
        "title": ["The Lugovsk Paper"],
        "publisher": ["Lugovsk Press"],
        "publishedAt": ["2024-03-02"],
        "language": ["eng"],
        "sourceUrl": ["https://paper.example/cases/square?page=2&part=1"],
    }
    links = of(small, "Documentation").values()
    assert {"examples-person-belova-alena", "examples-case-square"} <= {
        link["entity"][0] for link in links if link["document"] == ["examples-source-paper"]
    }


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://paper.example", ["https://paper.example/"]),
        ("paper, third shelf", None),
        ("javascript:alert(1)", None),
    ],
)
def test_only_a_web_address_is_given_as_one(url: str, written: list[str] | None) -> None:
    publication = a_publication()
    paper = {PAPER.id: replace(PAPER, url=url)}
    publication = replace(publication, sources={**publication.sources, **paper})
    assert of(publication, "Article")["examples-source-paper"].get("sourceUrl") == written
    assert not list(faults(publication))


def test_a_closed_source_is_neither_an_article_nor_a_link() -> None:
    shut = {PAPER.id: replace(PAPER, level=SourceLevel.CLOSED)}
    publication = a_publication()
    publication = replace(publication, sources={**publication.sources, **shut})
    assert not any("examples-source-paper" in json.dumps(row) for row in rows(publication))
    before = rows(a_publication([a_claim("arrest", subject=ALENA, date="2023")]))
    more = closed(a_claim("arrest", subject=ALENA, date="2023", section="p. 2"))
    assert rows(a_publication([a_claim("arrest", subject=ALENA, date="2023"), more])) == before


def test_nobody_without_a_page_is_an_entity(small: Publication) -> None:
    gone = {one: row for one, row in small.people.items() if one != ALENA}
    without = replace(small, people=gone)
    assert "belova" not in rendered(FtmEdition(), without)[PATH].decode().lower()
    nowhere = {one: name for one, name in small.addresses.items() if one != person("lesnoy-boris")}
    assert "lesnoy" not in rendered(FtmEdition(), replace(small, addresses=nowhere))[PATH].decode()
