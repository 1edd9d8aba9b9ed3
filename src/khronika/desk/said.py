"""What could not be done, in the visitor's language, as far as such things happen at a desk.

The rooms say their errors in English, for a terminal. The desk says those that a visitor meets in
the visitor's language; any other is shown as it is, marked as English.
"""

from collections.abc import Mapping

from khronika.casebook.alone import WrittenNow
from khronika.casebook.manuscript_writing import ChangedMeanwhile as TextChanged
from khronika.casebook.withdrawing import UnknownPerson
from khronika.casebook.writes import NotWritten
from khronika.casebook.writing import CannotWrite
from khronika.desk.accounts.writes import NoSecondStep
from khronika.errors import KhronikaError
from khronika.ledger.engine import StoreUnavailable
from khronika.ledger.inadmissible import Inadmissible, SealedRefused
from khronika.ledger.migrations import NewerStore
from khronika.review.second_reader import SamePerson
from khronika.review.suggestion import NotOpen
from khronika.values.language import SOURCE_LANGUAGE
from khronika.values.sentence import N_
from khronika.values.wording import Wording
from khronika.vault.vault import DamagedBlob, MissingBlob, VaultUnwritable

_DISK = N_("The disk refused. Nothing was changed; make room or rights, and do it again.")
_STORE = N_(
    "The record cannot be reached. Nothing was changed; tell whoever looks after this desk."
)
_BYTES = N_("What is kept of this document is missing or damaged. Run khronika verify.")
_SENTENCES: Mapping[type[KhronikaError], str] = {
    SamePerson: N_("Somebody else has to say yes: you recorded or changed it yourself."),
    NotOpen: N_("Somebody has answered this already. Load the page again."),
    NoSecondStep: N_("Set up your own second step before you let somebody else in."),
    TextChanged: N_("Somebody else changed this text meanwhile. Load the page again."),
    WrittenNow: N_("Something is being published at this moment. Wait, and try again."),
    UnknownPerson: N_("Nobody in the record goes by this. Load the page again."),
    SealedRefused: N_(
        "This is sealed by its nature and is written into no record. Keep it elsewhere."
    ),
    Inadmissible: N_("The record does not take this: something in it does not fit together."),
    NotWritten: _DISK,
    CannotWrite: _DISK,
    VaultUnwritable: _DISK,
    StoreUnavailable: _STORE,
    NewerStore: N_("A newer version wrote this record. Install that version here too."),
    MissingBlob: _BYTES,
    DamagedBlob: _BYTES,
}


def sentence_of(why: KhronikaError, wording: Wording) -> tuple[str, str]:
    """What to say, and its language; empty where that is the visitor's own."""
    for kind, sentence in _SENTENCES.items():
        if isinstance(why, kind):
            return wording.gettext(sentence), ""
    said = wording.gettext(str(why))  # a sentence that names nothing stands in the catalogue whole
    is_said = said != str(why) or wording.language == SOURCE_LANGUAGE
    return said, "" if is_said else SOURCE_LANGUAGE
