"""The composition root: builds everything and runs it in one TaskGroup."""
