"""How an announcement reads, and how its author is told what became of it."""

from collections.abc import Sequence
from datetime import date

from bot.core import day_words
from bot.core.outgoing import Button, Outgoing
from bot.core.richtext import MESSAGE_LIMIT, RichText, join
from bot.core.texts import Texts


def compose(text: RichText, texts: Texts, *, day: date) -> Outgoing:
    """What recipients who read this language get: the text as it was written. `day` is the date in Rome."""
    body = texts("announcement", text=text, day=day_words.full(day, texts.lang))
    stop = Button(text=texts.plain("announcement_stop"), data="notices")
    return Outgoing(text=body, buttons=((stop,),))


def excess(item: Outgoing) -> int:
    """UTF-16 units by which the message is longer than Telegram takes; 0 where it fits."""
    return max(0, len(item.text) - MESSAGE_LIMIT)


def report(texts: Texts, *, sent: int, total: int, reasons: dict[str, int], unsure: int) -> Outgoing:
    """What the author reads when the last recipient is settled."""
    lines: list[RichText] = [texts.count("announcement_report", sent, total=total)]
    lines += [
        texts("announcement_report_line", reason=texts(f"reason_{reason}"), number=number)
        for reason, number in sorted(reasons.items())
    ]
    if unsure:
        lines.append(texts("announcement_report_unsure", number=unsure))
    return Outgoing(text=join("\n", lines))


def progress(texts: Texts, *, settled: int, total: int) -> Outgoing:
    """What the author reads while it goes out."""
    return Outgoing(text=texts("announcement_progress", settled=settled, total=total))


def names(quarters: Sequence[str], known: dict[str, str]) -> str:
    """The quarters' names, as a list in a sentence."""
    return ", ".join(known.get(quarter, quarter) for quarter in quarters)
