"""The child process that reads feeds: bytes in on stdin, one JSON line out on stdout, within its limits.

A job is one JSON line {"length", "url", "content_type", "cpu"} and then that many bytes; the answer is one JSON line,
{"document": …} or {"problem", "detail"}, with "rss", this process's memory in bytes.
"""

import dataclasses
import json
import math
import os
import resource
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from bot.core.feed import Problem
from bot.core.feed_document import Unreadable, read


def main(memory: int) -> None:
    """Answer jobs until stdin ends, which it also does when the parent dies."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    os.nice(5)  # the bot's loop comes first
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    while line := jobs.readline():
        answer = _handle(json.loads(line), jobs)
        answers.write(json.dumps(answer | {"rss": _rss()}, default=_plain).encode() + b"\n")
        answers.flush()


def _handle(job: dict[str, Any], jobs: BinaryIO) -> dict[str, Any]:
    body = jobs.read(job["length"])
    _allow_cpu(job["cpu"])
    try:
        document = read(body, url=job["url"], content_type=job["content_type"])
    except Unreadable as error:
        return {"problem": error.problem, "detail": error.detail}
    except (MemoryError, RecursionError) as error:
        return {"problem": Problem.TOO_COSTLY, "detail": type(error).__name__}
    except Exception as error:  # noqa: BLE001  (whatever nobody foresaw in this body is this feed's problem, not the child's end)
        return {"problem": Problem.NOT_A_FEED, "detail": f"{type(error).__name__}: {error}"[:300]}
    return {"document": dataclasses.asdict(document)}


def _allow_cpu(seconds: int) -> None:
    """Let this process use so much more CPU; beyond it the kernel ends it."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(usage.ru_utime + usage.ru_stime) + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def _rss() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0  # no /proc here: the parent then goes by the number of jobs alone
    return pages * resource.getpagesize()


def _plain(value: object) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case frozenset():
            return sorted(value)
        case _:
            raise TypeError(type(value).__name__)


if __name__ == "__main__":
    main(int(sys.argv[1]))
