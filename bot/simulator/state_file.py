"""The whole state in one file of JSON lines, so that a simulator survives its own end.

Each call appends one line with the rows it changed before it is answered; a line torn by a kill is ignored,
and with it the whole call. At the start the lines become the world and the file is written anew.
"""

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from bot.simulator.call_log import Call
from bot.simulator.faults import Fault, Kind
from bot.simulator.jsons import bytes_of
from bot.simulator.limits import Mode
from bot.simulator.records import Json
from bot.simulator.world import World

COMPACT_ABOVE = 64 * 1024 * 1024


class StateFile:
    """Belongs to one world; `flush` after every change, `close` at the end."""

    def __init__(self, path: Path, world: World) -> None:
        self.path = path
        self.world = world
        self._settings: Json = {}
        self._file: BinaryIO | None = None
        self._compact_at = COMPACT_ABOVE

    def open(self) -> bool:
        """Read what is there, if anything, and begin to keep a journal. True where a world was found."""
        found = self._load()
        self.world.tables.journal = {}
        self._compact()
        return found

    def _load(self) -> bool:
        if not self.path.exists():
            return False
        found = False
        with self.path.open("rb") as lines:
            for line in lines:
                try:
                    entry = json.loads(line)
                except ValueError:
                    # Only the last line can be torn: it was being written when the process ended.
                    break
                if not found:
                    self.world.tables.clear()
                self._apply(entry)
                found = True
        return found

    def _apply(self, entry: Json) -> None:
        for change in entry.get("rows", ()):
            self.world.tables.apply(tuple(change))
        for call in entry.get("calls", ()):
            self.world.calls.calls.append(Call(**call))
            self.world.calls.seq = call["seq"]
        if "settings" in entry:
            self._apply_settings(entry["settings"])
        self.world.events.seq = entry.get("seq", self.world.events.seq)

    def _apply_settings(self, settings: Json) -> None:
        self.world.clock.advanced = settings["advanced"]
        self.world.limits.set(settings["scale"], Mode(settings["mode"]))
        self.world.faults.active = [Fault(**{**f, "kind": Kind(f["kind"])}) for f in settings["faults"]]

    def _present_settings(self) -> Json:
        world = self.world
        return {
            "advanced": world.clock.advanced,
            "scale": world.limits.scale,
            "mode": world.limits.mode.value,
            "faults": [fault.to_json() for fault in world.faults.active],
        }

    def flush(self) -> None:
        """Append what changed since the last time. One write: all of it is kept, or none."""
        if self._file is None:
            return
        entry: Json = {}
        if rows := self.world.tables.take_changes():
            entry["rows"] = rows
        if self.world.calls.unsaved:
            entry["calls"] = [call.to_json() for call in self.world.calls.unsaved]
            self.world.calls.unsaved.clear()
        settings = self._present_settings()
        if settings != self._settings:
            entry["settings"] = self._settings = settings
        if entry:
            self._write(entry)

    def _write(self, entry: Json) -> None:
        assert self._file is not None  # noqa: S101 - flush has looked
        entry["seq"] = self.world.events.seq
        self._file.write(_line(entry))
        if self._file.tell() > self._compact_at:
            self._compact()

    def _compact(self) -> None:
        """The file anew with each row once; renamed into place, so that a kill leaves the old or the new one."""
        self.close()
        fresh = self.path.with_name(self.path.name + ".new")
        with fresh.open("wb") as out:
            self._settings = self._present_settings()
            out.write(_line({"settings": self._settings, "seq": self.world.events.seq}))
            out.writelines(_line({"rows": [row]}) for row in self.world.tables.dump())
            out.writelines(_line({"calls": [call.to_json()]}) for call in self.world.calls.calls)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self.path)
        self.world.tables.take_changes()
        self.world.calls.unsaved = []
        # Unbuffered: what was written outlives this process however it ends.
        self._file = self.path.open("ab", buffering=0)
        self._compact_at = max(COMPACT_ABOVE, 4 * self._file.tell())

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _line(entry: Any) -> bytes:
    return bytes_of(entry) + b"\n"
