"""Every text exists in every language, with the same places, and is used."""

import ast
import re
import string
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot import catalogs
from bot.core.card import Card
from bot.services.cards import check
from handlers import menus

ROOT = Path(__file__).parents[1]
# What stands in modules that tenants' conversations use, but is said to those who write cards, or to staff.
FOR_STAFF = {
    *("hours_unreadable", "hours_school_holidays", "hours_ambiguous", "phone_unreadable"),
    *("phone_rounded", "phone_without_zero"),
    *("hours_ambiguous_days", "hours_ambiguous_dates", "hours_ambiguous_slash", "hours_times_missing"),
    *("hours_easter", "handoff_card", "quarter_unknown", "help_staff", "help_editors"),
    *(f"command_{name}" for name in (*menus.FOR_STAFF, "cancel")),
}
# Words that only go with the familiar form of address; tenants are spoken to as a good public office does.
FAMILIAR = {
    "es": "tú|tu|tus|te|ti|contigo|llámalo|haz|eres|estás|puedes|tienes",
    "fr": "tu|te|toi|ton|ta|tes|appelle-le|regarde|sors",
    "ro": "tu|tine|ție|tău|tale|te|îți|ești|poți|uită-te|ieși",
    "uk": "ти|тебе|тобі|тобою|твій|твоя|твоє|твою|твоєї|дзвони|подивися|вийди|[а-яіїє]+єш",
    "tl": "ka|kang|mo|mong|iyo|iyong|ikaw",
    "zh": "你",
}
LONGEST_BUTTON = 25  # characters; longer ones are cut on a narrow screen
BUTTONS = (
    *(
        "announcement_stop",
        "answers_hide",
        "answers_more",
        "answers_none_of_these",
        "answers_not_this",
        "answers_numbers",
        "answers_person",
        "forget_no",
    ),
    *("forget_yes", "notices_no", "notices_yes", "person_back", "person_no", "person_yes", "quarter_more"),
)
CODE = [path for folder in ("bot", "handlers", "storage") for path in (ROOT / folder).rglob("*.py")]


@cache
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


@pytest.mark.parametrize("lang", catalogs.SPOKEN)
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


@pytest.mark.parametrize("lang", catalogs.SPOKEN)
def test_an_emoji_stands_after_the_words(lang: str) -> None:
    """A screen reader says it where it stands; only the two cards of a staff group's week begin with one."""
    first = {key for key, texts in entries(lang).items() if unicodedata.category(texts[0][0]) == "So"}
    assert first <= {"learn_group", "learn_old_cards"}


def keys_in(paths: Iterable[Path]) -> set[str]:
    """The keys that stand as strings in these modules, whole or with a part filled in."""
    strings = set()
    for path in paths:
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
    return {
        key for key in entries(catalogs.SOURCE) if key in strings or any(p.fullmatch(key) for p in patterns)
    }


def reached_from(modules: Iterable[str]) -> set[Path]:
    """The modules behind `modules`: themselves, and whatever of the bot they import; storage says nothing to anybody."""
    found: set[Path] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        path = ROOT / Path(*name.split(".")).with_suffix(".py")
        if not name.startswith(("bot.", "handlers.")) or path in found or not path.exists():
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


@cache
def tenants_keys() -> set[str]:
    """Every text a tenant can meet: what their handlers, and all these build on, say."""
    handlers = sorted((ROOT / "handlers" / "tenants").glob("[a-z]*.py"))
    met = keys_in(reached_from(f"handlers.tenants.{path.stem}" for path in handlers)) - FOR_STAFF
    return met | {"announcement", "announcement_stop"}  # the frame of what staff announce


def test_every_key_in_the_catalog_is_used_and_every_tag_is_closed() -> None:
    """What nobody says any more is thrown away."""
    assert sorted(set(entries(catalogs.SOURCE)) - keys_in(CODE)) == []
    for texts in entries(catalogs.SOURCE).values():
        for text in texts:
            assert len(re.findall(r"<\w+>", text)) == len(re.findall(r"</\w+>", text)), text


@pytest.mark.parametrize("lang", catalogs.FOR_TENANTS)
def test_whatever_a_tenant_can_meet_is_said_in_their_language(lang: str) -> None:
    """A button in Italian under an answer in Arabic is a button nobody presses."""
    own, met = entries(lang), tenants_keys()
    assert {"welcome", "answers_unknown", "small_talk_thanks", "hours_days", "command_help"} <= met
    assert sorted(met - set(own)) == []
    assert sorted(set(own) - met) == []


@pytest.mark.parametrize("lang", catalogs.FOR_TENANTS)
def test_a_translation_keeps_places_tags_lines_commands_and_numbers(lang: str) -> None:
    """What must arrive verbatim in every language."""
    source = entries(catalogs.SOURCE)
    kept = (r"\{\w+\}", r"</?b>", r"\n", r"(?<![\w<])/[a-z]{3,}", r"\b(?:112|1522|020202)\b")
    for key, texts in entries(lang).items():
        for pattern in kept:
            assert sorted(re.findall(pattern, texts[0])) == sorted(re.findall(pattern, source[key][0])), key


@pytest.mark.parametrize("lang", catalogs.SPOKEN)
def test_a_button_fits_a_narrow_screen(lang: str) -> None:
    """Telegram cuts what does not fit, and the end is what tells buttons apart."""
    assert [key for key in BUTTONS if len(entries(lang)[key][0]) > LONGEST_BUTTON] == []


def test_commands_and_addresses_run_from_left_to_right_within_arabic() -> None:
    """Else the slash jumps to the end of its command, and groups of figures change places."""
    texts = [text for texts in entries("ar").values() for text in texts]
    assert [text for text in texts if re.search(r"(?<![\w<\u2066])/[a-z]{3,}", text)] == []
    assert all(text.count("\u2066") == text.count("\u2069") for text in texts)
    assert entries("ar")["answers_phone"] == ("<b>\u2066{number}\u2069</b>",)


@cache
def starter_cards() -> tuple[Card, ...]:
    """The cards a new installation imports first."""
    return tuple(check(ROOT / "knowledge", today=date(2026, 11, 29)).knowledge.cards)


@pytest.mark.parametrize("lang", FAMILIAR)
def test_catalogs_and_cards_address_people_formally(lang: str) -> None:
    """One bot, one form of address: usted, vous, dumneavoastră, ви, 您, kayo."""
    boundary = "" if lang == "zh" else r"\b"
    familiar = re.compile(f"{boundary}(?:{FAMILIAR[lang]}){boundary}", re.IGNORECASE)
    said = {key: " ".join(texts) for key, texts in entries(lang).items()}
    for card in starter_cards():
        own = card.translations[lang]
        said[card.id] = " ".join(
            filter(None, (own.title, own.summary, own.body, own.who, own.how, own.needs))
        )
    assert {where: found for where, text in said.items() if (found := familiar.findall(text))} == {}
