"""The error tree, by what the caller can do about it.

PortineriaError
├── UserError     told to the person who asked, by catalog key
├── Transient     try again later
│   └── Unavailable   the database takes nothing at the moment
└── Corrupt       stop and tell staff
"""


class PortineriaError(Exception):
    """Everything this project raises on purpose."""


class UserError(PortineriaError):
    """A mistake the reader can mend; `key` names a catalog text and `args` fill its places."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key, args)
        self.key = key
        self.text_args = args

    def __str__(self) -> str:
        """The key and its places, for logs; people read the catalog's text."""
        return f"{self.key} {self.text_args}" if self.text_args else self.key


class Transient(PortineriaError):
    """The outside did not answer as it should; the same call may work later."""


class Unavailable(Transient):
    """The database cannot be read or written now: `fault` is full, locked, read_only or disk."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Corrupt(PortineriaError):
    """Stored data cannot be trusted; going on could make it worse."""
