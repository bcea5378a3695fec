"""Conversations with the press office, editors and operators."""
