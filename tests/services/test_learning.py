"""From questions asked in vain to cards for staff, and from there to words of a card."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.catalogs import texts
from bot.core.card import Card, Phone
from bot.core.errors import UserError
from bot.core.rights import Role
from bot.services import cards as service
from bot.services.answering import Answering, answering
from bot.services.answers import Answers
from bot.services.card_desk import CardDesk
from bot.services.desk import Desk
from bot.services.heard import Heard
from bot.services.learning import Learning
from bot.services.retention import Retention
from storage import questions, staff, unanswered
from storage.database import Database
from storage.questions import AskedQuestion, Outcome
from storage.unanswered import State
from tests.conftest import HandClock

EDITOR, GROUP = 11, -1001000000003
WATER = Card(id="acqua", title="Perdite d'acqua", questions=("tubo del bagno rotto",))
HELP = Card(
    id="violenza",
    title="Numero antiviolenza 1522",
    phones=(Phone(number="1522", free=True),),
    questions=("mio marito mi picchia",),
    sensitive=True,
)


@pytest.fixture
async def learning(db: Database, clock: HandClock) -> Learning:
    """Over two cards, with a staff group and nobody asking yet."""
    for card in (WATER, HELP):
        await service.save(db, card, by="test", clock=clock)
    async with db.write() as tx:
        await staff.put(tx, EDITOR, Role.EDITOR, origin="added", now=clock())
    answers = Answers(db, model=lambda _text: {"it": 1.0})
    desk = CardDesk(db, answers, clock=clock)
    return Learning(db, Desk(group=GROUP), desk, texts("it"), clock=clock, wake=lambda: None)


ASKED = AskedQuestion(
    day=date(2026, 11, 20), lang="it", quarter=None, text="", outcome=Outcome.UNKNOWN, card_id=None
)


async def asked(db: Database, *wordings: str, day: date = ASKED.day, like: AskedQuestion = ASKED) -> None:
    """So many people asked in vain, or got what `like` got."""
    async with db.write() as tx:
        for text in wordings:
            await questions.add(tx, replace(like, day=day, text=text))


async def told(db: Database) -> list[str]:
    """The texts queued for the staff group."""
    rows = await db.fetch("SELECT body FROM outbox WHERE chat_id = :group ORDER BY id", {"group": GROUP})
    return [str(row["body"]) for row in rows]


async def test_what_several_people_asked_in_vain_is_shown_and_what_one_asked_is_not(db, learning):
    await asked(db, "soffitta piena di piccioni", "piccioni in soffitta", "la soffitta ha i piccioni", "wifi")
    (found,) = await learning.look()
    assert found.group.people == 3
    card = learning.card(found)
    assert card.text.text.startswith("❓ 3 persone in 1 giorno: «piccioni in soffitta» (it)")
    assert [button.text for row in card.buttons for button in row] == [
        "Aggiungi parole a…",
        "Nuova scheda",
        "Ignora",
    ]


async def test_whoever_refused_a_menu_or_the_card_shown_asked_in_vain_too(db, learning):
    menu = replace(ASKED, outcome=Outcome.CHOOSE, card_id="acqua")
    card = replace(ASKED, outcome=Outcome.ANSWER, card_id="acqua")
    await asked(db, "cantina allagata")
    await asked(db, "la cantina allagata", "cantine allagate", like=replace(menu, refused=True))
    await asked(db, "cantina allagata", "la cantina allagata", like=menu)
    await asked(db, "tubo del bagno rotto", "tubo del bagno rotto", like=replace(card, refused=True))
    found = {one.group.text: one.group.people for one in await learning.look()}
    assert found == {"cantina allagata": 3, "tubo del bagno rotto": 2}


async def test_a_question_whose_menu_was_refused_is_answered_once_a_card_answers_it_for_sure(db, learning):
    menu = replace(ASKED, outcome=Outcome.CHOOSE, card_id="acqua", refused=True)
    await asked(db, "tubo del bagno rotto", "tubo del bagno rotto", like=menu)
    assert await learning.look() == []


async def test_looking_again_counts_anew_and_keeps_the_number_of_the_group(db, learning):
    await asked(db, "piccioni in soffitta", "piccioni in soffitta")
    (first,) = await learning.look()
    await asked(db, "i piccioni della soffitta", day=date(2026, 11, 22))
    (second,) = await learning.look()
    assert (second.id, second.group.people, second.group.days) == (first.id, 3, 2)


async def test_nothing_private_is_shown_even_if_it_was_kept_by_mistake(db, learning):
    await asked(db, "mio marito mi picchia ogni sera", "mio marito mi picchia la sera")
    assert await learning.look() == []


async def test_what_is_answered_by_now_is_not_shown(db, learning):
    await asked(db, "tubo del bagno rotto", "tubo del bagno rotto")
    assert await learning.look() == []


async def test_words_are_tried_added_live_at_once_audited_and_can_be_undone(db, clock, learning):
    await asked(db, "cantina allagata", "la cantina allagata", "cantine allagate")
    (found,) = await learning.look()
    trial = await learning.trial(found.id, "acqua")
    assert trial.after.scored[0][0].id == "acqua"
    assert trial.after.scored[0][1] > {card.id: score for card, score in trial.before.scored}.get("acqua", 0)
    batch = await learning.add_words(found.id, "acqua", by=EDITOR)
    desk = learning._card_desk
    assert (await desk.card("acqua")).keywords == (trial.words,)
    assert (await desk.try_out("cantina allagata")).scored[0][0].id == "acqua"
    rows = await db.fetch("SELECT actor, action FROM audit ORDER BY id DESC LIMIT 2")
    assert {tuple(row) for row in rows} == {(EDITOR, "learning_words"), (EDITOR, "cards_changed")}
    with pytest.raises(UserError):
        await learning.add_words(found.id, "acqua", by=EDITOR)
    assert await learning.look() == []
    await service.undo(db, batch, clock=clock)
    assert (await desk.card("acqua")).keywords == ()


async def test_what_is_asked_in_vain_again_after_it_was_settled_comes_back_and_what_is_ignored_does_not(
    db, clock, learning
):
    await asked(db, "cantina allagata", "cantina allagata", "barzelletta sporca", "una barzelletta sporca")
    first, second = await learning.look()
    ids = {one.group.text: one.id for one in (first, second)}
    await learning.made_card(ids["cantina allagata"], "acqua", by=EDITOR)
    assert await learning.ignore(ids["barzelletta sporca"], by=EDITOR)
    assert not await learning.ignore(ids["barzelletta sporca"], by=EDITOR)
    clock.forward(days=3)
    again = clock().date()
    await asked(
        db, "cantina allagata", "allagata la cantina", "barzelletta sporca", "barzelletta sporca", day=again
    )
    (found,) = await learning.look()
    assert (found.group.people, found.id not in ids.values()) == (2, True)


async def test_the_cards_are_sent_once_a_week_from_monday_at_nine(db, clock, learning):
    await asked(db, "piccioni in soffitta", "piccioni in soffitta")
    clock.forward(hours=-2)  # Monday, eight in Rome
    await learning.weekly()
    assert await told(db) == []
    clock.forward(hours=1)
    await learning.weekly()
    await learning.weekly()
    assert len(await told(db)) == 2
    assert "piccioni in soffitta" in (await told(db))[1]
    clock.forward(days=7)
    await learning.weekly()
    assert len(await told(db)) == 4


async def test_a_week_without_such_questions_is_silent_but_for_cards_that_grew_old(db, clock, learning):
    await learning.weekly()
    assert await told(db) == []
    await learning._card_desk.verify("acqua", by=EDITOR, name="Ada")
    clock.forward(days=200)
    await learning.weekly()
    head, task = await told(db)
    assert "Una scheda è da verificare di nuovo" in head
    assert "verificata il 23/11/2026" in task
    assert '"sk_ok:acqua"' in task


async def test_a_group_is_kept_as_long_as_its_questions(db, clock, learning):
    await asked(db, "piccioni in soffitta", "piccioni in soffitta")
    (found,) = await learning.look()
    clock.forward(days=190)
    await Retention(db, clock=clock).purge()
    assert await unanswered.get(db, found.id) is None
    assert found.state == State.OPEN


def test_a_person_counts_once_a_day_for_the_same_question():
    heard, day = Heard(), date(2026, 11, 23)

    def again(chat: int, text: str, on: date = day) -> bool:
        with answering(Answering(update_id=1, chat_id=chat, above=1, fresh=True)):
            return heard.again(text, lang="it", day=on)

    assert not again(1, "cantina allagata")
    assert again(1, "la cantina è allagata!")
    assert not again(2, "cantina allagata")
    assert not again(1, "tetto rotto")
    assert not again(1, "cantina allagata", day + timedelta(days=1))
