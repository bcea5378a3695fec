"""Messages nobody can look up in the cards: no words at all, only a link or a number, an order to say something."""

import re
from enum import StrEnum

from bot.core.words import fold, tokens

CALLS_FOR_HELP = frozenset("🆘🚨🚑🚒")


class Unexpected(StrEnum):
    """What such a message is; each has a short answer of its own."""

    NO_WORDS = "no_words"
    LINK = "link"
    PHONE = "phone"
    PARROT = "parrot"


_LINKS = re.compile(r"(?:(?:https?://|www\.|t\.me/)\S+\s*)+", re.IGNORECASE)
_PHONE = re.compile(r"(?:(?:tel|cell|telefono|phone)\W*)?\+?[\d\s()./-]{6,24}", re.IGNORECASE)
_FEWEST_DIGITS = 8  # 112, 1522 and 020202 are shorter, and may well be asked about
_ORDERS = re.compile(
    r"ripeti (?:dopo di me|con me|questa frase|le parole)|ripeti\s*:|"
    r"^(?:ora |adesso |per favore )?(?:scrivi|di|dimmi|rispondi)'?\s*:|^(?:di'?|scrivi|ripeti|ammetti|conferma) che (?:il|la|lo|i|gli|le|l'|tu|sei|siete|io|noi|voi|questo|questa)\b|"
    r"(?:ignora|dimentica) (?:tutte )?(?:le )?(?:tue |precedenti )*(?:istruzioni|regole)|"
    r"fai finta di essere|da (?:ora|adesso) (?:in poi )?(?:sei|ti chiami)|system prompt|prompt di sistema|"
    r"repeat after me|say after me|ignore (?:all |your |the |previous )*(?:instructions|rules)|"
    r"pretend (?:to be|you are)|you are now|"
    r"repite (?:conmigo|despues de mi)|ignora (?:todas )?(?:tus|las) instrucciones|"
    r"repete apres moi|ignore (?:toutes )?(?:tes|les) instructions|"
    r"repeta dupa mine|ignora instructiunile|"
    r"повторюи за мною|повтори за мною|повторяи за мнои|ігноруи|"
    r"كرر ورايي|كرر وراءي|كرر بعدي|تجاهل التعليمات|"
    r"跟我说|跟着我说|重复我的话|忽略.{0,6}指令|"
    r"ulitin mo ang sinabi ko|sabihin mo pagkatapos ko|huwag pansinin ang mga tagubilin"
)


def kind_of(text: str) -> Unexpected | None:
    """What `text` is, where it is no question; None for everything that may be one."""
    bare = text.strip()
    if not tokens(bare):
        return Unexpected.NO_WORDS
    if _LINKS.fullmatch(bare):
        return Unexpected.LINK
    if _PHONE.fullmatch(bare) and sum(map(str.isdigit, bare)) >= _FEWEST_DIGITS:
        return Unexpected.PHONE
    return Unexpected.PARROT if _ORDERS.search(fold(bare)) else None


def calls_for_help(text: str) -> bool:
    """Whether `text` is a sign for help and nothing else."""
    return not CALLS_FOR_HELP.isdisjoint(text) and not tokens(text)
