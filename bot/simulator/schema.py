"""Checks of requests, answers and updates against the Bot API's own table (`botapi.json`).

Every type becomes one function when first needed, so that a check costs little more than a walk over the value.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Check = Callable[[Any], None]
Value = Any

ARRAY = "Array of "
INTEGER = re.compile(r"[+-]?\d{1,19}\Z")
TRUE = frozenset({"true", "1", "yes"})
FALSE = frozenset({"false", "0", "no", ""})


class Misfit(Exception):
    """A value that the table does not allow; `path` says where inside the value."""

    def __init__(self, problem: str, path: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path

    def under(self, step: str) -> "Misfit":
        return Misfit(self.problem, f"{step}.{self.path}" if self.path else step)

    def __str__(self) -> str:
        return f"{self.problem} in {self.path}" if self.path else self.problem


@cache
def table() -> dict[str, Any]:
    text = files("bot.simulator").joinpath("botapi.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def check_of(type_name: str) -> Check:
    """The check of one type of the table, `Array of X` included."""
    if type_name.startswith(ARRAY):
        return _array(type_name.removeprefix(ARRAY))
    if type_name in PRIMITIVES:
        return PRIMITIVES[type_name]
    entry = table()["types"][type_name]
    if "tags" in entry:
        return _tagged(type_name, entry)
    if "any" in entry:
        return _first_that_fits(type_name, tuple(entry["any"]))
    return _object(type_name, entry["fields"])


@cache
def check_of_any(type_names: tuple[str, ...]) -> Check:
    if len(type_names) == 1:
        return check_of(type_names[0])
    return _first_that_fits(" or ".join(type_names), type_names)


def _array(item_type: str) -> Check:
    # Looked up at the first use: the table's types refer to each other in circles.
    item: list[Check] = []

    def check(value: Value) -> None:
        if type(value) is not list:
            raise Misfit(f"an Array of {item_type} expected")
        if not item:
            item.append(check_of(item_type))
        for index, element in enumerate(value):
            try:
                item[0](element)
            except Misfit as misfit:
                raise misfit.under(f"[{index}]") from None

    return check


def _object(type_name: str, fields: list[list[Any]]) -> Check:
    required = frozenset(name for name, _, needed in fields if needed)
    types = {name: tuple(type_names) for name, type_names, _ in fields}
    checks: dict[str, Check] = {}
    # Most fields are plain: looking at their type here saves a call each.
    plain = {name: PLAIN[only] for name, (only, *more) in types.items() if only in PLAIN and not more}

    def check(value: Value) -> None:
        if type(value) is not dict:
            raise Misfit(f"an object of type {type_name} expected")
        for name, element in value.items():
            if name in plain and type(element) in plain[name]:
                continue
            known = checks.get(name)
            if known is None:
                if name not in types:
                    raise Misfit(f'unknown field "{name}" of {type_name}')
                known = checks[name] = check_of_any(types[name])
            try:
                known(element)
            except Misfit as misfit:
                raise misfit.under(name) from None
        if not required <= value.keys():
            raise Misfit(f'field "{min(required - value.keys())}" of {type_name} is missing')

    return check


def _tagged(type_name: str, entry: dict[str, Any]) -> Check:
    key: str = entry["key"]
    by_tag: dict[str, list[str]] = {}
    for subtype, tag in entry["tags"].items():
        by_tag.setdefault(tag, []).append(subtype)

    def check(value: Value) -> None:
        if type(value) is not dict:
            raise Misfit(f"an object of type {type_name} expected")
        subtypes = by_tag.get(value.get(key))  # type: ignore[arg-type]
        if subtypes is None:
            raise Misfit(f'"{value.get(key)}" is no {key} of {type_name}', key)
        check_of_any(tuple(subtypes))(value)

    return check


def _first_that_fits(name: str, type_names: tuple[str, ...]) -> Check:
    def check(value: Value) -> None:
        nearest: Misfit | None = None
        for type_name in type_names:
            try:
                check_of(type_name)(value)
            except Misfit as misfit:
                if nearest is None or _depth(misfit) > _depth(nearest):
                    nearest = misfit
            else:
                return
        raise nearest or Misfit(f"{name} expected")

    return check


def _depth(misfit: Misfit) -> tuple[int, bool]:
    """How near the value came: a fault deep inside tells more than a wrong outer shape."""
    return misfit.path.count("."), not misfit.problem.startswith(("unknown field", "field"))


def _plain(kind: str) -> Check:
    allowed = PLAIN[kind]

    def check(value: Value) -> None:
        if type(value) not in allowed:
            raise Misfit(f"{_article(kind)} expected")

    return check


def _article(type_name: str) -> str:
    return f"{'an' if type_name[0] in 'AEIOU' else 'a'} {type_name}"


PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (float, int),
    "Boolean": (bool,),
    "True": (bool,),
    "String": (str,),
    "InputFile": (str,),
}
PRIMITIVES: dict[str, Check] = {kind: _plain("String" if kind == "InputFile" else kind) for kind in PLAIN}


# Parameters arrive as text (query, form) or as JSON values; both become the declared type here.


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    required: bool
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    parameters: dict[str, Parameter]
    required: frozenset[str]
    check_answer: Check


@cache
def methods() -> dict[str, Method]:
    """Every method the simulator serves, by its name in lower case (the Bot API ignores case)."""
    return {name.lower(): _method(name, entry) for name, entry in table()["methods"].items()}


@cache
def other_methods() -> frozenset[str]:
    """Names, in lower case, that the Bot API has and the simulator does not serve."""
    return frozenset(name.lower() for name in table()["other_methods"])


def _method(name: str, entry: dict[str, Any]) -> Method:
    parameters = {
        field: Parameter(field, bool(required), _reader(tuple(types)))
        for field, types, required in entry["fields"]
    }
    required = frozenset(p.name for p in parameters.values() if p.required)
    return Method(name, parameters, required, check_of_any(tuple(entry["returns"])))


def read_parameters(method: Method, given: dict[str, Any]) -> dict[str, Any]:
    """`given` as typed values. Raises Misfit on an unknown, missing or ill-typed parameter."""
    values: dict[str, Any] = {}
    for name, raw in given.items():
        parameter = method.parameters.get(name)
        if parameter is None:
            raise Misfit(f'unknown parameter "{name}" of {method.name}')
        if raw is None:
            continue
        try:
            values[name] = parameter.read(raw)
        except Misfit as misfit:
            raise misfit.under(name) from None
    if not method.required <= values.keys():
        raise Misfit(f'parameter "{min(method.required - values.keys())}" of {method.name} is missing')
    return values


def _reader(types: tuple[str, ...]) -> Callable[[Any], Any]:
    match types:
        case ("Integer",):
            return _integer
        case ("Integer", "String"):
            return _chat_id
        case ("Float",):
            return _float
        case ("Boolean",) | ("True",):
            return _boolean
        case ("String",) | ("InputFile",) | ("InputFile", "String"):
            return _string
        case _:
            return _structure(types)


def _integer(raw: Any) -> int:
    if type(raw) is int:
        return raw
    if type(raw) is str and INTEGER.match(raw):
        return int(raw)
    raise Misfit("an Integer expected")


def _chat_id(raw: Any) -> int | str:
    if type(raw) is str and not INTEGER.match(raw):
        return raw
    return _integer(raw)


def _float(raw: Any) -> float:
    if type(raw) in (int, float):
        return float(raw)
    try:
        return float(raw)
    except (TypeError, ValueError):
        raise Misfit("a Float expected") from None


def _boolean(raw: Any) -> bool:
    if type(raw) is bool:
        return raw
    word = str(raw).strip().lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise Misfit("a Boolean expected")


def _string(raw: Any) -> str:
    if type(raw) is str:
        return raw
    if type(raw) in (int, float):
        return str(raw)
    raise Misfit("a String expected")


def _structure(types: tuple[str, ...]) -> Callable[[Any], Any]:
    def read(raw: Any) -> Any:
        value = raw
        if type(raw) is str:
            try:
                value = json.loads(raw)
            except ValueError:
                raise Misfit(f"can't parse JSON of {' or '.join(types)}") from None
        check_of_any(types)(value)
        return value

    return read
