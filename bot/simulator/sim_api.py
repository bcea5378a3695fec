"""The simulator's own API over HTTP, for people, the chat page and tests. `docs/simulator.md` is its contract."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from aiohttp import web

from bot.simulator import (
    chat_admin,
    inline_choice,
    joining,
    media,
    membership,
    people,
    reactions,
    sim_views,
    updates,
)
from bot.simulator.errors import ApiError, SimError
from bot.simulator.event_stream import EventStream, happened
from bot.simulator.faults import Kind
from bot.simulator.limits import Mode
from bot.simulator.records import Bot, Json, Member, Query, Reading, User
from bot.simulator.sim_http import file_response, integer_of, json_answer, json_body, number_of
from bot.simulator.world import Room, World

INLINE_PATIENCE = 10.0
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
        self.stream = EventStream(world)

    def routes(self) -> list[Route]:
        def get(path: str, handler: Handler) -> Route:
            return Route("GET", path, handler)

        def post(path: str, handler: Handler) -> Route:
            return Route("POST", path, handler)

        user, chat = "/sim/users/{id:-?\\d+}", "/sim/chats/{id:-?\\d+}"
        return [
            get("/sim/state", self._get(lambda r: sim_views.state(self.world))),
            get("/sim/events", self.stream.serve),
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
            post("/sim/chats", self._post(self.add_group)),
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
            return json_answer(result)

        return handler

    def _post(self, answer: Callable[[web.Request, Json], Answer]) -> Handler:
        async def handler(request: web.Request) -> web.Response:
            result = answer(request, await json_body(request))
            self.changed()
            return json_answer(result)

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
        after, limit = number_of(request, "after", 0), number_of(request, "limit", 1000)
        return [call.to_json() for call in self.world.calls.after(after, limit)]

    def messages(self, request: web.Request) -> Answer:
        chat_id = int(request.match_info["id"])
        if chat_id > 0 and self._find_bot(request, {}) is None and self.world.tables.user(chat_id):
            return []
        after = number_of(request, "after", -1)
        before = number_of(request, "before", -1)
        return sim_views.messages(
            self.world,
            self._room(request, {}),
            after=None if after < 0 else after,
            before=None if before < 0 else before,
            limit=min(MOST_MESSAGES, max(1, number_of(request, "limit", 100))),
        )

    def user_chats(self, request: web.Request) -> Answer:
        return sim_views.chat_list(self.world, self._user(request), self._find_bot(request, {}))

    def user_commands(self, request: web.Request) -> Answer:
        chat = number_of(request, "chat", 0) or None
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
        return {"status": joining.join(self.world, self._user(request), str(body.get("link", "")))}

    def leave(self, request: web.Request, body: Json) -> Answer:
        user = self._user(request)
        chat = self.world.tables.chat(integer_of(body, "chat"))
        if chat is None:
            raise SimError(f"leave: there is no chat {body['chat']}", status=404)
        joining.leave(self.world, user, Room(chat.key, chat.id, chat.type, chat, None))
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
        stored = self.world.tables.message(room.key, integer_of(body, "message_id"))
        if stored is None or stored.deleted:
            raise SimError(f"react: there is no message {body['message_id']} in chat {room.id}", status=404)
        reactions.by_person(self.world, bot, room, stored, user, body.get("emoji"))
        return {"ok": True}

    async def inline(self, request: web.Request) -> web.Response:
        """Waits for the bot's results, as the app does."""
        body = await json_body(request)
        query = people.ask_inline(self.world, self._bot(request, body), self._user(request), body)
        self.changed()
        await self._answered(query)
        if not query.answered:
            raise SimError("inline: the bot did not answer within 10 seconds")
        return json_answer({"query_id": query.id, **query.answer})

    async def _answered(self, query: Query) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + INLINE_PATIENCE
        with self.stream.listening() as news:
            while not query.answered and (left := deadline - loop.time()) > 0:
                news.clear()
                await happened(news, left)

    def choose(self, request: web.Request, body: Json) -> Answer:
        user, bot = self._user(request), self._bot(request, body)
        room = people.place(self.world, bot, user, body.get("chat"))
        stored = inline_choice.choose(
            self.world, user, room, str(body.get("query_id")), str(body.get("result_id"))
        )
        return sim_views.message(self.world, stored)

    # What an administrator can do.

    def add_group(self, request: web.Request, body: Json) -> Answer:
        return {"chat": chat_admin.add_group(self.world, self._bot(request, body), body).id}

    def migrate(self, request: web.Request, body: Json) -> Answer:
        return {"chat": chat_admin.migrate(self.world, self._bot(request, body), self._room(request, body))}

    def rights(self, request: web.Request, body: Json) -> Answer:
        room = self._room(request, body)
        member = chat_admin.set_rights(self.world, room, body)
        return membership.member_view(self.world, room, member, 0)

    def remove(self, request: web.Request, body: Json) -> Answer:
        room = self._room(request, body)
        user_id = integer_of(body, "user")
        if room.chat is None or self.world.tables.member(room.id, user_id) is None:
            raise SimError(f"remove: {user_id} is no member of chat {room.id}", status=404)
        owner = next((m.user for m in self.world.tables.members(room.id) if m.status == "creator"), 0)
        membership.change(self.world, room, Member(chat=room.id, user=user_id, status="kicked"), actor=owner)
        return {"ok": True}

    def post(self, request: web.Request, body: Json) -> Answer:
        stored = chat_admin.post_of_owner(
            self.world, self._bot(request, body), self._room(request, body), body
        )
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
