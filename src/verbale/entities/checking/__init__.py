"""Checks of the lexicons, ours and the user's: what is wrong, where, and what would be right."""

from verbale.entities.checking.folders import check
from verbale.entities.checking.sources import Problem

__all__ = ["Problem", "check"]
