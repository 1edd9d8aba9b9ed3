"""What the arithmetic of terms and the checks against the law have to say."""

from khronika.values.sentence import N_

_ANSWER = {
    "law.last-day": N_("Last day of the term: {date}."),
    "law.not-for-publication": N_("A rule in this was not checked: not for publication."),
    "law.release": N_("Release: {date}."),
    "law.reported-release": N_("Reported release: {date}."),
    "law.reports-differ": N_("The reckoning and the report do not meet."),
}

_CHARGE = {
    "law.a-year": N_("the end of a time counted from the day it came into force"),
    "law.custody-listed": N_("Custody counts day for day (art. 72 part 3.2)."),
    "law.custody-mixed": N_(
        "One of the articles is on the list of art. 72 part 3.2: courts credit custody day for day."
    ),
    "law.custody-plain": N_("Custody counts by the kind of colony (art. 72 part 3.1)."),
    "law.custody-unknown": N_(
        "Whether custody counts day for day depends on the part or on the facts."
    ),
    "law.edition-of-the-day": N_("The edition in force on the day of the act: {date}."),
    "law.fine": N_("a fine from {least} to {most}."),
    "law.gravity-especially-grave": N_("especially grave"),
    "law.gravity-grave": N_("grave"),
    "law.gravity-medium": N_("of medium gravity"),
    "law.gravity-small": N_("of small gravity"),
    "law.lowered": N_("At most {most}."),
    "law.milder-edition": N_("A milder edition came after the act ({date}) and holds."),
    "law.no-imprisonment": N_("no imprisonment; {gravity}."),
    "law.or-life": N_("{most}, or life"),
    "law.role": N_("The limits stay those of the article."),
    "law.threat": N_("imprisonment from {least} to {most}; {gravity}."),
    "law.together": N_("All charges together: at most {most}."),
    "law.two-months": N_("2 months"),
    "law.unpunished": N_("Preparation of a crime that is not grave is not punished."),
    "law.window": N_("A second finding opens {opens} until {date}, at the least."),
    "law.window-of-several": N_(
        "Several findings in a row open {opens} until {date}, at the least."
    ),
}

_STEPS = {
    "law.step": N_("{what} Rule: {rule} ({place}; {version}; {mark})."),
    "law.mark-read": N_("read in a source"),
    "law.mark-recall": N_("not checked against a source"),
    "law.version-since": N_("in force since {date}"),
    "law.version-until": N_("in force until {date}"),
    "law.version-undated": N_("day of entry into force not recorded"),
    "law.range": N_("{low} to {high}"),
    "law.or-later": N_("{date} or later"),
    "law.term": N_("{term}, counted from {start}: without any credit the last day is {end}."),
    "law.in-force": N_("The verdict came into force: {date}."),
    "law.credit": N_("Days of {measure}: {days}; they count as {worth}."),
    "law.rule-at": N_("{rule} ({place})"),
    "law.served": N_("Days served: {days}; they count as {worth}."),
    "law.reaches-back": N_("Days added by a milder law for the time before it: {worth}."),
    "law.release-differs": N_(
        "By our calculation the release falls on {date}; sources report another day."
    ),
    "law.time-served": N_(
        "The term was covered by {last}, before the ruling of {date}; days held beyond the term: "
        "{days} at most."
    ),
    "law.release-day": N_(
        "Last day of the term: {last}. Where it is a day off, release is on the working day "
        "before: {release}."
    ),
    "law.fine-after-custody": N_(
        "A court reduces a fine after custody, or frees from it; the law names no sum."
    ),
}

_PAROLE = {
    "law.earliest-forced-labour": N_(
        "Forced labour in place of the rest can be asked for from: {date}."
    ),
    "law.earliest-parole": N_("Parole can be asked for from: {date}."),
    "law.earliest-replacement": N_("A milder punishment can be asked for from: {date}."),
    "law.gravity-not-recorded": N_("What the article threatens is not recorded."),
    "law.no-parole-from-life": N_("There is no parole from a life sentence for this article."),
    "law.share": N_("Share of the term to be served: {share}."),
    "law.share-of-life": N_("Counted from the first day in custody."),
    "law.strictest-share": N_("The strictest share is taken; custody counts with its worth."),
}

_MEASURES = {
    "law.measure-administrative": N_("administrative arrest"),
    "law.measure-bail": N_("bail or a written undertaking"),
    "law.measure-ban-on-actions": N_("a ban on certain actions"),
    "law.measure-detained": N_("detention"),
    "law.measure-home-ban": N_("a ban on leaving home"),
    "law.measure-hospital": N_("hospital by order of a court"),
    "law.measure-house-arrest": N_("house arrest"),
    "law.measure-other-ban": N_("other bans"),
    "law.measure-pretrial": N_("custody"),
    "law.measure-psychiatric": N_("psychiatric hospital by order of a court"),
    "law.measure-punishment-cell": N_("punishment cell"),
}

_ASSUMED = {
    "law.assumed-back-in-custody": N_(
        "Assumed: when the verdict was annulled, custody began again on that day."
    ),
    "law.assumed-charges": N_("No ruling names an article; those of the charges are taken for it."),
    "law.assumed-force-not-known": N_(
        "It is not known when the verdict came into force; every day it may have been is counted."
    ),
    "law.assumed-moved-days-not-known": N_(
        "Which days off are moved in that year is not decided yet; the release may be a day off."
    ),
    "law.assumed-perhaps-at-large": N_(
        "It is not known whether the person was in custody between the verdict and its entry into "
        "force; both are counted."
    ),
    "law.assumed-regime-not-known": N_("The kind of colony is not known; every kind is counted."),
    "law.assumed-serving-from-force": N_(
        "Assumed: the sentence is served from the day the term is counted from, without a break."
    ),
    "law.assumed-unbroken": N_("Assumed: custody was not interrupted."),
}

_NOT_PREDICTED = {
    "law.not-predicted-annulled": N_("Not predicted: the verdict was annulled."),
    "law.not-predicted-at-large": N_("Not predicted: the person is not in custody."),
    "law.not-predicted-death": N_("Not predicted: a death is recorded."),
    "law.not-predicted-disputed": N_("Not predicted: the sources disagree about the sentence."),
    "law.not-predicted-exchange": N_("Not predicted: an exchange of prisoners decides."),
    "law.not-predicted-extradition": N_("Not predicted: an extradition is under way."),
    "law.not-predicted-fine": N_("Nothing to reckon: the sentence is a fine."),
    "law.not-predicted-life": N_("Not predicted: a life sentence has no last day."),
    "law.not-predicted-no-sentence": N_("Nothing to reckon: no sentence stands."),
    "law.not-predicted-no-start": N_(
        "Not predicted: neither a day in custody nor the day of entry into force is known."
    ),
    "law.not-predicted-no-term": N_("Nothing to reckon: no term of imprisonment is known."),
    "law.not-predicted-second-case": N_("Not predicted: another case is open."),
    "law.not-predicted-suspended": N_("Nothing to reckon: the sentence is suspended."),
    "law.not-predicted-undated-measure": N_(
        "Not predicted: a measure without dates decides how much is credited."
    ),
    "law.not-predicted-undetermined-custody": N_(
        "Not predicted: it is not known whether the person was in custody all the time that counts."
    ),
    "law.not-predicted-war-contract": N_(
        "Not predicted: a contract with the army may end the sentence."
    ),
}

_ALL = {
    **_ANSWER,
    **_ASSUMED,
    **_CHARGE,
    **_MEASURES,
    **_NOT_PREDICTED,
    **_PAROLE,
    **_STEPS,
}
SENTENCES = dict(sorted(_ALL.items()))
