"""What was done: acts, and the meetings, commitments and positions that follow from them."""
