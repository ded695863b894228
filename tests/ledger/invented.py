"""Invented pages, and those of tests/pages with their labels."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import msgspec

from verbale.ledger.adding import Added, Job
from verbale.ledger.book import Ledger
from verbale.pages.files import page_from_text, read_page

PAGES = Path(__file__).parent.parent / "pages"
PAGE = """博茨瓦纳外长访问蒙古国
2023年4月6日 10:20

博茨瓦纳外长白洲6日在蒙古国首都同蒙古国外长顾岚举行会谈。白洲会后表示，博茨瓦纳愿意尽快恢复两国之间的渡轮航线。

顾岚说：“蒙古国的港口对博茨瓦纳的船只始终敞开。”双方同意下个月在博茨瓦纳举行第二轮磋商，并各自任命一名谈判代表。
"""
OTHER = """蒙古国议会讨论渡轮协定
2023年4月9日 09:00

蒙古国国防部长苗青要求博茨瓦纳在月底前公布会谈记录。她警告说，没有议会批准，渡轮协定不会生效。

外长顾岚9日在议会表示，蒙古国已同意公布协定的文本。他拒绝了推迟签署的要求。
"""


def labelled() -> list[Job]:
    """The pages of tests/pages, each with the file of its labels: nothing is read."""
    return [Job(read_page(file), None, file.with_suffix(".json")) for file in sorted(PAGES.glob("*.txt"))]


def kept(ledger: Ledger, jobs: Iterable[Job] | None = None) -> list[Added]:
    """Add pages, those of tests/pages by default."""
    return list(ledger.add(labelled() if jobs is None else jobs))


def add(ledger: Ledger, text: str, url: str | None = None, day: str | None = None, outlet: str | None = None) -> Added:
    """Read a text and add it as the page at an address."""
    page = page_from_text(text)
    page = msgspec.structs.replace(page, url=url, outlet=outlet)
    return next(ledger.add([Job(page, datetime.date.fromisoformat(day) if day else None)]))
