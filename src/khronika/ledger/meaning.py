"""Whether a decision says something: its verb names the right things and gives what it needs.

One decision without its level would stop everybody who reads the ledger, so none gets in.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from khronika.ledger.inadmissible import Inadmissible
from khronika.schema.decision import ConsentState, Decision, Stance, Verb
from khronika.schema.subject import read_subject
from khronika.schema.visibility import Use, Visibility

_ENTRY = re.compile(r"[0-9a-f]{64}\Z")
_OF_CLAIMS = frozenset({Verb.ACCEPT, Verb.REJECT, Verb.PREFER, Verb.MERGE, Verb.SPLIT, Verb.REDACT})
_OF_EITHER = frozenset({Verb.OPEN, Verb.RESTRICT})  # a claim, or a source by its id
_OF_TWO = frozenset({Verb.SAME, Verb.NOT_SAME})

# What each verb needs in `details`, and how it is read.
_NEEDS: Mapping[Verb, Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        Verb.OPEN: {"level": Visibility},
        Verb.RESTRICT: {"level": Visibility},
        Verb.CONSENT: {"state": ConsentState},
        Verb.STANCE: {"value": Stance},
    }
)


def check_meaning(decision: Decision) -> None:
    """Raise `Inadmissible` for a decision that no reader could follow."""
    if not decision.by or not decision.at:
        raise Inadmissible("a decision says who took it and when.")
    _check_targets(decision)
    for name in (*decision.over, *decision.replaces):
        _check_entry(name)
    for name, read in _NEEDS.get(decision.verb, {}).items():
        _check_detail(decision, name, read)
    if decision.details.get("use"):
        _check_detail(decision, "use", Use)


def _check_targets(decision: Decision) -> None:
    count = len(decision.targets)
    if not count or (decision.verb in _OF_TWO and count != 2):
        raise Inadmissible(f"{decision.verb.value!r} does not say what it is about.")
    for target in decision.targets:
        if decision.verb in _OF_CLAIMS:
            _check_entry(target)
        elif decision.verb not in _OF_EITHER or not _ENTRY.match(target):
            read_subject(target)


def _check_entry(name: str) -> None:
    if not _ENTRY.match(name):
        raise Inadmissible("a claim or decision is named by its id: 64 digits 0-9 a-f.")


def _check_detail(decision: Decision, name: str, read: Callable[[str], object]) -> None:
    try:
        read(decision.details.get(name, ""))
    except ValueError:
        raise Inadmissible(
            f"{decision.verb.value!r} needs {name!r}, one of the words the guide lists."
        ) from None
