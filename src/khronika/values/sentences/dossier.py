"""What the fold has to say: dates ahead, breaches, gaps, stale facts, status."""

from khronika.values.sentence import N_

_AHEAD = {
    "ahead.birthday": N_("Birthday on {date}."),
    "ahead.hearing": N_("Hearing on {date}."),
    "ahead.order-ends": N_("The measure is ordered until {date}."),
    "ahead.term-ends": N_("By our calculation the term ends; release: {date}."),
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
    "gap.reckoned-term-over": N_(
        "By our calculation the term is over; release: {date}. No release is recorded."
    ),
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

SENTENCES = {**_AHEAD, **_FOLD, **_GAP, **_STALE, **_STATUS}
