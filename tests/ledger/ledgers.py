"""Ledgers for these tests: small ones by hand, and arbitrary ones of invented claims."""

from dataclasses import replace

from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from khronika.ledger.ledger import Ledger, Recorded, union
from khronika.ledger.tombstone import bury
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import Holding
from khronika.schema.visibility import Visibility

SALT = "5a" * 16
WORDS = "the hall was closed to the public that day"


def a_full_ledger() -> Ledger:
    """One of everything: two people, a case, offsets, a holding, a decision replaced."""
    alena = a_claim(date="2022-08-30", case=case(), quote=WORDS)
    boris = pointed(a_claim("ruling", subject=person("boris"), case=case(), term="9y"))
    accept = a_decision(Verb.ACCEPT, alena.id())
    reject = a_decision(Verb.REJECT, alena.id(), replaces=[accept.id()], at="2022-11-01T00:00:00Z")
    prefer = a_decision(Verb.PREFER, boris.id(), over=[alena.id()])
    holding = Holding(source=source(), sha256="ab" * 32, got_at="2022-09-02T00:00:00Z")
    made = a_ledger(
        [alena, boris],
        sources=[a_source(repeats=source("wire")), a_source("wire")],
        decisions=[accept, reject, prefer],
        levels={boris.id(): Visibility.TEAM},
    )
    return made | Ledger(holdings={holding.entry_id(): holding})


def pointed(claim: Claim, *, start: int = 3, end: int = 9) -> Claim:
    return replace(claim, passage=replace(claim.passage, text="cd" * 32, start=start, end=end))


_WORDS = st.sampled_from(
    ["", "he was taken", "«взяли»\u2028рано", "line\nline", 'a","b', "e\u0301"]
)
_CLAIMS = st.builds(
    a_claim,
    subject=st.sampled_from([person(slug) for slug in ("alena", "boris", "vera")]),
    source=st.sampled_from([source("paper"), source("wire")]),
    case=st.sampled_from([None, case(), case("river")]),
    event=_WORDS,
    quote=_WORDS,
    date=st.sampled_from(["2022", "2022-08", "2022-08-30", "2022-06/2022-07"]),
)
_POINTED = st.builds(
    lambda claim, start: pointed(claim, start=start), _CLAIMS, st.sampled_from([0, 3, 8])
)
_LEVELS = st.sampled_from([Visibility.PUBLIC, Visibility.TEAM])
_WHEN = st.sampled_from(["2022-10-01T00:00:00Z", "2022-10-02T09:30:00Z"])


@st.composite
def ledgers(draw: st.DrawFn, *, redacted: bool = False) -> Ledger:
    """A ledger that any store takes; one of `redacted` may hold tombstones of its own claims."""
    claims = draw(st.lists(_CLAIMS | _POINTED, max_size=5))
    parts = [
        a_ledger(
            [claim],
            sources=[a_source("paper"), a_source("wire")],
            decisions=draw(st.lists(decisions_about(claim), max_size=2)),
            visibility=draw(_LEVELS),
            at=draw(_WHEN),
            by=draw(st.sampled_from(["alena", "boris"])),
        )
        for claim in claims
    ]
    held = [claim.id() for claim in claims if redacted]
    buried = draw(st.sets(st.sampled_from(held))) if held else set()
    tombstones = {bury(one, salt=SALT, reason="asked", on="2026-11-22") for one in buried}
    return union(*parts, Ledger(tombstones=frozenset(tombstones)))


def decisions_about(claim: Claim) -> st.SearchStrategy[Decision]:
    accept = a_decision(Verb.ACCEPT, claim.id())
    return st.sampled_from(
        [
            accept,
            a_decision(Verb.REJECT, claim.id(), replaces=[accept.id()]),
            a_decision(Verb.OPEN, claim.passage.source, level="public"),
            a_decision(Verb.READY, claim.subject),
        ]
    )


def parts_of(ledger: Ledger) -> list[Ledger]:
    """The ledger as one small ledger an entry, each with the sources; in no meaningful order."""
    sources = {
        entry: Ledger(
            sources={entry: one},
            recorded={entry: ledger.recorded.get(entry, frozenset())},
            visibility={entry: ledger.visibility[entry]} if entry in ledger.visibility else {},
        )
        for entry, one in ledger.sources.items()
    }
    described = union(*sources.values())
    rest = [_part(ledger, entry) for entry in ledger.recorded if entry not in ledger.sources]
    return [*(described | part for part in rest), described, Ledger(tombstones=ledger.tombstones)]


def _part(ledger: Ledger, entry: str) -> Ledger:
    return Ledger(
        claims={one: row for one, row in ledger.claims.items() if one == entry},
        decisions={one: row for one, row in ledger.decisions.items() if one == entry},
        holdings={one: row for one, row in ledger.holdings.items() if one == entry},
        recorded={one: rows for one, rows in ledger.recorded.items() if one == entry},
        visibility={one: row for one, row in ledger.visibility.items() if one == entry},
    )


def recorded_at(*moments: str, by: str = "editors") -> frozenset[Recorded]:
    return frozenset(Recorded(at=at, by=by) for at in moments)
