"""What became of what was promised, what each matter is about, and how positions move."""
