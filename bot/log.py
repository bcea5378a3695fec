"""Logs: one event a line, facts as fields; no token, no name and no text of a person ever."""

import asyncio
import logging
import re
import sys
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

TOKEN_SHAPE = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
HIDDEN = "«token»"
# These write whole addresses, and a Bot API address holds the token.
LOUD = ("httpx", "httpcore", "aiohttp.client", "apscheduler", "aiosqlite")
TELLTALE = "telegram"  # logs an answer it cannot parse whole, with what people wrote in it


def redact(text: str) -> str:
    """`text` without anything of a bot token's shape."""
    return TOKEN_SHAPE.sub(HIDDEN, text)


class RedactingFormatter(logging.Formatter):
    """The last gate: whatever a record holds, traceback included, leaves without a token."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        """The inner formatter's line, redacted."""
        return redact(self._inner.format(record))


def set_up(*, level: str = "INFO", form: str = "text") -> None:
    """Send structlog and the standard library's loggers to stderr in one form, redacted."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(_formatter(form, shared)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(TELLTALE).setLevel(logging.CRITICAL)
    sys.excepthook = _last_words


def _formatter(form: str, shared: list[Any]) -> logging.Formatter:
    renderer = structlog.processors.JSONRenderer() if form == "json" else _text_line
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )


def _text_line(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
    moment, level, what = event.pop("timestamp"), event.pop("level"), event.pop("event")
    event.pop("logger", None)
    trace = event.pop("exception", "")
    facts = " ".join(f"{key}={value}" for key, value in event.items())
    line = f"{moment[:19]}Z {level:<7} {what} {facts}".rstrip()
    return f"{line}\n{trace}" if trace else line


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("portineria").critical("crashed", exc_info=(kind, error, trace))


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Send what asyncio would print by itself through the same gate."""

    def report(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        trace = (type(error), error, error.__traceback__) if isinstance(error, BaseException) else None
        logging.getLogger("portineria").error(str(context.get("message", "asyncio error")), exc_info=trace)

    loop.set_exception_handler(report)
