"""When an article came out: evidence from its own words, and the vote over it."""

from verbale.dating.vote import date_page

__all__ = ["date_page"]
