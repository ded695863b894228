"""Quality and speed of Verbale, measured: ``python -m bench`` (see docs/quality.md and docs/performance.md)."""
