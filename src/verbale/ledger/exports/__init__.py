"""What a ledger holds in the forms that other programs read, one module a form (docs/ledger.md has their columns)."""
