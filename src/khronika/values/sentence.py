"""Every sentence a rule may say, in English, under its code.

`Say(code, params)` names a sentence; `wording.py` translates it and fills the `{params}`. To add
one: put it into the table of its room, in the order of codes, and run
`python -m khronika.values.catalogue`, which adds it to every language's catalogue.

- `SENTENCES` holds sentences that stay the same whatever the numbers in them.
- `COUNTED` holds those that change with `{count}`: one, many.

Parameters are printed by what they are (dates, terms, money, legal references, names, numbers,
other sentences); a year is given as a date, because a bare number is printed with separators.
"""

from collections.abc import Mapping
from types import MappingProxyType


def N_(text: str) -> str:  # noqa: N802 - the name gettext users know
    """Mark a text for translation; it is translated where it is said."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the plural sibling of N_
    """Mark a sentence that changes with its `{count}`."""
    return one, many


_AHEAD = {
    "ahead.birthday": N_("Birthday on {date}."),
    "ahead.hearing": N_("Hearing on {date}."),
    "ahead.order-ends": N_("The measure is ordered until {date}."),
}

_CLEARANCE = {
    "clearance.address-not-institution": N_(
        "The letter address is not that of an institution in the table."
    ),
    "clearance.address-overtaken": N_(
        "The letter address was checked before a move, a release or a verdict in force."
    ),
    "clearance.address-stale": N_("The letter address was not checked recently enough."),
    "clearance.address-unconfirmed": N_(
        "The letter address has no day of a check, or nobody named who confirmed it."
    ),
    "clearance.affiliation": N_(
        "Membership leaves only as the person’s own public words or as the accusation."
    ),
    "clearance.closed-words": N_("The words stand only in a source that may not be named."),
    "clearance.consent-before-release": N_(
        "Consent was given before the release and has to be asked for again."
    ),
    "clearance.consent-expired": N_("The consent has run out."),
    "clearance.consent-not-asked": N_("Nobody has asked for consent to this use."),
    "clearance.consent-not-yet": N_("The consent does not hold yet."),
    "clearance.consent-refused": N_("Consent was refused."),
    "clearance.consent-unknown": N_("It is recorded that consent is unknown."),
    "clearance.consent-unreadable": N_(
        "A decision about consent cannot be read and counts as a refusal."
    ),
    "clearance.consent-withdrawn": N_("Consent was withdrawn."),
    "clearance.delicate": N_("This is delicate and leaves only with consent to this use."),
    "clearance.do-not-list": N_("This person is not to be listed."),
    "clearance.faces": N_("Not every face in the picture is agreed or masked."),
    "clearance.flight": N_("It tells where or how somebody left the country."),
    "clearance.gag": N_(
        "An order stands under which the person’s words or letters could cost liberty."
    ),
    "clearance.informer": N_("Nobody is called an informer or collaborator."),
    "clearance.later": N_("It was not yet recorded on the day asked for."),
    "clearance.mention-only": N_("This person is not on the list: named in texts at most."),
    "clearance.minor": N_("The person may be under 18, and nobody consented."),
    "clearance.misplaced": N_("A fact of this kind cannot be about this subject."),
    "clearance.name-withheld": N_("The person’s name is held back, and with it everything else."),
    "clearance.not-accepted": N_("Nobody has accepted this yet."),
    "clearance.not-ready": N_("Nobody has found the person’s page fit to publish."),
    "clearance.only-searched": N_(
        "Nothing public says more than a search or a release; such people are not named."
    ),
    "clearance.rejected": N_("An editor rejected this."),
    "clearance.sealed": N_("This is sealed."),
    "clearance.source-not-public": N_(
        "Consent is unknown, and the source is not open to everybody."
    ),
    "clearance.team": N_("This is for the team."),
}

_FOLD = {
    "fold.excluded": N_("“{field}” does not go with this outcome."),
    "fold.out-of-order": N_("“{then}” is dated before “{first}”."),
}

_GAP = {
    "gap.address-not-fresh": N_("The letter address has not been confirmed in time."),
    "gap.family-silent": N_("Nobody has spoken with the family for a month."),
    "gap.hearing-without-outcome": N_("The outcome of the hearing of {date} is not recorded."),
    "gap.no-address": N_("No checked letter address is recorded."),
    "gap.no-birthday": N_("The day of birth is not recorded."),
    "gap.no-consent": N_("Consent has not been asked for, or has run out."),
    "gap.no-contact": N_("No talk with the family is recorded."),
    "gap.no-word-of-appeal": N_("Nothing is recorded of an appeal against the verdict of {date}."),
    "gap.order-about-to-end": N_(
        "The measure ends on {date}; nothing is recorded of what follows."
    ),
    "gap.order-over": N_("The measure ended on {date}; nothing later is recorded."),
    "gap.term-over": N_("The term should be over, and no release is recorded."),
}

_STALE = {
    "stale.answered-by-later-source": N_(
        "{field}: “{value}” by {source}; “{answer}” by {later}, which is later."
    ),
    "stale.answered-by-other-source": N_(
        "{field}: “{value}” by {source}; “{answer}” by {later}. Which of the two is later is not "
        "known."
    ),
    "stale.dated-source": N_("{title} ({date})"),
    "stale.field": N_("{kind}, {field}"),
    "stale.no-dated-word": N_("No source with a date speaks of this person."),
    "stale.no-word-for-a-year": N_("The newest dated source is of {date}."),
    "stale.status": N_("Status"),
}

_STATUS = {
    "status.acquitted": N_("Released after an acquittal."),
    "status.administrative-arrest": N_("Under administrative arrest."),
    "status.arrest": N_("Detained; no later measure is recorded."),
    "status.arrest-only": N_("An arrest is recorded, and nothing later."),
    "status.arrest-over": N_("The administrative arrest is over; nothing later is recorded."),
    "status.death": N_("A death is recorded."),
    "status.detained": N_("In detention."),
    "status.disputed": N_("The sources disagree about the measure."),
    "status.disputed-order": N_("The sources disagree about what came last."),
    "status.exchanged": N_("Released in an exchange of prisoners."),
    "status.fined": N_("A fine; no deprivation of liberty is recorded."),
    "status.forced-labour": N_("Sentenced to forced labour; no release is recorded."),
    "status.house-arrest": N_("Under house arrest."),
    "status.in-exile": N_("Outside the country."),
    "status.in-transit": N_("Being moved to another facility; the place is not known."),
    "status.nothing": N_("Nothing recorded says where this person is."),
    "status.order-ended": N_("The measure was ordered until {date}; nothing later is recorded."),
    "status.pre-trial": N_("In pre-trial detention."),
    "status.released": N_("A release is recorded."),
    "status.restricted": N_("Under a ban on certain actions, bail or a written undertaking."),
    "status.ruling-acquitted": N_("Acquitted by a court."),
    "status.ruling-annulled": N_("The verdict was annulled; the case goes on."),
    "status.ruling-returned": N_("The case was returned for a new trial."),
    "status.ruling-terminated": N_("The case was terminated by a court."),
    "status.sentenced": N_("Sentenced to deprivation of liberty; no release is recorded."),
    "status.serving": N_("Serving a sentence."),
    "status.suspended": N_("A suspended sentence or probation."),
    "status.term-over": N_("The term should be over; no release is recorded."),
    "status.treatment": N_("In a hospital or under treatment by decision of a court."),
    "status.wanted": N_("Declared wanted."),
    "status.whereabouts-unknown": N_("The whereabouts are not known."),
}

_VALUES = {
    "values.ambiguous-date": N_(
        "“{text}” can mean {first} or {second}. Which one? Write the month as a word, or "
        "year-month-day."
    ),
    "values.date-not-understood": N_(
        "“{text}” was not understood as a date. Write 30.08.2022, 30 August 2022, August 2022, "
        "summer 2022, about 2022, or between June and July 2022."
    ),
    "values.date-without-year": N_("“{text}” has no year. Write 30.08.2022 or August 2022."),
    "values.impossible-date": N_("“{text}” is not in the calendar. Check the day and the month."),
    "values.reversed-span": N_("“{text}” ends before it begins. Write the earlier date first."),
    "values.understood-date": N_("Understood as {date}."),
}

SENTENCES: Mapping[str, str] = MappingProxyType(
    {**_AHEAD, **_CLEARANCE, **_FOLD, **_GAP, **_STALE, **_STATUS, **_VALUES}
)

COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType({})
