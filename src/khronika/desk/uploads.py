"""Takes files that are sent: to the disk as they come, from those who may, up to a size.

Invariants:

- No file is held in memory, and one that is too large is refused before it is whole.
- Where no file is asked for, none is kept.
"""

from typing import TYPE_CHECKING, cast

from django.core.files.uploadhandler import SkipFile, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from khronika.desk.rules import RULES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from khronika.desk.visit import Request

MOST = 100_000_000  # bytes of all files of one form; a larger one is added on the desk's machine


class ToDisk(TemporaryFileUploadHandler):
    """Writes each file into a temporary one, and counts what came in all."""

    received = 0

    def new_file(  # noqa: PLR0913, PLR0917 - Django's signature
        self,
        field_name: str,
        file_name: str,
        content_type: str,
        content_length: int | None,
        charset: str | None = None,
        content_type_extra: dict[str, bytes] | None = None,
    ) -> None:
        """A file begins; it is passed over unless somebody may send one here."""
        if not self._may_come():
            raise SkipFile
        super().new_file(
            field_name, file_name, content_type, content_length, charset, content_type_extra
        )

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """A piece of it."""
        self.received += len(raw_data)
        if self.received > MOST:
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """The file, or None for one that was passed over."""
        return super().file_complete(file_size) if self._may_come() else None

    def _may_come(self) -> bool:
        request = cast("Request", self.request)
        if not hasattr(request, "visit") or not request.resolver_match:
            return False
        rule = RULES.get(request.resolver_match.url_name or "")
        return rule is not None and rule.files and rule.allows(request.visit.role, "POST")


def is_too_large(request: HttpRequest) -> bool:
    """Whether more was sent than is taken; nothing of it was kept."""
    handlers = (one for one in request.upload_handlers if isinstance(one, ToDisk))
    return any(one.received > MOST for one in handlers)
