"""Reading calls of the simulator's own API and writing its answers."""

import json
from typing import Any

from aiohttp import web

from bot.simulator.errors import SimError
from bot.simulator.jsons import bytes_of
from bot.simulator.records import Json


def json_answer(value: Any) -> web.Response:
    return web.Response(
        body=bytes_of(value), content_type="application/json", headers={"Cache-Control": "no-store"}
    )


async def json_body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise SimError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise SimError("the body must be a JSON object")
    return body


def number_of(request: web.Request, name: str, default: int) -> int:
    try:
        return int(request.query.get(name) or default)
    except ValueError:
        raise SimError(f"{name!r} must be a whole number") from None


def integer_of(body: Json, name: str) -> int:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise SimError(f"{name!r} must be an id, got {value!r}")
    return value


def file_response(mime: str, name: str, data: bytes) -> web.Response:
    """Pictures are shown in place; anything else, which a bot may have made up, is only downloaded."""
    shown = mime in {"image/png", "image/jpeg", "image/gif", "image/webp"}
    safe = "".join(char if char.isalnum() or char in "._- " else "_" for char in name) or "file"
    quoted = safe.encode("ascii", "replace").decode().replace("?", "_")
    headers = {
        "Content-Disposition": f'{"inline" if shown else "attachment"}; filename="{quoted}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=3600",
    }
    return web.Response(
        body=data, content_type=mime if "/" in mime else "application/octet-stream", headers=headers
    )
