"""The record as a page to look at."""
