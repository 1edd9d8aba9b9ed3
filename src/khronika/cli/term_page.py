"""The answer of `khronika term`: lines for people, a tree for machines."""

from collections.abc import Iterable, Iterator, Sequence

from khronika.dossier.dossier import Dossier
from khronika.dossier.material import Material
from khronika.dossier.names import person_name
from khronika.dossier.term_ahead import Reckoned
from khronika.dossier.term_json import reckoned_json, term_json
from khronika.errors import Say
from khronika.law.computed import Computed
from khronika.law.parole import Eligibility, eligibility
from khronika.schema.subject import slug_of
from khronika.values.json_value import Json
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_NOTHING = N_("No sentence is recorded.")


def person_json(dossier: Dossier, terms: Sequence[Reckoned], wording: Wording) -> dict[str, Json]:
    """The terms of a person; the fields of the latest stand beside the name as well."""
    rows = [reckoned_json(one, wording) for one in terms]
    latest = max(
        rows, key=lambda row: str(row["last_day"] or ""), default=term_json(_none(), (), wording)
    )
    return {"person": dossier.person, **latest, "terms": rows}


def term_page(computed: Computed, relief: Iterable[Eligibility], wording: Wording) -> Iterator[str]:
    """The answer in lines: the days, the way to them, what was assumed."""
    yield from _answer(computed, wording)
    yield from _part(N_("How it was reckoned"), (one.say for one in computed.steps), wording)
    yield from _part(N_("What was assumed"), computed.assumptions, wording)
    said = [_relief(one) for one in relief]
    yield from _part(N_("For the editors alone, never for publication"), said, wording)


def person_page(
    dossier: Dossier, terms: Sequence[Reckoned], material: Material, *, wording: Wording
) -> Iterator[str]:
    """The terms of a person, case by case."""
    name = person_name(dossier, material.claims, wording.language)
    yield f"{name} ({slug_of(dossier.person)})"
    if not terms:
        yield wording.gettext(_NOTHING)
    for one in terms:
        yield ""
        if one.case:
            yield f"— {slug_of(one.case)} —"
        yield from term_page(one.computed, eligibility(one.career), wording)
        yield from _part("", one.assumed, wording)
        yield from reported_lines(one, wording)


def reckoned_part(terms: Sequence[Reckoned], wording: Wording) -> Iterator[str]:
    """A short account for the dossier: reckoned, not reported."""
    if terms:
        yield from ("", wording.gettext("Reckoned by us, not reported"))
    for one in terms:
        where = f"{slug_of(one.case)}: " if one.case and len(terms) > 1 else ""
        for line in _answer(one.computed, wording):
            yield f"  {where}{line}"
        yield from reported_lines(one, wording)


def reported_lines(one: Reckoned, wording: Wording) -> Iterator[str]:
    """What sources report of the release, and whether both can be true."""
    if not one.reported:
        return
    yield f"  {wording.say(Say('law.reported-release', {'date': one.reported}))}"
    if one.meets is False:
        yield f"  {wording.say(Say('law.reports-differ'))}"


def _answer(computed: Computed, wording: Wording) -> Iterator[str]:
    if computed.not_predicted is not None:
        yield wording.say(computed.not_predicted)
        return
    for code, days in (
        ("law.last-day", computed.last_day),
        ("law.release", computed.release_day),
    ):
        if days:
            yield wording.say(Say(code, {"date": days.said}))
    if not computed.verified:
        yield wording.say(Say("law.not-for-publication"))


def _relief(one: Eligibility) -> Say:
    if one.earliest is None:
        return one.never or Say("law.gravity-not-recorded")
    return Say(f"law.earliest-{one.relief.value}", {"date": one.earliest.said})


def _part(heading: str, says: Iterable[Say], wording: Wording) -> Iterator[str]:
    lines = list(dict.fromkeys(f"  {wording.say(one)}" for one in says))
    if lines:
        yield from ["", wording.gettext(heading)] if heading else []
        yield from lines


def _none() -> Computed:
    return Computed(not_predicted=Say("law.not-predicted-no-term"))
