"""What people say for the things we know about, a module for each language; read by `bot.core.concepts`."""
