from collections.abc import Mapping
from datetime import date

from builders import a_claim, a_decision, a_source, case, person
from clearing import TODAY, cleared, consented, in_arrest, on_list, restricted
from khronika.clearance.cleared import Cleared
from khronika.clearance.publication import House, Prose, Publication
from khronika.clearance.publish import publication
from khronika.dossier.entry import Standing
from khronika.schema.decision import Verb
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use
from khronika.values.language import Labels

HOUSE = House("examples", Labels({"en": "The Archive"}), "us@example.org", "CC BY 4.0")
ALIAS, BORIS = person("belova-a"), person("gray-boris")


def published(
    outcome: Cleared,
    *,
    addresses: Mapping[SubjectId, str] | None = None,
    prose: tuple[Prose, ...] = (),
    changed: Mapping[SubjectId, date] | None = None,
    today: date = TODAY,
) -> Publication:
    return publication(
        outcome,
        house=HOUSE,
        languages=("en", "ru"),
        as_of=TODAY,
        today=today,
        addresses=addresses,
        prose=prose,
        changed=changed,
    )


def of_two(**given: object) -> Cleared:
    """Alena leaves, Boris does not, and both are in one case."""
    boris = a_claim("arrest", subject=BORIS, date="2022-03-01", case=case())
    alena = a_claim("arrest", date="2022-03-01", case=case())
    return cleared(alena, boris, decisions=[*consented(), *on_list(BORIS)], **given)  # type: ignore[arg-type]


def test_an_edition_gets_what_was_cleared_and_for_what() -> None:
    outcome = cleared(in_arrest())
    issue = published(outcome)
    assert (issue.use, issue.as_of, issue.state) == (Use.PUBLIC, TODAY, outcome.state)
    assert (issue.house, issue.languages) == (HOUSE, ("en", "ru"))
    assert issue.claims == outcome.material.claims
    assert issue.sources == outcome.material.sources


def test_whoever_has_no_page_is_nowhere() -> None:
    addresses = {person(): "alena", BORIS: "boris", case(): "square", case("none"): "none"}
    texts = [Prose("biography", one, "en", "Words.") for one in (None, person(), BORIS, case())]
    issue = published(of_two(), addresses=addresses, prose=tuple(texts))
    assert set(issue.people) == {person()}
    assert issue.cases[case()].people == (person(),)
    assert issue.addresses == {person(): "alena", case(): "square"}
    assert [one.subject for one in issue.prose] == [None, person(), case()]
    assert BORIS not in repr(issue)


def test_the_address_of_a_joined_id_stays_for_a_redirect() -> None:
    other = a_claim("arrest", subject=ALIAS, date="2022-03-01", section="p. 2")
    same = a_decision(Verb.SAME, person(), ALIAS)
    disclaimer = a_decision(Verb.STANCE, person(), value="list", text="Not our views.")
    outcome = cleared(in_arrest(), other, decisions=[*consented(), same, disclaimer])
    issue = published(outcome, addresses={person(): "alena", ALIAS: "a-belova"})
    assert set(issue.people) == {ALIAS}
    assert set(issue.addresses) == {person(), ALIAS}
    assert issue.notes == {ALIAS: "Not our views."}


def test_a_page_changed_when_the_last_claim_about_it_was_recorded() -> None:
    issue = published(of_two(at="2024-02-03T10:00:00Z"))
    assert issue.changed == {person(): date(2024, 2, 3), case(): date(2024, 2, 3)}


def test_a_page_changes_with_its_text_and_never_tomorrow() -> None:
    handed = {person(): date(2024, 5, 1), case(): date(2020, 1, 1), BORIS: date(2024, 5, 2)}
    issue = published(of_two(), changed=handed)
    assert issue.changed == {person(): date(2024, 5, 1), case(): date(2022, 10, 1)}
    early = published(of_two(), today=date(2022, 9, 1))
    assert set(early.changed.values()) == {date(2022, 9, 1)}


def test_what_the_group_has_yet_to_do_is_no_open_question_to_readers() -> None:
    codes = {gap.code for gap in published(cleared(in_arrest())).people[person()].gaps}
    assert "no-birthday" in codes
    assert not codes & {"no-consent", "no-contact", "family-silent", "no-address"}


def test_a_value_put_aside_for_one_held_back_does_not_print() -> None:
    six, nine = (a_claim("ruling", term=term, case=case()) for term in ("6y", "9y"))
    prefer = a_decision(Verb.PREFER, six.id(), over=[nine.id()])
    outcome = cleared(six, nine, decisions=[*consented(), prefer], levels=restricted(six))
    (ruling,) = published(outcome).people[person()].of_kind("ruling")
    assert ruling.fields["term"].standing is Standing.WITHHELD


def test_the_id_of_a_claim_from_a_closed_source_prints_nowhere() -> None:
    issue = published(cleared(in_arrest(), sources=[a_source(level=SourceLevel.CLOSED)]))
    assert not issue.prints_id(next(iter(issue.claims)))
    assert in_arrest().id() not in repr(issue)
    opened = published(cleared(in_arrest()))
    assert opened.prints_id(in_arrest().id())


def test_words_of_the_charge_are_marked() -> None:
    charged = a_claim("quotation", text="Against the war", words_of_charge="yes")
    other = a_claim("quotation", text="I am here", words_of_charge="no")
    issue = published(cleared(in_arrest(), charged, other))
    assert issue.repeats_charge(charged.id())
    assert not issue.repeats_charge(other.id())
    assert not issue.repeats_charge(in_arrest().id())


def test_one_of_the_ids_of_a_page_keeps_it_from_search() -> None:
    same = [a_decision(Verb.SAME, person(), ALIAS), *consented(), *consented(ALIAS)]
    asked = a_decision(Verb.STANCE, ALIAS, value="list", index="no", reason="asked")
    claims = [in_arrest(), a_claim("arrest", subject=ALIAS, date="2022-03-01", section="p. 2")]
    out = published(cleared(*claims, decisions=[*same, asked]))
    assert out.unindexed == frozenset(out.people)
    assert published(cleared(*claims, decisions=same)).unindexed == frozenset()
