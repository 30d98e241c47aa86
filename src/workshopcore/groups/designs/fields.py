"""Arithmetic of finite fields, and of their products."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import prod

__all__ = ["Ring", "prime_powers", "ring"]

Table = tuple[tuple[int, ...], ...]


def prime_powers(number: int) -> list[tuple[int, int]]:
    """Return the primes of a number, each with how often it divides it.

    >>> prime_powers(360)
    [(2, 3), (3, 2), (5, 1)]
    """
    found, prime = [], 2
    while prime * prime <= number:
        power = 0
        while number % prime == 0:
            number //= prime
            power += 1
        if power:
            found.append((prime, power))
        prime += 1
    return [*found, (number, 1)] if number > 1 else found


class Ring:
    """The product of the fields whose orders are the prime powers of a number.

    For a prime power it is the field itself. Elements are 0, 1, 2 …; 0 is zero.

    Attributes:
        order: how many elements there are.
        add, times: the tables of addition and multiplication.
        apart: elements of which any two differ by one that can be divided by, as many as the
            smallest of the fields has.
    """

    __slots__ = ("add", "apart", "order", "times")

    def __init__(self, order: int) -> None:
        self.order = order
        fields = [_field(prime, power) for prime, power in prime_powers(order)]
        self.add = _tables_of([add for add, _ in fields])
        self.times = _tables_of([times for _, times in fields])
        orders = [len(add) for add, _ in fields]
        self.apart = tuple(_number([each] * len(orders), orders) for each in range(min(orders)))


@lru_cache(maxsize=64)
def ring(order: int) -> Ring:
    """Return the ring of so many elements, 2 at least.

    >>> four = ring(4)
    >>> four.add[3][3], four.times[2][3]
    (0, 1)
    """
    return Ring(order)


def _tables_of(tables: list[Table]) -> Table:
    orders = [len(table) for table in tables]
    every = list(product(*map(range, orders)))
    return tuple(
        tuple(
            _number([t[a][b] for t, a, b in zip(tables, one, other, strict=True)], orders)
            for other in every
        )
        for one in every
    )


def _number(parts: list[int], orders: list[int]) -> int:
    return sum(part * prod(orders[at + 1 :]) for at, part in enumerate(parts))


def _field(prime: int, power: int) -> tuple[Table, Table]:
    """Return the tables of a field, whose elements are polynomials over the prime field."""
    order = prime**power
    digits = [tuple(number // prime**at % prime for at in range(power)) for number in range(order)]
    numbers = {each: number for number, each in enumerate(digits)}
    modulus = next(each for each in _monic(prime, power) if _is_irreducible(each, prime))
    add = tuple(
        tuple(numbers[tuple((x + y) % prime for x, y in zip(a, b, strict=True))] for b in digits)
        for a in digits
    )
    times = tuple(
        tuple(numbers[_remainder(_times(a, b, prime), modulus, prime)] for b in digits)
        for a in digits
    )
    return add, times


def _monic(prime: int, degree: int) -> Iterator[tuple[int, ...]]:
    """Yield the polynomials of a degree that lead with 1, lowest coefficient first."""
    for lower in product(range(prime), repeat=degree):
        yield (*lower, 1)


def _is_irreducible(polynomial: tuple[int, ...], prime: int) -> bool:
    degree = len(polynomial) - 1
    return all(
        any(_remainder(polynomial, divisor, prime))
        for low in range(1, degree // 2 + 1)
        for divisor in _monic(prime, low)
    )


def _times(one: tuple[int, ...], other: tuple[int, ...], prime: int) -> tuple[int, ...]:
    found = [0] * (len(one) + len(other) - 1)
    for a, x in enumerate(one):
        for b, y in enumerate(other):
            found[a + b] = (found[a + b] + x * y) % prime
    return tuple(found)


def _remainder(
    polynomial: tuple[int, ...], divisor: tuple[int, ...], prime: int
) -> tuple[int, ...]:
    """Return what is left of a polynomial after division by one that leads with 1."""
    left, degree = list(polynomial), len(divisor) - 1
    for at in range(len(left) - 1, degree - 1, -1):
        factor = left[at]
        for lower, coefficient in enumerate(divisor):
            position = at - degree + lower
            left[position] = (left[position] - factor * coefficient) % prime
    return tuple(left[:degree])
