"""What each decision says, in words."""

from khronika.schema.decision import Decision, Verb
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_SAID = {
    Verb.ACCEPT: N_("It counts"),
    Verb.REJECT: N_("It does not count"),
    Verb.PREFER: N_("This version is followed"),
    Verb.MERGE: N_("These are one event"),
    Verb.SPLIT: N_("These are different events"),
    Verb.SAME: N_("The same person"),
    Verb.NOT_SAME: N_("Two different people"),
    Verb.READY: N_("Read, and fit to publish"),
    Verb.REDACT: N_("Destroyed"),
}
_DETAILED = {
    (Verb.OPEN, "public"): N_("Opened: may be published"),
    (Verb.OPEN, "team"): N_("Opened for the team"),
    (Verb.OPEN, "sealed"): N_("Sealed"),
    (Verb.RESTRICT, "public"): N_("Opened: may be published"),
    (Verb.RESTRICT, "team"): N_("Held back: for the team"),
    (Verb.RESTRICT, "sealed"): N_("Sealed"),
    (Verb.CONSENT, "given"): N_("The person agreed"),
    (Verb.CONSENT, "refused"): N_("The person said no"),
    (Verb.CONSENT, "withdrawn"): N_("The person withdrew"),
    (Verb.CONSENT, "unknown"): N_("It is not known what the person wants"),
    (Verb.STANCE, "list"): N_("On the list"),
    (Verb.STANCE, "mention-only"): N_("Named in texts only"),
    (Verb.STANCE, "do-not-list"): N_("Not to be named anywhere"),
}


def said(decision: Decision, wording: Wording) -> str:
    """What was decided."""
    details = decision.details
    value = details.get("level") or details.get("state") or details.get("value") or ""
    text = _DETAILED.get((decision.verb, value)) or _SAID[decision.verb]
    return wording.gettext(text)
