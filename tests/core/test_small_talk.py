"""Greetings, thanks and the like are told from questions, in whatever language they come."""

import pytest

from bot.core.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "kind", "lang"),
    [
        ("Grazie mille!", SmallTalk.THANKS, "it"),
        ("grazie grazie grazie", SmallTalk.THANKS, "it"),
        ("ok grazie, a presto", SmallTalk.THANKS, "it"),
        ("buongiorno, ci siete?", SmallTalk.GREETING, "it"),
        ("Sì", SmallTalk.AGREED, "it"),
        ("chi sei?", SmallTalk.WHO, "it"),
        ("Aiuto!!", SmallTalk.HELP, "it"),
        ("buongiorno, avrei una domanda", SmallTalk.HELP, "it"),
        ("buongiorno, scusi una informazione", SmallTalk.HELP, "it"),
        ("buonasera avrei bisogno di un informazione", SmallTalk.HELP, "it"),
        ("posso chiedere una cosa?", SmallTalk.HELP, "it"),
        ("non servi a niente", SmallTalk.PUZZLED, "it"),
        ("👍🏽", SmallTalk.AGREED, "it"),
        ("🙏❤️", SmallTalk.AGREED, "it"),
        ("grazie di tutto, siete stati gentilissimi", SmallTalk.THANKS, "it"),
        ("non è questo che volevo", SmallTalk.PUZZLED, "it"),
        ("potete chiamarmi per favore?", SmallTalk.PERSON, "it"),
        ("appelez-moi", SmallTalk.PERSON, "fr"),
        ("what?", SmallTalk.PUZZLED, "en"),
        ("vai a quel paese", SmallTalk.PUZZLED, "it"),
        ("siete inutili", SmallTalk.PUZZLED, "it"),
        ("no not that", SmallTalk.PUZZLED, "en"),
        ("sei chatgpt?", SmallTalk.WHO, "it"),
        ("fammi parlare col tuo capo", SmallTalk.PERSON, "it"),
        ("GRAZIEEEE", SmallTalk.THANKS, "it"),
        ("救命", SmallTalk.HELP, "zh"),
        ("non ho capito", SmallTalk.PUZZLED, "it"),
        ("buongiorno, vorrei parlare con un operatore per favore", SmallTalk.PERSON, "it"),
        ("thank you so much", SmallTalk.THANKS, "en"),
        ("Hola, buenos días", SmallTalk.GREETING, "es"),
        ("Bonjour, je voudrais parler à quelqu'un", SmallTalk.PERSON, "fr"),
        ("mulțumesc frumos", SmallTalk.THANKS, "ro"),
        ("Привіт!", SmallTalk.GREETING, "uk"),
        ("شكرا جزيلا", SmallTalk.THANKS, "ar"),
        ("你是谁？", SmallTalk.WHO, "zh"),
        ("STOP", SmallTalk.NOTICES, "it"),
        ("Ricominciamo", SmallTalk.START, "it"),
        ("menu", SmallTalk.START, "it"),
        ("重新开始", SmallTalk.START, "zh"),
        ("bella raga", SmallTalk.GREETING, "it"),
        ("ok cià", SmallTalk.AGREED, "it"),
        ("ahahah lol", SmallTalk.AGREED, "it"),
        ("boh nn capisco", SmallTalk.PUZZLED, "it"),
        ("non voglio più avvisi, grazie", SmallTalk.NOTICES, "it"),
        ("vorrei cancellare i miei dati", SmallTalk.FORGET, "it"),
        ("cambia quartiere", SmallTalk.QUARTER, "it"),
        ("che dati avete?", SmallTalk.PRIVACY, "it"),
        ("Buongiorno, sono una giornalista", SmallTalk.PRESS, "it"),
        ("delete my data please", SmallTalk.FORGET, "en"),
        ("borra mis datos", SmallTalk.FORGET, "es"),
        ("Supprimez mes données", SmallTalk.FORGET, "fr"),
        ("ștergeți datele mele", SmallTalk.FORGET, "ro"),
        ("видаліть мої дані", SmallTalk.FORGET, "uk"),
        ("احذفوا بياناتي", SmallTalk.FORGET, "ar"),
        ("删除我的数据", SmallTalk.FORGET, "zh"),
        ("burahin ang data ko po", SmallTalk.FORGET, "tl"),
        ("maraming salamat po", SmallTalk.THANKS, "tl"),
    ],
)
def test_what_asks_for_nothing_is_known_with_its_language(text: str, kind: SmallTalk, lang: str) -> None:
    assert small_talk(text, lang="it") == (kind, lang)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🆘",
        "perché l'affitto è aumentato",
        "chiamatemi l'ambulanza",
        "ciao, ascensore rotto",
        "voglio cambiare quartiere",
        "cancellami la residenza",
        "stop allo sfratto",
        "voglio farla finita, cancella tutto",
        "basta",
        "non so come pagare l'affitto",
        "la casa è bella",
        "vorrei informazioni sul bando",
        "mi serve una mano per il trasloco",
        "vorrei avere una casa",
        "buongiorno, avete gli orari?",
        "c'è una persona a terra",
        "qualcuno mi picchia",
        "posso parlare con l'amministratore",
        "ho paura",
        "aiuto mi picchia",
        "non ho capito la bolletta",
        "一个人摔倒了",
        "grazie " * 12,
    ],
)
def test_what_may_be_a_question_is_left_to_the_search(text: str) -> None:
    assert small_talk(text, lang="it") is None


def test_a_word_of_several_languages_is_taken_in_the_readers_own() -> None:
    assert small_talk("ok", lang="fr") == (SmallTalk.AGREED, "fr")
    assert small_talk("ok", lang="de") == (SmallTalk.AGREED, "it")
