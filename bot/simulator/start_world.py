"""The world a simulator starts with: that of the project's example configuration."""

from typing import Any

from bot.simulator.records import Chat, Link, Member, User
from bot.simulator.tables import Tables

PRESS_CHANNEL = -1001000000001
PUBLIC_CHANNEL = -1001000000002
STAFF_GROUP = -1001000000003
TENANT = 200000001
JOURNALIST = 300000001
STAFF = 123456789

PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
BASE_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")
GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics")
ALL_RIGHTS: dict[str, Any] = dict.fromkeys((*BASE_RIGHTS, *CHANNEL_RIGHTS, *GROUP_RIGHTS), True)
BOT_IN_CHANNEL = ("can_manage_chat", "can_delete_messages", "can_invite_users", "can_post_messages")
BOT_IN_GROUP = (
    "can_manage_chat",
    "can_delete_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def rights_for(chat_type: str, granted: tuple[str, ...]) -> dict[str, Any]:
    """Every right a chat of this type has, true where granted."""
    extra = CHANNEL_RIGHTS if chat_type == "channel" else GROUP_RIGHTS
    return {name: name in granted for name in (*BASE_RIGHTS, *extra)}


def permissions(*, allowed: bool = True) -> dict[str, bool]:
    return dict.fromkeys(PERMISSIONS, allowed)


def fill(tables: Tables) -> None:
    for user in _people():
        tables.put(user)
    for chat in _chats():
        tables.put(chat)
        tables.put(Member(chat=chat.id, user=STAFF, status="creator"))
        if chat.join_link:
            tables.put(
                Link(
                    url=chat.join_link, chat=chat.id, creator=STAFF, primary=True, by_request=chat.by_request
                )
            )


def _people() -> list[User]:
    return [
        User(id=TENANT, name="Fatima Haddad", lang="it", role="tenant", phone="+393330000001"),
        User(id=JOURNALIST, name="Giulia Ferri", lang="it", role="journalist", phone="+393330000002"),
        User(id=STAFF, name="Marco Colombo", lang="it", role="staff", phone="+393330000003"),
    ]


def _chats() -> list[Chat]:
    return [
        Chat(
            id=PRESS_CHANNEL,
            type="channel",
            title="Casa Milano · Stampa",
            by_request=True,
            join_link="https://t.me/+press000000001",
        ),
        Chat(
            id=PUBLIC_CHANNEL,
            type="channel",
            title="Casa Milano",
            username="casamilano_news",
            join_link="https://t.me/casamilano_news",
        ),
        Chat(
            id=STAFF_GROUP,
            type="supergroup",
            title="Redazione",
            is_forum=True,
            permissions=permissions(),
            join_link="https://t.me/+staff000000003",
        ),
    ]


def make_administrator(tables: Tables, bot_id: int) -> None:
    """Give a new bot, in each chat of the start, the rights it should have and no more."""
    for chat_id in (PRESS_CHANNEL, PUBLIC_CHANNEL, STAFF_GROUP):
        chat = tables.chat(chat_id)
        if chat is not None:
            granted = BOT_IN_CHANNEL if chat.type == "channel" else BOT_IN_GROUP
            tables.put(
                Member(
                    chat=chat_id, user=bot_id, status="administrator", rights=rights_for(chat.type, granted)
                )
            )
