"""How the reading room is opened."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import msgspec

LARGEST_REQUEST = 64 * 1024 * 1024
LARGEST_FORM = 1024 * 1024


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What is told when the reading room is opened.

    Attributes:
        location: The ledger: a file or the address of a database.
        host: The address that it listens on.
        port: The port.
        accounts: The file with the accounts; ``None`` where everybody may come in.
        names: Names by which it is reached from outside.
        secure: Whether it is reached by HTTPS only.
    """

    location: str
    host: str = "127.0.0.1"
    port: int = 8000
    accounts: Path | None = None
    names: tuple[str, ...] = ()
    secure: bool = False

    @property
    def open_to_others(self) -> bool:
        """Whether others than the users of this machine can reach it."""
        return bool(self.names) or not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address is one that only this machine reaches.

    Args:
        host: An address or a name.

    Returns:
        Whether it is.
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def accounts_beside(location: str) -> Path | None:
    """Where the accounts of a ledger lie, if nothing else is told.

    Args:
        location: The ledger.

    Returns:
        A file beside that of the ledger; ``None`` for a ledger that is no file.
    """
    return None if "://" in location else Path(f"{location}.accounts.json")
