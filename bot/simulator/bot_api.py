"""One Bot API call from its arrival to its answer.

token → parameters → fault → method → limits → effect → answer checked against the table → log
"""

import json
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bot.simulator import rules
from bot.simulator.call_log import Call
from bot.simulator.errors import ApiError, bad, too_many
from bot.simulator.faults import Fault, Kind
from bot.simulator.jsons import bytes_of
from bot.simulator.methods import METHODS, Ask, Upload
from bot.simulator.polling import Polling
from bot.simulator.records import Bot, Json
from bot.simulator.schema import Method, Misfit, methods, other_methods, read_parameters
from bot.simulator.updates import SimulatorBug
from bot.simulator.world import World

SENDS = frozenset(
    f"send{kind}"
    for kind in [
        "message",
        "photo",
        "audio",
        "document",
        "video",
        "animation",
        "voice",
        "videonote",
        "mediagroup",
        "location",
        "venue",
        "contact",
        "dice",
        "sticker",
        "poll",
    ]
) | {"copymessage", "copymessages", "forwardmessage", "forwardmessages"}
# Not stopMessageLiveLocation: TDLib refuses it for anything but a live location before it asks the server to edit.
EDITS = frozenset(
    {
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
        "editmessagelivelocation",
    }
)
UNAUTHORIZED = ApiError(401, "Unauthorized")
GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes back. `drop` means: nothing, cut the connection."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    retry_after: int = 0
    drop: bool = False


DROPPED = Reply(drop=True)


class BotApi:
    def __init__(self, world: World, polling: Polling) -> None:
        self.world = world
        self.polling = polling

    async def call(self, token: str, name: str, given: Json, files: dict[str, Upload]) -> Reply:
        """The answer to one call; every path ends in the log."""
        started = perf_counter()
        bot_id = token.partition(":")[0]
        entry = Call(
            seq=0,
            at=self.world.clock.time(),
            bot=int(bot_id) if bot_id.isdigit() else 0,
            method=_proper_name(name),
            params=_loggable(given, files),
        )
        fault = self.world.faults.hit(name.lower(), given.get("chat_id"), self.world.clock.time())
        if fault is not None:
            entry.fault = fault.kind.value
            self.world.events.emit("fault", kind=fault.kind.value, method=entry.method, fault=fault.id)
        reply = await self._with_fault(fault, token, name, given, files, entry)
        entry.ms = round((perf_counter() - started) * 1000, 3)
        self.world.calls.add(entry)
        if name.lower() != "getupdates":
            self.world.events.emit("call", call=entry)
        return reply

    async def run(self, bot: Bot, given: Json) -> None:
        """A method named in a webhook's answer; its result is not told to anybody."""
        params = {k: v for k, v in given.items() if k != "method"}
        await self.call(bot.token, given["method"], params, {})

    async def _with_fault(
        self, fault: Fault | None, token: str, name: str, given: Json, files: dict[str, Upload], entry: Call
    ) -> Reply:
        if fault is None:
            return await self._outcome(token, name, given, files, entry)
        if fault.kind is Kind.DELAY:
            await self.world.clock.sleep_until(self.world.clock.time() + fault.seconds)
        reply = DROPPED
        if fault.applied:
            reply = await self._outcome(token, name, given, files, entry)
        if fault.kind is Kind.HOLD:
            await self.world.clock.sleep_until(self.world.clock.time() + fault.seconds)
        entry.outcome = entry.outcome or {"ok": False, "description": f"{fault.kind} before the effect"}
        return _spoilt(fault, reply, entry)

    async def _outcome(
        self, token: str, name: str, given: Json, files: dict[str, Upload], entry: Call
    ) -> Reply:
        try:
            result = await self._result(token, name, given, files, entry)
        except ApiError as error:
            entry.outcome = {"ok": False, "error_code": error.code, "description": error.description}
            return failure(error)
        except SimulatorBug as bug:
            entry.outcome = {"ok": False, "error_code": 500, "description": str(bug)}
            return failure(ApiError(500, f"Internal Server Error: the simulator's own mistake: {bug}"))
        entry.outcome = {"ok": True}
        return Reply(body=bytes_of({"ok": True, "result": result}))

    async def _result(self, token: str, name: str, given: Json, files: dict[str, Upload], entry: Call) -> Any:
        bot = self._bot(token)
        method = self._method(name)
        try:
            params = read_parameters(method, _with_files(method, given, files))
        except Misfit as misfit:
            raise bad(str(misfit)) from None
        key = name.lower()
        rules.check_numbers_and_lengths(key, params)
        if key == "getupdates":
            # Updates were checked when they were stored; a poisoned one is meant to be wrong.
            found = await self.polling.get_updates(bot, params)
            entry.applied = True
            return found
        await self._respect_limits(bot, key, params)
        ask = Ask(world=self.world, bot=bot, params=params, files=files, message_ids=entry.message_ids)
        result = METHODS[key](ask)
        entry.applied = True
        return _checked(method, result)

    def _bot(self, token: str) -> Bot:
        if ":" not in token:
            raise ApiError(404, "Not Found")
        bot = self.world.bot_by_token(token)
        if bot is None:
            raise UNAUTHORIZED
        if bot.logged_out_until > self.world.clock.time():
            raise ApiError(401, "Unauthorized: logged out")
        return bot

    def _method(self, name: str) -> Method:
        method = methods().get(name.lower())
        if method is not None:
            return method
        if name.lower() in other_methods():
            raise ApiError(404, f"Not Found: method not found (the simulator does not serve {name} yet)")
        raise ApiError(404, "Not Found: method not found")

    async def _respect_limits(self, bot: Bot, key: str, params: Json) -> None:
        """Hold the call as Telegram does, or raise 429."""
        if self.world.limits.scale is None or (key not in SENDS and key not in EDITS):
            return
        room = self.world.room(bot, params.get("chat_id", 0))
        if room is None:
            return
        items = (
            params.get("message_ids") or (params.get("media") if key == "sendmediagroup" else None) or (1,)
        )
        now = self.world.clock.time()
        verdict = self.world.limits.spend(
            bot.id, room.key, is_group=room.chat is not None, is_edit=key in EDITS, count=len(items), now=now
        )
        if verdict.retry_after:
            raise too_many(verdict.retry_after)
        if verdict.hold:
            await self.world.clock.sleep_until(now + verdict.hold)


def _with_files(method: Method, given: Json, files: dict[str, Upload]) -> Json:
    """A file under a parameter's own name is that parameter; any other must be attached somewhere."""
    named = {name: f"attach://{name}" for name in files if name in method.parameters and name not in given}
    for name in files.keys() - named.keys():
        if not any(f"attach://{name}" in str(value) for value in given.values()):
            msg = f'unknown file "{name}", which no parameter of {method.name} attaches'
            raise Misfit(msg)
    return {**given, **named} if named else given


def _checked(method: Method, result: Any) -> Any:
    try:
        method.check_answer(result)
    except Misfit as misfit:
        msg = f"answer of {method.name}: {misfit}"
        raise SimulatorBug(msg) from misfit
    return result


def failure(error: ApiError) -> Reply:
    body = bytes_of(error.body())
    return Reply(status=error.code, body=body, retry_after=error.parameters.get("retry_after", 0))


def _spoilt(fault: Fault, reply: Reply, entry: Call) -> Reply:
    match fault.kind:
        case Kind.DELAY | Kind.HOLD:
            return reply
        case Kind.BAD_JSON:
            return Reply(status=200, body=(reply.body or b'{"ok":true,"result":')[:-3] + b"\x00")
        case Kind.REFUSE | Kind.DROP_BEFORE | Kind.DROP_AFTER:
            return DROPPED
        case Kind.BAD_GATEWAY:
            entry.outcome = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
            return Reply(status=502, body=GATEWAY_PAGE.encode(), content_type="text/html")
        case _:
            error = _fault_error(fault)
            entry.outcome = {"ok": False, "error_code": error.code, "description": error.description}
            return failure(error)


def _fault_error(fault: Fault) -> ApiError:
    match fault.kind:
        case Kind.TOO_MANY:
            return too_many(max(1, round(fault.seconds)))
        case Kind.UNAUTHORIZED:
            return ApiError(401, "Unauthorized")
        case Kind.NOT_FOUND:
            return ApiError(404, "Not Found")
        case _:
            return ApiError(500, "Internal Server Error")


def _proper_name(name: str) -> str:
    method = methods().get(name.lower())
    return method.name if method else name


def _loggable(given: Json, files: dict[str, Upload]) -> Json:
    """The parameters as JSON values, structures unpacked, files by name and size."""
    readable = {k: _unpacked(v) for k, v in given.items()}
    for name, upload in files.items():
        readable[name] = {"file": upload.name, "size": len(upload.data)}
    return readable


def _unpacked(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
