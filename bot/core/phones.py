"""Phone numbers of Italy: read as people write them, kept so that they can be dialled, shown as people read them."""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from bot.core.card import Phone
from bot.core.errors import UserError

REGION = "IT"
SHORT_LENGTHS = range(3, 7)  # digits; as E.164 such a number is invalid or another one (TRAPS 29)
SHORT_FIRST = "014"  # what short numbers begin with here: others are numbers whose 0 a spreadsheet took
FREE_SHORT = frozenset(
    {"112", "113", "114", "115", "117", "118", "1500", "1522", "1530", "19696", "116000", "116111", "116117"}
)
FREE_PREFIXES = ("800", "803")
SHARED_PREFIXES = (
    "199",
    "840",
    "841",
    "847",
    "848",
)  # the caller pays a part; may not work from every mobile

_SEPARATORS = re.compile(r"[\s./\-–()]+")
_PREFIX = re.compile(r"^(tel\.?|telefono|cell\.?|numero verde|n\.)\s*:?\s*", re.IGNORECASE)


def parse(text: str) -> Phone:
    """The number in `text`, its cost marked. Short numbers stay as they are, all others become E.164.

    Raises UserError("phone_unreadable", text=…) for what cannot be dialled from Italy, "phone_rounded" and
    "phone_without_zero" for what a spreadsheet made of a number.
    """
    digits = _SEPARATORS.sub("", _PREFIX.sub("", text.strip()))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if re.fullmatch(r"[\d.,]+e\+\d+", digits, re.IGNORECASE):
        raise UserError("phone_rounded", text=text)
    if not re.fullmatch(r"\+?[0-9]+", digits):
        raise UserError("phone_unreadable", text=text)
    return marked(Phone(number=_short(digits) or _e164(digits, text)))


def marked(phone: Phone) -> Phone:
    """`phone` with the cost marks that follow from its number added to those it has."""
    national = phone.number.removeprefix("+39")
    free = phone.free or national in FREE_SHORT or national.startswith(FREE_PREFIXES)
    shared = phone.shared_cost or national.startswith(SHARED_PREFIXES)
    return Phone(number=phone.number, label=phone.label, hours=phone.hours, free=free, shared_cost=shared)


@lru_cache(maxsize=4096)
def shown(phone: Phone) -> str:
    """The number as people here read it: "02 73921", "800 013 191", "1522", "020202", "+41 91 123 45 67"."""
    if not phone.number.startswith("+"):
        return phone.number
    number = phonenumbers.parse(phone.number, REGION)
    if number.country_code != phonenumbers.country_code_for_region(REGION):
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    if phonenumbers.number_type(number) is not PhoneNumberType.FIXED_LINE and not national.startswith("0"):
        return national
    area, _, rest = national.partition(" ")
    return " ".join([area, *_groups(rest.replace(" ", ""))])


def tel(phone: Phone) -> str:
    """What to dial, and what Telegram's contact wants: E.164, or the short number as it is."""
    return phone.number


def _short(digits: str) -> str | None:
    if digits.startswith("+"):
        return None
    return digits if len(digits) in SHORT_LENGTHS and digits[0] in SHORT_FIRST else None


def _e164(digits: str, text: str) -> str:
    try:
        number = phonenumbers.parse(digits, REGION)
    except phonenumbers.NumberParseException as error:
        raise UserError("phone_unreadable", text=text) from error
    if not phonenumbers.is_valid_number(number):
        if _is_valid(f"0{digits}"):
            raise UserError("phone_without_zero", text=text, better=f"0{digits}")
        raise UserError("phone_unreadable", text=text)
    return phonenumbers.format_number(_without_extension(number), PhoneNumberFormat.E164)


def _is_valid(digits: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, REGION))
    except phonenumbers.NumberParseException:
        return False


def _without_extension(number: PhoneNumber) -> PhoneNumber:
    number.extension = None
    return number


def _groups(digits: str) -> list[str]:
    """Cut the digits after the area code into groups: 5 whole (a switchboard's number), 7 as 3+4, 8 as 4+4."""
    match len(digits):
        case 0:
            return []
        case 8:
            first = 4
        case 6 | 7:
            first = 3
        case 9 | 10:
            return [digits[:3], digits[3:6], digits[6:]]
        case _:
            first = len(digits)
    return [part for part in (digits[:first], digits[first:]) if part]
