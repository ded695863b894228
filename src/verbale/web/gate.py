"""Every request comes through here: who asks, from where, how much; and every answer leaves with the headers that keep it safe."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote, urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send

from verbale.web.desk import Desk
from verbale.web.problems import answer
from verbale.web.settings import LARGEST_FORM, LARGEST_REQUEST, is_loopback
from verbale.web.visitors import Visitor

VISITOR, SESSION, LANGUAGE, THEME, SEEN = (f"verbale_{name}" for name in ("visitor", "session", "language", "theme", "seen"))
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_FOR_ALL = ("/login", "/static/", "/vendor/")
_YEAR = 365 * 24 * 3600
_CHOICES = {"lang": (LANGUAGE, ("en", "zh")), "theme": (THEME, ("auto", "light", "dark"))}


class Gate:
    """Stands around everything, so that faults leave with the same headers.

    Args:
        app: The application inside.
        desk: What the reading room works with.
    """

    def __init__(self, app: FastAPI, desk: Desk) -> None:
        self.app, self.desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        cookies = _cookies(request.headers)
        chosen = _chosen(request)
        fresh = {} if cookies.get(VISITOR) else {VISITOR: secrets.token_urlsafe(18)}
        scope.setdefault("state", {})["visitor"] = self._visitor(request, cookies | chosen | fresh)
        sending = _Answer(send, fresh | chosen, self.desk.settings.secure)
        refused = self._refused(request)
        if refused is not None:
            await refused(scope, receive, sending)
        else:
            await self.app(scope, _Counted(receive, _most(request)), sending)

    def _visitor(self, request: Request, cookies: dict[str, str]) -> Visitor:
        session = cookies.get(SESSION, "")
        account = self.desk.account(session)
        seen = cookies.get(SEEN, "")
        return Visitor(
            language="zh" if (cookies.get(LANGUAGE) or _spoken(request.headers)) == "zh" else "en",
            theme=cookies.get(THEME, "auto") if cookies.get(THEME) in _CHOICES["theme"][1] else "auto",
            guarded=self.desk.guarded,
            token=self.desk.sessions.form_token(cookies[VISITOR], session),
            name=account.name if account else None,
            editor=not self.desk.guarded or bool(account and account.role == "editor"),
            seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 18 else None,
        )

    def _refused(self, request: Request) -> Response | None:
        if not self._known_here(request):
            return answer(request, 421, "host")
        if request.method not in _SAFE and _from_elsewhere(request):
            return answer(request, 403, "form")
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _most(request):
            return answer(request, 413, "large")
        path = request.url.path
        if self.desk.guarded and request.state.visitor.name is None and not path.startswith(_FOR_ALL):
            if request.method not in _SAFE or path.endswith((".json", ".csv")):
                return answer(request, 401, "login")
            return RedirectResponse(f"/login?next={quote(path, safe='')}", 303)
        return None

    def _known_here(self, request: Request) -> bool:
        """A page elsewhere must not reach this machine's own addresses under a name of its own."""
        name = (urlsplit(f"//{request.headers.get('host', '')}").hostname or "") if request.headers.get("host") else ""
        settings = self.desk.settings
        anywhere = settings.host in {"0.0.0.0", "::"} and not settings.names
        return anywhere or is_loopback(name) or name in {settings.host, *settings.names}


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _chosen(request: Request) -> dict[str, str]:
    asked = parse_qs(request.url.query)
    return {cookie: asked[name][0] for name, (cookie, values) in _CHOICES.items() if asked.get(name, [""])[0] in values}


def _spoken(headers: Headers) -> str:
    return headers.get("accept-language", "")[:2].lower()


def _from_elsewhere(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site not in {"same-origin", "none"}
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def _most(request: Request) -> int:
    return LARGEST_REQUEST if request.url.path == "/add" else LARGEST_FORM


class _Counted:
    """What comes in, up to a size; more ends the request as if the visitor had gone."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left = receive, most

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}


class _Answer:
    """What goes out, with headers and cookies."""

    def __init__(self, send: Send, cookies: dict[str, str], secure: bool) -> None:
        self._send, self._cookies, self._secure = send, cookies, secure

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
            for name, value in self._cookies.items():
                headers.append("set-cookie", cookie(name, value, self._secure, _YEAR))
        await self._send(message)


def cookie(name: str, value: str, secure: bool, age: int) -> str:
    """A cookie that scripts and other sites do not see.

    Args:
        name: Its name.
        value: Its value.
        secure: Whether it goes by HTTPS only.
        age: Seconds that it lasts; 0 takes it away.

    Returns:
        The header's value.
    """
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{'; Secure' if secure else ''}"
