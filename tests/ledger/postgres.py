"""A PostgreSQL server of our own: made in a temporary folder, reached by a socket only, gone after the tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOM = 2**31
SOCKET_ONLY = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=30 -c max_wal_size=128MB"
)


def programs() -> Path | None:
    """The folder with PostgreSQL's programs, the newest that this machine has."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3].partition(".")[0]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def user() -> str:
    """PostgreSQL refuses to run as root: then it is run as somebody else."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid()).pw_name
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def roomy() -> Path:
    """Where the data lie: in memory where there is room, for thousands of small files are made and removed."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM else Path("/tmp")


@contextmanager
def server(binaries: Path) -> Iterator[str]:
    """Start a server; yields the address of its database."""
    folder = Path(tempfile.mkdtemp(prefix="verbale-postgres-", dir=roomy()))
    if not os.geteuid():
        shutil.chown(folder, user())
    try:
        run(binaries / "initdb", "-D", folder / "data", "-U", "verbale", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        run(binaries / "pg_ctl", "-D", folder / "data", "-o", f"-k {folder} {SOCKET_ONLY}", "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://verbale@/postgres?host={folder}"
        finally:
            run(binaries / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def run(*command: str | Path) -> None:
    """Run one of the programs, as somebody who is not root."""
    prefix = [] if os.geteuid() else ["runuser", "-u", user(), "--"]
    done = subprocess.run([*prefix, *map(str, command)], cwd="/", text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stderr
