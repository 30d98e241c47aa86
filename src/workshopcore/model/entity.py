"""How an entity takes in what it is given: the one decorator of every class in the model."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

import attrs

from workshopcore.errors import InvalidValueError, Problem, ProgrammeError
from workshopcore.model.accept import one_of

__all__ = ["checked", "default_of"]

T = TypeVar("T")


def checked(cls: type[T]) -> type[T]:
    """Let an attrs class take in what it is given, and name every field that is at fault.

    Defaults stay on the class: an instance holds what it was given and nothing else, and only
    that is converted. A programme of hundreds of entities, most of whose fields are left out,
    is built in half the time that way.

    The class has ``slots=False`` and lists its checks as converters and validators of its
    fields; it may go on in ``__attrs_post_init__``.

    Raises (when an entity is built):
        ProgrammeError: every field at fault, in the order given.
    """
    refuse = cls.__init__
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast(Any, cls))
    accepts = {field.name: _accepting(field) for field in fields}
    positional = tuple(field.name for field in fields if not field.kw_only)
    required = frozenset(field.name for field in fields if field.default is attrs.NOTHING)
    _keep_defaults(cls, fields)
    finish: Callable[[T], None] | None = getattr(cls, "__attrs_post_init__", None)

    def take_in(self: T, values: dict[str, Any]) -> None:
        held = self.__dict__
        try:
            for name, value in values.items():
                held[name] = accepts[name](value)
            for name in required:
                held[name]
            if finish is not None:
                finish(self)
        except InvalidValueError as error:
            raise ProgrammeError(_problems(error, held, values, accepts)) from None
        except KeyError:
            refuse(self, **values)  # attrs' own words for what is missing or unknown
            raise

    @functools.wraps(refuse)
    def build(self: T, *args: Any, **values: Any) -> None:
        if args:
            given = dict(zip(positional, args, strict=False))
            if len(args) > len(given) or given.keys() & values.keys():
                refuse(self, *args, **values)
            values = given | values
        take_in(self, values)

    cls.__init__ = build  # type: ignore[assignment]
    cls.take_in = take_in  # type: ignore[attr-defined]
    return cls


def _keep_defaults(cls: type, fields: Iterable[attrs.Attribute[Any]]) -> None:
    for field in fields:
        if field.default is not attrs.NOTHING:
            setattr(cls, field.name, default_of(field))


def _problems(
    error: InvalidValueError,
    held: dict[str, Any],
    values: dict[str, Any],
    accepts: dict[str, Callable[[Any], Any]],
) -> list[Problem]:
    """Name the field that was refused, and what is wrong with those given after it.

    What is refused when every field has been taken in is the entity as a whole, or the field
    that the error names.
    """
    names = list(values)
    taken = sum(1 for name in names if name in held)
    if taken == len(names):
        return [error.at(error.field)]
    problems = [error.at(names[taken])]
    for name in names[taken + 1 :]:
        try:
            accepts.get(name, _anything)(values[name])
        except InvalidValueError as later:
            problems.append(later.at(name))
    return problems


def default_of(field: attrs.Attribute[Any]) -> Any:
    """Return the default of a field that has one. Values are immutable, so it is shared."""
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default


def _accepting(field: attrs.Attribute[Any]) -> Callable[[Any], Any]:
    """Return what turns a given value into the field's, or refuses it."""
    convert: Any = field.converter
    validate: Any = field.validator
    if validate is None:
        return convert or _anything

    def accept(value: Any) -> Any:
        validate(None, field, value)
        return value

    def accept_word(value: Any) -> Any:
        return value if value.__class__ is str and value in validate.words else accept(value)

    return accept_word if isinstance(validate, one_of) else accept


def _anything(value: Any) -> Any:
    return value
