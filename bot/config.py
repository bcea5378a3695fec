"""The configuration: one TOML file plus PORTINERIA_* variables, checked whole before anything starts."""

import os
import re
import tomllib
from collections.abc import Mapping
from datetime import time, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.core.errors import UserError
from bot.core.relevance_rules import RULES
from bot.core.routing import Channel, Quiet, Rota, Routes, Urgency

TOKEN_VARIABLE = "PORTINERIA_TOKEN"  # noqa: S105  (a variable's name)
TOKEN_FORM = re.compile(r"\d+:[A-Za-z0-9_-]+")

_DURATION = re.compile(r"(\d+)\s*(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def _duration(value: object) -> object:
    """ "5m", "90 s", "2h", "30d" as a timedelta; anything else is left to pydantic."""
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    return timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else value


Duration = Annotated[timedelta, BeforeValidator(_duration)]

_SEE_EXAMPLE = "{}; see config.example.toml"
_MISSING = {
    "press_channel": "missing; the id of the journalists' private channel, a number like -1001234567890"
}
_NEEDED = {  # by how pydantic's name of a mistake begins
    "int": "a whole number is needed",
    "float": "a number is needed",
    "bool": "true or false is needed",
    "time_delta": 'a duration like "30s", "5m", "2h" or "1d" is needed',
    "string_pattern": "an address that begins with http:// or https:// is needed",
    "string": "text in quotes is needed",
    "tuple": "a list is needed, in [ ] or as [[tables]]",
    "model": "a table of settings is needed",
}

_CLOCK = r"([01]?\d|2[0-3]):([0-5]\d)"


def _clock(value: object) -> object:
    """ "08:30", an hour in Rome."""
    match = re.fullmatch(_CLOCK, value) if isinstance(value, str) else None
    if not match:
        raise ValueError('an hour like "08:30" is needed')
    return time(int(match[1]), int(match[2]))


def _stretch(value: object) -> object:
    """ "22:00-07:00", hours in Rome, also past midnight."""
    match = re.fullmatch(rf"({_CLOCK})\s*-\s*({_CLOCK})", value) if isinstance(value, str) else None
    if not match or match[1] == match[4]:
        raise ValueError('two hours like "22:00-07:00" are needed')
    return (_clock(match[1]), _clock(match[4]))


Clock = Annotated[time, BeforeValidator(_clock)]
Stretch = Annotated[tuple[time, time], BeforeValidator(_stretch)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class TelegramConfig(_Section):
    """Which bot, and where it posts."""

    base_url: str = "https://api.telegram.org/bot"
    token_file: Path | None = None
    press_channel: int
    public_channel: int | None = None
    staff_group: int | None = None


class StorageConfig(_Section):
    """Where everything is kept."""

    path: Path = Path("portineria.db")
    backup_every: Duration = timedelta(days=1)
    backups_kept: int = Field(default=14, ge=1)


class FetchConfig(_Section):
    """How the outside web is read."""

    allow_private_networks: bool = False
    user_agent: str = "Portineria/0.1 (bot di notizie sulla casa)"
    at_once: int = Field(default=12, ge=1, le=100)
    per_host: int = Field(default=2, ge=1, le=100)


class FeedConfig(_Section):
    """One source of news."""

    url: str = Field(pattern=r"^https?://\S+$")
    housing_categories: tuple[str, ...] = ()
    every: Duration = timedelta(minutes=5)
    announce_last: int = Field(default=0, ge=0, le=20)


class NewsConfig(_Section):
    """How stories are posted; hours are Rome's."""

    singles: int = Field(default=20, ge=1, le=100)
    quiet: Stretch | None = None
    urgent_words: tuple[str, ...] = (
        "evacuazione",
        "evacuati",
        "evacuate",
        "incendio",
        "esplosione",
        "fuga di gas",
        "allerta rossa",
    )
    urgent_categories: tuple[str, ...] = ()
    public_after: Duration = timedelta()
    pictures: bool = True
    review_topic: int | None = Field(default=None, ge=1)


class ChannelConfig(_Section):
    """A further channel, for some topics or quarters."""

    chat: int
    topics: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    after: Duration = timedelta()
    posts: bool = True


class DigestConfig(_Section):
    """A digest for one of the channels, every day or once a week."""

    chat: int
    at: Clock
    day: Weekday | None = None


class StaffConfig(_Section):
    """A person of the staff, by Telegram user id; more are added in chat or with `portineria staff add`."""

    id: int
    role: Literal["owner", "editor", "press", "operator"] = "owner"


class SearchConfig(_Section):
    """How cards are found."""

    meaning: bool = True


class PaceConfig(_Section):
    """Telegram's limits as we keep them; lower them only with a reason."""

    overall_per_second: float = Field(default=28.9, gt=0)
    bulk_per_second: float = Field(default=28.6, gt=0)
    chat_per_second: float = Field(default=1.0, gt=0)
    group_per_minute: float = Field(default=19.0, gt=0)


class WebConfig(_Section):
    """The bot's own small web server."""

    host: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=0, le=65535)


class LogConfig(_Section):
    """How much is logged, and in which form."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    form: Literal["text", "json"] = "text"


class Config(BaseSettings):
    """Everything that can be set. An empty file but for the press channel runs."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    token: SecretStr = Field(default=SecretStr(""), exclude=True)
    telegram: TelegramConfig
    storage: StorageConfig = StorageConfig()
    fetch: FetchConfig = FetchConfig()
    feeds: tuple[FeedConfig, ...] = ()
    news: NewsConfig = NewsConfig()
    channels: tuple[ChannelConfig, ...] = ()
    digests: tuple[DigestConfig, ...] = ()
    staff: tuple[StaffConfig, ...] = ()
    search: SearchConfig = SearchConfig()
    pace: PaceConfig = PaceConfig()
    web: WebConfig = WebConfig()
    log: LogConfig = LogConfig()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load` passes in: the file is read there, so that its path is no global."""
        return (init_settings,)


def load(path: Path, *, environment: Mapping[str, str] = os.environ, need_token: bool = True) -> Config:
    """Read `path` and the token. Raises UserError naming every mistake with the path of its key.

    The token comes from PORTINERIA_TOKEN or the file `telegram.token_file`, never from the TOML itself.
    A relative `storage.path` or `token_file` is taken from the folder of the configuration file.
    """
    values = _read(path)
    problems: list[str] = []
    if "token" in values:
        values.pop("token")
        problems.append(f"token: not in the file; set {TOKEN_VARIABLE} or telegram.token_file")
    config = _checked(values, problems)
    problems.extend(_contradictions(config) if config else ())
    token, without = _token(config, path.parent, environment) if config else ("", "")
    if need_token and without:
        problems.append(without)
    if problems or config is None:
        raise UserError("config_wrong", path=str(path), problems="\n".join(f"  {line}" for line in problems))
    storage = config.storage.model_copy(update={"path": path.parent / config.storage.path})
    return config.model_copy(update={"token": SecretStr(token), "storage": storage})


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise UserError("config_missing", path=str(path))
    try:
        return dict(TomlConfigSettingsSource(Config, toml_file=path).toml_data)
    except tomllib.TOMLDecodeError as error:
        raise UserError("config_wrong", path=str(path), problems=f"  not TOML: {error}") from error


def _checked(values: dict[str, Any], problems: list[str]) -> Config | None:
    try:
        return Config(**values)
    except ValidationError as error:
        problems.extend(
            f"{_key_path(item['loc'])}: {_plain(item)}" for item in error.errors(include_input=False)
        )
        return None


def _contradictions(config: Config) -> list[str]:
    """What each setting allows by itself but not together with the others."""
    known = {config.telegram.press_channel: "telegram.press_channel"}
    if config.telegram.public_channel is not None:
        known[config.telegram.public_channel] = "telegram.public_channel"
    problems = []
    for number, channel in enumerate(config.channels, start=1):
        if channel.chat in known:
            problems.append(f"channels[{number}].chat: the same channel as {known[channel.chat]}")
        known.setdefault(channel.chat, f"channels[{number}].chat")
        strange = sorted(set(channel.topics) - set(RULES.topics))
        if strange:
            topics = ", ".join(RULES.topics)
            problems.append(f"channels[{number}].topics: no topic {strange[0]!r}; there are {topics}")
        if not channel.posts and channel.chat not in {digest.chat for digest in config.digests}:
            problems.append(f"channels[{number}].posts: false, and there is no digest for it either")
    for number, digest in enumerate(config.digests, start=1):
        if digest.chat not in known:
            problems.append(f"digests[{number}].chat: not a channel named in telegram or channels")
    return problems


def _key_path(location: tuple[int | str, ...]) -> str:
    path = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return path.lstrip(".") or "(whole file)"


def _plain(item: Any) -> str:
    """What is wrong, in words that say how to mend it."""
    kind, name = str(item["type"]), item["loc"][-1]
    if kind == "extra_forbidden":
        close = get_close_matches(str(name), _names(Config), n=1)
        return (
            f"unknown setting; did you mean {close[0]}?" if close else _SEE_EXAMPLE.format("unknown setting")
        )
    if kind == "missing":
        return _MISSING.get(str(name), _SEE_EXAMPLE.format("missing"))
    found = next((words for start, words in _NEEDED.items() if kind.startswith(start)), None)
    return found or str(item["msg"]).removeprefix("Value error, ").replace("Input should be", "must be")


def _names(section: type[BaseModel]) -> set[str]:
    """Every word a setting or a section is called by."""
    inner = {
        part
        for info in section.model_fields.values()
        for part in (info.annotation, *get_args(info.annotation))
        if isinstance(part, type) and issubclass(part, BaseModel)
    }
    return set(section.model_fields).union(*map(_names, inner)) - {"token"}


def _token(config: Config, folder: Path, environment: Mapping[str, str]) -> tuple[str, str]:
    """The token, and what is wrong with it or with where it should be; "" for nothing."""
    token, name = environment.get(TOKEN_VARIABLE, "").strip(), config.telegram.token_file
    if not token and name is not None:
        try:
            token = (folder / name).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return "", f"telegram.token_file: {folder / name} cannot be read"
    if TOKEN_FORM.fullmatch(token):
        return token, ""
    wrong = "not a token: one looks like 123456:ABC-def" if token else "missing"
    where = f"put what @BotFather gave you into the variable {TOKEN_VARIABLE} or into a file named by telegram.token_file"
    return "", f"token: {wrong}; {where}"


def routes(config: Config) -> Routes:
    """Which channels get what, and when."""
    news, telegram = config.news, config.telegram
    days = get_args(Weekday)
    return Routes(
        press_channel=telegram.press_channel,
        public_channel=telegram.public_channel,
        staff_group=telegram.staff_group,
        public_after=news.public_after,
        more=tuple(
            Channel(
                chat_id=one.chat, after=one.after, topics=one.topics, quarters=one.quarters, posts=one.posts
            )
            for one in config.channels
        ),
        digests=tuple(
            Rota(chat_id=one.chat, at=one.at, day=days.index(one.day) if one.day else None)
            for one in config.digests
        ),
        quiet=Quiet(start=news.quiet[0], end=news.quiet[1]) if news.quiet else None,
        urgency=Urgency(words=news.urgent_words, categories=news.urgent_categories),
        singles=news.singles,
        pictures=news.pictures,
        review_topic=news.review_topic,
    )
