"""Writes texts so that every reader of YAML reads them back as they were."""

import json
import re
from collections.abc import Iterable

# Letters, digits and the few signs that mean nothing to YAML in any place; all else is quoted.
_PLAIN = re.compile(r"[^\W_][\w.()/+–—-]*( [\w.()/+–—-]+)*\Z")
_PLAIN_IN_LIST = re.compile(r"[^\W_][\w./~+-]*( [\w./~+-]+)*\Z")
# Signs that YAML refuses or reads as the end of a line.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """The text as one YAML scalar on one line."""
    return text if _PLAIN.match(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes, whatever signs it holds."""
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def flow_list(texts: Iterable[str]) -> str:
    """The texts as `[one, other]`."""
    return f"[{', '.join(in_flow(one) for one in texts)}]"


def flow_mapping(parts: Iterable[tuple[str, str]]) -> str:
    """The pairs as `{key: value}`."""
    return "{" + ", ".join(f"{key}: {in_flow(text)}" for key, text in parts) + "}"


def in_flow(text: str) -> str:
    """The text as it stands inside brackets or braces."""
    return text if _PLAIN_IN_LIST.match(text) else quoted(text)
