"""Every text exists in every language, with the same places, and is used."""

import ast
import re
import string
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot import catalogs

ROOT = Path(__file__).parents[1]
CODE = [path for folder in ("bot", "handlers", "storage") for path in (ROOT / folder).rglob("*.py")]


def entries(lang: str) -> dict[str, tuple[str, ...]]:
    """Key to texts (singular, and plural where there is one)."""
    with (resources.files("bot") / "locales" / f"{lang}.po").open("rb") as handle:
        catalog = read_po(handle, locale=lang)
    return {
        (message.id if isinstance(message.id, str) else message.id[0]): (
            (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        )
        for message in catalog
        if message.id
    }


def places(text: str) -> set[str]:
    """The names a text wants filled."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", catalogs.LANGUAGES)
def test_no_text_is_empty_and_no_key_stands_twice(lang: str) -> None:
    """A second entry of the same key would win or lose by accident."""
    assert all(all(texts) for texts in entries(lang).values())
    source = (resources.files("bot") / "locales" / f"{lang}.po").read_text("utf-8")
    keys = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("lang", [lang for lang in catalogs.LANGUAGES if lang != catalogs.SOURCE])
def test_every_language_has_every_key_with_the_same_places(lang: str) -> None:
    """A translation that forgets a place would drop a fact."""
    source, other = entries(catalogs.SOURCE), entries(lang)
    assert sorted(set(source) ^ set(other)) == []
    differing = [key for key in source if places(source[key][-1]) != places(other[key][-1])]
    assert differing == []


def test_every_key_in_the_catalog_is_used_and_every_tag_is_closed() -> None:
    """What nobody says any more is thrown away."""
    strings = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                strings.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                strings.add(
                    re.sub(
                        r"\0+",
                        "\0",
                        "".join(
                            str(part.value) if isinstance(part, ast.Constant) else "\0"
                            for part in node.values
                        ),
                    )
                )
    patterns = [
        re.compile(re.escape(text).replace("\0", ".+")) for text in strings if "\0" in text and len(text) > 3
    ]
    used = {
        key for key in entries(catalogs.SOURCE) if key in strings or any(p.fullmatch(key) for p in patterns)
    }
    assert sorted(set(entries(catalogs.SOURCE)) - used) == []
    for texts in entries(catalogs.SOURCE).values():
        for text in texts:
            assert len(re.findall(r"<\w+>", text)) == len(re.findall(r"</\w+>", text)), text
