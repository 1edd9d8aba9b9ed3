"""What volunteers write by hand, with everything that can be wrong with it."""

from textwrap import dedent

import pytest

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.gather import FileText
from khronika.casebook.yaml_form.load import Loaded, Loader
from khronika.law.articles import is_known
from khronika.ledger.ledger import Recorded
from khronika.ledger.tombstone import bury
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility

HOUSE = "examples"
PAPER = FileText("sources/paper.yaml", Area.PUBLIC, "id: paper\ntitle: The Paper\nlevel: open\n")
SQUARE = FileText("claims/square.yaml", Area.PUBLIC, "subject: case\nid: square\n")
NONCE = "00112233445566778899aabbccddeeff"
HEAD = "subject: person\nid: belova-alena\nrecorded: 2026-11-22\nrecorded_by: editors\n"
CLAIMS = HEAD + "claims:\n"
TWO_TERMS = CLAIMS + (
    "  - {key: term-9, kind: ruling, case: square, term: 9y, source: paper}\n"
    "  - {key: term-6, kind: ruling, case: square, term: 6y, source: paper}\n"
)


def load(text: str, *, name: str = "claims/belova.yaml", loader: Loader | None = None) -> Loaded:
    area = Area.PRIVATE if name.startswith("claims.private") else Area.PUBLIC
    file = FileText(name, area, dedent(text))
    return (loader or Loader(HOUSE, is_known)).load([file, PAPER, SQUARE])


def only_claim(loaded: Loaded) -> Claim:
    assert loaded.problems == ()
    (claim,) = loaded.ledger.claims.values()
    return claim


def only_decision(loaded: Loaded) -> Decision:
    assert loaded.problems == ()
    (decision,) = loaded.ledger.decisions.values()
    return decision


def said(loaded: Loaded) -> str:
    return "\n".join(map(str, loaded.problems))


def test_a_claim_is_typed_by_the_schema_and_not_by_yaml() -> None:
    claim = only_claim(load(CLAIMS + "  - {key: a, kind: age, value: 0040, source: paper}\n"))
    assert claim.fields == {"value": 40}


def test_a_field_named_like_a_key_of_claims_stands_under_fields() -> None:
    row = "  - {key: a, kind: custody, fields: {kind: house-arrest}, start: 2022, source: paper}\n"
    assert set(only_claim(load(CLAIMS + row)).fields) == {"kind", "start"}


def test_the_files_who_and_when_count_where_a_claim_names_none() -> None:
    rows = (
        "  - {key: a, kind: age, value: 40, source: paper}\n"
        "  - {key: b, kind: age, value: 41, source: paper, recorded: 2026-12-01T10:00:00Z}\n"
    )
    loaded = load(CLAIMS + rows)
    times = {key: loaded.ledger.first_recorded(key) for key in loaded.ledger.claims}
    assert set(times.values()) == {
        Recorded("2026-11-22T00:00:00Z", "editors"),
        Recorded("2026-12-01T10:00:00Z", "editors"),
    }


def test_a_pointer_into_a_text_is_read_and_is_no_part_of_the_id() -> None:
    row = "  - {key: a, kind: age, value: 40, source: paper, quote: forty%s}\n"
    hash_ = "ab" * 32
    pointed = only_claim(load(CLAIMS + row % f", at: {{text: {hash_}, start: 3, end: 8}}"))
    assert (pointed.passage.text, pointed.passage.start, pointed.passage.end) == (hash_, 3, 8)
    assert pointed.id() == only_claim(load(CLAIMS + row % "")).id()


@pytest.mark.parametrize(
    ("text", "line", "code", "hint"),
    [
        (CLAIMS + "  - {key: a, kind: age, value: [}\n", 6, "yaml.syntax", "This is not YAML"),
        (CLAIMS + "  - {key: a, kind: a", 7, "yaml.truncated", "Is it whole?"),
        (CLAIMS + "\t- x\n", 6, "yaml.tab", "Indent with spaces"),
        (HEAD + "id: other\n", 5, "yaml.duplicate-key", "first in line 2"),
        (HEAD + "claims: &all []\n", 5, "yaml.anchor", "Anchors"),
        (HEAD + "claims: *all\n", 5, "yaml.anchor", "Anchors"),
        (HEAD + "claims: !!set []\n", 5, "yaml.tag", "Tags"),
        (HEAD + "<<: {claims: []}\n", 5, "yaml.merge-key", "Merge keys"),
        (HEAD + "---\nid: b\n", 1, "yaml.documents", "several documents"),
        (HEAD + "clams: []\n", 5, "yaml.unknown-key", "'claims'"),
        ("subject: persn\nid: a\n", 1, "yaml.unknown-subject-kind", "'person'"),
        ("subject: person\nid: Belova Alena\n", 2, "yaml.bad-id", "is not a slug"),
        (CLAIMS + "  - {key: a, kind: rulin, source: paper}\n", 6, "yaml.unknown-kind", "'ruling'"),
        (CLAIMS + "  - {kind: age, value: 4, source: paper}\n", 6, "yaml.no-key", "no 'key'"),
        (CLAIMS + "  - {key: a, kind: age, value: 4}\n", 6, "yaml.no-source", "no 'source'"),
        (CLAIMS + "  - {key: a, kind: ruling, trem: 9y, source: paper}\n", 6,
         "yaml.unknown-key", "'term'"),
        (CLAIMS + "  - {key: a, kind: ruling, regime: sever, source: paper}\n", 6,
         "yaml.bad-choice", "cannot be 'sever'"),
        (CLAIMS + "  - {key: a, kind: birth, date: 2023-02-30, source: paper}\n", 6,
         "yaml.bad-date", "February 2023 has 28 days"),
        (CLAIMS + "  - {key: a, kind: ruling, term: nine, source: paper}\n", 6,
         "yaml.bad-term", "write 9y"),
        (CLAIMS + "  - {key: a, kind: charge, article: RU-UK 205.9, source: paper}\n", 6,
         "yaml.unknown-article", "add it to `articles`"),
        (CLAIMS + "  - {key: a, kind: age, value: 4, source: papr}\n", 6,
         "yaml.missing-source", "'paper'"),
        (CLAIMS + "  - {key: a, kind: age, value: 4, case: sqare, source: paper}\n", 6,
         "yaml.missing-case", "'square'"),
        (CLAIMS + "  - {key: a, kind: age, value: 4, source: paper, speaker: cort}\n", 6,
         "yaml.unknown-choice", "'court'"),
        (CLAIMS + "  - {key: a, kind: age, value: 4, source: paper, at: 2022}\n", 6,
         "yaml.pointer", "fields: {at: …}"),
        (CLAIMS + "  - {key: a, kind: age, value: 4, source: paper, visibility: team}\n", 6,
         "yaml.visibility-in-public", "claims.private/"),
        (CLAIMS + "  - {key: a, kind: age, value: '', source: paper}\n", 6,
         "yaml.bad-number", "whole number"),
        (CLAIMS + "  - {key: a, kind: figure, value: 4, source: paper}\n", 6,
         "yaml.kind-of-another", "organisation"),
        (TWO_TERMS + "  - {key: term-6, kind: age, value: 4, source: paper}\n", 8,
         "yaml.duplicate-claim-key", "first is in line 7"),
    ],
)  # fmt: skip
def test_trouble_is_told_with_its_line_and_what_was_meant(
    text: str, line: int, code: str, hint: str
) -> None:
    loaded = load(text)
    (problem,) = loaded.problems
    assert (problem.place, problem.code) == (f"claims/belova.yaml:{line}", code)
    assert hint in str(problem)


@pytest.mark.parametrize(
    ("row", "code", "hint"),
    [
        ("{accept: term-8, by: e, at: 2026-11-22}", "yaml.unknown-name", "'term-9'"),
        ("{accept: term-9, at: 2026-11-22}", "yaml.no-by", "no 'by'"),
        ("{accept: term-9, by: e, at: 22.11.2026}", "yaml.time", "Write 2026-11-22"),
        ("{acept: term-9, by: e, at: 2026-11-22}", "yaml.unknown-key", "'accept'"),
        ("{accept: term-9, reject: term-6, by: e, at: 2026-11-22}", "yaml.two-verbs", "one thing"),
        ("{by: e, at: 2026-11-22}", "yaml.no-verb", "decides nothing"),
        ("{prefer: term-9, by: e, at: 2026-11-22}", "yaml.no-over", "no 'over'"),
        ("{same: [belova-alena], by: e, at: 2026-11-22}", "yaml.not-two", "two people"),
        ("{ready: belova, by: e, at: 2026-11-22}", "yaml.unknown-name", "'belova-alena'"),
        ("{stance: belova-alena, value: lst, by: e, at: 2026-11-22}", "yaml.unknown-choice",
         "'list'"),
        ("{stance: belova-alena, value: list, index: not, by: e, at: 2026-11-22}",
         "yaml.unknown-choice", "'no'"),
        ("{consent: belova-alena, use: public, by: e, at: 2026-11-22}", "yaml.no-state", "'state'"),
        ("{restrict: papr, level: team, by: e, at: 2026-11-22}", "yaml.unknown-name", "'paper'"),
        ("{accept: vetrova#term-1, by: e, at: 2026-11-22}", "yaml.unknown-name", "no file has"),
        ("{accept: term-9, level: team, by: e, at: 2026-11-22}", "yaml.unknown-key", "'level'"),
    ],
)  # fmt: skip
def test_trouble_with_a_decision_is_told_and_the_decision_left_out(
    row: str, code: str, hint: str
) -> None:
    loaded = load(f"{TWO_TERMS}decisions:\n  - {row}\n")
    (problem,) = loaded.problems
    assert (problem.place, problem.code) == ("claims/belova.yaml:9", code)
    assert hint in str(problem)
    assert not loaded.ledger.decisions


def test_a_decision_names_claims_by_key() -> None:
    row = "{prefer: term-6, over: [term-9], reason: …, by: editors, at: 2026-11-22}"
    loaded = load(f"{TWO_TERMS}decisions:\n  - {row}\n")
    decision = only_decision(loaded)
    nine, six = loaded.ledger.claims
    assert (decision.targets, decision.over) == ((six,), (nine,))
    assert decision.at == "2026-11-22T00:00:00Z"


def test_a_key_of_another_file_is_named_with_its_subject() -> None:
    other = FileText(
        "claims/vetrova.yaml",
        Area.PUBLIC,
        "subject: person\nid: vetrova-vera\ndecisions:\n"
        "  - {reject: belova-alena#term-9, by: e, at: 2026-11-22}\n",
    )
    mine = FileText("claims/belova.yaml", Area.PUBLIC, TWO_TERMS)
    loaded = Loader(HOUSE).load([mine, other, PAPER, SQUARE])
    nine = next(iter(loaded.ledger.claims))
    assert only_decision(loaded).targets == (nine,)


def test_a_restriction_can_name_a_source() -> None:
    loaded = load(
        TWO_TERMS + "decisions:\n  - {restrict: paper, level: team, by: e, at: 2026-11-22}\n"
    )
    assert only_decision(loaded).targets == (f"{HOUSE}/source/paper",)


def test_a_later_decision_replaces_an_earlier_one_by_its_key() -> None:
    rows = (
        "  - {key: second, reject: term-9, replaces: first, by: e, at: 2026-11-23}\n"
        "  - {key: first, accept: term-9, by: e, at: 2026-11-22}\n"
    )
    loaded = load(f"{TWO_TERMS}decisions:\n{rows}")
    by_verb = {one.verb: one for one in loaded.ledger.decisions.values()}
    assert loaded.problems == ()
    assert by_verb[Verb.REJECT].replaces == (by_verb[Verb.ACCEPT].id(),)


def test_decisions_that_replace_each_other_are_refused() -> None:
    rows = (
        "  - {key: one, reject: term-9, replaces: two, by: e, at: 2026-11-23}\n"
        "  - {key: two, accept: term-9, replaces: one, by: e, at: 2026-11-22}\n"
    )
    assert {one.code for one in load(f"{TWO_TERMS}decisions:\n{rows}").problems} == {"yaml.circle"}


def test_what_is_right_loads_beside_what_is_wrong() -> None:
    wrong = FileText("claims/wrong.yaml", Area.PUBLIC, "subject: person\nid: [\n")
    mine = FileText("claims/belova.yaml", Area.PUBLIC, TWO_TERMS + "  - {key: bad}\n")
    loaded = Loader(HOUSE).load([wrong, mine, PAPER, SQUARE])
    assert len(loaded.ledger.claims) == 2
    assert {one.place.split(":")[0] for one in loaded.problems} == {
        "claims/wrong.yaml",
        "claims/belova.yaml",
    }


PRIVATE_ROW = "  - {key: a, kind: age, value: 40, source: paper, nonce: %s}\n"


def test_what_names_no_level_in_the_private_half_is_for_the_team() -> None:
    loaded = load(CLAIMS + PRIVATE_ROW % NONCE, name="claims.private/belova.yaml")
    assert [loaded.ledger.visibility[one] for one in loaded.ledger.claims] == [Visibility.TEAM]


def test_a_claim_above_public_without_a_nonce_is_left_out_until_it_has_one() -> None:
    row = "  - {key: a, kind: age, value: 40, source: paper}\n"
    loaded = load(CLAIMS + row, name="claims.private/belova.yaml")
    assert (loaded.ledger.claims, list(loaded.bare)) == ({}, ["claims.private/belova.yaml"])


def test_a_sealed_kind_needs_a_nonce_wherever_it_stands() -> None:
    row = "  - {key: a, kind: health, text: …, source: paper}\n"
    assert load(CLAIMS + row).bare


@pytest.mark.parametrize(
    "row",
    [
        "  - {key: a, kind: birth, date: CANARY, source: paper}\n",
        "  - {key: a, kind: citizenship, value: CANARY, source: paper}\n",
        "  - {key: a, kind: age, value: 4, source: CANARY}\n",
        "  - {key: a, kind: age, value: 4, source: paper, case: CANARY}\n",
        "  - {key: a, kind: age, value: 4, source: canary-street}\n",
    ],
)
def test_a_private_value_is_never_repeated_in_a_message(row: str) -> None:
    loaded = load(CLAIMS + row, name="claims.private/belova.yaml")
    assert "CANARY" not in said(loaded).upper()
    assert loaded.problems or loaded.bare


def test_a_tombstone_keeps_its_claim_and_decisions_on_it_out() -> None:
    text = TWO_TERMS + "decisions:\n  - {accept: term-9, by: e, at: 2026-11-22}\n"
    nine, six = load(text).ledger.claims
    stone = bury(nine, salt="ab" * 16, reason="safety", on="2026-11-22")
    loaded = load(text, loader=Loader(HOUSE, tombstones=frozenset({stone})))
    assert set(loaded.ledger.claims) == {six}
    assert not loaded.ledger.decisions
    assert "yaml.redacted" in said(loaded)


def test_a_foreign_subject_is_written_in_full() -> None:
    row = "  - {key: a, kind: age, value: 4, source: paper, case: otherone/case/x}\n"
    loaded = load(f"subject: person\nid: otherone/person/belova\nclaims:\n{row}")
    assert only_claim(loaded).subject == SubjectId("otherone/person/belova")


def test_a_source_says_what_it_repeats_and_what_arrived_for_it() -> None:
    text = (
        "id: copy\ntitle: Copy\nrepeats: paper\nreading: excerpt\ndate: 2022-09\nholdings:\n"
        f"  - {{sha256: {'ab' * 32}, got_at: 2026-11-22, reader: pdf 1}}\n"
    )
    loaded = load(text, name="sources/copy.yaml")
    copy = next(one for one in loaded.ledger.sources.values() if one.repeats)
    assert (copy.repeats, copy.level.value) == (f"{HOUSE}/source/paper", "closed")
    assert [one.got_at for one in loaded.ledger.holdings.values()] == ["2026-11-22T00:00:00Z"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: No id\n", "yaml.no-id"),
        ("id: x\n", "yaml.no-title"),
        ("id: x\ntitle: T\nlevle: open\n", "yaml.unknown-key"),
        ("id: x\ntitle: T\ndate: 2022-13\n", "yaml.bad-date"),
        ("id: x\ntitle: T\nholdings: [{sha256: abc, got_at: 2022-01-01}]\n", "yaml.bad-hash"),
        ("- a\n- b\n", "yaml.not-a-file"),
        ("", "yaml.not-a-file"),
    ],
)
def test_trouble_with_a_source_is_told(text: str, code: str) -> None:
    assert [one.code for one in load(text, name="sources/x.yaml").problems] == [code]
