"""No token in any log, repr or traceback."""

import subprocess
import sys

TOKEN = "123456789:AAcanary_canary-canary0123456789"

SCRIPT = """
import asyncio, logging, structlog, sys
from bot import log
log.set_up(level="DEBUG", form=sys.argv[1])
token = "123456789:AAcanary_canary-canary0123456789"
logger = structlog.get_logger("bot.x")
logger.info("event", url=f"https://api.telegram.org/bot{token}/getMe", token=token)
logging.getLogger("anything").warning("GET https://api.telegram.org/bot%s/sendMessage", token)
logging.getLogger("httpx").info("HTTP Request: https://api.telegram.org/bot%s/getMe", token)
try:
    raise RuntimeError(f"The token `{token}` was rejected by the server.")
except RuntimeError:
    logger.exception("failed")
    logging.getLogger("telegram").exception("failed")

async def main():
    log.watch_loop(asyncio.get_running_loop())
    asyncio.get_running_loop().call_exception_handler({"message": f"bad {token}", "exception": ValueError(token)})

asyncio.run(main())
raise SystemError(f"last words with {token}")
"""


def test_the_canary_token_is_nowhere_in_the_output() -> None:
    """Events, foreign loggers, tracebacks, asyncio's own reports and the last words of a crash, in both forms."""
    for form in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, form], capture_output=True, text=True, check=False, timeout=60
        )
        output = done.stdout + done.stderr
        assert done.returncode == 1
        assert "canary" not in output
        assert output.count("«token»") >= 6
        assert "SystemError" in output


BROKEN = """
from telegram.request import BaseRequest
from bot import log
log.set_up(level="DEBUG", form="text")
try:
    BaseRequest.parse_json_payload(b'{"ok":true,"result":[{"message":{"text":"una cosa privata"}')
except Exception as error:
    print(type(error).__name__)
"""


def test_an_answer_that_cannot_be_read_is_not_copied_into_the_log() -> None:
    """python-telegram-bot logs it whole, and people's words stand in it."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], capture_output=True, text=True, check=False, timeout=60
    )
    assert "TelegramError" in done.stdout
    assert "privata" not in done.stdout + done.stderr
