"""What Telegram finds in plain text by itself: addresses, mentions, hashtags, commands, emails, phones."""

import re

from bot.simulator.markup import Entity, utf16_len

HINT = re.compile(r"[@#$/.]|\+\d")
# Each begins with its own sign, so that the search can jump from one to the next; what must not stand
# before the sign is looked at afterwards.
MENTION = re.compile(r"@(?<!\w@)([A-Za-z0-9_]{3,32})(?!\w)")
COMMAND = re.compile(r"/(?<![\w/<>]/)([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/<>])")
HASHTAG = re.compile(r"#(?<!\w#)([\w\u200c·]{1,256})(?![\w#])")
CASHTAG = re.compile(r"\$(?<![\w$]\$)([A-Z]{1,8}|1INCH)(?![\w$])")
PHONE = re.compile(r"\+(?<![\w+]\+)\d(?:[ .()-]?\d){7,14}(?!\w)")
FULL_URL = re.compile(r"(?<![\w/])(?:https?|ftp|tonsite|tg|ton)://[^\s<>\"«»“”]+", re.IGNORECASE)
EMAIL_HINT = re.compile(r"@(?<=\w@)\w")
EMAIL = re.compile(
    r"(?<![\w.+@-])[a-zA-Z0-9][\w.+-]{0,63}@(?:[a-zA-Z0-9][a-zA-Z0-9-]{0,63}\.)+[a-zA-Z]{2,24}(?![\w@-])"
)
BARE_URL_HINT = re.compile(r"\.(?<=\w\.)[a-zA-Z]")
BARE_URL = re.compile(
    r"(?<![\w@./:-])(?:[\w](?:[\w-]{0,62})\.)+(?P<tld>[a-zA-Z]{2,24})(?![\w@-])(?::\d{1,5})?(?:[/?#][^\s<>\"«»“”]*)?"
)
TRAILING = ".,;:!?'\"…"
COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd "
    "cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd "
    "ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg "
    "kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv "
    "mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa "
    "sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug "
    "uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
GENERIC = (
    "com org net info biz name edu gov mil int arpa app dev news online site shop store blog cloud page tech media "
    "press city casa house homes wiki live world today email help foundation social network agency ong ngo coop "
    "museum jobs travel mobi pro tel post cat asia xyz club onl link one top ton"
)
TOP_LEVEL = frozenset(f"{COUNTRIES} {GENERIC}".split())


def find_entities(text: str) -> list[Entity]:
    """Entities by offset, none within another; offsets in UTF-16 units."""
    if not HINT.search(text):
        return []
    spans = _spans(text)
    if len(spans) > 1:
        spans.sort(key=lambda span: (span[1], -span[2]))
    chosen: list[Entity] = []
    end = 0
    for kind, start, stop in spans:
        if start >= end:
            end = stop
            chosen.append({"type": kind, "offset": start, "length": stop - start})
    return chosen if text.isascii() else [_in_utf16(text, entity) for entity in chosen]


def _in_utf16(text: str, entity: Entity) -> Entity:
    start = entity["offset"]
    before = utf16_len(text[:start])
    return {**entity, "offset": before, "length": utf16_len(text[start : start + entity["length"]])}


def _spans(text: str) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    if "@" in text:
        if EMAIL_HINT.search(text):
            spans += [("email", m.start(), m.end()) for m in EMAIL.finditer(text)]
        spans += [("mention", m.start(), m.end()) for m in MENTION.finditer(text)]
    if "#" in text:
        spans += [("hashtag", m.start(), m.end()) for m in HASHTAG.finditer(text) if not m[1].isdigit()]
    if "$" in text:
        spans += [("cashtag", m.start(), m.end()) for m in CASHTAG.finditer(text)]
    if "+" in text:
        spans += [("phone_number", m.start(), m.end()) for m in PHONE.finditer(text)]
    if "/" in text:
        spans += [("bot_command", m.start(), m.end()) for m in COMMAND.finditer(text)]
    if "://" in text:
        spans += [("url", m.start(), _url_end(text, m.start(), m.end())) for m in FULL_URL.finditer(text)]
    if BARE_URL_HINT.search(text):
        spans += [
            ("url", m.start(), _url_end(text, m.start(), m.end()))
            for m in BARE_URL.finditer(text)
            if m["tld"].lower() in TOP_LEVEL
        ]
    return spans


def _url_end(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence around the address."""
    while end > start:
        last = text[end - 1]
        unopened = last in ")]}" and text.count(last, start, end) > text.count(
            "([{"[")]}".index(last)], start, end
        )
        if last not in TRAILING and not unopened:
            break
        end -= 1
    return end
