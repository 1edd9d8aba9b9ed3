"""Says in sentences what a statement would change if it counted."""

from collections.abc import Iterator

from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dispute
from khronika.editions.label import field_name
from khronika.editions.show import show
from khronika.review.effect import Effect, Stand, effect
from khronika.schema.claim import Claim
from khronika.schema.kind import kind
from khronika.schema.label import status_label
from khronika.values.sentence import N_

_STANDS = {
    Stand.KNOWN: N_("This very statement is in the record already."),
    Stand.MATCHING: N_("The record says so already; this is one more place where it stands."),
    Stand.NEW: N_("Nothing of the kind is on the page yet."),
    Stand.CONTRADICTING: N_("The page would show that sources disagree."),
}


def sentences(claim: Claim, visit: Visit) -> tuple[str, ...]:
    """What would change, the most important first."""
    found = effect(claim, visit.snapshot.reading.material, as_of=visit.today)
    return tuple(_said(found, claim, visit))


def _said(found: Effect, claim: Claim, visit: Visit) -> Iterator[str]:
    gettext = visit.wording.gettext
    if found.stand is Stand.MATCHING and found.adds:
        fields = visit.wording.join([field_name(claim.kind, n, visit.reader) for n in found.adds])
        yield gettext("It adds to what the record says already: {fields}.").format(fields=fields)
    else:
        yield gettext(_STANDS[found.stand])
    yield from (_dispute(one, visit) for one in found.disputes)
    if found.before and found.after:
        before = status_label(found.before.value, visit.language)
        after = status_label(found.after.value, visit.language)
        yield gettext("Where they stand today would change: {before} → {after}.").format(
            before=before, after=after
        )


def _dispute(one: Dispute, visit: Visit) -> str:
    if one.rule:
        return visit.wording.say(one.rule)
    spec = kind(one.kind).field(one.field)
    values = [show(v.value, spec, reader=visit.reader, said_in="").text for v in one.values]
    said = visit.wording.gettext("{label}: {said}")
    return said.format(label=field_name(one.kind, one.field, visit.reader), said=" / ".join(values))
