"""What stands where a portrait would: a plain frame, for everybody alike.

Invariants:

- Neither face, outline nor initials: nothing that looks like somebody, and nothing that makes one
  person more present than another.
"""

from html import escape


def empty_frame(words: str) -> str:
    """The frame as SVG, with the words that say what it is."""
    return (
        '<svg class="portrait" role="img" aria-labelledby="portrait-title" viewBox="0 0 100 125">\n'
        f'<title id="portrait-title">{escape(words, quote=False)}</title>\n'
        '<rect class="portrait-frame" x="1" y="1" width="98" height="123"/>\n'
        '<rect class="portrait-mount" x="11" y="11" width="78" height="103"/>\n'
        '<line class="portrait-line" x1="38" y1="62.5" x2="62" y2="62.5"/>\n</svg>'
    )
