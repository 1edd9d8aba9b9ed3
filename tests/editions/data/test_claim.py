"""Every claim stands on a line of its own, and can be checked by anybody; closed ones tell less."""

import json

from builders import a_claim, a_decision
from editions.publications import ALENA, BORIS, a_publication, closed
from khronika.editions.data.claim import BESIDE, BODY, claims_jsonl
from khronika.schema.canonical import content_id
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId


def lines(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def test_the_id_of_an_open_claim_can_be_computed_again() -> None:
    beside = {name for name, _, _ in BESIDE}
    checked = 0
    for line in lines(claims_jsonl(a_publication())):
        if "id" in line:
            body = {name: part for name, part in line.items() if name not in beside}
            assert content_id("claim/1", body) == line["id"]  # type: ignore[arg-type]
            checked += 1
    assert checked == 26


def test_a_line_leads_to_the_page() -> None:
    (line,) = lines(claims_jsonl(a_publication([a_claim(subject=ALENA)])))
    assert line["address"] == "belova-alena"
    assert line["subject"] == ALENA


def test_a_joined_person_has_one_address() -> None:
    claims = [a_claim(subject=ALENA), a_claim("search", subject=BORIS)]
    same = a_decision(Verb.SAME, ALENA, BORIS)
    found = lines(claims_jsonl(a_publication(claims, decisions=(same,))))
    assert {line["address"] for line in found} == {"belova-alena"}
    assert {line["subject"] for line in found} == {ALENA, BORIS}


def test_a_claim_of_a_closed_source_has_no_id_no_passage_and_no_nonce() -> None:
    claim = closed(a_claim(subject=ALENA, nonce="random", quote="words", date="2023-02-11"))
    publication = a_publication([claim])
    data = claims_jsonl(publication)
    (line,) = lines(data)
    assert line["known"] == "2026-03"
    assert not {"id", "nonce", "source", "section", "page", "quote"} & line.keys()
    assert claim.id().encode() not in data
    assert b"random" not in data


def test_how_many_closed_sources_say_a_thing_is_not_told() -> None:
    claims = [closed(a_claim(subject=ALENA, nonce=nonce)) for nonce in ("a", "b", "c")]
    assert len(lines(claims_jsonl(a_publication(claims)))) == 1


def test_lines_are_sorted_and_each_key_is_described() -> None:
    data = claims_jsonl(a_publication()).decode()
    assert data.splitlines() == sorted(data.splitlines())
    described = {name for name, _, _ in (*BODY, *BESIDE)}
    assert {key for line in lines(data.encode()) for key in line} <= described


def test_a_claim_about_nobody_with_a_page_has_no_address() -> None:
    about = SubjectId("examples/organisation/circle")
    (line,) = lines(claims_jsonl(a_publication([a_claim("name", subject=about, text="Circle")])))
    assert "address" not in line
