"""Conversations with journalists."""
