"""A Bot API server with people in it, for trying and testing bots without a token or a network.

It shares no code with the bot, so it cannot share the bot's mistakes. `docs/simulator.md` describes what
it serves.
"""
