"""What a reader sees is brought forward: as if the record had been read anew, and as narrow."""

import pytest
from hypothesis import HealthCheck, given, settings

from builders import a_claim, a_decision, a_ledger, a_source, person
from desking import BELOVA, SQUARE, a_record
from folded import TODAY
from growing import CASES, growths
from khronika.casebook.init import init
from khronika.casebook.reading import read_casebook
from khronika.casebook.settings import PolicyName, Settings, read_settings
from khronika.desk.narrowing import narrowed
from khronika.desk.snapshot import Snapshot
from khronika.desk.week.lines import lines_of
from khronika.dossier.material import Material
from khronika.dossier.refold import keep, refold
from khronika.identity.candidates import Person
from khronika.ledger.forward import forward
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, union
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility

SPELT = [Person(("Anna",)), Person(("Vera",))]
often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("house")
    init(folder, truth="ledger", id_letters=lambda _: "examples", policy=PolicyName.ALREADY_PUBLIC)
    return read_settings(folder, {})


@often
@given(batches=growths())
def test_whatever_was_added_every_answer_is_that_of_a_snapshot_made_anew(
    house: Settings, batches: list[Ledger]
) -> None:
    now = Snapshot(keep(InForce(Ledger(), standing=True), as_of=TODAY), house)
    for number, batch in enumerate(batches, 1):
        ask(now)
        now = grown(now, batch)
        whole = InForce(union(*batches[:number]), standing=True)
        assert ask(now) == ask(Snapshot(keep(whole, as_of=TODAY), house))


@often
@given(batches=growths())
def test_a_group_is_shown_what_is_public_about_its_people_and_nothing_else(
    house: Settings, batches: list[Ledger]
) -> None:
    now = Snapshot(keep(InForce(Ledger(), standing=True), as_of=TODAY), house)
    for batch in batches:
        now = grown(now, batch)
        for about in CASES:
            assert narrowed(now.kept, about) == the_slow_way(now.in_force, about)


def test_a_group_keeps_its_answers_while_nothing_of_its_own_changes(house: Settings) -> None:
    team = Snapshot(keep(InForce(a_record()), as_of=TODAY), house)
    before = Snapshot(team.kept, house, SQUARE)
    ask(before)
    elsewhere = a_claim(subject=person("somebody-else"), date="2022")
    later = grown(team, a_ledger([elsewhere], decisions=[a_decision(Verb.ACCEPT, elsewhere.id())]))
    now = Snapshot(later.kept, house, SQUARE).with_what_is_known(before)
    assert now.folded is before.folded
    assert list(now.people) == [BELOVA]


def test_a_group_sees_no_longer_what_was_restricted_since(house: Settings) -> None:
    team = Snapshot(keep(InForce(a_record()), as_of=TODAY), house)
    before = Snapshot(team.kept, house, SQUARE)
    ask(before)
    closed = a_decision(Verb.RESTRICT, a_source().id, level="team")
    later = grown(team, a_ledger(decisions=[closed]))
    now = Snapshot(later.kept, house, SQUARE).with_what_is_known(before)
    assert before.people
    assert now.people == {}


def grown(before: Snapshot, batch: Ledger) -> Snapshot:
    return before.forward(refold(before.kept, *forward(before.in_force, batch)))


def ask(snapshot: Snapshot) -> list[object]:
    """All that pages ask of a snapshot, with the order of what has one."""
    found: list[object] = [snapshot.folded, list(snapshot.people), list(snapshot.folded.cases)]
    found += [snapshot.reading, snapshot.names, list(snapshot.names), snapshot.directory.words]
    for language in ("en", "ru"):
        reader = snapshot.reader(language)
        found += [list(reader.names.items()), list(reader.case_names.items())]
        found += [reader.publication.sources, reader.publication.claims]
    found += [snapshot.find(slug) for slug in ("alena", "boris", "vera", "zoya", "square", "gate")]
    found.append(snapshot.of_each(lines_of))
    found += [snapshot.directory.likely.candidates(spelt) for spelt in SPELT]
    return found


def the_slow_way(in_force: InForce, about: SubjectId) -> Material:
    """What a group may see, by going through the whole record."""
    whole = read_casebook(in_force, as_of=TODAY).material
    public = {
        one: claim
        for one, claim in whole.claims.items()
        if in_force.claim_level(one, Use.PUBLIC) is Visibility.PUBLIC
    }
    members = {claim.subject for claim in public.values() if claim.case == about}
    kept = {one: claim for one, claim in public.items() if claim.subject in {*members, about}}
    named = {*kept, *(claim.subject for claim in kept.values())}
    sources = {claim.passage.source for claim in kept.values()}
    return Material(
        claims=kept,
        decisions=tuple(one for one in whole.decisions if {*one.targets, *one.over} <= named),
        sources={one: row for one, row in whole.sources.items() if one in sources},
        recorded={one: day for one, day in whole.recorded.items() if one in kept},
    )
