"""What the week asks of a group about its own business."""

from khronika.values.sentence import N_

SENTENCES = {
    "week.came-back": N_("A letter came back on {date}; the address has to be confirmed."),
    "week.detained": N_("Detained since {date}: the clock is running."),
    "week.letter-unheard": N_("What became of the letter of {date}?"),
    "week.never-written": N_("No letter to them is noted here. Who writes?"),
    "week.parcel-waits": N_("A parcel is reserved since {date}. Does it go?"),
    "week.payment-waits": N_("Money was asked for on {date} and is not paid."),
    "week.petition-late": N_("The answer to a petition was due by {date}."),
    "week.reply": N_("An answer came on {date}. Who writes back?"),
    "week.reply-taken": N_("An answer came on {date}. Somebody writes back."),
    "week.waits": N_("The last letter went on {date}. Who writes?"),
}
