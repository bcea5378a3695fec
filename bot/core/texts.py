"""How everything people read is looked up: by key, in the reader's language."""

from typing import Protocol

from bot.core.richtext import RichText


class Texts(Protocol):
    """The catalog in one language. Markup in catalog texts: see `richtext.fill`; a missing key raises KeyError."""

    lang: str

    def __hash__(self) -> int:
        """There is one object a language; what is said in it may be kept."""

    def __call__(self, key: str, /, **args: object) -> RichText:
        """The text of `key` with its places filled."""

    def plain(self, key: str, /, **args: object) -> str:
        """The same without formatting, for buttons and commands."""

    def count(self, key: str, number: int, /, **args: object) -> RichText:
        """The singular or plural text of `key`, `{n}` filled with `number`."""
