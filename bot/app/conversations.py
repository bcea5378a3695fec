"""Every conversation, in the order in which they are asked whether an update is theirs."""

from functools import partial

from bot import catalogs
from bot.app.services import Services
from bot.app.telegram import Handlers
from bot.config import Config
from bot.core.rights import Right
from bot.services.clock import Clock
from bot.services.refusals import Refusals
from handlers import private_text
from handlers.journalists import join
from handlers.staff import accreditation as staff_accreditation
from handlers.staff import announcement as staff_announcement
from handlers.staff import card_files, new_card
from handlers.staff import cards as staff_cards
from handlers.staff import desk as staff_desk
from handlers.staff import learning as staff_learning
from handlers.staff import news as staff_news
from handlers.staff import rights as staff_rights
from handlers.staff import words as staff_words
from handlers.staff.allowed import Allowed
from handlers.staff.new_card import NewCards
from handlers.tenants import contacts, location, other, person, question, start


def conversations(config: Config, services: Services, others: other.Other, clock: Clock) -> Handlers:
    """In the order in which they are asked; `other` takes what is left."""
    texts = catalogs.texts(catalogs.SOURCE)
    replies = services.replies
    beginning = start.Start(services.tenants, replies, services.staff)
    refusals = Refusals(services.answers, services.memory, clock=clock)
    to_person = person.Person(services.handoff, services.tenants, services.memory, replies, refusals)
    joining = join.Join(services.accreditation, replies)
    asked = question.Questions(
        services.answers,
        services.tenants,
        services.memory,
        replies,
        refusals,
        beginning,
        to_person,
        press=joining.offer,
        clock=clock,
    )
    announce = staff_announcement.Announce(
        services.announcements,
        services.tenants,
        services.memory,
        replies,
        texts,
        clock=clock,
        unknown_command=others.unknown_command,
    )
    allowed = partial(
        Allowed, staff=services.staff, replies=replies, texts=texts, unknown_command=others.unknown_command
    )
    editors, reviewers = allowed(Right.EDIT), allowed(Right.REVIEW)
    review = staff_news.Review(
        services.news_review, services.withdrawals, replies, reviewers, texts, clock=clock
    )
    words = staff_words.Words(services.word_rules, replies, reviewers, texts)
    cards = staff_cards.Cards(
        services.card_desk,
        services.card_import,
        services.answers,
        services.memory,
        services.gateway,
        replies,
        editors,
        texts,
    )
    new_cards = NewCards(
        services.card_desk,
        services.learning,
        services.answers,
        services.memory,
        replies,
        editors,
        texts,
    )
    learn = staff_learning.Learn(
        services.learning, services.card_desk, new_cards, services.memory, replies, editors, texts
    )
    files = card_files.CardFiles(
        services.card_import,
        services.answers,
        services.gateway,
        replies,
        editors,
        texts,
        not_text=asked.captioned_or(others.not_text),
    )
    desk = staff_desk.StaffDesk(services.handoff, services.doubtful, replies, texts)
    return [
        *join.handlers(joining),
        *start.handlers(beginning),
        *question.handlers(asked),
        *location.handlers(location.Location(services.tenants, replies)),
        *contacts.handlers(contacts.Contacts(services.answers, services.tenants, services.memory, replies)),
        *person.handlers(to_person),
        *staff_announcement.handlers(announce),
        *staff_accreditation.handlers(staff_accreditation.Decide(services.accreditation, replies, texts)),
        *staff_news.handlers(review),
        *staff_words.handlers(words),
        *staff_cards.handlers(cards),
        *new_card.handlers(new_cards),
        *staff_learning.handlers(learn),
        *card_files.handlers(files, group=config.telegram.staff_group),
        *staff_desk.handlers(desk, group=config.telegram.staff_group),
        *staff_rights.handlers(staff_rights.Rights(services.settling)),
        *private_text.handlers(
            services.memory,
            steps={
                staff_announcement.WRITING: announce.written,
                staff_cards.EDITING: cards.written,
                new_card.ADDING: new_cards.written,
                staff_learning.LOOKING: learn.named,
            },
            question=asked.asked,
        ),
        *question.leftovers(asked),
        *other.handlers(others),
    ]
