"""The chat page, clicked through in headless Chromium against the real simulator."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.simulator.browser import (
    GROUP,
    JOURNALIST,
    PRESS,
    PUBLIC,
    STAFF,
    TENANT,
    Screen,
    Simulator,
    chromium,
    require_chromium,
    screen,
    simulator,
)
from tests.simulator.page_checks import CONTRAST, NAMELESS, page_files, png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as one:
        yield one


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(browser: Browser) -> AsyncIterator[Simulator]:
    async with simulator() as one:
        yield one


@pytest_asyncio.fixture(loop_scope="module")
async def sim(server: Simulator) -> Simulator:
    await server.reset()
    return server


@pytest_asyncio.fixture(loop_scope="module")
async def view(browser: Browser, sim: Simulator) -> AsyncIterator[Screen]:
    """The open page; whatever a test does, nothing may be complained of and no other origin asked."""
    async with screen(browser, sim.base) as one:
        await one.open()
        yield one
        assert one.problems == []
        assert one.strangers == []


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)])
async def test_without_chromium_these_tests_skip_on_a_desk_and_fail_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setattr("tests.simulator.browser.CHROMIUM", "/nowhere/chromium")
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="Debian's package `chromium`"):
        require_chromium()


# ---- the screen


async def test_three_people_stand_side_by_side_each_with_the_bot_open(view: Screen) -> None:
    for user in (TENANT, JOURNALIST, STAFF):
        await expect(view.column(user)).to_be_visible()
        await expect(view.of(user, f"chat-{user}")).to_have_attribute("aria-current", "true")
    await expect(view.page.get_by_test_id("demo-note")).to_contain_text("nulla viene inviato a Telegram")


async def test_a_message_of_the_bot_appears_without_reloading(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Buongiorno")
    await expect(view.message(TENANT, sent).get_by_test_id("text")).to_have_text("Buongiorno")


async def test_what_a_person_types_reaches_the_bot(view: Screen, sim: Simulator) -> None:
    await view.say(TENANT, "perdita d'acqua")
    last = (await sim.messages(TENANT))[-1]
    assert (last["text"], last["from"]["id"]) == ("perdita d'acqua", TENANT)
    await expect(view.message(TENANT, last)).to_have_class(re.compile(r"\bmine\b"))
    await expect(view.of(TENANT, "composer")).to_have_value("")


async def test_a_person_starts_the_bot_from_the_empty_chat(view: Screen, sim: Simulator) -> None:
    await view.of(JOURNALIST, "start").click()
    await expect(view.of(JOURNALIST, "text").first).to_have_text("/start")
    assert (await sim.messages(JOURNALIST))[-1]["text"] == "/start"


async def test_unread_messages_are_counted_until_the_chat_is_opened(view: Screen, sim: Simulator) -> None:
    for text in ("Prima", "Seconda"):
        await sim.bot("sendMessage", chat_id=PUBLIC, text=text)
    await expect(view.of(STAFF, f"unread-{PUBLIC}")).to_have_text("2")
    await view.of(STAFF, f"chat-{PUBLIC}").click()
    await expect(view.of(STAFF, f"unread-{PUBLIC}")).to_have_count(0)
    rows = await sim.sim("GET", f"/sim/users/{STAFF}/chats")
    assert [row["unread"] for row in rows if row["chat"] == PUBLIC] == [0]


async def test_the_address_names_the_people_and_the_chats(browser: Browser, sim: Simulator) -> None:
    async with screen(browser, sim.base) as one:
        await one.open(f"#p={STAFF},{TENANT}&c={PUBLIC},bot")
        await expect(one.page.locator(".column")).to_have_count(2)
        await expect(one.of(STAFF, f"chat-{PUBLIC}")).to_have_attribute("aria-current", "true")
        await one.of(STAFF, f"chat-{PRESS}").click()
        await expect(one.page).to_have_url(re.compile(rf"#p={STAFF},{TENANT}&c={PRESS},bot$"))


async def test_a_person_is_added_with_name_language_and_role(view: Screen, sim: Simulator) -> None:
    await view.page.get_by_test_id("people-bar").get_by_test_id("add-person").click()
    await view.page.get_by_test_id("person-name").fill("أمينة")
    await view.page.get_by_test_id("person-lang").select_option("ar")
    await view.page.get_by_test_id("person-role").select_option("tenant")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.page.locator(".column")).to_have_count(4)
    added = (await sim.sim("GET", "/sim/state"))["users"][-1]
    assert (added["name"], added["lang"], added["role"]) == ("أمينة", "ar", "tenant")
    await view.say(added["id"], "مرحبا")
    await expect(view.of(added["id"], "text").first).to_have_text("مرحبا")


async def test_people_are_hidden_and_shown_again(view: Screen) -> None:
    chip = view.page.get_by_test_id(f"person-chip-{JOURNALIST}")
    await chip.click()
    await expect(view.column(JOURNALIST)).to_have_count(0)
    await chip.click()
    await expect(view.column(JOURNALIST)).to_be_visible()


# ---- texts


async def test_formatting_is_shown_as_elements(view: Screen, sim: Simulator) -> None:
    text = (
        '<b>grassetto</b> <i>corsivo</i> <u>linea</u> <s>via</s> <code>cod</code> <a href="https://example.org/x">qui</a>\n'
        '<pre><code class="language-python">x = 1</code></pre><blockquote>citato</blockquote>\n#casa @portineria /orari'
    )
    sent = await sim.bot("sendMessage", chat_id=TENANT, text=text, parse_mode="HTML")
    shown = view.message(TENANT, sent).get_by_test_id("text")
    for tag, said in {
        "strong": "grassetto",
        "em": "corsivo",
        "u": "linea",
        "s": "via",
        "blockquote": "citato",
    }.items():
        await expect(shown.locator(tag)).to_have_text(said)
    await expect(shown.locator("pre code")).to_have_text("x = 1")
    for kind, said in {
        "link": "qui",
        "hashtag": "#casa",
        "mention": "@portineria",
        "command": "/orari",
    }.items():
        await expect(shown.get_by_test_id(f"entity-{kind}")).to_have_text(said)


async def test_a_spoiler_and_a_long_quote_open_on_request(view: Screen, sim: Simulator) -> None:
    lines = "\n".join(f"riga {i}" for i in range(8))
    text = f"<tg-spoiler>nascosto</tg-spoiler>\n<blockquote expandable>{lines}</blockquote>"
    sent = await sim.bot("sendMessage", chat_id=TENANT, text=text, parse_mode="HTML")
    shown = view.message(TENANT, sent)
    await expect(shown.get_by_test_id("spoiler")).to_have_attribute("aria-label", re.compile("nascosto"))
    await shown.get_by_test_id("spoiler").press("Enter")
    await expect(shown.get_by_test_id("spoiler")).to_have_class(re.compile("shown"))
    more = shown.get_by_test_id("expand-quote")
    await more.click()
    await expect(more).to_have_attribute("aria-expanded", "true")


async def test_markup_in_data_stays_text(view: Screen, sim: Simulator) -> None:
    evil = '<img src=x onerror="document.title=1"><b>no</b>'
    await view.say(TENANT, evil)
    await expect(view.of(TENANT, "text").last).to_have_text(evil)
    await expect(view.of(TENANT, "log").locator("img")).to_have_count(0)


async def test_a_pressed_command_is_sent(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Prova /orari subito")
    await view.message(TENANT, sent).get_by_test_id("entity-command").click()
    await expect(view.of(TENANT, "text").last).to_have_text("/orari")
    assert (await sim.messages(TENANT))[-1]["text"] == "/orari"


async def test_arabic_stands_right_to_left_in_its_bubble(view: Screen) -> None:
    await view.say(TENANT, "عندي تسرب ماء في الحمام")
    bubble = view.of(TENANT, "log").locator(".bubble").last
    await expect(bubble).to_have_attribute("dir", "rtl")
    await expect(bubble.get_by_test_id("text")).to_have_css("direction", "rtl")


async def test_typing_a_slash_filters_the_commands(view: Screen, sim: Simulator) -> None:
    commands = [{"command": c, "description": f"Fa {c}"} for c in ("start", "quartiere", "quanto")]
    await sim.bot("setMyCommands", commands=commands)
    await expect(view.of(TENANT, "commands-button")).to_be_visible()
    await view.of(TENANT, "composer").press_sequentially("/qu")
    await expect(view.of(TENANT, "command-menu").get_by_role("option")).to_have_count(2)
    await view.of(TENANT, "composer").press("ArrowDown")
    await view.of(TENANT, "composer").press("Enter")
    await expect(view.of(TENANT, "text").last).to_have_text("/quanto")


# ---- media


async def test_a_photo_opens_large_and_a_document_downloads(
    view: Screen, sim: Simulator, tmp_path: Path
) -> None:
    photo = await sim.upload(
        "sendPhoto", {"photo": ("casa.png", png(80, 60), "image/png")}, chat_id=TENANT, caption="La casa"
    )
    sheet = await sim.upload(
        "sendDocument", {"document": ("modulo.pdf", b"%PDF-1.4 prova", "application/pdf")}, chat_id=TENANT
    )
    image = view.message(TENANT, photo).locator("img")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 80
    await view.message(TENANT, photo).get_by_test_id("photo").click()
    await expect(view.page.get_by_test_id("lightbox").locator("img")).to_be_visible()
    await view.page.keyboard.press("Escape")
    async with view.page.expect_download() as caught:
        await view.message(TENANT, sheet).get_by_test_id("document").click()
    download = await caught.value
    assert download.suggested_filename == "modulo.pdf"
    await download.save_as(tmp_path / "modulo.pdf")
    assert (tmp_path / "modulo.pdf").read_bytes() == b"%PDF-1.4 prova"


async def test_an_album_is_one_bubble(view: Screen, sim: Simulator) -> None:
    media = [
        {"type": "photo", "media": f"attach://p{i}", "caption": "Il cortile" if i == 0 else ""}
        for i in range(3)
    ]
    files = {f"p{i}": (f"{i}.png", png(40, 40), "image/png") for i in range(3)}
    await sim.upload("sendMediaGroup", files, chat_id=TENANT, media=media)
    album = view.of(TENANT, "album")
    await expect(album.get_by_test_id("photo")).to_have_count(3)
    await expect(album).to_have_count(1)
    await expect(view.of(TENANT, "text").last).to_have_text("Il cortile")


async def test_contacts_can_be_called_and_venues_are_named(view: Screen, sim: Simulator) -> None:
    contact = await sim.bot(
        "sendContact", chat_id=TENANT, phone_number="+39 02 1234 567", first_name="Sportello"
    )
    venue = await sim.bot(
        "sendVenue",
        chat_id=TENANT,
        latitude=45.41169,
        longitude=9.17119,
        title="Casa di quartiere",
        address="via Saponaro 24",
    )
    call = view.message(TENANT, contact).get_by_test_id("contact-call")
    await expect(call).to_have_attribute("href", "tel:+39021234567")
    await expect(view.message(TENANT, contact)).to_contain_text("+39 02 1234 567")
    await expect(view.message(TENANT, venue).get_by_test_id("venue")).to_contain_text("via Saponaro 24")


async def test_a_poll_shows_its_question_and_options(view: Screen, sim: Simulator) -> None:
    options = [{"text": "Mattina"}, {"text": "Sera"}]
    sent = await sim.bot("sendPoll", chat_id=TENANT, question="Quando?", options=options)
    await expect(view.message(TENANT, sent).get_by_test_id("poll")).to_contain_text("Mattina")


async def test_a_file_goes_with_its_caption(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "file-input").set_input_files(
        {"name": "bolletta.txt", "mimeType": "text/plain", "buffer": b"42 euro"}
    )
    await view.page.get_by_test_id("caption").fill("La bolletta")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "document")).to_contain_text("bolletta.txt")
    last = (await sim.messages(TENANT))[-1]
    assert (last["caption"], last["document"]["file_name"], last["document"]["file_size"]) == (
        "La bolletta",
        "bolletta.txt",
        7,
    )


async def test_a_photo_goes_as_a_photo(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "photo-input").set_input_files(
        {"name": "muro.png", "mimeType": "image/png", "buffer": png(50, 50)}
    )
    await expect(view.page.get_by_test_id("file-dialog").locator("img")).to_be_visible()
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "photo")).to_be_visible()
    assert "photo" in (await sim.messages(TENANT))[-1]


async def test_a_position_is_picked_on_the_map(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "attach").click()
    await view.page.get_by_test_id("attach-place").click()
    await view.page.get_by_test_id("map").get_by_role("button", name="San Siro").click()
    await expect(view.page.get_by_test_id("map-lat")).to_have_value("45.47138")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "location")).to_contain_text("San Siro")
    place = (await sim.messages(TENANT))[-1]["location"]
    assert (round(place["latitude"], 4), round(place["longitude"], 4)) == (45.4714, 9.1384)


async def test_typed_coordinates_are_checked_before_they_go(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "attach").click()
    await view.page.get_by_test_id("attach-place").click()
    await view.page.get_by_test_id("map-lat").fill("145")
    await view.page.get_by_test_id("map-lon").fill("9,19")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.page.get_by_test_id("place-dialog").get_by_role("alert")).to_contain_text("latitudine")
    await view.page.get_by_test_id("map-lat").fill("45,5")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "location")).to_be_visible()
    assert (await sim.messages(TENANT))[-1]["location"]["latitude"] == pytest.approx(45.5)


async def test_a_contact_is_sent(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "attach").click()
    await view.page.get_by_test_id("attach-contact").click()
    await view.page.get_by_test_id("contact-name").fill("Nonna Pina")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "contact")).to_contain_text("Nonna Pina")
    assert (await sim.messages(TENANT))[-1]["contact"]["first_name"] == "Nonna Pina"


# ---- buttons


async def test_a_pressed_button_waits_for_the_bot_and_shows_its_answer(view: Screen, sim: Simulator) -> None:
    keyboard = buttons([{"text": "Sì", "callback_data": "yes"}], [{"text": "No", "callback_data": "no"}])
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Va bene?", reply_markup=keyboard)
    button = view.message(TENANT, sent).get_by_role("button", name="Sì")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await sim.update("callback_query")
    assert query["data"] == "yes"
    await sim.bot("answerCallbackQuery", callback_query_id=query["id"], text="Segnato")
    await expect(view.of(TENANT, "toast")).to_have_text("Segnato")
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await view.message(TENANT, sent).get_by_role("button", name="No").click()
    query = await sim.update("callback_query")
    await sim.bot("answerCallbackQuery", callback_query_id=query["id"], text="Attenzione", show_alert=True)
    await expect(view.page.get_by_test_id("alert-dialog")).to_contain_text("Attenzione")


async def test_an_address_is_shown_before_it_opens_in_a_tab_of_its_own(view: Screen, sim: Simulator) -> None:
    address = f"{sim.base}/page/logo.svg"
    keyboard = buttons([{"text": "Sito", "url": "https://example.org/casa"}])
    sent = await sim.bot(
        "sendMessage",
        chat_id=TENANT,
        text=f'<a href="{address}">logo</a>',
        parse_mode="HTML",
        reply_markup=keyboard,
    )
    await view.message(TENANT, sent).get_by_test_id("inline-button").click()
    await expect(view.page.get_by_test_id("link-address")).to_have_text("https://example.org/casa")
    await view.page.keyboard.press("Escape")
    await view.page.evaluate(
        "document.addEventListener('click', e => { if (e.target.rel) window.rels = e.target.rel; }, true)"
    )
    await view.message(TENANT, sent).get_by_test_id("entity-link").click()
    async with view.page.expect_popup() as caught:
        await view.page.get_by_test_id("dialog-yes").click()
    tab = await caught.value
    await tab.wait_for_load_state()
    assert tab.url == address
    assert await tab.evaluate("window.opener") is None


async def test_copy_and_switch_buttons_do_what_they_say(browser: Browser, sim: Simulator) -> None:
    keyboard = buttons(
        [
            {"text": "Copia", "copy_text": {"text": "800 000 001"}},
            {"text": "Cerca", "switch_inline_query_current_chat": "orari"},
        ]
    )
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Numero", reply_markup=keyboard)
    name = (await sim.bot("getMe"))["username"]
    async with screen(browser, sim.base, permissions=["clipboard-read", "clipboard-write"]) as one:
        await one.open()
        row = one.message(TENANT, sent).get_by_test_id("inline-button")
        await row.nth(0).click()
        await expect(one.of(TENANT, "toast")).to_have_text("Copiato")
        assert await one.page.evaluate("navigator.clipboard.readText()") == "800 000 001"
        await row.nth(1).click()
        await expect(one.of(TENANT, "composer")).to_have_value(f"@{name} orari")


async def test_inline_results_are_offered_and_the_chosen_one_is_sent(view: Screen, sim: Simulator) -> None:
    name = (await sim.bot("getMe"))["username"]
    await view.of(TENANT, "composer").fill(f"@{name} orari")
    query = await sim.update("inline_query")
    content = {"message_text": "Aperto dalle 9 alle 12"}
    result = {"type": "article", "id": "r1", "title": "Orari", "input_message_content": content}
    await sim.bot("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await view.of(TENANT, "inline-r1").click()
    await expect(view.of(TENANT, "text").last).to_have_text("Aperto dalle 9 alle 12")


async def test_a_reply_keyboard_answers_folds_and_comes_back(view: Screen, sim: Simulator) -> None:
    keyboard = {
        "keyboard": [[{"text": "Orari"}], [{"text": "Dove sono", "request_location": True}]],
        "one_time_keyboard": True,
        "input_field_placeholder": "Scegli",
    }
    await sim.bot("sendMessage", chat_id=TENANT, text="Cosa cerchi?", reply_markup=keyboard)
    await expect(view.of(TENANT, "composer")).to_have_attribute("placeholder", "Scegli")
    await view.of(TENANT, "reply-button").nth(0).click()
    await expect(view.of(TENANT, "text").last).to_have_text("Orari")
    await expect(view.of(TENANT, "reply-keyboard")).to_be_hidden()
    await view.of(TENANT, "keyboard-toggle").click()
    await view.of(TENANT, "reply-button").nth(1).click()
    await view.page.get_by_test_id("map-quarter").select_option("Gratosoglio")
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "location")).to_contain_text("Gratosoglio")
    await sim.bot("sendMessage", chat_id=TENANT, text="Fatto", reply_markup={"remove_keyboard": True})
    await expect(view.of(TENANT, "keyboard-toggle")).to_be_hidden()


async def test_a_keyboard_that_opens_does_not_hide_the_last_message(view: Screen, sim: Simulator) -> None:
    for i in range(20):
        await sim.bot("sendMessage", chat_id=TENANT, text=f"riga {i}")
    rows = [[{"text": f"Tasto {i}"}] for i in range(5)]
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Scegli", reply_markup={"keyboard": rows})
    await expect(view.of(TENANT, "reply-button")).to_have_count(5)
    await expect(view.message(TENANT, sent)).to_be_in_viewport(ratio=1)
    await view.page.reload()
    await expect(view.of(TENANT, "reply-button")).to_have_count(5)
    await expect(view.message(TENANT, sent)).to_be_in_viewport(ratio=1)


async def test_a_reply_keyboard_is_still_there_after_reloading(view: Screen, sim: Simulator) -> None:
    await sim.bot(
        "sendMessage", chat_id=TENANT, text="?", reply_markup={"keyboard": [[{"text": "Numeri utili"}]]}
    )
    await expect(view.of(TENANT, "reply-button")).to_have_text("Numeri utili")
    await view.page.reload()
    await expect(view.of(TENANT, "reply-button")).to_have_text("Numeri utili")


# ---- answers, edits, deletions


async def test_a_person_replies_and_the_quote_leads_back(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Quale via?")
    await view.message(TENANT, sent).hover()
    await view.message(TENANT, sent).get_by_test_id("message-menu").click()
    await view.page.get_by_test_id("menu-reply").click()
    await expect(view.of(TENANT, "context-bar")).to_contain_text("Quale via?")
    await view.say(TENANT, "via Saponaro")
    quote = view.of(TENANT, "reply-quote")
    await expect(quote).to_contain_text("Quale via?")
    assert (await sim.messages(TENANT))[-1]["reply_to_message"]["message_id"] == sent["message_id"]
    await quote.click()
    await expect(view.message(TENANT, sent)).to_be_focused()


async def test_an_edit_is_marked_and_keeps_the_earlier_texts(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Chiude alle 12")
    await sim.bot("editMessageText", chat_id=TENANT, message_id=sent["message_id"], text="Chiude alle 13")
    shown = view.message(TENANT, sent)
    await expect(shown.get_by_test_id("text")).to_have_text("Chiude alle 13")
    await shown.get_by_test_id("edited").click()
    await expect(view.page.get_by_test_id("earlier-dialog")).to_contain_text("Chiude alle 12")


async def test_a_person_mends_the_last_message_with_the_arrow_key(view: Screen, sim: Simulator) -> None:
    await view.say(TENANT, "acua")
    await expect(view.of(TENANT, "text").last).to_have_text("acua")
    await view.of(TENANT, "composer").press("ArrowUp")
    await view.of(TENANT, "composer").fill("acqua")
    await view.of(TENANT, "composer").press("Enter")
    await expect(view.of(TENANT, "text").last).to_have_text("acqua")
    assert (await sim.messages(TENANT))[-1]["edited_from"]


async def test_a_deleted_message_disappears(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Errore")
    await expect(view.message(TENANT, sent)).to_be_visible()
    await sim.bot("deleteMessage", chat_id=TENANT, message_id=sent["message_id"])
    await expect(view.message(TENANT, sent)).to_have_count(0)


async def test_a_pinned_message_stands_above_and_leads_to_itself(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Importante")
    for i in range(40):
        await sim.bot("sendMessage", chat_id=TENANT, text=f"riempitivo {i}")
    await sim.bot("pinChatMessage", chat_id=TENANT, message_id=sent["message_id"])
    await expect(view.of(TENANT, "pinned")).to_contain_text("Importante")
    await view.of(TENANT, "pinned").click()
    await expect(view.message(TENANT, sent)).to_be_in_viewport()


async def test_a_reaction_is_given_and_taken_back(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Fatto")
    await view.message(TENANT, sent).click(button="right")
    await view.page.get_by_test_id("react-👍").click()
    given = view.message(TENANT, sent).get_by_test_id("reaction-👍")
    await expect(given).to_be_visible()
    await given.click()
    await expect(given).to_have_count(0)


async def test_typing_is_shown_until_the_message_comes(view: Screen, sim: Simulator) -> None:
    await sim.bot("sendChatAction", chat_id=TENANT, action="typing")
    await expect(view.of(TENANT, "typing")).to_contain_text("sta scrivendo")
    await sim.bot("sendMessage", chat_id=TENANT, text="Ecco")
    await expect(view.of(TENANT, "typing")).to_be_hidden()


async def test_the_bot_is_blocked_and_unblocked(view: Screen, sim: Simulator) -> None:
    await view.of(TENANT, "chat-menu").click()
    await view.page.get_by_test_id("menu-block").click()
    await expect(view.of(TENANT, "foot-note")).to_contain_text("Hai bloccato il bot")
    state = await sim.sim("GET", "/sim/state")
    assert [user["blocked_bots"] for user in state["users"] if user["id"] == TENANT] == [[123]]
    await view.of(TENANT, "unblock").click()
    await expect(view.of(TENANT, "composer")).to_be_visible()


# ---- channels and the forum


async def test_a_journalist_asks_to_enter_the_press_channel_and_is_let_in(
    view: Screen, sim: Simulator
) -> None:
    await sim.bot("sendMessage", chat_id=PRESS, text="Anticipazione")
    await view.of(JOURNALIST, "join-open").click()
    await view.page.get_by_test_id(f"join-known-{PRESS}").click()
    await expect(view.of(JOURNALIST, "join")).to_have_text("Chiedi di entrare")
    await view.of(JOURNALIST, "join").click()
    await expect(view.of(JOURNALIST, "foot-note")).to_contain_text("in attesa")
    request = await sim.update("chat_join_request")
    assert request["from"]["id"] == JOURNALIST
    await sim.bot("approveChatJoinRequest", chat_id=PRESS, user_id=JOURNALIST)
    await expect(view.of(JOURNALIST, "text")).to_have_text("Anticipazione")
    await expect(view.of(JOURNALIST, "foot-note")).to_contain_text("solo gli amministratori")


async def test_a_public_channel_is_read_before_joining_and_left_again(view: Screen, sim: Simulator) -> None:
    await sim.bot("sendMessage", chat_id=PUBLIC, text="Avviso")
    link = (await sim.sim("GET", "/sim/state"))["chats"]
    await view.of(TENANT, "join-open").click()
    await view.page.get_by_test_id("join-link").fill(
        next(chat["join_link"] for chat in link if chat["id"] == PUBLIC)
    )
    await view.page.get_by_test_id("dialog-yes").click()
    await expect(view.of(TENANT, "text")).to_have_text("Avviso")
    await view.of(TENANT, "join").click()
    await expect(view.of(TENANT, f"chat-{PUBLIC}")).to_be_visible()
    await view.of(TENANT, "chat-menu").click()
    await view.page.get_by_test_id("menu-leave").click()
    await expect(view.of(TENANT, f"chat-{PUBLIC}")).to_have_count(0)


async def test_the_forum_opens_on_its_topics_and_writes_into_them(view: Screen, sim: Simulator) -> None:
    topic = (await sim.bot("createForumTopic", chat_id=GROUP, name="Da rivedere"))["message_thread_id"]
    await sim.bot("sendMessage", chat_id=GROUP, text="Altrove")
    await sim.bot("sendMessage", chat_id=GROUP, text="Scheda doppia", message_thread_id=topic)
    await view.of(STAFF, f"chat-{GROUP}").click()
    await view.of(STAFF, f"topic-{topic}").click()
    await expect(view.of(STAFF, "text")).to_have_text(["Scheda doppia"])
    await view.say(STAFF, "Ci penso io")
    await expect(view.of(STAFF, "text")).to_have_text(["Scheda doppia", "Ci penso io"])
    assert (await sim.messages(GROUP))[-1]["message_thread_id"] == topic
    await view.of(STAFF, "back").click()
    await expect(view.of(STAFF, f"topic-{topic}")).to_contain_text("Ci penso io")


# ---- panels, light, size, keys


async def test_the_drawer_shows_the_calls_behind_the_last_action(view: Screen, sim: Simulator) -> None:
    await view.page.get_by_test_id("drawer-toggle").click()
    await view.say(TENANT, "ciao")
    await expect(view.page.get_by_test_id("did").first).to_contain_text("ciao")
    await sim.bot("sendMessage", chat_id=TENANT, text="Salve a te")
    line = view.page.get_by_test_id("did").first.get_by_test_id("call-sendMessage")
    await line.locator("summary").click()
    await expect(line.locator("pre")).to_contain_text("Salve a te")
    await expect(line).to_contain_text("effetto applicato")


async def test_a_refused_call_is_shown_with_its_reason(view: Screen, sim: Simulator) -> None:
    await view.page.get_by_test_id("drawer-toggle").click()
    with pytest.raises(AssertionError):
        await sim.bot("sendMessage", chat_id=999, text="?")
    line = view.page.get_by_test_id("call-sendMessage")
    await line.locator("summary").click()
    await expect(line).to_contain_text("chat not found")


async def test_the_director_plays_what_the_demo_offers(browser: Browser, sim: Simulator) -> None:
    async with screen(browser, sim.base) as one:
        actions = [{"id": "news", "title": "Pubblica una notizia", "hint": "Nel feed della demo"}]
        await one.page.route("**/demo/actions", lambda route: route.fulfill(json=actions))
        await one.page.route(
            "**/demo/actions/news", lambda route: route.fulfill(json={"text": "Notizia nel feed"})
        )
        await one.open()
        await one.page.get_by_test_id("action-news").click()
        await expect(one.page.get_by_test_id("notice")).to_have_text("Notizia nel feed")
        assert one.problems == []


async def test_without_a_demo_there_is_no_director(view: Screen) -> None:
    await expect(view.page.get_by_test_id("director")).to_be_hidden()
    await expect(view.page.get_by_test_id("director-toggle")).to_be_hidden()


async def test_the_theme_follows_the_system_and_the_switch(browser: Browser, sim: Simulator) -> None:
    async with screen(browser, sim.base, color_scheme="dark") as one:
        await one.open()
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        dark = await one.page.evaluate(ground)
        await one.page.get_by_test_id("theme").click()
        await expect(one.page.locator("html")).to_have_attribute("data-theme", "light")
        assert await one.page.evaluate(ground) != dark
        await one.page.reload()
        await expect(one.page.locator("html")).to_have_attribute("data-theme", "light")


async def test_a_phone_shows_one_person_at_a_time(browser: Browser, sim: Simulator) -> None:
    async with screen(browser, sim.base, viewport={"width": 390, "height": 844}) as one:
        await one.open()
        await expect(one.column(TENANT)).to_be_visible()
        await expect(one.column(JOURNALIST)).to_be_hidden()
        await one.page.get_by_test_id(f"tab-{STAFF}").click()
        await expect(one.column(STAFF)).to_be_visible()
        await expect(one.column(TENANT)).to_be_hidden()
        await one.of(STAFF, "back").click()
        await one.of(STAFF, f"chat-{PUBLIC}").click()
        await expect(one.of(STAFF, "log")).to_be_visible()
        assert await one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_everything_is_reached_by_keyboard(view: Screen, sim: Simulator) -> None:
    sent = await sim.bot("sendMessage", chat_id=TENANT, text="Quale quartiere?")
    await expect(view.message(TENANT, sent)).to_be_visible()
    await view.of(TENANT, f"chat-{TENANT}").focus()
    await view.page.keyboard.press("Enter")
    await expect(view.of(TENANT, "composer")).to_be_focused()
    await view.of(TENANT, "log").focus()
    await view.page.keyboard.press("ArrowUp")
    await expect(view.message(TENANT, sent)).to_be_focused()
    await view.page.keyboard.press("Enter")
    await expect(view.page.get_by_role("menu")).to_be_visible()
    await view.page.keyboard.press("Escape")
    await expect(view.page.get_by_role("menu")).to_have_count(0)
    await expect(view.message(TENANT, sent)).to_be_focused()
    await view.of(TENANT, "composer").focus()
    await view.page.keyboard.type("Gratosoglio")
    await view.page.keyboard.press("Enter")
    await expect(view.of(TENANT, "text").last).to_have_text("Gratosoglio")


# ---- for everyone


async def seeded(sim: Simulator) -> None:
    """A world with a bit of everything on the screen."""
    keyboard = buttons([{"text": "Sì", "callback_data": "y"}, {"text": "Sito", "url": "https://example.org"}])
    text = '<b>Ecco</b> <a href="https://example.org">qui</a> <code>x</code> #casa\n<blockquote>citato</blockquote>'
    sent = await sim.bot("sendMessage", chat_id=TENANT, text=text, parse_mode="HTML", reply_markup=keyboard)
    await sim.bot(
        "editMessageText",
        chat_id=TENANT,
        message_id=sent["message_id"],
        text=f"{text}!",
        parse_mode="HTML",
        reply_markup=keyboard,
    )
    await sim.bot("sendContact", chat_id=TENANT, phone_number="+39 02 1234", first_name="Sportello")
    await sim.bot(
        "sendVenue", chat_id=TENANT, latitude=45.46, longitude=9.19, title="Sede", address="piazza 1"
    )
    await sim.say(TENANT, "grazie", reply_to=sent["message_id"])
    await sim.bot("sendMessage", chat_id=TENANT, text="?", reply_markup={"keyboard": [[{"text": "Orari"}]]})
    await sim.bot("sendMessage", chat_id=PUBLIC, text="Avviso")
    await sim.bot("createForumTopic", chat_id=GROUP, name="Da rivedere")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    ["#drawer=1", f"#p={TENANT},{STAFF}&c=bot,{GROUP}", f"#p={JOURNALIST},{STAFF}&c={PRESS},{PUBLIC}"],
)
async def test_every_text_has_enough_contrast(
    browser: Browser, sim: Simulator, scheme: Any, address: str
) -> None:
    await seeded(sim)
    async with screen(browser, sim.base, color_scheme=scheme, reduced_motion="reduce") as one:
        await one.open(address)
        await expect(one.page.locator(".pane-head").first).to_be_visible()
        assert await one.page.evaluate(CONTRAST) == []


async def test_every_control_has_a_name_and_the_log_is_announced(view: Screen, sim: Simulator) -> None:
    await seeded(sim)
    await expect(view.of(TENANT, "venue")).to_be_visible()
    assert await view.page.evaluate(NAMELESS) == []
    log = view.column(TENANT).get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-label", re.compile("Messaggi di"))
    await view.of(TENANT, "attach").click()
    await view.page.get_by_test_id("attach-place").click()
    await expect(view.page.get_by_role("dialog", name="Scegli una posizione")).to_be_visible()
    assert await view.page.evaluate(NAMELESS) == []


async def test_the_page_obeys_a_strict_content_policy(browser: Browser, sim: Simulator) -> None:
    await seeded(sim)
    policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'"
    async with screen(browser, sim.base) as one:

        async def guarded(route: Any) -> None:
            answer = await route.fetch()
            await route.fulfill(
                response=answer, headers={**answer.headers, "content-security-policy": policy}
            )

        await one.page.route(f"{sim.base}/", guarded)
        await one.page.add_init_script(
            "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI))"
        )
        await one.open()
        await one.say(TENANT, "una prova")
        await one.of(TENANT, "photo-input").set_input_files(
            {"name": "a.png", "mimeType": "image/png", "buffer": png(20, 20)}
        )
        await expect(one.page.get_by_test_id("file-dialog").locator("img")).to_be_visible()
        await one.page.get_by_test_id("dialog-yes").click()
        await expect(one.of(TENANT, "photo")).to_be_visible()
        assert await one.page.evaluate("window.broken") == []
        assert one.problems == []


async def test_the_page_is_small_and_asks_nobody_else() -> None:
    """Under a second on a loopback follows from this; a timing itself is never asserted."""
    files = page_files()
    assert sum(len(text.encode()) for text in files.values()) < 220_000
    for name, text in files.items():
        foreign = [
            url
            for url in re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`]*", text)
            if "www.w3.org" not in url
        ]
        assert all(url.startswith("https://t.me/") for url in foreign), (name, foreign)
        assert "innerHTML" not in text


# ---- many messages, and a server that goes away


async def fill(sim: Simulator, count: int) -> None:
    gate = asyncio.Semaphore(16)

    async def one(number: int) -> None:
        async with gate:
            await sim.bot("sendMessage", chat_id=TENANT, text=f"messaggio {number}")

    await asyncio.gather(*(one(number) for number in range(count)))


async def test_five_thousand_messages_keep_the_page_light_and_still(browser: Browser, sim: Simulator) -> None:
    await fill(sim, 5000)
    async with screen(browser, sim.base) as one:
        await one.open(f"#p={TENANT}")
        log = one.of(TENANT, "log")
        rows = log.locator("article")
        await expect(rows.last).to_be_in_viewport()
        newest = await rows.last.get_attribute("data-id")
        for _ in range(12):
            before = await rows.first.get_attribute("data-id")
            await log.evaluate("log => { log.scrollTop = 0; }")
            await expect(rows.first).not_to_have_attribute("data-id", str(before))
            assert await rows.count() <= 140
        top = await log.evaluate("log => log.scrollTop")
        assert top > 0  # what was read stays where it was: the older ones grew above it
        seen = await log.evaluate(VISIBLE)
        sent = await sim.bot("sendMessage", chat_id=TENANT, text="arrivato mentre leggo")
        await expect(one.of(TENANT, "down-count")).to_have_text("1")
        assert await log.evaluate(VISIBLE) == seen
        assert int(await rows.first.get_attribute("data-id") or 0) < int(newest or 0) - 300
        await one.of(TENANT, "down").click()
        await expect(one.message(TENANT, sent)).to_be_in_viewport()
        await expect(one.of(TENANT, "down")).to_be_hidden()
        again = await sim.bot("sendMessage", chat_id=TENANT, text="e uno in fondo")
        await expect(one.message(TENANT, again)).to_be_in_viewport()


VISIBLE = """log => {
  const box = log.getBoundingClientRect();
  return [...log.querySelectorAll('article')].filter(a => a.getBoundingClientRect().top >= box.top
    && a.getBoundingClientRect().bottom <= box.bottom).map(a => [a.dataset.id, Math.round(a.getBoundingClientRect().top)]);
}"""


async def test_the_page_says_when_the_server_is_away_and_goes_on_when_it_is_back(
    browser: Browser, tmp_path: Path
) -> None:
    state = tmp_path / "world.db"
    async with simulator(state=state) as first:
        await first.reset()
        port = int(first.base.rpartition(":")[2])
        async with screen(browser, first.base) as one:
            await one.open()
            await first.stop()
            await expect(one.page.get_by_test_id("away")).to_be_visible()
            async with simulator(state=state, port=port) as second:
                await expect(one.page.get_by_test_id("away")).to_be_hidden(timeout=15_000)
                sent = await second.bot("sendMessage", chat_id=TENANT, text="Di nuovo qui")
                await expect(one.message(TENANT, sent)).to_be_visible()
