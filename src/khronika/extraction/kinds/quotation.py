"""The own words of somebody, as the document quotes them.

Invariants:

- Words are given to whoever the sentence says speaks; never to somebody they only mention, nor to
  the person whose mother or lawyer speaks.
"""

from collections.abc import Iterator

from khronika.extraction.cast import Person
from khronika.extraction.linking import Found, Linked
from khronika.extraction.marking import Atom
from khronika.extraction.sign import Sign
from khronika.schema.claim import Speaker
from khronika.schema.value import Text

KIND = "quotation"
SPEAKING = (Sign.PERSON, Sign.BYSTANDER)  # "said Ivan Petrov" sets a name apart, as of a witness


def facts(linked: Linked) -> Iterator[Found]:
    """The quoted words, if one person speaks them."""
    speaker = _speaker(linked)
    if speaker is None:
        return
    marked = linked.heard.marked
    begin, finish = marked.passage(*linked.match.span("quote"))
    fields = {"text": Text(" ".join(marked.text[begin:finish].split()), linked.heard.lang)}
    start, end = marked.passage(*linked.match.span())
    yield Found(KIND, (speaker,), fields, start, end, linked.rule.id, speaker=Speaker.PRISONER)


def _speaker(linked: Linked) -> Person | None:
    """The one person in the words outside the quotation marks; None where it is not one."""
    begin, finish = linked.match.span("quote")
    told = [
        atom
        for atom in linked.heard.marked.atoms
        if linked.match.start() <= atom.at < linked.match.end()
        and not begin <= atom.at < finish
        and atom.sign in SPEAKING
    ]
    if len(told) != 1 or len(told[0].people) != 1 or _is_mentioned(linked, told[0]):
        return None
    return told[0].people[0]


def _is_mentioned(linked: Linked, atom: Atom) -> bool:
    """Whether a name only says whose friend or mother speaks."""
    before = linked.heard.marked.low[max(0, atom.at - 22) : atom.at]
    is_oblique = linked.heard.grammar.lists["link"]["oblique"].search(before) is not None
    return atom.people[0].is_aside or (atom.sign is Sign.PERSON and is_oblique)
