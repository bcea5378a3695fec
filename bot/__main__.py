"""`python -m bot`: the same as the command `portineria`."""

from bot.cli import main

main()
