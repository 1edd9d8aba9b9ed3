"""A QR code as SVG: somebody in front of a poster reaches the page without typing.

Invariants:

- There is one only where the house has an address on the web; nothing that goes into a prison
  carries any.
"""

from io import BytesIO


def qr_code(address: str) -> bytes:
    """The address as a QR code without a border, as SVG; medium error correction."""
    import segno  # noqa: PLC0415 - an extra

    out = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(out, kind="svg", border=0, xmldecl=False, svgclass=None, lineclass=None)
    return out.getvalue()
