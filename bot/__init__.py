"""Portineria: the lodge of Milan's public housing on Telegram, and the wire desk behind it."""

__version__ = "0.1.0"
