from dataclasses import replace

import pytest

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from clearing import cleared_of, consented, in_arrest, restricted
from khronika.clearance.forbidden import forbidden_values
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Visibility

BORIS = person("gray-boris")


def forbidden(
    secret: Claim,
    *public: Claim,
    decisions: tuple[Decision, ...] = (),
    level: Visibility = Visibility.TEAM,
    told_in: str = "paper",
    source_level: SourceLevel = SourceLevel.OPEN,
) -> set[str]:
    """What is looked for because the first claim stays; the others leave."""
    passage = replace(secret.passage, source=source(told_in))
    secret = replace(secret, passage=passage)
    ledger = a_ledger(
        [secret, in_arrest(), *public],
        sources=[a_source(), a_source("letter", title="A Letter Home", level=source_level)],
        decisions=[*consented(), *decisions],
        levels=restricted(secret, level=level),
    )
    found = forbidden_values(InForce(ledger, standing=True), cleared_of(ledger))
    return set(found.get(secret.id(), ())) - {secret.id()}


def test_nothing_is_looked_for_where_everything_leaves() -> None:
    ledger = a_ledger([in_arrest()], decisions=consented())
    assert forbidden_values(InForce(ledger, standing=True), cleared_of(ledger)) == {}


def test_the_id_of_what_stays_is_looked_for() -> None:
    secret = a_claim("arrest", date="2021-01-01")
    ledger = a_ledger([secret, in_arrest()], decisions=consented(), levels=restricted(secret))
    found = forbidden_values(InForce(ledger, standing=True), cleared_of(ledger))
    assert found == {secret.id(): (secret.id(),)}


def test_texts_of_two_words_or_more_are_looked_for() -> None:
    assert forbidden(a_claim("health", text="a bad cough")) == {"a bad cough"}
    assert forbidden(a_claim("occupation", value={"text": "turner"})) == set()


def test_a_long_text_is_looked_for_in_pieces() -> None:
    words = [f"word{number}" for number in range(12)]
    found = forbidden(a_claim("health", text=" ".join(words)))
    assert found == {" ".join(words[:8]), " ".join(words[4:])}


def test_the_name_of_a_picture_is_looked_for() -> None:
    assert forbidden(a_claim("portrait", file="faces/alena.jpg", faces="agreed")) == {
        "faces/alena.jpg"
    }


def test_what_is_said_in_public_as_well_is_not_looked_for() -> None:
    secret = a_claim("action", text="a picket in the rain")
    public = a_claim("action", text="There was a Picket in the rain, and a song")
    quoted = replace(
        in_arrest(),
        passage=replace(in_arrest().passage, section="p. 4", quote="a picket in the rain"),
    )
    assert forbidden(secret, public) == set()
    assert forbidden(secret, quoted) == set()
    assert forbidden(secret) == {"a picket in the rain"}


def test_what_the_program_s_own_labels_say_is_not_looked_for() -> None:
    assert forbidden(a_claim("action", text="Political prisoner")) == set()


QUOTES = [
    ("they came at six in the morning", True),
    ("nine years", True),
    ("9 arrested", False),  # every word is a number or public: it stands on many pages
    ("cough", False),
]


@pytest.mark.parametrize(("quote", "is_sought"), QUOTES)
def test_a_quote_is_looked_for_unless_it_is_of_everyday_words(
    quote: str, *, is_sought: bool
) -> None:
    public = a_claim("action", text="arrested on the square")
    found = forbidden(a_claim("charge", article="RU-UK 205.2", quote=quote), public)
    assert found == ({quote} if is_sought else set())


def test_a_name_is_looked_for_in_every_order_and_by_the_family_alone() -> None:
    name = a_claim("name", subject=BORIS, family="Громов", given="Борис")
    found = forbidden(name, level=Visibility.PUBLIC)
    assert {"Борис Громов", "Громов Борис", "Громов", "Boris Gromov"} <= found
    assert "Борис" not in found


def test_a_name_somebody_else_bears_in_public_is_not_looked_for() -> None:
    name = a_claim("name", subject=BORIS, family="Gray", given="Boris")
    public = a_claim("name", family="Gray", given="Alena")
    assert forbidden(name, public) == {"Boris Gray", "Gray Boris"}


def test_whoever_may_be_mentioned_may_be_named_in_texts() -> None:
    name = a_claim("name", subject=BORIS, text="Boris Gray")
    mention = a_decision(Verb.STANCE, BORIS, value="mention-only")
    assert forbidden(name, decisions=(mention,), level=Visibility.PUBLIC) == set()
    assert forbidden(name, decisions=(mention,)) == {"Boris Gray"}
    assert forbidden(name, level=Visibility.PUBLIC) == {"Boris Gray"}
    never = a_decision(Verb.STANCE, BORIS, value="do-not-list")
    assert forbidden(name, decisions=(never,), level=Visibility.PUBLIC) == {"Boris Gray"}


def test_the_name_of_a_case_is_a_text_like_others() -> None:
    assert forbidden(a_claim("name", subject=case(), text="Square")) == set()
    assert forbidden(a_claim("name", subject=case(), text="The Square")) == {"The Square"}


def test_what_a_closed_source_is_called_is_looked_for() -> None:
    closed = {"told_in": "letter", "source_level": SourceLevel.CLOSED}
    secret = a_claim("arrest", date="2021-01-01", quote="they came for the books at six")
    found = forbidden(secret, level=Visibility.PUBLIC, **closed)  # type: ignore[arg-type]
    assert found == {"A Letter Home", "they came for the books at six"}
    assert forbidden(secret, told_in="letter") == {"they came for the books at six"}


def test_a_source_for_the_team_is_not_called_by_name() -> None:
    hidden = a_source("letter", title="A Letter Home")
    secret = a_claim("arrest", date="2021-01-01", source=source("letter"))
    ledger = a_ledger(
        [secret, in_arrest()],
        sources=[a_source(), hidden],
        decisions=consented(),
        levels={hidden.entry_id(): Visibility.TEAM},  # type: ignore[dict-item]
    )
    found = forbidden_values(InForce(ledger, standing=True), cleared_of(ledger))
    assert "A Letter Home" in found[secret.id()]


def test_why_something_was_decided_is_looked_for() -> None:
    secret = a_claim("arrest", date="2021-01-01")
    told = a_decision(Verb.ACCEPT, secret.id(), reason="her brother told us so")
    short = a_decision(Verb.MERGE, secret.id(), reason="second source")
    assert forbidden(secret, decisions=(told, short)) == {"her brother told us so"}


def test_the_hash_of_a_held_back_text_is_looked_for() -> None:
    secret = a_claim("arrest", date="2021-01-01")
    read = replace(secret, passage=replace(secret.passage, text="f" * 64, start=1, end=2))
    assert forbidden(read) == {"f" * 64}


def test_lists_of_values_are_read_one_by_one() -> None:
    assert forbidden(
        a_claim("ruling", articles=["RU-UK 205.2"], court={"text": "A Far Court"})
    ) == {"A Far Court"}
