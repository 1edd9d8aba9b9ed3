"""What speaks for and against two names being one person's."""

from khronika.values.sentence import N_

SENTENCES = {
    "identity.birth-agrees": N_("The dates of birth agree: {ours}, {theirs}."),
    "identity.birth-differs": N_("The dates of birth differ: {ours}, {theirs}."),
    "identity.cannot-tell": N_("One of the names has no letters to compare."),
    "identity.initial": N_("{initial} can stand for {name}."),
    "identity.left-over": N_("Only one of the names has: {words}."),
    "identity.one-word": N_("A single word says little about who is meant."),
    "identity.other-initial": N_("{initial} cannot stand for {name}."),
    "identity.other-name": N_("{ours} and {theirs} are different given names."),
    "identity.patronymics-agree": N_("The patronymics agree: {ours}, {theirs}."),
    "identity.patronymics-differ": N_("The patronymics differ: {ours}, {theirs}."),
    "identity.same-article": N_("Both are charged under {articles}."),
    "identity.same-case": N_("Both are in the case {case}."),
    "identity.same-name": N_("{ours} and {theirs} are forms of one given name."),
    "identity.same-place": N_("Both are connected with {place}."),
    "identity.same-sound": N_("{ours} and {theirs} are spellings of one word."),
    "identity.similar-sound": N_("{ours} and {theirs} sound alike, but not the same."),
    "identity.unlike": N_("{ours} and {theirs} do not sound alike."),
}
