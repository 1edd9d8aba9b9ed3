"""Words inside a picture: what stands on a card, as a text in its file.

A picture cannot be searched, read aloud or looked through for what may not leave. So each carries
its words as its description (PNG, chunk iTXt), where programs that show it can find them.
"""

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_END = len(_SIGNATURE) + 25  # behind the first chunk, which is always the header


def with_description(png: bytes, words: str) -> bytes:
    """The picture with these words as its description, not compressed."""
    text = b"Description\0\0\0\0\0" + words.encode("utf-8")
    chunk = b"iTXt" + text
    framed = struct.pack(">I", len(text)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:_HEADER_END] + framed + png[_HEADER_END:]
