"""Why a file is no picture for us, in the visitor's language."""

from khronika.clearance.picture import NoPicture
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_SENTENCES = {
    "too-large": N_("The file is larger than 20 megabytes. Save it smaller."),
    "too-many-points": N_("The picture has more than forty million points. Save it smaller."),
    "unreadable": N_("This is no JPEG, PNG or WebP picture, or it is damaged. Save it as JPEG."),
    "disguised": N_("The file is also something else than a picture. Save it as JPEG anew."),
    "missing": N_("The picture is not there any more."),
}


def sentence_of(why: NoPicture, wording: Wording) -> str:
    """What is wrong with the file and what to do."""
    return wording.gettext(_SENTENCES.get(why.code, _SENTENCES["unreadable"]))
