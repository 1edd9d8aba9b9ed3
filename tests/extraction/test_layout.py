from khronika.extraction.layout import Paragraph, paragraphs, sentences
from khronika.intake.reading import PartKind

BROKEN = (
    "The court heard the case of the three friends for most of the day and the\n\n\n\n"
    "Three friends in the dock\n\nnext morning it gave its verdict in public.\n"
)


def whole(text: str) -> list[str]:
    return [one.text for one in paragraphs(text)]


def test_a_sentence_broken_by_a_caption_is_whole_again() -> None:
    joined = [one for one in whole(BROKEN) if "next morning" in one]
    assert joined == [
        BROKEN.split("\n", maxsplit=1)[0] + " next morning it gave its verdict in public."
    ]


def test_every_place_of_a_joined_paragraph_leads_back() -> None:
    paragraph = paragraphs(BROKEN)[0]
    at = paragraph.text.index("verdict")
    start, end = paragraph.passage(at, at + len("verdict"))
    assert BROKEN[start:end] == "verdict"


def test_capitals_alone_on_a_line_are_a_heading() -> None:
    assert paragraphs("\nTHE CASE OF TWO FRIENDS\n\nThey met.")[0].kind is PartKind.HEADING


def test_short_lines_stand_apart_and_wrapped_ones_together() -> None:
    card = "Ladogin Saveliy\nborn 1990\nArticle 205.2"
    assert whole(card) == card.split("\n")
    wrapped = "A line that is long enough to have been wrapped at\nthe edge of a page. And more."
    assert len(whole(wrapped)) == 1


def cut(text: str) -> list[str]:
    [paragraph] = paragraphs(text)
    assert isinstance(paragraph, Paragraph)
    return [paragraph.text[start:end].strip() for start, end in sentences(paragraph)]


def test_abbreviations_end_no_sentence() -> None:
    assert (
        len(cut("Обвинение по ч. 2 ст. 205.2 УК РФ предъявлено С. П. Ладогину. Он не согласен."))
        == 2
    )
    assert len(cut("The case No. 5 of Dr. Zimin was heard. It was adjourned.")) == 2
