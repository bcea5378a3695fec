"""The demo: a simulator, a feed of its own and the unmodified bot, all on this machine."""
