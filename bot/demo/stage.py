"""The demo's web side: the feed, its articles and the director's buttons, beside the simulator's own pages."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.demo import feed


class Stage:
    """Which items are out; kept in `memory`, so that a restart of the demo changes nothing."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        state = json.loads(memory.read_text("utf-8")) if memory.is_file() else {}
        self._began = datetime.fromisoformat(state["began"]) if state else datetime.now(UTC)
        self._moments: list[str] = state.get("moments", [])
        self._save()

    def routes(self) -> list[web.RouteDef]:
        """To be added to the simulator's application."""
        return [
            web.get("/demo/feed.xml", self._feed),
            web.get("/demo/actions", self._actions),
            web.post("/demo/actions/{name}", self._act),
            web.get("/demo/{slug}", self._article),
        ]

    def items(self) -> list[feed.Item]:
        """The feed as it stands."""
        script = feed.read_script(now=self._began)
        later = tuple(
            replace(item, published=datetime.fromisoformat(moment))
            for item, moment in zip(script.later, self._moments, strict=False)
        )
        return feed.standing((*script.first, *later))

    async def _feed(self, request: web.Request) -> web.Response:
        body = feed.rss(self.items(), base=str(request.url.origin()))
        return web.Response(text=body, content_type="application/rss+xml", charset="utf-8")

    async def _article(self, request: web.Request) -> web.Response:
        wanted = request.match_info["slug"]
        found = next((item for item in self.items() if item.slug == wanted), None)
        if found is None:
            raise web.HTTPNotFound
        return web.Response(text=feed.page(found), content_type="text/html", charset="utf-8")

    async def _actions(self, _request: web.Request) -> web.Response:
        coming = self._coming()
        if coming is None:
            return web.json_response([])
        action = {
            "id": "publish",
            "title": "Pubblica una notizia",
            "hint": f"Nel feed di prova esce: «{coming.title}»",
        }
        return web.json_response([action])

    async def _act(self, request: web.Request) -> web.Response:
        coming = self._coming()
        if request.match_info["name"] != "publish" or coming is None:
            return web.json_response({"text": "Le notizie di prova sono finite."}, status=404)
        self._moments.append(datetime.now(UTC).isoformat())
        self._save()
        return web.json_response({"text": f"Uscita nel feed: «{coming.title}»"})

    def _coming(self) -> feed.Item | None:
        later = feed.read_script(now=self._began).later
        return later[len(self._moments)] if len(self._moments) < len(later) else None

    def _save(self) -> None:
        state = {"began": self._began.isoformat(), "moments": self._moments}
        fresh = self._memory.with_suffix(".new")
        fresh.write_text(json.dumps(state), "utf-8")
        fresh.replace(self._memory)
