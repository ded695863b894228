"""What the views ask of a ledger beside what :class:`verbale.ledger.book.Ledger` answers."""
