"""The Bot API's methods, one module a family; importing this package registers them all."""

from bot.simulator.methods import (
    albums,
    callbacks,
    chats,
    commands,
    copies,
    edits,
    files,
    inline,
    invites,
    me,
    media,
    members,
    messages,
    polls,
    topics,
    webhook,
)
from bot.simulator.methods.registry import METHODS, Ask, Upload

__all__ = [
    "METHODS",
    "Ask",
    "Upload",
    "albums",
    "callbacks",
    "chats",
    "commands",
    "copies",
    "edits",
    "files",
    "inline",
    "invites",
    "me",
    "media",
    "members",
    "messages",
    "polls",
    "topics",
    "webhook",
]
