"""Use cases: read, decide, write, report."""
