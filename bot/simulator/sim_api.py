"""The simulator's own API over HTTP, for people, the chat page and tests. `docs/simulator.md` is its contract."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from aiohttp import web

from bot.simulator import inline_choice, media, membership, people, reactions, sim_views, updates
from bot.simulator.call_log import Call
from bot.simulator.errors import ApiError, SimError
from bot.simulator.faults import Kind
from bot.simulator.jsons import bytes_of, text_of
from bot.simulator.limits import Mode
from bot.simulator.records import Bot, Json, Member, Query, Reading, User
from bot.simulator.world import Room, World

INLINE_PATIENCE = 10.0
KEEP_ALIVE = 15.0
MOST_MESSAGES = 1000
Answer = Any
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Route(NamedTuple):
    method: str
    path: str
    handler: Handler


class SimApi:
    """The handlers; `changed` is called after each change, for the state file."""

    def __init__(self, world: World, changed: Callable[[], None], refuse: Callable[[float], None]) -> None:
        self.world = world
        self.changed = changed
        self.refuse = refuse
        self._streams: set[asyncio.Event] = set()
        self._closing = False

    def routes(self) -> list[Route]:
        def get(path: str, handler: Handler) -> Route:
            return Route("GET", path, handler)

        def post(path: str, handler: Handler) -> Route:
            return Route("POST", path, handler)

        user, chat = "/sim/users/{id:-?\\d+}", "/sim/chats/{id:-?\\d+}"
        return [
            get("/sim/state", self._get(lambda r: sim_views.state(self.world))),
            get("/sim/events", self.events),
            get("/sim/log", self._get(self.log)),
            get("/sim/faults", self._get(lambda r: [f.to_json() for f in self.world.faults.active])),
            post("/sim/faults", self._post(self.add_fault)),
            Route("DELETE", "/sim/faults", self._get(self.clear_faults)),
            post("/sim/clock", self._post(self.clock)),
            post("/sim/limits", self._post(self.limits)),
            post("/sim/reset", self._post(self.reset)),
            post("/sim/bots", self._post(self.add_bot)),
            post("/sim/users", self._post(lambda r, b: sim_views.user(people.add_user(self.world, b)))),
            get(user + "/chats", self._get(self.user_chats)),
            get(user + "/commands", self._get(self.user_commands)),
            post(user + "/say", self._post(self.say)),
            post(user + "/press", self._post(self.press)),
            post(user + "/read", self._post(self.read)),
            post(user + "/join", self._post(self.join)),
            post(user + "/leave", self._post(self.leave)),
            post(user + "/block", self._post(self.block)),
            post(user + "/deactivate", self._post(self.deactivate)),
            post(user + "/react", self._post(self.react)),
            post(user + "/inline", self.inline),
            post(user + "/choose", self._post(self.choose)),
            get("/sim/queries/{id}", self._get(self.query)),
            get("/sim/files/{id}", self.file),
            get(chat + "/messages", self._get(self.messages)),
            post(chat + "/migrate", self._post(self.migrate)),
            post(chat + "/rights", self._post(self.rights)),
            post(chat + "/remove", self._post(self.remove)),
            post(chat + "/post", self._post(self.post)),
        ]

    # What every handler shares.

    def _get(self, answer: Callable[[web.Request], Answer]) -> Handler:
        async def handler(request: web.Request) -> web.Response:
            result = answer(request)
            self.changed()
            return _json(result)

        return handler

    def _post(self, answer: Callable[[web.Request, Json], Answer]) -> Handler:
        async def handler(request: web.Request) -> web.Response:
            result = answer(request, await _body(request))
            self.changed()
            return _json(result)

        return handler

    def _user(self, request: web.Request) -> User:
        user = self.world.tables.user(int(request.match_info["id"]))
        if user is None:
            raise SimError(f"there is no user {request.match_info['id']}; look at /sim/state", status=404)
        return user

    def _find_bot(self, request: web.Request, body: Json) -> Bot | None:
        wanted = body.get("bot", request.query.get("bot"))
        if wanted is None:
            return self.world.only_bot()
        bot = self.world.tables.bot(int(wanted)) if str(wanted).isdigit() else None
        if bot is None:
            raise SimError(f"there is no bot {wanted}; look at /sim/state", status=404)
        return bot

    def _bot(self, request: web.Request, body: Json) -> Bot:
        bot = self._find_bot(request, body)
        if bot is None:
            raise SimError('no bot has called yet; start your bot, or POST /sim/bots {"token"}')
        return bot

    def _room(self, request: web.Request, body: Json) -> Room:
        chat_id = int(request.match_info["id"])
        bot = self._find_bot(request, body)
        room = (
            self.world.room(bot, chat_id)
            if bot
            else self.world.room_of_key(str(chat_id))
            if chat_id < 0
            else None
        )
        if room is None:
            raise SimError(f"there is no chat {chat_id}; look at /sim/state", status=404)
        return room

    # What can be looked at.

    def log(self, request: web.Request) -> Answer:
        after, limit = _number(request, "after", 0), _number(request, "limit", 1000)
        return [_call_view(call) for call in self.world.calls.after(after, limit)]

    def messages(self, request: web.Request) -> Answer:
        chat_id = int(request.match_info["id"])
        if chat_id > 0 and self._find_bot(request, {}) is None and self.world.tables.user(chat_id):
            return []
        after = _number(request, "after", -1)
        before = _number(request, "before", -1)
        return sim_views.messages(
            self.world,
            self._room(request, {}),
            after=None if after < 0 else after,
            before=None if before < 0 else before,
            limit=min(MOST_MESSAGES, max(1, _number(request, "limit", 100))),
        )

    def user_chats(self, request: web.Request) -> Answer:
        return sim_views.chat_list(self.world, self._user(request), self._find_bot(request, {}))

    def user_commands(self, request: web.Request) -> Answer:
        chat = _number(request, "chat", 0) or None
        return sim_views.commands(self.world, self._find_bot(request, {}), self._user(request), chat)

    def query(self, request: web.Request) -> Answer:
        query = self.world.tables.query(request.match_info["id"])
        if query is None:
            raise SimError(f"there is no query {request.match_info['id']}", status=404)
        blank = {"text": "", "show_alert": False, "url": ""} if query.kind == "callback" else {}
        return {"answered": query.answered, **blank, **query.answer}

    async def file(self, request: web.Request) -> web.Response:
        file = self.world.tables.file(request.match_info["id"])
        if file is None:
            raise SimError(f"there is no file {request.match_info['id']}", status=404)
        return file_response(file.mime, file.name, media.data_of(file))

    # What a person can do.

    def say(self, request: web.Request, body: Json) -> Answer:
        stored = people.say(self.world, self._bot(request, body), self._user(request), body)
        return sim_views.message(self.world, stored)

    def press(self, request: web.Request, body: Json) -> Answer:
        query = people.press(self.world, self._bot(request, body), self._user(request), body)
        return {"query_id": query.id}

    def read(self, request: web.Request, body: Json) -> Answer:
        user = self._user(request)
        room = people.place(self.world, self._bot(request, body), user, body.get("chat"))
        upto = body.get("upto")
        if not isinstance(upto, int):
            raise SimError("read: 'upto' must be a message id")
        self.world.tables.put(Reading(user=user.id, room=room.key, upto=upto))
        self.world.events.emit("read", user=user.id, chat=room.id, room=room.key, upto=upto)
        return {"ok": True}

    def join(self, request: web.Request, body: Json) -> Answer:
        return {"status": people.join(self.world, self._user(request), str(body.get("link", "")))}

    def leave(self, request: web.Request, body: Json) -> Answer:
        user = self._user(request)
        chat = self.world.tables.chat(_integer(body, "chat"))
        if chat is None:
            raise SimError(f"leave: there is no chat {body['chat']}", status=404)
        people.leave(self.world, user, Room(chat.key, chat.id, chat.type, chat, None))
        return {"ok": True}

    def block(self, request: web.Request, body: Json) -> Answer:
        user = self._user(request)
        people.block(self.world, self._bot(request, body), user, blocked=bool(body.get("blocked", True)))
        return sim_views.user(user)

    def deactivate(self, request: web.Request, body: Json) -> Answer:
        user = self._user(request)
        people.deactivate(self.world, user)
        return sim_views.user(user)

    def react(self, request: web.Request, body: Json) -> Answer:
        user, bot = self._user(request), self._bot(request, body)
        room = people.place(self.world, bot, user, body.get("chat"))
        stored = self.world.tables.message(room.key, _integer(body, "message_id"))
        if stored is None or stored.deleted:
            raise SimError(f"react: there is no message {body['message_id']} in chat {room.id}", status=404)
        reactions.by_person(self.world, bot, room, stored, user, body.get("emoji"))
        return {"ok": True}

    async def inline(self, request: web.Request) -> web.Response:
        """Waits for the bot's results, as the app does."""
        body = await _body(request)
        query = people.ask_inline(self.world, self._bot(request, body), self._user(request), body)
        self.changed()
        await self._answered(query)
        if not query.answered:
            raise SimError("inline: the bot did not answer within 10 seconds")
        return _json({"query_id": query.id, **query.answer})

    async def _answered(self, query: Query) -> None:
        news = self._listen()
        try:
            async with asyncio.timeout(INLINE_PATIENCE):
                while not query.answered:
                    news.clear()
                    await news.wait()
        except TimeoutError:
            pass
        finally:
            self._deaf(news)

    def choose(self, request: web.Request, body: Json) -> Answer:
        user, bot = self._user(request), self._bot(request, body)
        room = people.place(self.world, bot, user, body.get("chat"))
        stored = inline_choice.choose(
            self.world, user, room, str(body.get("query_id")), str(body.get("result_id"))
        )
        return sim_views.message(self.world, stored)

    # What an administrator can do.

    def migrate(self, request: web.Request, body: Json) -> Answer:
        return {"chat": people.migrate(self.world, self._bot(request, body), self._room(request, body))}

    def rights(self, request: web.Request, body: Json) -> Answer:
        room = self._room(request, body)
        member = people.set_rights(self.world, room, body)
        return membership.member_view(self.world, room, member, 0)

    def remove(self, request: web.Request, body: Json) -> Answer:
        room = self._room(request, body)
        user_id = _integer(body, "user")
        if room.chat is None or self.world.tables.member(room.id, user_id) is None:
            raise SimError(f"remove: {user_id} is no member of chat {room.id}", status=404)
        owner = next((m.user for m in self.world.tables.members(room.id) if m.status == "creator"), 0)
        membership.change(self.world, room, Member(chat=room.id, user=user_id, status="kicked"), actor=owner)
        return {"ok": True}

    def post(self, request: web.Request, body: Json) -> Answer:
        stored = people.post_of_owner(self.world, self._bot(request, body), self._room(request, body), body)
        return sim_views.message(self.world, stored)

    # The machinery.

    def add_bot(self, request: web.Request, body: Json) -> Answer:
        token = str(body.get("token", ""))
        try:
            bot = self.world.bot_by_token(token) or self.world.add_bot(token)
        except ApiError as error:
            raise SimError(f"bots: {error.description}") from None
        bot.name = body.get("name") or bot.name
        bot.username = body.get("username") or bot.username
        bot.inline = bool(body.get("inline", bot.inline))
        self.world.tables.put(bot)
        self.world.events.emit("state")
        return sim_views.bot(self.world, bot)

    def add_fault(self, request: web.Request, body: Json) -> Answer:
        fault = self.world.faults.add(body, self.world.clock.time())
        if fault.kind is Kind.BAD_UPDATE:
            self.world.faults.active.remove(fault)
            for bot in self.world.tables.all(Bot):
                for _ in range(fault.left or 1):
                    updates.enqueue_poison(self.world, bot)
        elif fault.kind is Kind.REFUSE and fault.method == "*":
            seconds = body.get("for") or body.get("seconds") or 2.0
            self.world.faults.active.remove(fault)
            self.refuse(float(seconds))
        return fault.to_json()

    def clear_faults(self, request: web.Request) -> Answer:
        self.world.faults.clear()
        self.refuse(0.0)
        return {"ok": True}

    def clock(self, request: web.Request, body: Json) -> Answer:
        seconds = body.get("advance")
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise SimError("clock: 'advance' must be a number of seconds")
        self.world.clock.advance(seconds)
        return {"now": self.world.clock.time()}

    def limits(self, request: web.Request, body: Json) -> Answer:
        scale, mode = body.get("scale", self.world.limits.scale), body.get("mode", self.world.limits.mode)
        if scale is not None and (
            isinstance(scale, bool) or not isinstance(scale, (int, float)) or scale <= 0
        ):
            raise SimError("limits: 'scale' must be a number above 0, or null for no limits")
        if mode not in set(Mode):
            raise SimError(f"limits: unknown mode {mode!r}; known are {', '.join(Mode)}")
        self.world.limits.set(scale, Mode(mode))
        return {"scale": scale, "mode": mode}

    def reset(self, request: web.Request, body: Json) -> Answer:
        bots = [(b.token, b.username, b.name) for b in self.world.tables.all(Bot)]
        self.world.reset()
        for token, username, name in bots:
            self.world.add_bot(token, username=username, name=name)
        return sim_views.state(self.world)

    # Server-sent events.

    def _listen(self) -> asyncio.Event:
        news = asyncio.Event()
        self.world.events.listeners.add(news.set)
        self._streams.add(news)
        return news

    def _deaf(self, news: asyncio.Event) -> None:
        self.world.events.listeners.discard(news.set)
        self._streams.discard(news)

    def close(self) -> None:
        self._closing = True
        for news in self._streams:
            news.set()

    async def events(self, request: web.Request) -> web.StreamResponse:
        last = request.headers.get("Last-Event-ID", "")
        seq = int(last) if last.isdigit() else _number(request, "after", self.world.events.seq)
        headers = {
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        news = self._listen()
        try:
            await response.write(b": welcome\n\n")
            while not self._closing:
                news.clear()
                seq = await self._send(response, seq)
                await _wait(news, KEEP_ALIVE)
                if not news.is_set():
                    await response.write(b": still here\n\n")
        except ConnectionError:
            pass
        finally:
            self._deaf(news)
        return response

    async def _send(self, response: web.StreamResponse, seq: int) -> int:
        lines: list[str] = []
        for event in self.world.events.after(seq):
            lines.append(f"id: {event['seq']}\ndata: {text_of(_event_view(event))}\n\n")
            seq = event["seq"]
        if lines:
            await response.write("".join(lines).encode("utf-8", "surrogatepass"))
        return seq


async def _wait(news: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await news.wait()
    except TimeoutError:
        pass


def _call_view(call: Call) -> Json:
    return call.to_json()


def _event_view(event: Json) -> Json:
    if event["type"] == "call" and isinstance(event["call"], Call):
        return {**event, "call": _call_view(event["call"])}
    return event


def _json(value: Any) -> web.Response:
    return web.Response(
        body=bytes_of(value), content_type="application/json", headers={"Cache-Control": "no-store"}
    )


async def _body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise SimError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise SimError("the body must be a JSON object")
    return body


def _number(request: web.Request, name: str, default: int) -> int:
    try:
        return int(request.query.get(name) or default)
    except ValueError:
        raise SimError(f"{name!r} must be a whole number") from None


def _integer(body: Json, name: str) -> int:
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
