"""When the article came out, and how that is known."""
