"""What an alignment of two names says, in sentences for the person who decides."""

from collections.abc import Iterator, Sequence

from khronika.errors import Say
from khronika.identity.align import Aligned, Fathers, Kind
from khronika.identity.prepared import Prepared
from khronika.identity.token import Token

SPELLING = 93  # per cent; two words at least so alike are spellings of one
SIMILAR = 80


def reasons_of(
    ours: Prepared, theirs: Prepared, pairs: Sequence[Aligned], said: Fathers
) -> tuple[Say, ...]:
    """The reasons, those that speak against first."""
    found = [
        *_of_fathers(ours.patronymic, theirs.patronymic, said),
        *map(_of_pair, sorted(pairs, key=lambda pair: (pair.points, pair.ours.word))),
        *_left_over(ours, theirs, pairs),
    ]
    return tuple(found)


def _of_fathers(ours: Token | None, theirs: Token | None, said: Fathers) -> Iterator[Say]:
    if ours is None or theirs is None or said is Fathers.NOTHING:
        return
    code = "patronymics-differ" if said is Fathers.APART else "patronymics-agree"
    yield Say(f"identity.{code}", {"ours": ours.shown, "theirs": theirs.shown})


def _of_pair(pair: Aligned) -> Say:
    if pair.kind in {Kind.INITIAL, Kind.OTHER_INITIAL}:
        code = "initial" if pair.kind is Kind.INITIAL else "other-initial"
        initial, name = (
            (pair.ours, pair.theirs) if pair.ours.is_initial else (pair.theirs, pair.ours)
        )
        return Say(f"identity.{code}", {"initial": initial.shown, "name": name.shown})
    return Say(f"identity.{_code(pair)}", {"ours": pair.ours.shown, "theirs": pair.theirs.shown})


def _code(pair: Aligned) -> str:
    if pair.kind is Kind.OTHER_NAME:
        return "other-name"
    if pair.kind is Kind.SAME_NAME and pair.alike < SPELLING:
        return "same-name"
    if pair.alike >= SPELLING:
        return "same-sound"
    return "similar-sound" if pair.alike >= SIMILAR else "unlike"


def _left_over(ours: Prepared, theirs: Prepared, pairs: Sequence[Aligned]) -> Iterator[Say]:
    longer = max((ours, theirs), key=lambda name: len(name.free)).free
    if len(longer) > len(pairs):
        met = [one for pair in pairs for one in (pair.ours, pair.theirs)]
        words = [one.shown for one in longer if one not in met]
        yield Say("identity.left-over", {"words": words})
    if len(pairs) == 1:
        yield Say("identity.one-word")
