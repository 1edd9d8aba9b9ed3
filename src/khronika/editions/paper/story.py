"""A text the editors wrote, taken apart for paper."""

from dataclasses import dataclass

from khronika.editions.markdown import Block, Form, blocks
from khronika.editions.prose import chosen_prose, fallback_line
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Story:
    """A text; without blocks there is none. `lang` is set where it is not the sheet's own."""

    blocks: tuple[Block, ...] = ()
    lang: str = ""
    fallback: str = ""

    @property
    def title(self) -> str:
        """The heading the text begins with; empty where it begins otherwise."""
        first = self.blocks[0] if self.blocks else None
        if first is None or first.form is not Form.HEADING:
            return ""
        return "".join(span.text for span in first.lines[0])

    def without_title(self) -> "Story":
        """The text behind its first heading."""
        kept = self.blocks[1:] if self.title else self.blocks
        return Story(kept, self.lang, self.fallback)

    def beginning(self) -> "Story":
        """Its first paragraph."""
        first = [one for one in self.blocks if one.form is Form.PARAGRAPH][:1]
        return Story(tuple(first), self.lang, self.fallback)


def story(reader: Reader, subject: SubjectId | None, *slots: str) -> Story:
    """The text in these slots about the subject, in the best language there is."""
    chosen = chosen_prose(reader, subject, *slots)
    if chosen is None:
        return Story()
    lang = reader.foreign(chosen.lang)
    return Story(blocks(chosen.markdown), lang, fallback_line(chosen, reader))
