"""The words: data, reviewed like code, each entry with examples that run as tests."""
