"""The project's scorers, as they are shared with other programs; a test holds the copies to the originals."""
