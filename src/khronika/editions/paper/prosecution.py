"""Who has a criminal case, worked out from what is recorded and typed by nobody.

Invariants:

- A person without any word of a criminal case has none, whatever chapter a source put them in.
"""

from khronika.dossier.dossier import Dossier
from khronika.schema.value import Choice
from khronika.values.charge import ADMINISTRATIVE_CODE
from khronika.values.legal import LegalReference

_IN_CASE = frozenset(map(Choice, ("defendant", "suspect")))
_OTHERWISE_HELD = frozenset(map(Choice, ("detained", "administrative", "unknown", "other")))
_SENTENCES = ("term", "total", "suspended", "probation", "forced-labour", "regime")


def has_criminal_case(dossier: Dossier) -> bool:
    """Whether anything recorded is part of a criminal case: a charge, a measure, a sentence."""
    return (
        any(_IN_CASE & set(one.values("role")) for one in dossier.of_kind("membership"))
        or _is_charged(dossier)
        or any(one.values(name) for one in dossier.of_kind("ruling") for name in _SENTENCES)
        or any(set(one.values("kind")) - _OTHERWISE_HELD for one in dossier.of_kind("custody"))
    )


def _is_charged(dossier: Dossier) -> bool:
    """Under an article of a criminal code, or under one that no source names."""
    for charge in dossier.of_kind("charge"):
        articles = [one for one in charge.values("article") if isinstance(one, LegalReference)]
        if not articles or any(one.code != ADMINISTRATIVE_CODE for one in articles):
            return True
    return False
