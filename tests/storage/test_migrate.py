"""Migrations: each whole or not at all, whatever kills the process."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from storage import migrate


def _run(code: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


KILLED_AT = """
import os, signal, sqlite3, sys
from pathlib import Path
from storage import migrate
stop_at = int(sys.argv[2])
done = 0
def trace(statement):
    global done
    done += 1
    if done == stop_at:
        os.kill(os.getpid(), signal.SIGKILL)
with migrate.opened(Path(sys.argv[1])) as connection:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.set_trace_callback(trace)
    migrate.apply(connection)
print(done)
"""


def _version_and_tables(path: Path) -> tuple[int, set[str]]:
    with migrate.opened(path) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return version, names


def _tables_by_version(folder: Path) -> dict[int, set[str]]:
    """The tables a file has after each migration, made without any crash."""
    expected: dict[int, set[str]] = {0: set()}
    with migrate.opened(folder / "reference.db") as connection:
        for migration in migrate.migrations():
            for statement in migration.statements:
                connection.execute(statement)
            rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            expected[migration.number] = {row[0] for row in rows}
    return expected


def test_a_migration_killed_at_any_statement_is_all_or_nothing(tmp_path: Path) -> None:
    """Trap 15: killed -9 before each statement in turn, the file stands at a whole version and goes on from there."""
    expected = _tables_by_version(tmp_path)
    total = int(_run(KILLED_AT, str(tmp_path / "whole.db"), "0").communicate(timeout=60)[0])
    points = sorted({1, 2, total - 1, total, *random.Random(3).sample(range(1, total + 1), min(12, total))})
    for point in points:
        path = tmp_path / f"killed-{point}.db"
        process = _run(KILLED_AT, str(path), str(point))
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        version, names = _version_and_tables(path)
        assert names == expected[version]
        with migrate.opened(path) as connection:
            migrate.apply(connection)
        assert _version_and_tables(path)[1] == expected[max(expected)]
