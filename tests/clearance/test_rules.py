import re
from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from clearing import (
    ALREADY_PUBLIC,
    cleared,
    cleared_of,
    code,
    consented,
    in_arrest,
    on_list,
    restricted,
)
from khronika.clearance import rules
from khronika.schema.decision import Verb
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility
from khronika.values.sentences import SENTENCES


def test_a_rejected_or_redacted_claim_leaves_under_no_use() -> None:
    for verb in (Verb.REJECT, Verb.REDACT):
        decided = [*consented(), a_decision(verb, in_arrest().id())]
        assert {code(in_arrest(), decisions=decided, use=use) for use in Use} == {"rejected"}


def test_a_claim_about_a_case_that_belongs_to_a_person_does_not_slip_past() -> None:
    assert code(a_claim("occupation", subject=case(), value={"text": "turner"})) == "misplaced"


def test_a_claim_about_a_person_is_of_a_kind_that_people_have() -> None:
    assert code(a_claim("figure", value="47"), in_arrest()) == "misplaced"


def test_claims_about_a_case_keep_to_what_was_decided_about_them() -> None:
    step = a_claim("step", subject=case(), kind_="trial-start")
    rejected = a_decision(Verb.REJECT, step.id())
    assert code(step) == ""
    assert code(step, decisions=[rejected]) == "rejected"
    assert code(step, levels=restricted(step)) == "team"
    assert code(step, levels=restricted(step, level=Visibility.SEALED), use=Use.UN) == "sealed"


def test_a_case_whose_name_is_held_back_may_still_have_steps() -> None:
    step = a_claim("step", subject=case(), kind_="trial-start")
    name = a_claim("name", subject=case(), text="The Square Case")
    assert code(step, name, levels=restricted(name)) == ""


def test_what_is_told_of_an_incident_leaves_unless_somebody_fled() -> None:
    assert code(a_claim("incident", kind_="abduction", text="by men in masks")) == ""


def test_somebody_nobody_spoke_about_is_not_listed() -> None:
    assert code(in_arrest(), decisions=[a_decision(Verb.READY, person())]) == "mention-only"


def test_a_stance_that_cannot_be_read_protects() -> None:
    decided = [*consented(), a_decision(Verb.STANCE, person(), value="lsit")]
    assert code(in_arrest(), decisions=decided) == "do-not-list"


def test_a_refusal_outranks_every_other_reason() -> None:
    no = a_decision(Verb.CONSENT, person(), state="refused")
    claim = a_claim("health", text="a cough")
    assert code(claim, decisions=[no]) == "consent-refused"


def test_what_is_sealed_leaves_for_nobody() -> None:
    for use in Use:
        assert code(a_claim("health", text="a cough"), use=use) == "sealed"


def test_opening_does_not_go_below_what_a_claim_is_by_nature() -> None:
    claim = a_claim("health", text="a cough")
    decided = [*consented(), a_decision(Verb.OPEN, claim.id(), level="public")]
    assert code(claim, decisions=decided) == "sealed"


@pytest.mark.parametrize("kind", ["informant", "cooperation"])
def test_nobody_is_called_informer_or_collaborator(kind: str) -> None:
    claim = a_claim("incident", kind_=kind)
    decided = [*consented(), a_decision(Verb.OPEN, claim.id(), level="public")]
    assert code(claim, decisions=decided) == "informer"
    assert code(claim, decisions=decided, use=Use.UN) == ""


@pytest.mark.parametrize("told", [{"place": {"text": "a town"}}, {"text": "by train"}])
def test_where_and_how_somebody_fled_is_for_nobody(told: dict[str, object]) -> None:
    assert code(a_claim("incident", kind_="left-country", **told), use=Use.UN) == "flight"


def test_that_somebody_left_is_for_the_team_and_for_uses_they_consented_to() -> None:
    claim = a_claim("incident", kind_="left-country", date="2024")
    assert code(claim) == "team"
    assert code(claim, in_arrest(), use=Use.UN) == ""


BIRTHS = [
    ({"date": "2006-06-02"}, "minor"),  # 18 tomorrow
    ({"date": "2006-06-01"}, ""),
    ({"date": "2006"}, "minor"),  # may be 17
    ({"date": "2005"}, ""),
    ({"place": {"text": "a town"}}, ""),
    ({"date": "9999"}, "minor"),
]


@pytest.mark.parametrize(("birth", "expected"), BIRTHS)
def test_whoever_may_be_under_18_leaves_only_with_consent(
    birth: dict[str, object], expected: str
) -> None:
    others = [a_claim("birth", **birth)]
    decided = [*on_list(), a_decision(Verb.CONSENT, person(), use="letters", state="given")]
    assert code(in_arrest(), *others, decisions=decided, policy=ALREADY_PUBLIC) == expected
    assert code(in_arrest(), *others, decisions=consented()) == ""


AGES = [
    ({"value": "17", "at": "2024-05-01"}, "minor"),
    ({"value": "17", "at": "2023-05-01"}, ""),
    ({"value": "17"}, ""),  # nobody knows when
    ({"at": "2024-05-01"}, ""),
]


@pytest.mark.parametrize(("age", "expected"), AGES)
def test_an_age_tells_a_minor_too(age: dict[str, object], expected: str) -> None:
    given = {"decisions": on_list(), "policy": ALREADY_PUBLIC}
    assert code(in_arrest(), a_claim("age", **age), **given) == expected


def test_born_on_the_29th_of_february_one_is_18_on_the_first_of_march() -> None:
    assert rules._years_later(date(2008, 2, 29)) == date(2026, 3, 1)


def test_printed_elsewhere_is_not_consent_to_what_is_delicate() -> None:
    claim = a_claim("incident", kind_="torture")
    assert code(claim, decisions=on_list(), policy=ALREADY_PUBLIC) == "delicate"
    assert code(claim, decisions=consented()) == ""


@pytest.mark.parametrize(
    ("basis", "expected"),
    [("own-words", ""), ("accusation", ""), ("report", "affiliation"), (None, "affiliation")],
)
def test_membership_stands_as_own_words_or_as_the_accusation(
    basis: str | None, expected: str
) -> None:
    fields = {"organisation": {"text": "A Circle"}} | ({"basis": basis} if basis else {})
    claim = a_claim("affiliation", **fields)
    assert code(claim, in_arrest(), decisions=on_list(), policy=ALREADY_PUBLIC) == expected
    assert code(claim, in_arrest()) == ""


@pytest.mark.parametrize(
    ("faces", "expected"),
    [("agreed", ""), ("masked", ""), ("unknown", "faces"), (None, "faces")],
)
def test_a_picture_leaves_only_with_every_face_agreed_or_masked(
    faces: str | None, expected: str
) -> None:
    fields = {"file": "alena.jpg"} | ({"faces": faces} if faces else {})
    assert code(a_claim("portrait", **fields), in_arrest()) == expected


def test_a_quotation_from_a_closed_source_is_nothing_but_words() -> None:
    closed = [a_source(level=SourceLevel.CLOSED)]
    assert code(a_claim("own-words", text="I am here"), sources=closed) == "closed-words"


def test_a_source_opened_for_one_use_is_not_printed_elsewhere() -> None:
    paper = a_source()
    decided = [*on_list(), a_decision(Verb.OPEN, source(), level="public", use="un")]
    given = {"decisions": decided, "policy": ALREADY_PUBLIC, "use": Use.UN}
    hidden = {paper.entry_id(): Visibility.TEAM}
    assert code(in_arrest(), levels=hidden, **given) == "source-not-public"


def test_the_reason_says_what_is_wrong_with_the_consent() -> None:
    lapsed = a_decision(Verb.CONSENT, person(), state="given", until="2024-01-01")
    assert code(in_arrest(), decisions=[*on_list(), lapsed]) == "consent-expired"


def test_consent_lapses_after_a_release_that_only_the_team_knows_of() -> None:
    freed = a_claim("release", date="2024-01-01")
    given = {"decisions": consented(at="2023-05-01T00:00:00Z"), "levels": restricted(freed)}
    assert code(in_arrest(), freed, **given) == "consent-before-release"


def test_an_undated_release_was_at_the_latest_on_the_day_it_was_recorded() -> None:
    freed = a_claim("release")
    before = consented(at="2022-09-30T00:00:00Z")
    after = consented(at="2022-10-01T00:00:00Z")
    assert code(in_arrest(), freed, decisions=before) == "consent-before-release"
    assert code(in_arrest(), freed, decisions=after) == ""


def test_a_release_nobody_knows_the_day_of_may_have_come_after_the_consent() -> None:
    full = a_ledger([in_arrest(), a_claim("release")], decisions=consented())
    outcome = cleared_of(replace(full, recorded={}))
    assert {one.code for one in outcome.refused} == {"consent-before-release"}


def test_each_code_is_in_the_table_and_has_a_sentence() -> None:
    table = set(
        re.findall(
            r"[a-z]+(?:-[a-z]+)*",
            " ".join(
                line.split("|")[1]
                for line in (rules.__doc__ or "").splitlines()
                if line.startswith("| ")
            ),
        )
    ) - {"code"}
    said = {name.removeprefix("clearance.") for name in SENTENCES if name.startswith("clearance.")}
    assert said == table


def test_a_person_nobody_asked_about_stays_whatever_the_policy_of_the_source() -> None:
    assert code(in_arrest(), decisions=on_list()) == "consent-not-asked"
    secret = [a_source(level=SourceLevel.CLOSED)]
    given = {"decisions": on_list(), "policy": ALREADY_PUBLIC, "sources": secret}
    assert code(in_arrest(), **given) == "source-not-public"


def test_a_claim_of_a_source_nobody_described_is_for_the_team() -> None:
    stray = replace(
        in_arrest(), passage=replace(in_arrest().passage, source=SubjectId(source("lost")))
    )
    assert code(stray) == "team"
    assert cleared(stray, use=Use.UN).material.sources == {}


@pytest.mark.parametrize("use", [use for use in Use if use is not Use.PUBLIC])
def test_who_refused_publication_is_not_already_public_for_any_use(use: Use) -> None:
    refused = a_decision(Verb.CONSENT, person(), state="refused", use="public")
    given = {"policy": ALREADY_PUBLIC, "use": use}
    assert code(in_arrest(), decisions=[*on_list(), refused], **given) == "consent-not-asked"
    agreed = a_decision(Verb.CONSENT, person(), state="given", use=use.value)
    assert code(in_arrest(), decisions=[*on_list(), refused, agreed], **given) == ""
