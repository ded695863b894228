"""What several pages tell of one event: links between their acts and meetings, events made of them, contradictions."""
