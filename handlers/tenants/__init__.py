"""Conversations with tenants."""
