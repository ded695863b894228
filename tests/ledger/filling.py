"""A program that fills a ledger with generated pages, page after page, and says each name when the page is kept."""

import multiprocessing.connection

from bench.ledger_pages import entries
from verbale.ledger.connecting import connect, writing
from verbale.ledger.migrations import migrate
from verbale.ledger.writing import put

PAGES = 100
ENTRIES = list(entries(PAGES))


def fill(location: str, told: multiprocessing.connection.Connection) -> None:
    """Add all generated pages, as ``verbale add`` does it: one transaction a page."""
    engine = connect(location, create=True)
    with writing(engine) as connection:
        migrate(connection)
    for entry in ENTRIES:
        with writing(engine) as connection:
            done = put(connection, entry)
        told.send(done)
    told.send(None)
