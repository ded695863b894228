"""Records as a person reads them: in a terminal, and as one HTML file."""

from verbale.brief.page import brief
from verbale.brief.terminal import show

__all__ = ["brief", "show"]
