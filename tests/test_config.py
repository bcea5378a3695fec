"""The configuration tells every mistake at once, and config.example.toml is complete."""

import re
import tomllib
from datetime import time, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import catalogs, config
from bot.core.errors import UserError
from bot.core.routing import Quiet, Rota

ROOT = Path(__file__).parents[1]
TOKEN = {"PORTINERIA_TOKEN": "123456:abcDEF_token-of-the-test"}


def write(folder: Path, text: str) -> Path:
    """A configuration file."""
    path = folder / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_an_empty_config_but_for_the_channel_is_enough(tmp_path: Path) -> None:
    """Everything else has a default."""
    settings = config.load(write(tmp_path, "[telegram]\npress_channel = -100"), environment=TOKEN)
    assert settings.telegram.press_channel == -100
    assert settings.storage.path == tmp_path / "portineria.db"


def test_every_mistake_is_reported_at_once_with_the_path_of_its_key(tmp_path: Path) -> None:
    """What, where, how to mend."""
    path = write(
        tmp_path,
        '[telegram]\npress_chanel = -1\n[[feeds]]\nurl = "ftp://x"\n[[feeds]]\nurl = "https://x"\nevery = "soon"\n'
        '[[staff]]\nid = 1\nrole = "boss"\n[web]\nport = 99999\n',
    )
    with pytest.raises(UserError) as wrong:
        config.load(path, environment={})
    problems = str(wrong.value.text_args["problems"])
    for key in (
        "telegram.press_channel: missing",
        "telegram.press_chanel: unknown setting; did you mean press_channel?",
        "feeds[1].url: an address that begins with",
        'feeds[2].every: a duration like "30s"',
        "staff[1].role: must be 'owner', 'editor'",
        "web.port: must be less than or equal to 65535",
    ):
        assert key in problems
    text = catalogs.texts("it").plain(wrong.value.key, **wrong.value.text_args)
    assert str(path) in text


def test_how_news_goes_out_is_checked_setting_by_setting(tmp_path: Path) -> None:
    """Also what only the settings together get wrong."""
    path = write(
        tmp_path,
        '[telegram]\npress_channel = -1\npublic_channel = -2\n[news]\nquiet = "22-7"\nsingles = 0\n'
        '[[digests]]\nchat = -1\nat = "25:00"\nday = "lunedi"\n',
    )
    with pytest.raises(UserError) as wrong:
        config.load(path, environment=TOKEN)
    for key in ("news.quiet", "news.singles", "digests[1].at", "digests[1].day"):
        assert key in str(wrong.value.text_args["problems"])
    path = write(
        tmp_path,
        "[telegram]\npress_channel = -1\npublic_channel = -2\n[[channels]]\nchat = -2\n[[channels]]\nchat = -3\n"
        'topics = ["giardini"]\n[[channels]]\nchat = -3\nposts = false\n[[digests]]\nchat = -9\nat = "08:00"\n',
    )
    with pytest.raises(UserError) as wrong:
        config.load(path, environment=TOKEN)
    problems = str(wrong.value.text_args["problems"])
    for key in (
        "channels[1].chat",
        "channels[2].topics",
        "channels[3].chat",
        "channels[3].posts",
        "digests[1].chat",
    ):
        assert key in problems


def test_the_routes_of_news_are_those_of_the_file(tmp_path: Path) -> None:
    """Hours and days as written."""
    path = write(
        tmp_path,
        '[telegram]\npress_channel = -1\n[news]\nquiet = "22:00-7:30"\n[[channels]]\nchat = -3\nquarters = ["san-siro"]\n'
        '[[digests]]\nchat = -3\nat = "08:00"\nday = "friday"\n',
    )
    routes = config.routes(config.load(path, environment=TOKEN))
    assert [channel.chat_id for channel in routes.channels()] == [-1, -3]
    assert routes.quiet == Quiet(start=time(22), end=time(7, 30))
    assert routes.digests == (Rota(chat_id=-3, at=time(8), day=4),)


def test_a_token_in_the_file_is_refused_and_never_shown(tmp_path: Path) -> None:
    """Nor does pydantic print the table around a mistake."""
    path = write(tmp_path, 'token = "123456:SECRETSECRET"\n[telegram]\ntoken = "123456:SECRETSECRET"\n')
    with pytest.raises(UserError) as wrong:
        config.load(path, environment={})
    assert "SECRET" not in str(wrong.value)


def test_the_token_is_in_no_repr(tmp_path: Path) -> None:
    """A config that ends up in a log tells nothing."""
    settings = config.load(write(tmp_path, "[telegram]\npress_channel = -100"), environment=TOKEN)
    assert "abcDEF" not in f"{settings!r} {settings.model_dump()}"
    assert settings.token.get_secret_value() == TOKEN["PORTINERIA_TOKEN"]


def test_the_token_may_stand_in_a_file_beside_the_config(tmp_path: Path) -> None:
    """For systemd's credentials."""
    (tmp_path / "token").write_text("123456:from-a-file\n")
    path = write(tmp_path, '[telegram]\npress_channel = -100\ntoken_file = "token"')
    assert config.load(path, environment={}).token.get_secret_value() == "123456:from-a-file"


def test_a_missing_token_is_a_mistake_that_says_where_it_belongs(tmp_path: Path) -> None:
    """Unless nobody needs it."""
    path = write(tmp_path, "[telegram]\npress_channel = -100")
    with pytest.raises(UserError, match="PORTINERIA_TOKEN"):
        config.load(path, environment={})
    config.load(path, environment={}, need_token=False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[telegram]\npress_channel = "casa"', "telegram.press_channel: a whole number is needed"),
        (
            "[telegram]\npress_channel = -1\n[pace]\nchat_per_second = true\n[log]\nlevel = 3",
            "log.level: must be 'DEBUG'",
        ),
        (
            "[telegram]\npress_channel = -1\n[news]\npictures = 'forse'",
            "news.pictures: true or false is needed",
        ),
        (
            "[telegram]\npress_channel = -1\n[fetsh]\nper_host = 1",
            "fetsh: unknown setting; did you mean fetch?",
        ),
        (
            "[telegram]\npress_channel = -1\n[clock]\nzone = 'x'",
            "clock: unknown setting; see config.example.toml",
        ),
        ("feeds = 3\n[telegram]\npress_channel = -1", "feeds: a list is needed"),
        ("telegram = 3", "telegram: a table of settings is needed"),
        ("", "telegram: missing; see config.example.toml"),
        ("press_channel = ", "not TOML: "),
        ('[telegram]\npress_channel = -1\ntoken_file = "nowhere"', "telegram.token_file: "),
    ],
)
def test_a_mistake_is_told_in_words_that_say_how_to_mend_it(tmp_path: Path, written: str, said: str) -> None:
    """Not in those of the library that found it."""
    with pytest.raises(UserError) as wrong:
        config.load(write(tmp_path, written), environment={})
    problems = str(wrong.value.text_args["problems"])
    assert said in problems
    assert "Input should be" not in problems


def test_a_token_that_is_none_is_told_from_a_missing_one(tmp_path: Path) -> None:
    """And is not said back."""
    with pytest.raises(UserError) as wrong:
        config.load(
            write(tmp_path, "[telegram]\npress_channel = -1"), environment={"PORTINERIA_TOKEN": "my token"}
        )
    assert "not a token" in str(wrong.value.text_args["problems"])
    assert "my token" not in str(wrong.value.text_args["problems"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("30s", timedelta(seconds=30)),
        ("5m", timedelta(minutes=5)),
        ("2 h", timedelta(hours=2)),
        ("1d", timedelta(days=1)),
    ],
)
def test_durations_are_written_as_people_write_them(tmp_path: Path, written: str, meant: timedelta) -> None:
    """A number and a letter."""
    path = write(
        tmp_path, f'[telegram]\npress_channel = -1\n[[feeds]]\nurl = "https://x"\nevery = "{written}"'
    )
    assert config.load(path, environment=TOKEN).feeds[0].every == meant


def keys_of(model: type[BaseModel], prefix: str = "") -> set[str]:
    """Every setting's path."""
    found = set()
    for name, info in model.model_fields.items():
        inner = info.annotation
        for part in getattr(inner, "__args__", (inner,)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= keys_of(part, f"{prefix}{name}.")
                break
        else:
            if not info.exclude:
                found.add(f"{prefix}{name}")
    return found


def test_the_example_holds_every_setting_and_nothing_else() -> None:
    """Commented-out lines count: they are the optional ones."""
    text = (ROOT / "config.example.toml").read_text("utf-8")
    whole = re.sub(r"^# (?=\w+ = |\[)", "", text, flags=re.MULTILINE)
    table = tomllib.loads(whole)
    shown = {
        f"{section}.{key}"
        for section, content in table.items()
        for entry in (content if isinstance(content, list) else [content])
        for key in entry
    }
    assert shown == keys_of(config.Config)


def test_the_example_itself_is_a_valid_configuration() -> None:
    """Copy it, put the token in the environment, done."""
    config.load(ROOT / "config.example.toml", environment=TOKEN)


def test_so_is_the_example_with_everything_optional_switched_on(tmp_path: Path) -> None:
    """What stands behind a # is no riddle either."""
    text = (ROOT / "config.example.toml").read_text("utf-8")
    config.load(write(tmp_path, re.sub(r"^# (?=\w+ = |\[)", "", text, flags=re.MULTILINE)), environment=TOKEN)
