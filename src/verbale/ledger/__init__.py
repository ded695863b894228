"""The ledger keeps what all pages tell (docs/ledger.md)."""
