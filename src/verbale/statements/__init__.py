"""Who is reported to have said what."""
