"""The demo's web side: the feed, its articles and the director's buttons, beside the simulator's own pages."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.demo import feed, picture
from bot.demo.feed import Event, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One of the director's buttons: `play` is what happens, the texts are said of the item it happens to."""

    id: str
    play: str
    title: str
    hint: Callable[[Item], str]
    done: Callable[[Item], str]


ACTIONS = (
    Action(
        id="publish",
        play="later",
        title="Pubblica una notizia",
        hint=lambda item: f"Nel feed di prova esce: «{item.title}»" + (f". {item.note}" if item.note else ""),
        done=lambda item: f"Uscita nel feed: «{item.title}»",
    ),
    Action(
        id="correct",
        play="correct",
        title="Correggi una notizia",
        hint=lambda item: f"La fonte riscrive un titolo: cambia il messaggio che c’è già. «{item.title}»",
        done=lambda item: f"Corretta nel feed: «{item.title}»",
    ),
    Action(
        id="rectify",
        play="rectify",
        title="Cambia una cifra: rettifica",
        hint=lambda item: f"{item.change}: cambia il messaggio e sotto esce la RETTIFICA. «{item.title}»",
        done=lambda item: f"Cambiata nel feed: «{item.title}»",
    ),
    Action(
        id="doubt",
        play="doubt",
        title="Pubblica una notizia dubbia",
        hint=lambda item: f"Decide la redazione, con una scheda nel suo gruppo. Esce: «{item.title}»",
        done=lambda item: f"Uscita nel feed: «{item.title}». Guarda il gruppo della redazione",
    ),
    Action(
        id="withdraw",
        play="withdraw",
        title="Ritira una notizia",
        hint=lambda item: f"La fonte la toglie, la redazione conferma: RITIRATO. «{item.title}»",
        done=lambda item: f"Tolta dal feed: «{item.title}». Tra poco la redazione riceve la domanda",
    ),
)


class Stage:
    """What the director has done; kept in `memory`, so that a restart of the demo changes nothing."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        state = json.loads(memory.read_text("utf-8")) if memory.is_file() else {}
        self._began = datetime.fromisoformat(state["began"]) if state else datetime.now(UTC)
        self._events = [
            Event(play=event["play"], at=datetime.fromisoformat(event["at"]))
            for event in state.get("events", [])
        ]
        self._script = feed.read_script(now=self._began)
        self._save()

    def routes(self) -> list[web.RouteDef]:
        """To be added to the simulator's application."""
        return [
            web.get("/demo/feed.xml", self._feed),
            web.get("/demo/actions", self._actions),
            web.post("/demo/actions/{name}", self._act),
            web.get("/demo/{slug}.png", self._picture),
            web.get("/demo/{slug}", self._article),
        ]

    def items(self) -> list[Item]:
        """The feed as it stands."""
        return feed.after(self._script, self._events)

    async def _feed(self, request: web.Request) -> web.Response:
        body = feed.rss(self.items(), base=str(request.url.origin()))
        return web.Response(text=body, content_type="application/rss+xml", charset="utf-8")

    async def _article(self, request: web.Request) -> web.Response:
        found = self._find(request)
        return web.Response(text=feed.page(found), content_type="text/html", charset="utf-8")

    async def _picture(self, request: web.Request) -> web.Response:
        return web.Response(body=picture.png(self._find(request).guid), content_type="image/png")

    def _find(self, request: web.Request) -> Item:
        wanted = request.match_info["slug"]
        found = next((item for item in self.items() if item.slug == wanted), None)
        if found is None:
            raise web.HTTPNotFound
        return found

    async def _actions(self, _request: web.Request) -> web.Response:
        offered = ((action, self._coming(action)) for action in ACTIONS)
        return web.json_response(
            [
                {"id": action.id, "title": action.title, "hint": action.hint(item)}
                for action, item in offered
                if item is not None
            ]
        )

    async def _act(self, request: web.Request) -> web.Response:
        action = next((one for one in ACTIONS if one.id == request.match_info["name"]), None)
        coming = self._coming(action) if action else None
        if action is None or coming is None:
            return web.json_response({"text": "Qui le notizie di prova sono finite."}, status=404)
        self._events.append(Event(play=action.play, at=datetime.now(UTC)))
        self._save()
        return web.json_response({"text": action.done(coming)})

    def _coming(self, action: Action) -> Item | None:
        """The item that `action` would be about; None where there is nothing left to do."""
        number = sum(event.play == action.play for event in self._events)
        if action.play == "withdraw":
            left = self._script.withdrawn[number:]
            return next((item for item in self.items() if item.guid in left[:1]), None)
        items = self._script.plays[action.play]
        return items[number] if number < len(items) else None

    def _save(self) -> None:
        events = [{"play": event.play, "at": event.at.isoformat()} for event in self._events]
        state: dict[str, Any] = {"began": self._began.isoformat(), "events": events}
        fresh = self._memory.with_suffix(".new")
        fresh.write_text(json.dumps(state), "utf-8")
        fresh.replace(self._memory)
