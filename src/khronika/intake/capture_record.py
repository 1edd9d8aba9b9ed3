"""Writes down how a page was fetched, as a web archive (WARC).

Invariants:

- The record holds what was asked and answered at each step, the time and the address asked.
- The same exchange at the same time gives the same bytes.
"""

import hashlib
import io
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Headers = tuple[tuple[str, str], ...]
# What the connection was done with and the body, as it is kept, is not.
_OF_THE_LINE = frozenset({"transfer-encoding", "connection", "keep-alive"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer; `at` is in UTC (ISO 8601), `address` that of who was asked."""

    url: str
    at: str
    address: str
    asked: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The first header of this name; empty if there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def archive(exchanges: Sequence[Exchange]) -> bytes:
    """The web archive of a page and of the redirects that led to it."""
    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=True)
    for exchange in exchanges:
        _write(writer, exchange, "request", b"", _request_head(exchange))
        _write(writer, exchange, "response", exchange.body, _response_head(exchange))
    return kept.getvalue()


def _write(
    writer: WARCWriter, exchange: Exchange, kind: str, body: bytes, head: StatusAndHeaders
) -> None:
    digest = hashlib.sha256(body).hexdigest()
    name = f"{kind} {exchange.at} {exchange.url} {digest}"
    own = {
        "WARC-Date": exchange.at,
        "WARC-IP-Address": exchange.address,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>",
        "WARC-Payload-Digest": f"sha256:{digest}",
    }
    record = writer.create_warc_record(
        exchange.url, kind, io.BytesIO(body), len(body), http_headers=head, warc_headers_dict=own
    )
    writer.write_record(record)


def _request_head(exchange: Exchange) -> StatusAndHeaders:
    path = "/" + exchange.url.split("/", 3)[3] if exchange.url.count("/") > 2 else "/"
    asked = [*exchange.asked]
    return StatusAndHeaders(f"GET {path} HTTP/1.1", asked, is_http_request=True)


def _response_head(exchange: Exchange) -> StatusAndHeaders:
    told = [(key, value) for key, value in exchange.headers if key.lower() not in _OF_THE_LINE]
    return StatusAndHeaders(f"{exchange.status} {exchange.reason}", told, protocol="HTTP/1.1")
