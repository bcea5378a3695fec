"""Files in the world and the Message fields that show them."""

import base64
import mimetypes

from bot.simulator.errors import bad
from bot.simulator.images import picture_size
from bot.simulator.records import File, Json
from bot.simulator.rules import LARGEST_FILE, LARGEST_PHOTO
from bot.simulator.world import World

FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "audio": "music",
    "voice": "voice",
    "animation": "animations",
    "video_note": "video_notes",
    "sticker": "stickers",
}
LONGEST_SIDES = 10_000


def store(world: World, kind: str, name: str, mime: str, data: bytes, facts: Json) -> File:
    """Keep the bytes under a new id. Raises ApiError for a file Telegram would refuse."""
    if not data:
        raise bad("file must be non-empty")
    if len(data) > LARGEST_FILE:
        raise bad("file is too big")
    if kind == "photo":
        facts = {**facts, **_photo_facts(data)}
    number = world.tables.count("files")
    file = File(
        id=f"sim-{kind}-{number}-AgAD",
        unique_id=f"simu{number}",
        kind=kind,
        name=name,
        mime=mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(data),
        data=base64.b64encode(data).decode(),
        facts=facts,
    )
    world.tables.put(file)
    return file


def _photo_facts(data: bytes) -> Json:
    if len(data) > LARGEST_PHOTO:
        raise bad(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    size = picture_size(data)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > LONGEST_SIDES or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height}


def path_of(file: File) -> str:
    """The `file_path` of getFile."""
    ending = (
        "." + file.name.rpartition(".")[2] if "." in file.name else ".jpg" if file.kind == "photo" else ""
    )
    return f"{FOLDERS[file.kind]}/file_{file.unique_id}{ending}"


def by_path(world: World, path: str) -> File | None:
    return next((f for f in world.tables.all(File) if path_of(f) == path), None)


def data_of(file: File) -> bytes:
    return base64.b64decode(file.data)


def content_of(file: File) -> Json:
    """The Message field that shows the file."""
    base: Json = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    facts = file.facts
    match file.kind:
        case "photo":
            return {"photo": [{**base, "width": facts["width"], "height": facts["height"]}]}
        case "document":
            return {"document": {**base, "file_name": file.name, "mime_type": file.mime}}
        case "audio":
            body = {
                **base,
                "duration": facts.get("duration", 0),
                "file_name": file.name,
                "mime_type": file.mime,
            }
            return {"audio": body | {k: facts[k] for k in ("performer", "title") if facts.get(k)}}
        case "voice":
            return {"voice": {**base, "duration": facts.get("duration", 1), "mime_type": "audio/ogg"}}
        case "video_note":
            return {
                "video_note": {
                    **base,
                    "duration": facts.get("duration", 1),
                    "length": facts.get("length", 240),
                }
            }
        case "sticker":
            return {"sticker": {**base, **_sticker(facts)}}
        case kind:
            body = {**base, **_moving(facts), "file_name": file.name, "mime_type": file.mime}
            # An animation is shown as a document too, for old clients.
            document = {"document": {**base, "file_name": file.name, "mime_type": file.mime}}
            return {kind: body, **(document if kind == "animation" else {})}


def _moving(facts: Json) -> Json:
    return {
        "width": facts.get("width", 640),
        "height": facts.get("height", 360),
        "duration": facts.get("duration", 1),
    }


def _sticker(facts: Json) -> Json:
    return {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": facts.get("emoji", "🙂"),
    }
