"""Parameters and files out of an HTTP request, however the client wrapped them."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.simulator.errors import ApiError, bad
from bot.simulator.methods.registry import Upload

Given = dict[str, Any]


async def read_request(request: web.Request) -> tuple[Given, dict[str, Upload]]:
    """From the query string, a form, JSON or multipart. Raises ApiError for a body that cannot be read."""
    given: Given = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if request.method == "GET" or not request.can_read_body:
        return given, files
    match request.content_type:
        case "application/json":
            given |= _json(await request.read())
        case "application/x-www-form-urlencoded":
            given |= _form(await request.read())
        case "multipart/form-data":
            await _multipart(request, given, files)
        case "application/octet-stream" if not await request.read():
            pass
        case other:
            raise bad(f"the body's content type {other} is none of form, JSON and multipart")
    return given, files


def _json(body: bytes) -> Given:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad("object expected as JSON")
    return value


def _form(body: bytes) -> Given:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


async def _multipart(request: web.Request, given: Given, files: dict[str, Upload]) -> None:
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or not part.name:
                raise bad("a part of the body has no name")
            data = bytes(await part.read(decode=True))
            if part.filename is not None:
                mime = part.headers.get("Content-Type", "").partition(";")[0]
                files[part.name] = Upload(name=part.filename or part.name, mime=mime, data=data)
            else:
                given[part.name] = data.decode()
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except ValueError as error:
        raise ApiError(400, f"Bad Request: can't parse the multipart body: {error}") from None
