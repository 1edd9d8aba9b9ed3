"""What the review has to say."""

from khronika.values.sentence import N_

SENTENCES = {
    "review.address": N_("A second reader has to confirm a letter address."),
    "review.new-person": N_("A second reader has to confirm a person who is not in the record."),
    "review.portrait": N_("A second reader has to confirm a portrait."),
    "review.unsealing": N_("A second reader has to confirm that this is unsealed."),
}
