"""What the world consists of: one class a table, each row a JSON object of its fields."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

Json = dict[str, Any]


class Record:
    """A row. `key` is unique within its table; fields hold JSON values only."""

    __slots__: tuple[str, ...] = ()
    table: ClassVar[str]

    @property
    def key(self) -> str:
        raise NotImplementedError

    def to_json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, row: Json) -> Self:
        return cls(**row)


@dataclass(slots=True, kw_only=True)
class User(Record):
    table: ClassVar[str] = "users"
    id: int
    name: str
    lang: str
    role: str
    username: str | None = None
    phone: str | None = None
    blocked: list[int] = field(default_factory=list)
    deactivated: bool = False

    @property
    def key(self) -> str:
        return str(self.id)


@dataclass(slots=True, kw_only=True)
class Bot(Record):
    table: ClassVar[str] = "bots"
    id: int
    token: str
    username: str
    name: str
    inline: bool = True
    logged_out_until: float = 0.0
    allowed_updates: list[str] | None = None
    webhook: Json = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)
    default_rights: dict[str, Json] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return str(self.id)


@dataclass(slots=True, kw_only=True)
class Chat(Record):
    """A channel, a supergroup or a group; private chats need no row of their own."""

    table: ClassVar[str] = "chats"
    id: int
    type: str
    title: str
    username: str | None = None
    description: str = ""
    is_forum: bool = False
    by_request: bool = False
    protected: bool = False
    topics: dict[str, Json] = field(default_factory=dict)
    general: Json = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    permissions: Json = field(default_factory=dict)
    join_link: str = ""
    migrated_to: int | None = None
    photo: str | None = None

    @property
    def key(self) -> str:
        return str(self.id)


@dataclass(slots=True, kw_only=True)
class Member(Record):
    """`rights` are an administrator's rights or a restricted member's permissions."""

    table: ClassVar[str] = "members"
    chat: int
    user: int
    status: str
    rights: Json = field(default_factory=dict)
    until: int = 0
    title: str = ""

    @property
    def key(self) -> str:
        return f"{self.chat}:{self.user}"


@dataclass(slots=True, kw_only=True)
class Dialog(Record):
    """A person's private chat with a bot: may the bot write, and what lies pinned there."""

    table: ClassVar[str] = "dialogs"
    bot: int
    user: int
    started: bool = False
    open_until: float = 0.0
    pinned: list[int] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.bot}:{self.user}"


@dataclass(slots=True, kw_only=True)
class Stored(Record):
    """One message. `body` is the Bot API's Message and is replaced, never changed, by an edit."""

    table: ClassVar[str] = "messages"
    room: str
    id: int
    body: Json
    sender: int
    edited_from: list[str] = field(default_factory=list)
    deleted: bool = False
    keyboard: Json | None = None

    @property
    def key(self) -> str:
        return f"{self.room}/{self.id}"


@dataclass(slots=True, kw_only=True)
class Pending(Record):
    """An update a bot has not confirmed yet; `lane` keeps webhook deliveries of a chat in order."""

    table: ClassVar[str] = "updates"
    bot: int
    id: int
    body: Json
    expires: float
    lane: int = 0

    @property
    def key(self) -> str:
        return f"{self.bot}:{self.id}"


@dataclass(slots=True, kw_only=True)
class Link(Record):
    table: ClassVar[str] = "links"
    url: str
    chat: int
    creator: int
    name: str = ""
    by_request: bool = False
    primary: bool = False
    revoked: bool = False
    expires: int = 0
    limit: int = 0
    joined: int = 0

    @property
    def key(self) -> str:
        return self.url


@dataclass(slots=True, kw_only=True)
class Request(Record):
    table: ClassVar[str] = "requests"
    chat: int
    user: int
    link: str
    at: int

    @property
    def key(self) -> str:
        return f"{self.chat}:{self.user}"


@dataclass(slots=True, kw_only=True)
class Query(Record):
    """A pressed button or an inline query, until it is answered or too old."""

    table: ClassVar[str] = "queries"
    id: str
    kind: str
    bot: int
    user: int
    at: float
    chat: str = ""
    message_id: int = 0
    answered: bool = False
    answer: Json = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.id


@dataclass(slots=True, kw_only=True)
class File(Record):
    """`data` is base64, so that a row is JSON."""

    table: ClassVar[str] = "files"
    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    data: str
    facts: Json = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.id


@dataclass(slots=True, kw_only=True)
class Reading(Record):
    table: ClassVar[str] = "readings"
    user: int
    room: str
    upto: int

    @property
    def key(self) -> str:
        return f"{self.user}:{self.room}"


@dataclass(slots=True, kw_only=True)
class Count(Record):
    """A named counter or setting."""

    table: ClassVar[str] = "counts"
    name: str
    value: Any

    @property
    def key(self) -> str:
        return self.name


TABLES: dict[str, type[Record]] = {
    cls.table: cls
    for cls in (User, Bot, Chat, Member, Dialog, Stored, Pending, Link, Request, Query, File, Reading, Count)
}
