"""A small ratio of what ``python -m bench ledger`` measures on 50,000 pages."""

from pathlib import Path

from bench.ledger import answers, cost, fill
from verbale.ledger.book import Ledger

COSTLIER = 3  # times; far below what a scan of the whole ledger for each page would cost, far above the noise of a busy machine


def test_a_page_does_not_cost_more_the_more_there_are(tmp_path: Path) -> None:
    locations = [str(tmp_path / name) for name in ("few.db", "many.db")]
    for location, count in zip(locations, (10, 200), strict=True):
        fill(location, count)
    few, many = cost(locations, 200, window=20)
    assert many < COSTLIER * few
    with Ledger(locations[1], create=False) as ledger:
        assert len(ledger.names()) == 220
        found = answers(ledger, asked=3)
    assert {len(seconds) for seconds in found.values()} == {3}
    assert max(max(seconds) for seconds in found.values()) < 5
