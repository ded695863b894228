"""Who is in: sessions in memory, tokens of forms, and how often somebody may try a password."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time

LASTS = 12 * 3600  # seconds after the last request
_TRIES, _AGAIN_AFTER = 8, 300  # wrong passwords for one name, and the seconds after which they are forgotten
_MOST = 10_000  # sessions and names that are remembered


class Sessions:
    """Sessions by the hash of their token; they end with the program."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._open: dict[str, tuple[str, str, float]] = {}
        self._failed: dict[str, list[float]] = {}

    def start(self, name: str, password: str) -> str:
        """Let somebody in.

        Args:
            name: The account's name.
            password: The hash of its password; the session ends when that changes.

        Returns:
            The token for the cookie.
        """
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._failed.pop(name, None)
            if len(self._open) >= _MOST:
                del self._open[next(iter(self._open))]
            self._open[_hash(token)] = (name, password, time.monotonic())
        return token

    def who(self, token: str) -> tuple[str, str] | None:
        """Whose session a token is.

        Args:
            token: From the cookie.

        Returns:
            Name and hash of the password, ``None`` for no session or one that has ended.
        """
        key = _hash(token)
        with self._lock:
            name, password, last = self._open.pop(key, ("", "", 0.0))
            if not name or time.monotonic() - last > LASTS:
                return None
            self._open[key] = (name, password, time.monotonic())
            return name, password

    def end(self, token: str) -> None:
        """End a session.

        Args:
            token: From the cookie.
        """
        with self._lock:
            self._open.pop(_hash(token), None)

    def refuses(self, name: str) -> bool:
        """Whether too many wrong passwords were tried for a name of late.

        Args:
            name: The name.

        Returns:
            Whether the next one is not looked at.
        """
        with self._lock:
            recent = [moment for moment in self._failed.get(name, ()) if time.monotonic() - moment < _AGAIN_AFTER]
            return len(recent) >= _TRIES

    def failed(self, name: str) -> None:
        """Remember a wrong password.

        Args:
            name: The name that it was tried for.
        """
        with self._lock:
            if len(self._failed) >= _MOST:
                del self._failed[next(iter(self._failed))]
            self._failed.setdefault(name, []).append(time.monotonic())
            del self._failed[name][:-_TRIES]

    def form_token(self, visitor: str, session: str) -> str:
        """The token that every form of a visitor bears.

        Args:
            visitor: The visitor's own cookie.
            session: The token of the session, empty for none.

        Returns:
            Sixty-four hexadecimal digits.
        """
        return hmac.new(self._secret, f"{visitor}\n{session}".encode(), hashlib.sha256).hexdigest()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
