"""What parcels somebody may get, which slots are taken, and by which rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khronika.desk.logbook.parcels.models import Parcel
from khronika.desk.logbook.whose import whose
from khronika.desk.rules import Role
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier, Possible, StatusCode
from khronika.schema.value import Choice
from khronika.solidarity.parcels import Conditions, ParcelKind, Quota, parcel_quota
from khronika.solidarity.slots import Free, Taken, free_slots
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_BY_CUSTODY = {
    "pretrial": "pretrial", "colony-general": "general", "colony-strict": "strict",
    "colony-special": "special", "settlement": "settlement", "educational": "educational",
    "prison": "prison",
}  # fmt: skip
_KINDS = {
    ParcelKind.PARCEL: N_("Parcels, by post or over the counter"),
    ParcelKind.PACKET: N_("Small packets"),
}
PRETRIAL = "pretrial"


@dataclass(frozen=True, slots=True)
class Slots:
    """What is left of one kind. `rule` says what allows it and how sure that is."""

    kind: str
    label: str
    free: tuple[int, ...]
    left: str
    rule: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A parcel in words. `whose` is "you", "somebody" or empty."""

    number: int
    way: str
    state: str
    day: str
    weight: str
    partner: str
    whose: str


@dataclass(frozen=True, slots=True)
class Parcels:
    """Everything the page shows. `regime` is empty where nothing says what rules hold."""

    can_reach: bool
    regime: str
    kinds: tuple[Slots, ...]
    rows: tuple[Row, ...]
    this_month: str


def parcels_to(dossier: Dossier, visit: Visit, conditions: Conditions) -> Parcels:
    """The parcels of one person as this visitor may see them."""
    rows = list(Parcel.objects.filter(person__in=dossier.joined))
    regime = regime_of(dossier)
    kinds = [
        _slots(kind, quota, taken_of(rows, kind), visit)
        for kind in ParcelKind
        if (quota := parcel_quota(regime, kind, on=visit.today, conditions=conditions))
    ]
    return Parcels(
        can_reach=dossier.status.parcels is not Possible.NO,
        regime=regime,
        kinds=tuple(kinds),
        rows=tuple(_row(one, visit) for one in rows),
        this_month=_this_month(rows, visit) if regime == PRETRIAL else "",
    )


def regime_of(dossier: Dossier) -> str:
    """By which rules parcels are counted: the place somebody is in, else their sentence."""
    if dossier.status.code is StatusCode.PRE_TRIAL:
        return PRETRIAL
    if dossier.status.code is not StatusCode.SERVING:
        return ""
    custody, ruling = _last(dossier, "custody", "kind"), _last(dossier, "ruling", "regime")
    return _BY_CUSTODY.get(custody, "").replace(PRETRIAL, "") or ruling


def _last(dossier: Dossier, kind: str, field: str) -> str:
    """What the latest entry of this kind that has begun says in this field."""
    said = ""
    for entry in dossier.of_kind(kind):
        begun = not entry.dates or min(one.first_day for one in entry.dates) <= dossier.as_of
        value = entry.value(field)
        if begun and isinstance(value, Choice):
            said = value.choice
    return said


def taken_of(rows: Iterable[Parcel], kind: ParcelKind) -> list[Taken]:
    """The slots that are gone: what came back counts no more."""
    return [
        Taken(one.slot, one.sent or one.reserved)
        for one in rows
        if one.counts_as == kind and one.state != Parcel.State.RETURNED
    ]


def free_for(
    dossier: Dossier,
    kind: ParcelKind,
    rows: Sequence[Parcel],
    *,
    on: date,
    conditions: Conditions = Conditions.ORDINARY,
) -> tuple[Quota, Free] | None:
    """What the rules allow and what is free of it; None where no rule is known."""
    quota = parcel_quota(regime_of(dossier), kind, on=on, conditions=conditions)
    return (quota, free_slots(quota, taken_of(rows, kind), on=on)) if quota else None


def rows_by_person() -> Mapping[str, list[Parcel]]:
    """Every parcel that is noted, by the id it was noted under."""
    found: dict[str, list[Parcel]] = {}
    for one in Parcel.objects.all():
        found.setdefault(one.person, []).append(one)
    return found


def _slots(kind: ParcelKind, quota: Quota, taken: Sequence[Taken], visit: Visit) -> Slots:
    free = free_slots(quota, taken, on=visit.today)
    return Slots(
        kind=kind.value,
        label=visit.wording.gettext(_KINDS[kind]),
        free=free.slots,
        left=left_in_words(quota, free, visit.wording),
        rule=rule_in_words(quota, visit.wording),
        is_sure=quota.basis.read,
    )


def left_in_words(quota: Quota, free: Free, wording: Wording) -> str:
    """How many are left of how many, and when there is one more."""
    if free.left is None or quota.count is None:
        return wording.gettext("As many as you like.")
    said = wording.ngettext(
        "{left} of {count} a year is left.", "{left} of {count} a year are left.", quota.count
    ).format(left=wording.number(free.left), count=wording.number(quota.count))
    if free.next is None:
        return said
    more = wording.gettext("From {day} on there is one more.").format(day=wording.day(free.next))
    return f"{said} {more}"


def rule_in_words(quota: Quota, wording: Wording) -> str:
    """Which rule it is, how heavy one may be, and where it was read or that it is recalled."""
    gettext = wording.gettext
    parts = [
        wording.legal(LegalReference.parse(f"RU-UIK {quota.article}"))
        if quota.article.isdecimal()
        else gettext(N_("rules of pre-trial centres"))
    ]
    if quota.kilograms:
        parts.append(gettext("{number} kg each at most").format(number=quota.kilograms))
    if quota.monthly:
        parts.append(gettext("{number} kg a month in all").format(number=quota.monthly))
    if quota.basis.read:
        parts.append(gettext("read at {source}").format(source=quota.basis.source))
    else:
        parts.append(gettext("recalled, to be checked"))
    return "; ".join(parts)


def _this_month(rows: Iterable[Parcel], visit: Visit) -> str:
    """How heavy what went this month was, as far as somebody weighed it; empty for nothing."""
    first = visit.today.replace(day=1)
    weights = [
        one.kilograms
        for one in rows
        if one.kilograms and one.sent and one.sent >= first and one.state != Parcel.State.RETURNED
    ]
    if not weights:
        return ""
    number = visit.wording.number(sum(weights, Decimal(0)))
    return visit.wording.gettext("This month {number} kg went.").format(number=number)


def _row(one: Parcel, visit: Visit) -> Row:
    day = one.ended or one.sent or one.reserved
    is_ours = visit.role is not Role.SUPPORT
    kilograms = visit.wording.number(one.kilograms) if one.kilograms else ""
    return Row(
        number=one.pk,
        way=one.way,
        state=one.state,
        day=visit.wording.day(day),
        weight=visit.wording.gettext("{number} kg").format(number=kilograms) if kilograms else "",
        partner=one.partner if is_ours else "",
        whose=whose(one.by_id, visit) if is_ours and not one.partner else "",
    )
