"""Which addresses of the network a page may be fetched from: those of the public internet alone.

A link in a document can name a machine of the reader's own network, or this one. Invariants:

- An address that carries another inside it (mapped, tunnelled) is judged by both. Addresses that
  are translated on the way (64:ff9b::) are reserved and shut.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Whether it lies in the public internet: not private, local, reserved or for many at once."""
    return all(_is_plain_public(one) for one in (address, *_inside(address)))


def _is_plain_public(address: Address) -> bool:
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_loopback
        and not address.is_link_local
        and not address.is_unspecified
    )


def _inside(address: Address) -> Iterator[Address]:
    """The addresses of the old kind that one of the new kind leads to."""
    if isinstance(address, IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
