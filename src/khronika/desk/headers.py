"""What every answer forbids the browser: other hosts, inline scripts, frames, keeping pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


class Headers:
    """Puts the headers on every answer; what is not a static file is kept by nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers; a host this desk does not go by gets none of it."""
        request.get_host()  # raises, and is answered with 400
        response = self._get_response(request)
        for name, text in _HEADERS.items():
            response.headers.setdefault(name, text)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
