"""Who may come in: names, roles and passwords (argon2id), kept in one file."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from verbale.errors import UsageError

Role = Literal["reader", "editor"]
SHORTEST = 10  # characters of a password
_NAME = re.compile(r"[\w.@-]{1,64}")
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("the password of nobody, which takes as long to check")


class Account(msgspec.Struct, frozen=True):
    """One person.

    Attributes:
        name: By which the person comes in.
        role: ``reader`` or ``editor``, who may also add and correct.
        password: The argon2id hash.
    """

    name: str
    role: Role
    password: str


class _File(msgspec.Struct, frozen=True):
    accounts: tuple[Account, ...]
    format: Literal["verbale-accounts/1"] = "verbale-accounts/1"


class Accounts:
    """The accounts of a file, read anew when it has changed.

    Args:
        path: The file, which need not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._read: tuple[int, dict[str, Account]] | None = None

    def all(self) -> dict[str, Account]:
        """The accounts by their names.

        Raises:
            UsageError: The file cannot be read.
        """
        with self._lock:
            try:
                stamp = self.path.stat().st_mtime_ns
                if self._read is None or self._read[0] != stamp:
                    told = msgspec.json.decode(self.path.read_bytes(), type=_File)
                    self._read = stamp, {account.name: account for account in told.accounts}
            except FileNotFoundError:
                return {}
            except (OSError, msgspec.DecodeError) as error:
                raise UsageError(f"{self.path}: no file of accounts: {error}") from error
            return self._read[1]

    def checked(self, name: str, password: str) -> Account | None:
        """The account that a name and a password open; it takes as long where there is none.

        Args:
            name: The name.
            password: The password.

        Returns:
            The account, ``None`` where the two do not belong together.
        """
        account = self.all().get(name)
        with contextlib.suppress(VerificationError, InvalidHashError):
            _HASHER.verify(account.password if account else _NOBODY, password)
            return account
        return None

    def keep(self, name: str, role: Role, password: str) -> None:
        """Make an account, or give one that is there another role and password.

        Args:
            name: Letters, digits and ``. _ @ -``.
            role: What the person may do.
            password: At least ten characters.

        Raises:
            UsageError: The name or the password cannot be used.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r}: no name for an account; use up to 64 letters, digits and . _ @ -")
        if len(password) < SHORTEST:
            raise UsageError(f"a password has at least {SHORTEST} characters")
        with self._changing() as accounts:
            accounts[name] = Account(name, role, _HASHER.hash(password))

    def remove(self, name: str) -> None:
        """Take an account away.

        Args:
            name: Its name.

        Raises:
            UsageError: There is none.
        """
        with self._changing() as accounts:
            if name not in accounts:
                raise UsageError(f"{name}: no such account; there is {', '.join(sorted(accounts)) or 'none'}")
            del accounts[name]

    @contextlib.contextmanager
    def _changing(self) -> Iterator[dict[str, Account]]:
        accounts = dict(self.all())
        yield accounts
        told = msgspec.json.format(msgspec.json.encode(_File(tuple(accounts.values()))), indent=1)
        new = self.path.with_name(f"{self.path.name}.new")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(told)
        new.replace(self.path)
