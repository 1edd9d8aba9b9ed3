"""What the rules for letters, parcels and money have to say."""

from khronika.values.sentence import N_

_LETTER = {
    "letter.banned": N_("A court order forbids letters."),
    "letter.dead": N_("A death is recorded."),
    "letter.in-force": N_(
        "The verdict has come into force since the address was confirmed: a transfer is near."
    ),
    "letter.in-transit": N_("The person is being moved. Wait for a new address."),
    "letter.may": N_("Letters can be sent. Do not use the address after {date}."),
    "letter.moved": N_("The person may have been moved since the address was confirmed."),
    "letter.name-unchecked": N_(
        "Nobody who knows has confirmed how the name is written in Cyrillic."
    ),
    "letter.no-address": N_("There is no letter address that may be used."),
    "letter.not-held": N_("By what is known the person is not in an institution."),
    "letter.not-institution": N_("The address is not that of an institution."),
    "letter.returned": N_("A letter to this address came back."),
    "letter.said-no": N_("The person, or who speaks for them, wants no letters."),
    "letter.short-custody": N_("Police custody lasts for days; a letter would come too late."),
    "letter.stale": N_("The address was last confirmed on {date}; that is too long ago."),
    "letter.status-unknown": N_("It is not known where the person is."),
    "letter.unconfirmed": N_("Nobody has confirmed the address."),
    "letter.under-order": N_(
        "Under house arrest or a ban on certain actions a letter can do harm; ask counsel."
    ),
    "letter.whereabouts-unknown": N_("The whereabouts are not known."),
}

_MONEY = {
    "money.account-blocked": N_("Accounts of people on this list are blocked."),
    "money.ask-first": N_(
        "Send money only in the way that the person, the family or the support group names."
    ),
    "money.listed": N_(
        "The person is on the state’s list of terrorists and extremists: a payment can put the "
        "sender at risk."
    ),
}

_PACK = {
    "pack.fewer": N_("{asked} were asked for; {found} can be written to."),
    "pack.letters-unknown": N_(
        "Who has waited longest is not known here: the record of letters was not handed in. The "
        "order is that of names."
    ),
    "pack.no-consent": N_("There is no consent to give out the address for letters."),
    "pack.not-chosen": N_("Letters are possible; not chosen for this pack."),
}

SENTENCES = {**_LETTER, **_MONEY, **_PACK}
