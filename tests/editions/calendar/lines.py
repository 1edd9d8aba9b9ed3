"""A second reader of iCalendar, written for the tests from RFC 5545: unfolds, unescapes, nests."""

import re
from dataclasses import dataclass, field

_ESCAPES = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


@dataclass
class Component:
    """A component with its properties (name, parameters and value) and what it holds."""

    name: str
    properties: dict[str, tuple[str, str]] = field(default_factory=dict)
    inner: list["Component"] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The value of a property of type TEXT."""
        return re.sub(r"\\[nN,;\\]", lambda m: _ESCAPES[m[0]], self.properties[name][1])


def parsed(content: bytes) -> Component:
    """The calendar in these bytes; raises where they break the standard."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    stack = [Component("")]
    for line in content[:-2].replace(b"\r\n ", b"").decode().split("\r\n"):
        head, value = re.fullmatch(r'((?:[^":]|"[^"]*")+):(.*)', line, re.DOTALL).groups()  # type: ignore[union-attr]
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].inner.append(done)
        else:
            assert name not in stack[-1].properties, f"{name} stands twice"
            stack[-1].properties[name] = parameters, value
    assert len(stack) == 1
    assert len(stack[0].inner) == 1
    return stack[0].inner[0]
