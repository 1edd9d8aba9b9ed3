"""What a person said, where it can be repeated without doing the accusers' work.

Invariants:

- Words named in a charge, words said under duress or denied, and words that investigators or courts
  report are never among them.
"""

from collections.abc import Iterator

from khronika.dossier.entry import Entry
from khronika.editions.reader import Reader
from khronika.schema.claim import Speaker
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text

_ACCUSERS = frozenset({Speaker.INVESTIGATION, Speaker.COURT})


def spoken_words(person: SubjectId, reader: Reader) -> Iterator[str]:
    """Each text as it was said, in the order of time."""
    for entry in reader.publication.people[person].of_kind("own-words", "quotation"):
        if not serves_the_accusation(entry, reader):
            yield from (one.text for one in entry.values("text") if isinstance(one, Text))


def serves_the_accusation(entry: Entry, reader: Reader) -> bool:
    """Whether repeating the words could be used against who said them."""
    publication = reader.publication
    duress = set(entry.values("under-duress")) - {Choice("no")}
    return bool(duress or entry.denied_by) or any(
        publication.repeats_charge(one) or publication.claims[one].speaker in _ACCUSERS
        for one in entry.claims
    )
