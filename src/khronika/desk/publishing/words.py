"""What editions and uses are called on the pages of publishing."""

from khronika.schema.visibility import Use
from khronika.values.sentence import N_

USES = {
    Use.PUBLIC: N_("For everybody: the site"),
    Use.LETTERS: N_("For evenings of letters"),
    Use.UN: N_("For the United Nations"),
    Use.PARTNER: N_("For partners"),
}
EDITION_NAMES = {
    "atom": N_("Records for archives (AtoM)"),
    "book": N_("Book"),
    "brochure": N_("Brochure"),
    "calendar": N_("Calendar of dates"),
    "data": N_("Open data"),
    "ftm": N_("Data for investigators (FollowTheMoney)"),
    "letters": N_("Packs for writing letters"),
    "petition": N_("Actions and forms"),
    "panel": N_("Panels of an exhibition"),
    "poster": N_("Posters"),
    "share": N_("Pictures to share"),
    "site": N_("Website"),
    "slides": N_("Slides"),
}
