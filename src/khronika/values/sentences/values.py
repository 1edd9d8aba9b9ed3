"""What reading a value has to say."""

from khronika.values.sentence import N_

SENTENCES = {
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
