"""Every address of the desk, from its own table, and one example of each."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

PARTS = {
    "slug": "belova-alena", "name": "held", "number": 0, "seat": 1, "path": "index.html",
    "claim": "0" * 64, "source": "paper", "which": "public", "entry": "ruling-0", "lang": "ru",
    "original": "en", "decision": "0" * 64, "day": "2026-11-30",
    "key": "0" * 32,
    "suggestion": "0" * 64,
}  # fmt: skip


def patterns(of: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for one in get_resolver().url_patterns if of is None else of:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


def address_of(pattern: URLPattern) -> str:
    names = pattern.pattern.regex.groupindex
    parts = {name: PARTS[name] for name in names}
    if pattern.name == "case":
        parts["slug"] = "square"
    return reverse(str(pattern.name), kwargs=parts)


ADDRESSES = {str(one.name): one for one in patterns()}
