"""The reading room: a ledger as web pages, for reading, checking and correcting it."""
