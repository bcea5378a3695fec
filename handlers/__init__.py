"""Conversations, one module each, grouped by audience."""
