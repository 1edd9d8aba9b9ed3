"""What the rules of order and exclusion say cannot be: a breach is a dispute, not a correction."""

from collections.abc import Iterable, Sequence

from khronika.dossier.dossier import Dispute
from khronika.dossier.entry import Backed, Entry
from khronika.errors import Say
from khronika.schema.kind import ExcludeRule, OrderRule, exclude_rules, kind, order_rules
from khronika.schema.label import field_labels, kind_labels
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice


def breaches(person: SubjectId, entries: Sequence[Entry]) -> list[Dispute]:
    """Every breach among the entries of one person, in the order of the rules."""
    found: list[Dispute] = []
    for rule in order_rules():
        firsts = [one for one in entries if one.kind == rule.first and one.dates]
        if firsts:
            thens = (one for one in entries if one.kind == rule.then and one.dates)
            found += [d for one in thens if (d := _order(person, rule, (firsts, one)))]
    for exclusion in exclude_rules():
        found += _exclusions(person, exclusion, entries)
    return found


def _order(
    person: SubjectId, rule: OrderRule, events: tuple[Sequence[Entry], Entry]
) -> Dispute | None:
    """A dispute if `then` is over before the earliest `first` can have begun."""
    firsts, then = events
    related = [one for one in firsts if not rule.in_case or one.case == then.case]
    if not related or _is_lifted(rule, then):
        return None
    first = min(related, key=lambda one: (min(d.first_day for d in one.dates), one.key))
    over = max(one.last_day for one in then.dates)
    if over >= min(one.first_day for one in first.dates):
        return None
    return Dispute(
        person=person,
        kind=then.kind,
        field=kind(then.kind).when,
        entry=then.key,
        values=(*_when(first), *_when(then)),
        rule=Say(
            "fold.out-of-order",
            {"first": kind_labels(rule.first), "then": kind_labels(rule.then)},
        ),
    )


def _is_lifted(rule: OrderRule, then: Entry) -> bool:
    lifted = rule.unless.get(then.kind, {})
    return any(
        isinstance(value, Choice) and value.choice in choices
        for name, choices in lifted.items()
        for value in then.values(name)
    )


def _when(entry: Entry) -> tuple[Backed, ...]:
    return entry.fields[kind(entry.kind).when].values


def _exclusions(
    person: SubjectId, rule: ExcludeRule, entries: Iterable[Entry]
) -> Iterable[Dispute]:
    for entry in entries:
        if entry.kind == rule.kind and _matches(rule, entry):
            for name in rule.fields:
                if entry.values(name):
                    yield Dispute(
                        person=person,
                        kind=entry.kind,
                        field=name,
                        entry=entry.key,
                        values=entry.fields[name].values,
                        rule=Say("fold.excluded", {"field": field_labels(entry.kind, name)}),
                    )


def _matches(rule: ExcludeRule, entry: Entry) -> bool:
    return all(entry.value(name) == Choice(choice) for name, choice in rule.where.items())
