from dataclasses import replace

from builders import a_claim, a_decision, person
from clearing import TODAY, an_address, cleared, consented, in_arrest
from khronika.clearance.danger import Danger, Line, digest, newly_public
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.values.language import Labels

BORIS, ALIAS = person("gray-boris"), person("belova-a")
NAMES = [
    a_claim("name", family="Belova", given="Alena"),
    a_claim("name", subject=BORIS, family="Gray", given="Boris"),
]


def issue(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> Publication:
    decided = [*consented(), *consented(BORIS), *decisions]
    return publication(
        cleared(*NAMES, *claims, decisions=decided),
        house=House("examples", Labels({"en": "The Archive"}), "", ""),
        languages=("en",),
        as_of=TODAY,
        today=TODAY,
    )


def danger(claim: Claim, *others: Claim, decisions: tuple[Decision, ...] = ()) -> Danger:
    lines = newly_public(issue(claim, *others, decisions=decisions), frozenset())
    return next(line.danger for line in lines if line.claim == claim.id())


def test_what_is_most_dangerous_comes_first() -> None:
    claims = [
        in_arrest(),
        a_claim("own-words", text="I am here"),
        a_claim("action", text="Letters for Boris Gray", date="2023"),
        a_claim("portrait", file="alena.jpg", faces="agreed"),
        an_address(),
    ]
    lines = newly_public(issue(*claims), frozenset(one.id() for one in NAMES))
    assert [(line.danger, line.claim) for line in lines] == [
        (Danger.ADDRESS, claims[4].id()),
        (Danger.FACE, claims[3].id()),
        (Danger.OTHER_NAME, claims[2].id()),
        (Danger.QUOTATION, claims[1].id()),
        (Danger.REST, claims[0].id()),
    ]


def test_only_what_was_not_out_before_is_listed() -> None:
    before = frozenset(issue(in_arrest()).claims)
    quote = a_claim("own-words", text="I am here")
    lines = newly_public(issue(in_arrest(), quote), before)
    assert lines == (Line(Danger.QUOTATION, person(), "own-words", quote.id()),)
    assert newly_public(issue(in_arrest()), before) == ()


def test_a_quote_that_names_somebody_else_is_about_them_too() -> None:
    claim = in_arrest()
    named = replace(claim, passage=replace(claim.passage, quote="taken with Boris Gray"))
    assert danger(named) is Danger.OTHER_NAME
    own = replace(claim, passage=replace(claim.passage, quote="Alena Belova was taken"))
    assert danger(own) is Danger.REST


def test_a_person_is_nobody_else_under_another_id() -> None:
    alias = a_claim("name", subject=ALIAS, family="Belaya", given="Alena")
    claim = in_arrest()
    named = replace(claim, passage=replace(claim.passage, quote="Alena Belaya was taken"))
    same = a_decision(Verb.SAME, person(), ALIAS)
    assert danger(named, alias, decisions=(same,)) is Danger.REST


def test_two_people_of_one_name_are_no_danger_by_their_names() -> None:
    namesake = a_claim("name", subject=BORIS, family="Belova", given="Alena")
    assert danger(namesake) is Danger.REST


def test_the_digest_stands_for_the_lines() -> None:
    lines = newly_public(issue(in_arrest()), frozenset())
    assert digest(lines) == digest(lines)
    assert digest(lines) != digest(lines[:-1])
    assert digest(lines) != digest((replace(lines[0], danger=Danger.FACE), *lines[1:]))
    assert len(digest(())) == 64
