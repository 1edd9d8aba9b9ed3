"""Why a statement stays in."""

from khronika.values.sentence import N_

SENTENCES = {
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
