"""Tests read pages with the lexicons that come with Verbale, whatever the user has in the configuration folder."""

import os

os.environ["VERBALE_LEXICONS"] = ""
