"""Pure decisions: no clock, loop, network, file, database or Telegram."""
