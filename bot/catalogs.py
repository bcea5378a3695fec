"""The gettext catalogs in bot/locales, read once at start; Italian is the source language."""

import gettext
from functools import cache
from importlib import resources
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.core.richtext import RichText, fill
from bot.core.texts import Texts

SOURCE = "it"
LANGUAGES = ("it", "en")  # whole catalogs
FOR_TENANTS = ("ar", "es", "fr", "ro", "tl", "uk", "zh")  # all that a tenant meets; staff read Italian
SPOKEN = (*LANGUAGES, *FOR_TENANTS)


class CatalogTexts:
    """One language over the source language: what is not translated is said in Italian."""

    def __init__(self, lang: str, translations: gettext.GNUTranslations) -> None:
        self.lang = lang
        self._translations = translations

    def __call__(self, key: str, /, **args: object) -> RichText:
        """The text of `key` with its places filled; KeyError where no language has it."""
        return fill(self._look_up(key), **args)

    def plain(self, key: str, /, **args: object) -> str:
        """The same without formatting."""
        return self(key, **args).text

    def count(self, key: str, number: int, /, **args: object) -> RichText:
        """The singular or plural text of `key` for `number`."""
        template = self._translations.ngettext(key, key, number)
        if template == key:
            raise KeyError(key)
        return fill(template, n=number, **args)

    def _look_up(self, key: str) -> str:
        text = self._translations.gettext(key)
        if text == key:
            raise KeyError(key)
        return text


@cache
def texts(lang: str) -> Texts:
    """The texts for a reader of `lang`, Italian where there is no such catalog; what a catalog does not have is said in Italian."""
    if lang not in SPOKEN:
        return texts(SOURCE)
    own = _read(lang)
    if lang != SOURCE:
        own.add_fallback(_read(SOURCE))
    return CatalogTexts(lang, own)


def _read(lang: str) -> gettext.GNUTranslations:
    source = (resources.files("bot") / "locales" / f"{lang}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
