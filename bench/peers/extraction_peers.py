"""Peers of extraction on the text from stdin: natasha, yargy, spaCy's matcher, dateparser.

A peer that is not installed would be no reason to lose the others, so each is imported by itself.

Runs in an environment of its own (`.venv-peers`, see requirements/peers.txt). Prints a line of JSON
for each peer: characters a second of CPU time, and how many things of its sort it found.
"""

import json
import sys
import time
from collections.abc import Callable


def natasha(text: str) -> tuple[int, str]:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # noqa: PLC0415

    doc = Doc(text)
    doc.segment(Segmenter())
    doc.tag_ner(NewsNERTagger(NewsEmbedding()))
    return sum(span.type == "PER" for span in doc.spans), "names of people"


def yargy(text: str) -> tuple[int, str]:
    from yargy import Parser, or_, rule  # noqa: PLC0415
    from yargy.predicates import gram, normalized  # noqa: PLC0415

    verdict = rule(or_(normalized("приговорить"), normalized("задержать")), gram("NOUN").optional())
    return sum(1 for _ in Parser(verdict).findall(text)), "verdicts and arrests"


def spacy(text: str) -> tuple[int, str]:
    import spacy as library  # noqa: PLC0415
    from spacy.matcher import Matcher  # noqa: PLC0415

    nlp = library.blank(sys.argv[1])
    nlp.max_length = 20_000_000
    matcher = Matcher(nlp.vocab)
    verbs = ["detained", "arrested", "sentenced", "charged", "задержали", "приговорил", "арестовал"]
    matcher.add("event", [[{"LOWER": {"IN": verbs}}]])
    matcher.add("term", [[{"LIKE_NUM": True}, {"LOWER": {"IN": ["years", "лет", "года"]}}]])
    return len(matcher(nlp(text))), "words of events and terms"


def dateparser(text: str) -> tuple[int, str]:
    from dateparser.search import search_dates  # noqa: PLC0415

    part = text[:20_000]
    return len(search_dates(part, languages=[sys.argv[1]]) or ()), "dates in the first 20,000"


def measured(peer: Callable[[str], tuple[int, str]], text: str) -> dict[str, object]:
    peer(text[:2_000])
    length = min(len(text), 20_000) if peer is dateparser else len(text)
    start = time.process_time()
    found, what = peer(text)
    rate = length / (time.process_time() - start)
    return {"peer": peer.__name__, "rate": rate, "found": found, "what": what}


def main() -> None:
    text = sys.stdin.read()
    peers = (natasha, yargy, spacy, dateparser) if sys.argv[1] == "ru" else (spacy, dateparser)
    for peer in peers:
        print(json.dumps(measured(peer, text)))


if __name__ == "__main__":
    main()
