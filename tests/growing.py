"""Ledgers of invented people as they grow: what anybody may add to them, batch by batch."""

from dataclasses import replace

from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from khronika.ledger.ledger import Ledger, union
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.source import Source
from khronika.schema.visibility import Visibility

PEOPLE = [person(slug) for slug in ("alena", "boris", "vera", "zoya")]
CASES = [case("square"), case("gate")]
SOURCES = ["paper", "wire"]
_DAYS = ["2022", "2022-08", "2022-08-30", "2023-01-05", "2024-05-31", "2024-07"]
_WHEN = ["2022-10-01T00:00:00Z", "2022-10-02T09:30:00Z", "2021-03-04T00:00:00Z"]
_SAID: list[tuple[str, dict[str, st.SearchStrategy[object]]]] = [
    ("arrest", {"date": st.sampled_from(_DAYS)}),
    ("ruling", {"date": st.sampled_from(_DAYS), "term": st.sampled_from(["9y", "6y"])}),
    ("custody", {"kind_": st.just("pretrial"), "start": st.sampled_from(_DAYS)}),
    ("hearing", {"date": st.sampled_from(_DAYS)}),
    ("release", {"kind_": st.just("served")}),
    ("name", {"text": st.sampled_from([{"text": "Anna"}, {"text": "Vera"}])}),
]


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    name, fields = draw(st.sampled_from(_SAID))
    about = PEOPLE if name != "name" else [*PEOPLE, *CASES]
    return a_claim(
        name,
        subject=draw(st.sampled_from(about)),
        case=draw(st.sampled_from([None, *CASES])) if name != "name" else None,
        source=source(draw(st.sampled_from(SOURCES))),
        **{field: draw(values) for field, values in fields.items()},  # type: ignore[arg-type]
    )


@st.composite
def _decisions(draw: st.DrawFn, claims: list[Claim]) -> list[Decision]:
    """Decisions of every verb that counts; some replace some that were drawn before."""
    ids = [one.id() for one in claims]
    made = [a_decision(Verb.ACCEPT, one) for one in ids if draw(st.integers(0, 4))]
    for _ in range(draw(st.integers(0, 8))):
        old = [one.id() for one in made] if draw(st.booleans()) else []
        replaces = draw(st.lists(st.sampled_from(old), max_size=2, unique=True)) if old else []
        made.append(_decision(draw, ids, replaces))
    return made


def _decision(draw: st.DrawFn, ids: list[ClaimId], replaces: list[DecisionId]) -> Decision:
    one, two = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
    pair = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True))
    where = draw(st.sampled_from([*ids, *(source(slug) for slug in SOURCES)]))
    at = draw(st.sampled_from(_WHEN))
    return draw(
        st.sampled_from(
            [
                a_decision(Verb.REJECT, one, replaces=replaces, at=at),
                a_decision(Verb.PREFER, one, over=[two], replaces=replaces, at=at),
                a_decision(Verb.MERGE, *{one, two}, replaces=replaces, at=at),
                a_decision(Verb.SPLIT, one, replaces=replaces, at=at),
                a_decision(Verb.SAME, *pair, replaces=replaces, at=at),
                a_decision(Verb.SAME, *pair[::-1], replaces=replaces, at=at),
                a_decision(Verb.NOT_SAME, *pair, replaces=replaces, at=at),
                a_decision(Verb.CONSENT, pair[0], use="public", state="given", at=at),
                a_decision(Verb.OPEN, where, level="public", replaces=replaces, at=at),
                a_decision(Verb.RESTRICT, where, level="team", use="public", at=at),
                a_decision(Verb.READY, pair[0], replaces=replaces, at=at),
            ]
        )
    )


def _described(slug: str) -> st.SearchStrategy[Source]:
    """The source as somebody describes it: dated or not, and perhaps repeating another one."""
    others = [source(one) for one in SOURCES if one != slug]
    return st.builds(
        a_source,
        st.just(slug),
        date=st.sampled_from(["", "2022-09-01", "2024-06-20"]),
        repeats=st.sampled_from([None, *others]),
    )


@st.composite
def growths(draw: st.DrawFn) -> list[Ledger]:
    """Batches in any order: the same may come twice, and what replaces before what it replaces."""
    claims = draw(st.lists(_claims(), min_size=1, max_size=9))
    sources = [one for slug in SOURCES for one in draw(st.lists(_described(slug), max_size=2))]
    decisions = draw(_decisions(claims))
    parts = [
        *(_part(draw, a_ledger([one, *_pointing(draw, one)], sources=[])) for one in claims),
        *(_part(draw, a_ledger(sources=[one])) for one in sources),
        *(_part(draw, a_ledger(sources=[], decisions=[one])) for one in decisions),
    ]
    parts += [_part(draw, replace(one)) for one in parts if not draw(st.integers(0, 4))]
    shuffled = draw(st.permutations(parts))
    size = draw(st.integers(1, 4))
    return [union(*shuffled[at : at + size]) for at in range(0, len(shuffled), size)]


def _pointing(draw: st.DrawFn, claim: Claim) -> list[Claim]:
    """The same claim once more, with its place in a text."""
    passage = replace(claim.passage, text="cd" * 32, start=3, end=9)
    return [replace(claim, passage=passage)] if draw(st.booleans()) else []


def _part(draw: st.DrawFn, made: Ledger) -> Ledger:
    """The same entries, recorded at some time and let out this far."""
    level = draw(st.sampled_from([Visibility.PUBLIC, Visibility.TEAM]))
    when = draw(st.sampled_from(_WHEN))
    rows = {one: frozenset({replace(min(rows), at=when)}) for one, rows in made.recorded.items()}
    levels = dict.fromkeys(made.visibility, level)
    return replace(made, recorded=rows, visibility=levels)
