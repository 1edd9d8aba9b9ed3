"""Opens documents that are a zip of XML, as DOCX, ODT and EPUB are: both can be traps.

Invariants:

- Nothing is unpacked before its size is known, and no more of it than it said.
- XML that defines entities of its own is refused; nothing outside the document is ever fetched.
"""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from khronika.intake.limits import Limits
from khronika.intake.unreadable import damaged, entities, locked, too_much

_HEAD = 8_000  # a definition of entities stands before the first element
_DEFINES = b"<!ENTITY"


class Packed:
    """A zip that keeps within the limits."""

    def __init__(self, untrusted: bytes, limits: Limits) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(untrusted))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as why:
            raise damaged() from why
        members = self._archive.infolist()
        if len(members) > limits.members or sum(one.file_size for one in members) > limits.unpacked:
            raise too_much()
        if any(one.flag_bits & 1 for one in members):
            raise locked()
        self.names = frozenset(one.filename for one in members)

    def member(self, name: str) -> bytes:
        """The bytes of one file in it; never more than its entry says."""
        try:
            with self._archive.open(name) as file:
                return file.read(self._archive.getinfo(name).file_size)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as why:
            raise damaged() from why
        except (NotImplementedError, RuntimeError) as why:
            raise damaged() from why

    def tree(self, name: str) -> Element:
        """The XML of one file in it."""
        return tree_of(self.member(name))

    def check_xml(self) -> None:
        """Raise if any XML in it defines entities; for readers that parse it themselves."""
        for name in sorted(self.names):
            if name.endswith((".xml", ".rels")):
                head = self.member(name)[:_HEAD].replace(b"\x00", b"")
                if _DEFINES in head.upper():
                    raise entities()


def tree_of(untrusted: bytes) -> Element:
    """The XML of these bytes."""
    try:
        tree: Element = fromstring(untrusted)
    except DefusedXmlException as why:
        raise entities() from why
    except (ParseError, ValueError, LookupError) as why:
        raise damaged() from why
    return tree
