"""Messages that carry one file."""

import re

from bot.simulator import media
from bot.simulator.errors import bad
from bot.simulator.methods.registry import Ask, Upload, method
from bot.simulator.methods.sending import caption_content, send
from bot.simulator.records import File, Json

FACTS = ("duration", "width", "height", "length", "performer", "title", "emoji")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
WORDS = {"video_note": "VideoNote"}


@method("sendPhoto")
def send_photo(ask: Ask) -> Json:
    return _send(ask, "photo", "photos")


@method("sendDocument")
def send_document(ask: Ask) -> Json:
    return _send(ask, "document", "documents")


@method("sendVideo")
def send_video(ask: Ask) -> Json:
    return _send(ask, "video", "videos")


@method("sendAnimation")
def send_animation(ask: Ask) -> Json:
    return _send(ask, "animation", "animations")


@method("sendAudio")
def send_audio(ask: Ask) -> Json:
    return _send(ask, "audio", "audios")


@method("sendVoice")
def send_voice(ask: Ask) -> Json:
    return _send(ask, "voice", "voice notes")


@method("sendVideoNote")
def send_video_note(ask: Ask) -> Json:
    return _send(ask, "video_note", "video notes")


@method("sendSticker")
def send_sticker(ask: Ask) -> Json:
    return _send(ask, "sticker", "stickers")


def _send(ask: Ask, kind: str, noun: str) -> Json:
    # The place is checked before the file is kept.
    ask.room()
    content = file_content(ask, kind, ask.params[kind], ask.params)
    return send(ask, content, kind=noun)


def file_content(ask: Ask, kind: str, reference: str, source: Json) -> Json:
    """The Message fields of one file with its caption."""
    caption = caption_content(ask, source)
    facts = {name: source[name] for name in FACTS if source.get(name)}
    file = find(ask, kind, reference, facts)
    content = {**media.content_of(file), **caption}
    if source.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def find(ask: Ask, kind: str, reference: str, facts: Json) -> File:
    """An uploaded file, or one the bot names by id. Raises ApiError."""
    if reference.startswith("attach://"):
        return _uploaded(ask, kind, reference.removeprefix("attach://"), facts)
    if not reference:
        raise bad("there is no " + kind.replace("_", " ") + " in the request")
    if ADDRESS.match(reference):
        # The simulator never fetches anything from outside.
        raise bad("failed to get HTTP URL content")
    file = ask.world.tables.file(reference)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad(f"can't use file of type {_word(file.kind)} as {_word(kind)}")
    return file


def _uploaded(ask: Ask, kind: str, name: str, facts: Json) -> File:
    upload: Upload | None = ask.files.get(name)
    if upload is None:
        raise bad(f'there is no file "{name}" in the request')
    return media.store(ask.world, kind, upload.name, upload.mime, upload.data, facts)


def _word(kind: str) -> str:
    return WORDS.get(kind, kind.capitalize())
