"""Negotiations: who talks with whom about what over weeks and months, gathered from all pages."""
