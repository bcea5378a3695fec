"""PTB's request interface over aiohttp, with errors that tell "surely not sent" from "unknown"."""

import json
from collections.abc import Mapping
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_TIMEOUT = 10.0  # seconds
# Telegram's server may wait out a flood limit for up to 8 s and deliver then (research: platform.md 2),
# so a shorter wait would call delivered messages unknown.
READ_TIMEOUT = 25.0
UPLOAD_TIMEOUT = 120.0
IDLE_CONNECTION = 20.0  # seconds a connection is kept; shorter than the servers keep it
TOO_MANY_REQUESTS = 429


class NotSent(NetworkError):
    """The request never left: no connection, no address. Sending again cannot double anything."""


class FloodWait(TelegramError):
    """429: refused, and for this long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, retry in {seconds:g} s")
        self.seconds = seconds


class _Fields:
    """Plain parameters of a raw call, where PTB's interface has its RequestData (which is final).

    They go as one JSON object: a form costs several times the work, each letter with an accent being written anew.
    """

    contains_files = False

    def __init__(self, fields: Mapping[str, object]) -> None:
        given = {name: value for name, value in fields.items() if value is not None}
        self.body = json.dumps(given).encode("ascii")


class AiohttpRequest(BaseRequest):
    """One keep-alive pool. `read_timeout` in seconds applies where a call gives none."""

    def __init__(self, *, connections: int = 64, read_timeout: float = READ_TIMEOUT) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The default wait for an answer, in seconds."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; a second call changes nothing."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=IDLE_CONNECTION)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        """Close the pool; a second call changes nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def ask(self, url: str, *, read_timeout: float | None = None, **fields: object) -> Any:
        """One raw call: its `result` as parsed JSON. None is left out."""
        data = cast("RequestData", _Fields(fields))
        return await self.post(url, data, read_timeout=read_timeout or self._read_timeout)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call. Raises NotSent, FloodWait, TimedOut or NetworkError; the address is in no message."""
        if self._session is None:
            raise NotSent("the transport is closed")
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data),
                timeout=self._timeout(read_timeout, connect_timeout, request_data),
                allow_redirects=False,
            ) as response:
                payload = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"no connection ({type(error).__name__})") from None
        except TimeoutError as error:
            raise TimedOut(f"no answer in time ({type(error).__name__})") from None
        except aiohttp.ClientError as error:
            raise NetworkError(f"connection lost ({type(error).__name__})") from None
        if response.status == TOO_MANY_REQUESTS:
            raise FloodWait(_retry_after(payload, response.headers))
        return response.status, payload

    def _timeout(self, read: Any, connect: Any, data: RequestData | None) -> aiohttp.ClientTimeout:
        default = UPLOAD_TIMEOUT if data is not None and data.contains_files else self._read_timeout
        return aiohttp.ClientTimeout(
            total=None,
            sock_connect=_seconds(connect, CONNECT_TIMEOUT),
            sock_read=_seconds(read, default),
        )


def _seconds(given: Any, default: float) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


def _form(
    data: RequestData | _Fields | None,
) -> aiohttp.BytesPayload | aiohttp.FormData | Mapping[str, str] | None:
    if data is None:
        return None
    if isinstance(data, _Fields):
        return aiohttp.BytesPayload(data.body, content_type="application/json")
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _retry_after(payload: bytes, headers: Mapping[str, str]) -> float:
    """Seconds from the body, else from the header (a proxy's 429 has no body of ours), else a few."""
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        header = headers.get("Retry-After", "")
        return float(header) if header.isdecimal() else 5.0
