"""Story 2: a tenant is met, picks a quarter, asks, and gets the right card or an honest no."""

from storage import tenants
from storage.database import Database
from tests.flows.stage import JOURNALIST, PRESS_OFFICER, STAFF_GROUP, TENANT, Stage, text_of


async def meet(stage: Stage, quarter: str = "San Siro", *, follow: bool = True) -> None:
    """Start, pick a quarter, decide about its notices."""
    await stage.say(TENANT, "/start")
    await stage.press(TENANT, await stage.reads(TENANT, "programma automatico"), quarter)
    offer = await stage.reads(TENANT, "Vuoi ricevere qui gli avvisi")
    await stage.press(TENANT, offer, "Sì, avvisami" if follow else "No, grazie")
    await stage.reads(TENANT, "riceverai gli avvisi" if follow else "nessun avviso")


async def test_the_welcome_is_four_lines_and_says_what_this_is(stage: Stage) -> None:
    """An automatic program, not an emergency number, and the quarters to choose from."""
    await stage.say(TENANT, "/start")
    welcome = await stage.reads(TENANT, "programma automatico")
    assert len(text_of(welcome).splitlines()) == 4
    assert "112" in text_of(welcome)
    labels = [button["text"] for row in welcome["reply_markup"]["inline_keyboard"] for button in row]
    assert {"San Siro", "Gratosoglio", "Mazzini", "Molise-Calvairate"} <= set(labels)


async def test_a_broken_lift_gets_the_right_card_with_phone_hours_date_and_source(stage: Stage) -> None:
    """The card word for word, and the number as a contact too."""
    await meet(stage)
    await stage.say(TENANT, "mi si è rotto l'ascensore")
    answer = await stage.reads(TENANT, "Fonte:")
    text = text_of(answer)
    assert "scensore" in text.splitlines()[0]
    assert "840 021 212" in text
    assert "24 ore su 24" in text or "sempre aperto" in text.lower() or "Aperto" in text
    assert "2020" in text

    async def contact() -> bool:
        return any("contact" in message for message in await stage.from_bot(TENANT))

    await stage.until(contact, "the number comes as a contact too")


async def test_a_follow_up_is_about_a_card_that_was_shown_and_gets_the_one_thing(stage: Stage) -> None:
    """After an honest no there is no such card: what came nearest is not pulled out."""
    await meet(stage)
    await stage.say(TENANT, "quanto pesa la luna di formaggio")
    await stage.reads(TENANT, "Non lo so")
    await stage.say(TENANT, "e quanto costa?")

    async def twice() -> bool:
        return len([one for one in await stage.from_bot(TENANT) if "Parla con una persona" in str(one)]) == 2

    await stage.until(twice, "the follow-up is asked back")
    assert not [one for one in await stage.from_bot(TENANT) if "Fonte:" in text_of(one)]
    await stage.say(TENANT, "mi si è rotto l'ascensore")
    card = await stage.reads(TENANT, "Fonte:")
    await stage.say(TENANT, "e quanto costa?")
    short = await stage.reads(TENANT, "La scheda non lo dice")
    assert text_of(short).splitlines()[0] == text_of(card).splitlines()[0]
    assert "840 021 212" in text_of(short)
    assert len(text_of(short)) < len(text_of(card))


async def test_another_quarter_asks_the_same_question_there(stage: Stage) -> None:
    """ "e a Gratosoglio?": another office there; for a lift the same card holds, and that is said."""
    await meet(stage, follow=False)
    await stage.say(TENANT, "dove si trova l'ufficio Aler di zona?")
    await stage.reads(TENANT, "UOG 2 Milano ovest")
    await stage.say(TENANT, "e il telefono?")
    await stage.say(TENANT, "e a Gratosoglio?")
    await stage.reads(TENANT, "UOG 1 Milano")
    await stage.say(TENANT, "mi si è rotto l'ascensore")
    await stage.reads(TENANT, "840 021 212")
    await stage.say(TENANT, "ma io abito a Lorenteggio")
    await stage.reads(TENANT, "Anche per Lorenteggio")


async def test_not_this_offers_no_card_that_was_just_refused(stage: Stage) -> None:
    """Two topics, two cards: the second is refused."""
    await meet(stage, follow=False)
    await stage.say(TENANT, "mi si è rotto l'ascensore e ho la muffa in camera")
    await stage.press(TENANT, await stage.reads(TENANT, "Muffa"), "Non era questo?")
    await stage.reads(TENANT, "Prova con altre parole")


async def test_nonsense_gets_an_honest_no_and_a_way_to_a_person(stage: Stage) -> None:
    """The question is forwarded only after a yes; the operator's reply comes back."""
    await meet(stage)
    await stage.say(TENANT, "quanto pesa la luna di formaggio")
    unknown = await stage.reads(TENANT, "Non lo so")
    await stage.press(TENANT, unknown, "Parla con una persona")
    offer = await stage.reads(TENANT, "Posso passare la tua domanda")
    assert not [post for post in await stage.from_bot(STAFF_GROUP) if "luna" in text_of(post)]
    await stage.press(TENANT, offer, "Sì")
    card = await stage.reads(STAFF_GROUP, "luna di formaggio")
    assert "San Siro" in text_of(card)
    await stage.say(
        PRESS_OFFICER, "Buongiorno, non lo sappiamo.", chat=STAFF_GROUP, reply_to=card["message_id"]
    )
    answer = await stage.reads(TENANT, "Buongiorno, non lo sappiamo.")
    await stage.press(TENANT, answer, "Rispondi all'operatore")
    await stage.reads(TENANT, "il prossimo messaggio arriva")
    await stage.say(TENANT, "e un gatto quanto pesa?")
    more = await stage.reads(STAFF_GROUP, "e un gatto quanto pesa?")
    assert more["reply_to_message"]["message_id"] == card["message_id"]  # under what it goes on from
    button = answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await stage.say(JOURNALIST, "/start")
    await stage.tap(JOURNALIST, await stage.reads(JOURNALIST, "programma automatico"), button)
    await stage.reads(JOURNALIST, "il prossimo messaggio arriva")
    await stage.say(JOURNALIST, "mi intrometto")
    assert "reply_to_message" not in await stage.reads(STAFF_GROUP, "mi intrometto")


async def test_a_person_in_danger_is_answered_at_once_and_leaves_no_trace(stage: Stage) -> None:
    """1522 and 112 first, a button that hides, nothing for staff, no text in database or log."""
    await meet(stage)
    await stage.say(
        TENANT, "ho paura di tornare a casa, mio marito mi picchia. Qui tutti mi chiamano Zirbolina"
    )
    help_card = await stage.reads(TENANT, "1522")
    assert "112" in text_of(help_card)
    await stage.press(TENANT, help_card, "Nascondi")

    async def hidden() -> bool:
        return not [
            item
            for item in await stage.messages(TENANT)
            if "1522" in text_of(item) or "Zirbolina" in text_of(item)
        ]

    await stage.until(hidden, "it is hidden")
    assert await stage.from_bot(STAFF_GROUP) == []
    await stage.stop_bot()
    for file in stage.folder.glob("portineria.db*"):
        assert b"Zirbolina" not in file.read_bytes(), file.name
    assert "Zirbolina" not in stage.log()


async def test_killed_before_the_answer_the_question_is_answered_after_the_restart(stage: Stage) -> None:
    """Stored before it is confirmed: nothing is lost."""
    await meet(stage)
    await stage.post("/sim/faults", method="sendMessage", kind="hold", times=1, seconds=20)
    await stage.say(TENANT, "mi si è rotto l'ascensore")

    async def asked() -> bool:
        log = await stage.get("/sim/log?limit=10000")
        return any(call["method"] == "getUpdates" for call in log[-3:])

    await stage.until(asked, "the question was fetched")
    await stage.kill_bot()
    await stage.post("/sim/faults", method="*", kind="delay", times=1, seconds=0)
    await stage.start_bot()
    await stage.reads(TENANT, "840 021 212")


async def test_blocking_the_bot_erases_everything(stage: Stage) -> None:
    """At once, not only when the next message does not arrive."""
    await meet(stage)
    await stage.post(f"/sim/users/{TENANT}/block", blocked=True)

    async def erased() -> bool:
        db = await Database.open_for_reading(stage.folder / "portineria.db")
        try:
            return await tenants.get(db, TENANT) is None and await tenants.subscribers(db) == {}
        finally:
            await db.close()

    await stage.until(erased, "the tenant is erased")


async def test_forgetting_leaves_nothing_of_the_chat(stage: Stage) -> None:
    """/cancellami, two taps, immediate."""
    await meet(stage)
    await stage.say(TENANT, "/cancellami")
    await stage.press(TENANT, await stage.reads(TENANT, "Confermi?"), "Sì")
    await stage.reads(TENANT, "Non ricordo più niente")
    await stage.stop_bot()
    db = await Database.open_for_reading(stage.folder / "portineria.db")
    try:
        for table in ("tenant", "subscription", "dialogue", "inbox"):
            column = "chat_key" if table == "inbox" else "chat_id"
            rows = await db.fetch(f"SELECT * FROM {table} WHERE {column} = {TENANT}")  # noqa: S608
            assert rows == [], table
    finally:
        await db.close()


async def test_what_follows_an_answer_stays_in_its_language_on_an_italian_phone(stage: Stage) -> None:
    """A question in Arabic: the buttons under the answer, and what they bring, are in Arabic too."""
    await meet(stage)
    await stage.say(TENANT, "المصعد معطل")
    answer = await stage.reads(TENANT, "اتصل قبل أن تذهب")
    await stage.press(TENANT, answer, "ليس هذا؟")
    others = await stage.reads(TENANT, "ربما واحدة من هذه؟")
    await stage.press(TENANT, others, "تحدث مع شخص")
    offer = await stage.reads(TENANT, "يمكنني إرسال سؤالك إلى موظف")
    await stage.press(TENANT, offer, "نعم، أرسل السؤال")
    await stage.reads(TENANT, "وصل السؤال إلى شخص")
    await stage.say(TENANT, "المصعد معطل")
    await stage.say(TENANT, voice=True)
    await stage.reads(TENANT, "الرسائل الصوتية")
    await stage.say(TENANT, "/aiuto")
    await stage.reads(TENANT, "Come funziona")


async def test_small_talk_gets_a_short_reply_and_the_question_before_it_stays_in_mind(stage: Stage) -> None:
    """Thanks is met with thanks; who asks for a person gets to one, with the question asked before."""
    await meet(stage)
    await stage.say(TENANT, "vorrei parlare con una persona")
    await stage.reads(TENANT, "Scrivi qui la tua domanda")
    await stage.say(TENANT, "quanto pesa la luna di formaggio")
    await stage.reads(TENANT, "Non lo so")
    await stage.say(TENANT, "grazie")
    await stage.reads(TENANT, "Prego!")
    await stage.say(TENANT, "via Inesistente 23")
    await stage.reads(TENANT, "Non so in che quartiere")
    await stage.say(TENANT, "non ho capito")
    await stage.reads(TENANT, "Prova a scrivere la domanda in un altro modo")
    await stage.say(TENANT, "Un operatore, per favore")
    offer = await stage.reads(TENANT, "Posso passare la tua domanda")
    await stage.press(TENANT, offer, "Sì")
    await stage.reads(STAFF_GROUP, "luna di formaggio")


async def test_a_command_said_in_words_does_what_the_command_does(stage: Stage) -> None:
    """Nobody has to know of slashes to stop notices, to be forgotten, or to find the press channel."""
    await meet(stage)
    await stage.say(TENANT, "Stop")
    await stage.press(
        TENANT, await stage.reads(TENANT, "Ricevi gli avvisi di questi quartieri"), "Basta avvisi"
    )
    await stage.reads(TENANT, "niente più avvisi per San Siro")
    await stage.say(TENANT, "ho sbagliato quartiere")
    await stage.reads(TENANT, "Qual è il tuo quartiere?")
    await stage.say(TENANT, "che dati avete?")
    await stage.reads(TENANT, "Che cosa ricordo")
    await stage.say(TENANT, "sono una giornalista")
    await stage.reads(TENANT, "Il canale stampa è riservato")
    await stage.say(TENANT, "/menu")
    await stage.reads(TENANT, "Come funziona")
    await stage.say(TENANT, "ricomincia")
    await stage.reads(TENANT, "questa è la Portineria")  # the first one has become the quarter chosen
    await stage.say(TENANT, "voglio cancellare i miei dati")
    await stage.press(TENANT, await stage.reads(TENANT, "Confermi?"), "Sì, cancella tutto")
    await stage.reads(TENANT, "Non ricordo più niente")
