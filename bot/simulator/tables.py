"""The rows of the world, with a note of what changed since the last look (for the state file)."""

from typing import TypeVar, cast

from bot.simulator.records import (
    TABLES,
    Bot,
    Chat,
    Count,
    File,
    Json,
    Link,
    Member,
    Query,
    Record,
    Stored,
    User,
)

R = TypeVar("R", bound=Record)
Change = tuple[str, str, Json | None]
CLEAR: Change = ("*", "*", None)


class Tables:
    """Typed look-ups over the rows; `put` after every change of a row, or the state file misses it."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        self.rooms: dict[str, dict[int, Stored]] = {}
        self.journal: dict[tuple[str, str], Record | None] | None = None
        self.cleared = False

    def put(self, record: Record) -> None:
        if isinstance(record, Stored):
            self.rooms.setdefault(record.room, {})[record.id] = record
        else:
            self.rows[record.table][record.key] = record
        if self.journal is not None:
            self.journal[record.table, record.key] = record

    def drop(self, record: Record) -> None:
        self.rows[record.table].pop(record.key, None)
        if self.journal is not None:
            self.journal[record.table, record.key] = None

    def all(self, kind: type[R]) -> list[R]:
        if kind is Stored:
            return cast("list[R]", [m for room in self.rooms.values() for m in room.values()])
        return cast("list[R]", list(self.rows[kind.table].values()))

    def get(self, kind: type[R], key: object) -> R | None:
        # Each table holds rows of its own kind only.
        return self.rows[kind.table].get(key if type(key) is str else str(key))  # type: ignore[return-value]

    def user(self, user_id: int) -> User | None:
        return self.get(User, user_id)

    def bot(self, bot_id: int) -> Bot | None:
        return self.get(Bot, bot_id)

    def chat(self, chat_id: int) -> Chat | None:
        return self.get(Chat, chat_id)

    def member(self, chat_id: int, user_id: int) -> Member | None:
        return self.get(Member, f"{chat_id}:{user_id}")

    def members(self, chat_id: int) -> list[Member]:
        return [m for m in self.all(Member) if m.chat == chat_id]

    def link(self, url: str) -> Link | None:
        return self.get(Link, url)

    def query(self, query_id: str) -> Query | None:
        return self.get(Query, query_id)

    def file(self, file_id: str) -> File | None:
        return self.get(File, file_id)

    def message(self, room: str, message_id: int) -> Stored | None:
        return self.rooms.get(room, {}).get(message_id)

    def count(self, name: str, *, start: int = 0) -> int:
        """The next number of a named counter, from `start` + 1."""
        row = self.get(Count, name) or Count(name=name, value=start)
        row.value += 1
        self.put(row)
        return int(row.value)

    def take_changes(self) -> list[Change]:
        """What changed since the last call, each row once, in its present form."""
        if not self.journal and not self.cleared:
            return []
        changes: list[Change] = [CLEAR] if self.cleared else []
        changes += [
            (table, key, record.to_json() if record is not None else None)
            for (table, key), record in (self.journal or {}).items()
        ]
        self.cleared = False
        if self.journal is not None:
            self.journal.clear()
        return changes

    def apply(self, change: Change) -> None:
        """Put back one change read from a state file."""
        table, key, row = change
        if table == CLEAR[0]:
            self.clear()
        elif row is None:
            self.rows[table].pop(key, None)
        else:
            self.put(TABLES[table].from_json(row))

    def dump(self) -> list[Change]:
        return [(r.table, r.key, r.to_json()) for kind in TABLES.values() for r in self.all(kind)]

    def clear(self) -> None:
        """Forget everything; the state file is told by one change of its own."""
        for rows in self.rows.values():
            rows.clear()
        self.rooms.clear()
        if self.journal is not None:
            self.journal.clear()
            self.cleared = True
