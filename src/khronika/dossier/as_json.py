"""A dossier as JSON: values as plain text in no language, each with the claims that say it."""

from collections.abc import Iterable, Sequence

from khronika.dossier.dossier import Ahead, Dispute, Dossier, Gap, Status
from khronika.dossier.entry import Backed, Entry, FieldState
from khronika.dossier.material import Material
from khronika.dossier.names import all_names, person_name
from khronika.dossier.term_ahead import reckoned, with_terms
from khronika.dossier.term_json import reckoned_json
from khronika.schema.claim import ClaimId
from khronika.schema.value import show
from khronika.values.json_value import Json
from khronika.values.wording import Wording


def known_json(dossier: Dossier, material: Material, wording: Wording) -> dict[str, Json]:
    """The same with the terms that were reckoned, which nobody reported."""
    terms = [reckoned_json(one, wording) for one in reckoned(dossier)]
    return {**dossier_json(with_terms(dossier), material, wording), "reckoned": terms}


def dossier_json(dossier: Dossier, material: Material, wording: Wording) -> dict[str, Json]:
    """Everything that is known of a person on the day, and what is not."""
    names = all_names(dossier, material.claims)
    return {
        "person": dossier.person,
        "name": person_name(dossier, material.claims, wording.language),
        "names": [{"text": text, "lang": lang} for text, lang in names],
        "joined": list(dossier.joined),
        "as_of": dossier.as_of.isoformat(),
        "cases": list(dossier.cases),
        "status": _status(dossier.status, wording),
        "entries": [_entry(entry, material) for entry in dossier.entries],
        "disputes": disputes_json(dossier.disputes),
        "gaps": gaps_json(dossier.gaps, wording),
        "ahead": ahead_json(dossier.ahead, wording),
        "stable_until": dossier.stable_until.isoformat() if dossier.stable_until else None,
    }


def disputes_json(disputes: Iterable[Dispute]) -> list[dict[str, Json]]:
    """Each dispute: whose, about what, and the values that cannot all be true."""
    rows = [
        (one.person, one.kind, one.field, sorted({show(backed.value) for backed in one.values}))
        for one in disputes
    ]
    return [
        {"person": person, "kind": kind, "field": field, "values": values}
        for person, kind, field, values in sorted(rows)
    ]


def gaps_json(gaps: Iterable[Gap], wording: Wording) -> list[dict[str, Json]]:
    """Each open question: whose, its code, since when it presses, and the sentence."""
    return [
        {
            "person": gap.person,
            "code": gap.code,
            "due": gap.due.isoformat() if gap.due else None,
            "says": wording.say(gap.say),
        }
        for gap in gaps
    ]


def ahead_json(dates: Iterable[Ahead], wording: Wording) -> list[dict[str, Json]]:
    """Each day to come: when, whose, its code, and the sentence."""
    return [
        {
            "on": one.on.isoformat(),
            "person": one.person,
            "code": one.code,
            "says": wording.say(one.say),
        }
        for one in dates
    ]


def _status(status: Status, wording: Wording) -> dict[str, Json]:
    return {
        "code": status.code.value,
        "since": str(status.since) if status.since else None,
        "reason": wording.say(status.reason),
        "letters": status.letters.value,
        "parcels": status.parcels.value,
        "claims": list(status.claims),
    }


def _entry(entry: Entry, material: Material) -> dict[str, Json]:
    return {
        "key": entry.key,
        "kind": entry.kind,
        "case": entry.case,
        "event": entry.event,
        "certainty": entry.certainty.value,
        "fields": {name: _field(state) for name, state in sorted(entry.fields.items())},
        "claims": [_claim(one, material) for one in entry.claims],
        "denied_by": list(entry.denied_by),
        "may_be": list(entry.may_be),
    }


def _field(state: FieldState) -> dict[str, Json]:
    return {
        "standing": state.standing.value,
        "values": _backed(state.values),
        "aside": _backed(state.aside),
    }


def _backed(values: Sequence[Backed]) -> list[dict[str, Json]]:
    return [{"value": show(one.value), "claims": list(one.claims)} for one in values]


def _claim(one: ClaimId, material: Material) -> dict[str, Json]:
    claim = material.claims[one]
    said = {
        "section": claim.passage.section,
        "page": claim.passage.page,
        "quote": claim.passage.quote,
        "lang": claim.lang,
    }
    return {
        "id": one,
        "source": claim.passage.source,
        "speaker": claim.speaker.value,
        "certainty": claim.certainty.value,
        **{name: text for name, text in said.items() if text},
    }
