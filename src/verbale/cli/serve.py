"""``verbale serve`` and ``verbale account``: a ledger as web pages, and who may come in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verbale.cli.pages import message
from verbale.errors import LedgerError, UsageError, VerbaleError

_ACCOUNTS = click.option(
    "--accounts", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The accounts. [LEDGER.accounts.json]"
)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("ledger", metavar="LEDGER")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; any but this machine's own needs accounts.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@_ACCOUNTS
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name by which it is reached from outside, as behind a proxy.")
@click.option("--https", nargs=2, type=_FILE, metavar="CERTIFICATE KEY", help="Speak HTTPS with these two files.")
@click.option("--behind-https", is_flag=True, help="A proxy in front speaks HTTPS: cookies go by HTTPS only.")
def serve(
    ledger: str,
    host: str,
    port: int,
    accounts: Path | None,
    names: tuple[str, ...],
    https: tuple[Path, Path] | None,
    behind_https: bool,
) -> None:
    """Open a ledger as web pages, to read, check and correct it.

    It listens on 127.0.0.1, where only the users of this machine reach it. With another --host, or a --name, everybody needs an account:
    make one with 'verbale account add'.
    """
    try:
        import uvicorn  # noqa: PLC0415 - only this command needs it

        from verbale.web.settings import Settings, accounts_beside  # noqa: PLC0415
        from verbale.web.site import site  # noqa: PLC0415
    except ImportError as error:
        raise click.ClickException(f"the reading room needs the extra: pip install 'verbale[web]' ({error})") from error
    secure = bool(https) or behind_https
    settings = Settings(location=ledger, host=host, port=port, accounts=accounts, names=names, secure=secure)
    if settings.open_to_others and accounts is None:
        settings = Settings(location=ledger, host=host, port=port, accounts=accounts_beside(ledger), names=names, secure=secure)
    _check_accounts(settings.accounts, settings.open_to_others, ledger)
    try:
        app = site(settings)
    except LedgerError as error:
        raise click.UsageError(str(error)) from error
    if settings.open_to_others and not secure:
        message("passwords go over the network as they are: give --https, or put a proxy with HTTPS in front")
    message(f"http{'s' if https else ''}://{host}:{port}/  (Ctrl-C ends it)")
    certificate, key = map(str, https) if https else (None, None)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, ssl_certfile=certificate, ssl_keyfile=key)


def _check_accounts(file: Path | None, needed: bool, ledger: str) -> None:
    from verbale.web.accounts import Accounts  # noqa: PLC0415

    try:
        known = Accounts(file).all() if file else {}
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if (needed or file) and not known:
        place = f" --accounts {file}" if file else " --accounts FILE"
        raise click.UsageError(f"Nobody could come in: make an account first, 'verbale account add NAME --ledger {ledger}{place}'.")


@click.group()
def account() -> None:
    """Say who may come into the reading room."""


def _file(ledger: str | None, accounts: Path | None) -> Path:
    from verbale.web.settings import accounts_beside  # noqa: PLC0415

    found = accounts or (accounts_beside(ledger) if ledger else None)
    if found is None:
        raise click.UsageError("Give --ledger FILE, or --accounts FILE.")
    return found


@account.command("add")
@click.argument("name")
@click.option("--ledger", metavar="LEDGER", help="The ledger, beside whose file the accounts lie.")
@_ACCOUNTS
@click.option("--editor", is_flag=True, help="May also add pages and correct records.")
@click.password_option(help="At least ten characters; asked for where it is not given.")
def add_account(name: str, ledger: str | None, accounts: Path | None, editor: bool, password: str) -> None:
    """Make an account, or give it another password and role."""
    from verbale.web.accounts import Accounts  # noqa: PLC0415

    file = _file(ledger, accounts)
    try:
        Accounts(file).keep(name, "editor" if editor else "reader", password)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    message(f"{file}: {name}, {'editor' if editor else 'reader'}")


@account.command("remove")
@click.argument("name")
@click.option("--ledger", metavar="LEDGER", help="The ledger, beside whose file the accounts lie.")
@_ACCOUNTS
def remove_account(name: str, ledger: str | None, accounts: Path | None) -> None:
    """Take an account away; whoever is in with it is out at once."""
    from verbale.web.accounts import Accounts  # noqa: PLC0415

    try:
        Accounts(_file(ledger, accounts)).remove(name)
    except VerbaleError as error:
        raise click.UsageError(str(error)) from error


@account.command("list")
@click.option("--ledger", metavar="LEDGER", help="The ledger, beside whose file the accounts lie.")
@_ACCOUNTS
def list_accounts(ledger: str | None, accounts: Path | None) -> None:
    """Name the accounts with their roles."""
    from verbale.web.accounts import Accounts  # noqa: PLC0415

    try:
        for known in Accounts(_file(ledger, accounts)).all().values():
            click.echo(f"{known.name}\t{known.role}")
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    sys.stdout.flush()
