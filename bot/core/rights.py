"""Who on the staff may do what."""

from enum import StrEnum


class Role(StrEnum):
    """A staff member's part."""

    OWNER = "owner"
    EDITOR = "editor"
    PRESS = "press"
    OPERATOR = "operator"


class Right(StrEnum):
    """An act that not everybody may do."""

    ANNOUNCE = "announce"
    ACCREDIT = "accredit"
    SETTLE = "settle"  # decide about a message nobody knows the fate of
    REVIEW = "review"  # decide about doubtful news
    ANSWER = "answer"  # answer a tenant in the staff group
    EDIT = "edit"  # change the cards


_TABLE = {
    Role.OWNER: frozenset(Right),
    Role.PRESS: frozenset({Right.ANNOUNCE, Right.ACCREDIT, Right.SETTLE, Right.REVIEW, Right.ANSWER}),
    Role.EDITOR: frozenset({Right.ANNOUNCE, Right.SETTLE, Right.REVIEW, Right.ANSWER, Right.EDIT}),
    Role.OPERATOR: frozenset({Right.ANSWER}),
}


def may(role: Role | None, right: Right) -> bool:
    """Whether somebody of this role may; nobody's role is None."""
    return role is not None and right in _TABLE[role]
