"""The process ends when told to, and for sure soon after, whatever hangs."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

HANGS = """
import asyncio, time
from bot import lifecycle
async def main():
    stop = lifecycle.stop_on_signals()
    print("ready", flush=True)
    await stop.wait()
    time.sleep(600)  # a call that hangs in the loop itself
lifecycle.END_WITHIN = 0.5
asyncio.run(main())
"""

CRASHES = """
import asyncio, threading, time
from bot import lifecycle
threading.Thread(target=time.sleep, args=(600,)).start()  # a thread that never ends
lifecycle.END_WITHIN = 0.5
lifecycle.end_for_sure(status=70)
raise SystemError("crash")
"""


def test_sigterm_ends_a_process_that_hangs() -> None:
    """The loop itself is blocked; the timer's thread is not."""
    process = subprocess.Popen(
        [sys.executable, "-c", HANGS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "ending now" in said


def test_a_crash_with_a_thread_that_never_ends_still_ends_with_a_status() -> None:
    """systemd sees it and starts the bot again."""
    done = subprocess.run(
        [sys.executable, "-c", CRASHES], capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == 70
    assert "SystemError: crash" in done.stderr


def test_sigterm_at_any_moment_of_the_start_ends_the_bot(tmp_path) -> None:
    """No Telegram to be reached: it waits for one, and ends all the same."""
    dice = random.Random(5)
    moments = sorted(dice.uniform(0.2, 3.0) for _ in range(6))
    began = time.monotonic()
    processes = [_bot(tmp_path / str(number)) for number in range(len(moments))]
    for process, moment in zip(processes, moments, strict=True):
        time.sleep(max(0.0, began + moment - time.monotonic()))
        process.send_signal(signal.SIGTERM)
    for process in processes:
        process.communicate(timeout=30)
        assert process.returncode in (0, -signal.SIGTERM)


def _bot(folder: Path) -> subprocess.Popen[bytes]:
    folder.mkdir()
    config = folder / "config.toml"
    config.write_text('[telegram]\nbase_url = "http://127.0.0.1:9/bot"\npress_channel = -1\n')
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--config", str(config)],
        env={"PORTINERIA_TOKEN": "123456:token-of-a-test", "PATH": "/usr/bin:/bin"},
        stderr=subprocess.PIPE,
    )
