"""Questions to answers: read the cards when they changed → decide → keep the question, without who asked.

revision → directory in memory ─┐
message ────────────────────────┴→ answer.decide → Reply → question log (redacted; never what is sensitive)
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog

from bot import langid
from bot.core import answer, answer_message, language, safety
from bot.core import quarter as quarter_names
from bot.core.answer import Answer, Choose, Decision, Question, Reply, Unknown, WhichQuarter
from bot.core.card import Card, Knowledge, Quarter
from bot.core.directory import Directory, understand
from bot.core.outgoing import ContactCard, Outgoing
from bot.core.redact import redact
from bot.core.rome import day_in_rome
from bot.core.safety import Finding
from bot.core.texts import Texts
from bot.heap import give_back
from bot.services.answering import by_the_end
from bot.services.heard import Heard
from bot.services.meaning import Meaning
from storage import cards, questions
from storage.database import Database, Transaction
from storage.questions import AskedQuestion, Outcome

log = structlog.get_logger(__name__)

LanguageModel = Callable[[str], Mapping[str, float]]


class Answers:
    """The directory of cards, kept ready in memory, and what it answers."""

    def __init__(
        self,
        db: Database,
        *,
        model: LanguageModel = langid.scores,
        meaning: Meaning | None = None,
        keep_questions: bool = True,
    ) -> None:
        """`model` gives language probabilities; without `meaning` search goes by words alone, and without
        `keep_questions` no question is ever written."""
        self._db = db
        self._meaning = meaning
        self._model = model
        self._keep_questions = keep_questions
        self._directory: Directory | None = None
        self._revision = -1
        self._changes = -1  # of the knowledge, when that revision was the stored one
        self._learnt = -1  # the revision whose meaning is known
        self._building = asyncio.Lock()
        self._learning = asyncio.Lock()
        self._heard = Heard()

    async def ask(
        self,
        text: str,
        *,
        quarter: str | None,
        lang: str | None,
        now: datetime,
        last_card: str | None = None,
        last_menu: tuple[str, ...] = (),
    ) -> Reply:
        """What `text` gets. `quarter` and `lang` are the person's own choice, the last card was shown before, or a menu."""
        question = self._question(text, quarter=quarter, lang=lang, now=now)
        question = replace(question, last_card=last_card, last_menu=last_menu)
        reply = await self._decided(question, await self._ready())
        if self._keep_questions and not reply.sensitive:
            await self._keep(question, reply)
        return reply

    async def refused(self, text: str, *, lang: str, now: datetime, card: str | None = None) -> None:
        """The question `text` got what was not it: the menu, or the `card` it was shown. Once a day for each person."""
        today = day_in_rome(now)
        if not self._keep_questions or self._heard.again(text, lang=lang, day=today, refused=True):
            return
        since, kept = today - timedelta(days=1), redact(text)

        async def refuse(tx: Transaction) -> None:
            await questions.refuse(tx, kept, since=since, card_id=card)

        await by_the_end(self._db, refuse)

    async def try_out(
        self, text: str, *, now: datetime, changed: Card | None = None, without: str | None = None
    ) -> Reply:
        """What anybody would get for `text`; nothing is kept.

        `changed` is a card as it would be after an edit (new ones too), `without` the id of one that may not answer.
        """
        directory = await self._ready()
        if changed is not None:
            space = directory.space
            knowledge = _with(directory.knowledge, changed)
            directory = await asyncio.to_thread(answer.prepare, knowledge, directory, quickly=True)
            directory = replace(directory, space=space)
        if without is not None:
            directory = replace(directory, hidden=directory.hidden | {without})
        question = self._question(text, quarter=None, lang=None, now=now)
        return await self._decided(question, directory)

    async def danger(self, text: str) -> Finding | None:
        """What `text` says about somebody's safety, where nothing else is asked of it."""
        directory = await self._ready()
        read = Question(text=text, today=date.min, model=self._model(text))
        text = understand(read, directory).question.text
        if self._meaning is None or directory.space is None:
            return safety.look(text)
        return safety.look(text, await asyncio.to_thread(self._meaning.embed, text))

    async def language_of(self, text: str) -> str:
        """The language `text` is in."""
        directory = await self._ready()
        return language.decide(text, scores=self._model(text), store=directory.store, profile=None)

    async def only_place(self, text: str) -> Quarter | None:
        """The quarter, where `text` is nothing but its name or an address in it."""
        directory = await self._ready()
        found = quarter_names.only(text, directory.places)
        return next((one for one in directory.knowledge.quarters if one.id == found), None)

    async def refresh(self) -> None:
        """Return once what is stored by now is the state the next question meets."""
        while self._revision != await cards.revision(self._db):
            async with self._building:
                pass  # somebody else's, made of what was stored when it began
            await self._ready()

    async def catch_up(self) -> None:
        """Learn the meaning of what changed, and make anew the languages that an edit left for later.

        By words of its own language a card is found at once, by meaning and by Italian names in other languages from
        then on.

        With no vectors yet this takes three to four minutes per 100 cards; called again meanwhile it waits for the first call.
        """
        await self._complete()
        if self._meaning is None:
            return
        async with self._learning:
            directory, revision = await self._ready(), self._revision
            if revision != self._learnt:
                space = await self._meaning.space(directory.knowledge.cards)
                self._learnt = revision
                if self._directory is not None:
                    self._directory = replace(self._directory, space=space)
                log.info("meaning_learnt", revision=revision, by_meaning=space is not None)

    async def _complete(self) -> None:
        if self._directory is None or self._directory.complete:
            return
        async with self._building:
            current = self._directory
            whole = await asyncio.to_thread(answer.prepare, current.knowledge, current)
            self._directory = replace(whole, space=self._directory.space)

    async def messages(self, reply: Reply, texts: Texts, *, now: datetime) -> list[Outgoing | ContactCard]:
        """What is sent for `reply`, in order; from the cards it was decided on, where they did not just change."""
        directory = self._directory or await self._ready()
        return answer_message.compose(reply, texts, knowledge=directory.knowledge, now=now)

    async def card_messages(
        self, card: Card, texts: Texts, *, lang: str, now: datetime
    ) -> list[Outgoing | ContactCard]:
        """What is sent for a card a button named."""
        return answer_message.card_messages(card, texts, lang=lang, now=now, knowledge=await self.knowledge())

    async def card(self, card_id: str) -> Card | None:
        """One card by its id; None for one that does not exist (any button's data can be forged)."""
        return next((card for card in (await self.knowledge()).cards if card.id == card_id), None)

    async def knowledge(self) -> Knowledge:
        """Everything the bot answers from, as of now."""
        return (await self._ready()).knowledge

    def _question(self, text: str, *, quarter: str | None, lang: str | None, now: datetime) -> Question:
        today = day_in_rome(now)
        return Question(
            text=text,
            today=today,
            quarter=quarter,
            lang=lang,
            model=self._model(text),
            embed=self._meaning.embed if self._meaning else None,
        )

    async def _decided(self, question: Question, directory: Directory) -> Reply:
        """In a thread where the model takes its time, so that everybody else is not kept waiting."""
        if directory.space:
            return await asyncio.to_thread(answer.decide, question, directory)
        return answer.decide(question, directory)

    async def _ready(self) -> Directory:
        """The directory of the stored revision. While a new one is made, the old one goes on answering."""
        changes = self._db.changes[cards.KNOWLEDGE]
        if self._directory is not None and self._db.writable and changes == self._changes:
            return self._directory  # nobody else writes while this process may
        revision = await cards.revision(self._db)
        if self._directory is not None and revision == self._revision:
            self._changes = changes
            return self._directory
        if self._directory is not None and self._building.locked():
            return self._directory
        async with self._building:
            if self._directory is None or revision != self._revision:
                knowledge = await cards.load(self._db)
                fresh = await asyncio.to_thread(answer.prepare, knowledge, self._directory, quickly=True)
                # What was known of the cards' meaning stays in use until `catch_up` has seen what changed.
                space = self._directory.space if self._directory is not None else None
                self._directory = replace(fresh, space=space)
                self._revision = revision
                give_back()
                self._model("prova")  # loads it now, not under somebody's first question
                log.info("directory_ready", revision=revision, cards=len(knowledge.cards))
        return self._directory

    async def _keep(self, question: Question, reply: Reply) -> None:
        if self._heard.again(question.text, lang=reply.lang, day=question.today):
            return
        asked = AskedQuestion(
            day=question.today,
            lang=reply.lang,
            quarter=reply.quarter,
            text=redact(question.text),
            outcome=outcome_of(reply.decision),
            card_id=reply.scored[0][0].id if reply.scored else None,
        )
        await by_the_end(self._db, lambda tx: questions.add(tx, asked))


def _with(knowledge: Knowledge, card: Card) -> Knowledge:
    """`knowledge` with `card` in its place, so that what did not change is not made anew."""
    cards = {one.id: one for one in knowledge.cards} | {card.id: card}
    return replace(knowledge, cards=tuple(cards[id_] for id_ in sorted(cards)))


def outcome_of(decision: Decision) -> Outcome:
    """What `decision` is called in the log and in figures."""
    match decision:
        case Answer():
            return Outcome.ANSWER
        case Choose():
            return Outcome.CHOOSE
        case WhichQuarter():
            return Outcome.WHICH_QUARTER
        case Unknown():
            return Outcome.UNKNOWN
