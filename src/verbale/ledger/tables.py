"""The tables of a ledger. The numbered migrations make them; a test holds that both say the same.

Days are ISO 8601 texts, empty where an order needs a day and there is none; offsets are code points of the page's text, half open.
"""

from __future__ import annotations

from sqlalchemy import REAL, BigInteger, Column, Double, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

metadata = MetaData()
_NUMBER = BigInteger().with_variant(Integer, "sqlite")
_SHARE: TypeEngine[float] = Double().with_variant(REAL, "sqlite")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, Text)


def _count(name: str) -> Column[int]:
    return Column(name, _NUMBER, nullable=False)


def _page(*, primary_key: bool = False) -> Column[int]:
    return Column("page", _NUMBER, ForeignKey("pages.number", ondelete="CASCADE"), nullable=False, primary_key=primary_key)


def _table(name: str, *parts: SchemaItem, numbered: bool = False) -> Table:
    """A strict table; a numbered one never gives a number twice, one with a key of its own is kept in that key's order."""
    own_key = sum(isinstance(part, Column) and part.primary_key for part in parts) > 1
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_autoincrement=numbered, sqlite_with_rowid=not own_key)


migrations = _table("migrations", Column("number", _NUMBER, primary_key=True, autoincrement=False), _text("name"), _text("applied"))

settings = _table("settings", Column("name", Text, primary_key=True), _text("value"))

# One row a page, as its newest version has it. `address` is what makes it this page, `name` what citations call it, `given` the day that
# was told from outside, `reader` what wrote its record, `wire` whose report it is, `story` the near-duplicates that it belongs to,
# `copy_of` the page of that story which came out first.
pages = _table(
    "pages",
    Column("number", _NUMBER, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    _text("identity"),
    _text("sha256"),
    _text("source"),
    _maybe("url"),
    _maybe("title"),
    _maybe("outlet"),
    _text("script"),
    _text("day"),
    _maybe("published_from"),
    _maybe("published_to"),
    _maybe("given"),
    _text("origin"),
    _text("reader"),
    _maybe("verdict"),
    _count("version"),
    _maybe("wire"),
    _count("story"),
    Column("copy_of", _NUMBER),
    Index("pages_by_identity", "identity"),
    Index("pages_by_content", "sha256"),
    Index("pages_by_day", "day"),
    Index("pages_by_outlet", "outlet", "day"),
    Index("pages_by_story", "story"),
    Index("pages_by_first", "copy_of"),
    numbered=True,
)

# Every version of every page, packed: the page as it was opened and the record made of it. `number` grows with time over the whole ledger.
versions = _table(
    "versions",
    Column("number", _NUMBER, primary_key=True),
    _page(),
    _count("ordinal"),
    _text("sha256"),
    _text("added"),
    _text("read"),
    Column("opened", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("page", "ordinal"),
    Index("versions_by_time", "added"),
    numbered=True,
)

# The lines of articles; their number orders them by day, page and line (see passages.py), and the index of words bears the same numbers.
passages = _table(
    "passages",
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    _page(),
    _count("line"),
    _count("start"),
    _count("stop"),
    _text("words"),
    Index("passages_by_page", "page"),
)

# The parties of a page, and all forms in which the ledger's pages name them.
entities = _table(
    "entities",
    _page(primary_key=True),
    Column("id", Text, primary_key=True),
    _text("type"),
    _maybe("name"),
    _maybe("name_zh"),
    _maybe("affiliation"),
    Index("entities_by_id", "id"),
)
names = _table("names", Column("form", Text, primary_key=True), Column("party", Text, primary_key=True))

# Statements, acts, meetings, commitments and positions: `kind` is the kind of a statement or act, the format of a meeting, the kind of a
# commitment's act, the stance of a position. `day` sorts: the day when it was done, else the page's. `part_of` is the meeting that an act
# belongs to or the act that a commitment is a view of; `gist` is the same wherever the same is told in the same words.
items = _table(
    "items",
    _page(primary_key=True),
    Column("id", Text, primary_key=True),
    _text("category"),
    _text("kind"),
    _maybe("modality"),
    _count("passage"),
    _count("line"),
    _count("start"),
    _count("stop"),
    _text("words"),
    _maybe("cue"),
    _text("day"),
    _maybe("day_from"),
    _maybe("day_to"),
    _maybe("due_from"),
    _maybe("due_to"),
    _maybe("condition"),
    _maybe("place"),
    _maybe("according_to"),
    _maybe("part_of"),
    _text("gist"),
    _text("rule"),
    Column("confidence", _SHARE, nullable=False),
    Index("items_by_id", "id"),
    Index("items_by_day", "category", "day"),
    Index("items_by_passage", "passage"),
)
Index("items_by_doubt", items.c.category, items.c.confidence, items.c.day.desc(), items.c.page, items.c.start, items.c.id)

# Who takes part in an item, and as what; the states and bodies that persons act for stand there as `affiliation`.
roles = _table(
    "roles",
    _page(primary_key=True),
    Column("item", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("party", Text, primary_key=True),
    _count("position"),
    _text("category"),
    _text("kind"),
    _text("day"),
    Index("roles_by_party", "party", "category", "day"),
)

# How alike pages are: a signature of each, the bands by which candidates are found (they follow from the signature, so nothing needs to
# find them by their page), and the pairs that are near-duplicates.
signatures = _table("signatures", _page(primary_key=True), Column("minima", LargeBinary, nullable=False))
bands = _table("bands", Column("band", _NUMBER, primary_key=True), Column("page", _NUMBER, primary_key=True))
likenesses = _table(
    "likenesses",
    _page(primary_key=True),
    Column("other", _NUMBER, ForeignKey("pages.number", ondelete="CASCADE"), primary_key=True),
    Column("likeness", _SHARE, nullable=False),
    Index("likenesses_by_other", "other"),
)

# What people say of the records. They point to a page by its address and to an item by its id, so they outlive every reading; `start`
# and `stop` find the item again where its id has changed.
judgements = _table(
    "judgements",
    Column("number", _NUMBER, primary_key=True),
    _text("verdict"),
    _text("address"),
    _maybe("item"),
    _maybe("category"),
    Column("start", _NUMBER),
    Column("stop", _NUMBER),
    _maybe("value"),
    _maybe("reason"),
    _text("judge"),
    _text("judged"),
    _maybe("undone_by"),
    _maybe("undone"),
    Index("judgements_by_address", "address"),
    Index("judgements_by_item", "item"),
    numbered=True,
)
