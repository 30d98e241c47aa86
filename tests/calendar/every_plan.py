"""Questions for dates answered by trying everything: nothing here is the library's own logic."""

from datetime import datetime, time, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise, product

from workshopcore.calendar.rules import Hours

DAY = timedelta(days=1)
HALVES = {"yes": 0, "maybe": 1, "no": 2}


def days_between(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


def overlaps(hours, day, spell):
    start, end = datetime.combine(day, hours.start), datetime.combine(day, hours.end)
    if isinstance(spell.start, datetime):
        return spell.start < end and start < spell.end and spell.start < spell.end
    return spell.start <= day <= spell.end


def touches(hours, half):
    morning, afternoon = hours.start.hour < 12, (hours.end.hour, hours.end.minute) > (13, 0)
    return morning if half == "morning" else afternoon


def missed_on(sources, who, day, hours):
    """Halves of a one-day workshop that somebody misses, as the least free source has it."""
    worst = 0
    for source in sources:
        if source.who != who:
            continue
        for spell in getattr(source, "spells", ()):
            if overlaps(hours, day, spell):
                worst = max(worst, 1 if spell.tentative else 2)
        for key, answer in getattr(source, "answers", {}).items():
            asked, half = key if isinstance(key, tuple) else (key, None)
            if asked == day and (half is None or touches(hours, half)):
                worst = max(worst, HALVES[answer])
    return worst


class Slot:
    """Where a workshop may be: its times, and what each person would miss."""

    def __init__(self, question, wanted, day, hours):
        self.days = days_between(day, day + (wanted.days - 1) * DAY)
        self.start = datetime.combine(day, hours.start)
        self.end = datetime.combine(self.days[-1], hours.end)
        self.day, self.hours = day, hours
        self.times = (self.start, self.end)
        self.is_agreed = wanted.agreed == self.times
        self.question = question
        wanted_there = wanted.held == self.times or self.is_agreed
        self.recorded = wanted.recorded if wanted_there else {}
        self.invited = [
            person
            for person in question.people
            if (
                person.participates and belongs(person, day)
                if wanted.wish.invited is None
                else person.id in wanted.wish.invited
            )
        ]

    @cache  # noqa: B019 - the slots of a test go with it
    def missed(self, who):
        if who in self.recorded:
            return HALVES[self.recorded[who]]
        sources = self.question.availability.sources
        return max(missed_on(sources, who, *taken) for taken in self.awake())

    def awake(self):
        """Each day with its hours: nights, from 18:00 to 08:00, are nobody's."""
        for day in self.days:
            start = self.hours.start if day == self.days[0] else time(8)
            end = self.hours.end if day == self.days[-1] else time(18)
            yield day, Hours(start, end)

    @property
    def misses(self):
        return {person.id: self.missed(person.id) for person in self.invited}

    @property
    def attendance(self):
        return sum(
            (Fraction(p.weight) * (2 - self.missed(p.id)) / 2 for p in self.invited), Fraction()
        )

    def can_come(self, who):
        return self.missed(who) < (2 if self.question.rules.maybe_is_enough else 1)

    @property
    def coming(self):
        return sum(1 for person in self.invited if self.can_come(person.id))


def own_rules(question, wanted):
    """What rules out a slot of a workshop, by what it is about."""
    yield from rules_of_days(question, wanted)
    yield from wishes_for_days(wanted)
    yield from rules_of_people(question, wanted)


def rules_of_days(question, wanted):
    rules, wish = question.rules, wanted.wish
    if question.today is None or question.today < question.first:
        yield ("period", "first"), lambda s: s.day >= question.first
    else:
        yield ("past",), lambda s: s.day > question.today
    yield ("period", "last"), lambda s: s.days[-1] <= question.last
    weekdays = rules.weekdays if wish.weekdays is None else wish.weekdays
    if weekdays is not None:
        key = ("weekdays",) if wish.weekdays is None else ("weekdays", wanted.id)
        yield key, lambda s: all(day.weekday() in weekdays for day in s.days)
    for month in rules.not_in:
        yield ("month", month), lambda s, m=month: all(day.month != m for day in s.days)
    for closure in question.closures:
        key = ("closure", closure.title)
        yield key, lambda s, c=closure: not any(c.covers(day) for day in s.days)


def wishes_for_days(wanted):
    wish = wanted.wish
    first, last = wish.between
    if first is not None:
        yield ("window", wanted.id, "first"), lambda s: s.day >= first
    if last is not None:
        yield ("window", wanted.id, "last"), lambda s: s.days[-1] <= last
    if wish.only is not None:
        yield ("days", wanted.id, "only"), lambda s: s.day in wish.only
    if wish.not_on:
        yield ("days", wanted.id, "not"), lambda s: s.day not in wish.not_on
    if wanted.leaving:
        yield ("leaving", wanted.id), lambda s: not s.is_agreed


def rules_of_people(question, wanted):
    wish = wanted.wish
    for who in wish.required or ():
        person = next(p for p in question.people if p.id == who)
        key = ("required", wanted.id, who)
        yield key, lambda s, p=person: s.can_come(p.id) or not belongs(p, s.day)
    if wish.rooms:
        yield ("room", wanted.id), lambda s: any(s.can_come(room) for room in wish.rooms)
    quorum = question.rules.quorum if wish.quorum is None else wish.quorum
    if quorum:
        key = ("quorum",) if wish.quorum is None else ("quorum", wanted.id)
        yield key, lambda s: s.coming >= quorum


def belongs(person, day):
    return (person.joined or day) <= day <= (person.left or day)


def gap_rules(question):
    """What rules out a pair of neighbours, by what it is about and which gap."""
    for gap, (before, after) in enumerate(pairwise(question.workshops)):
        if before.held and after.held:
            continue
        apart = after.wish.apart or question.rules.apart
        name = () if after.wish.apart is None else (after.id,)
        if apart.least:
            yield (
                gap,
                ("shortest-gap", *name),
                lambda a, b, n=apart.least: (b.day - a.day).days >= n,
            )
        if apart.most is not None:
            yield gap, ("longest-gap", *name), lambda a, b, n=apart.most: (b.day - a.day).days <= n


def slots_of(question, wanted, days, dropped=frozenset()):
    """Every slot that nothing rules out; a given one is never ruled out."""
    hours = sorted(wanted.hours, key=lambda each: (each.start, each.end))
    if wanted.held is not None:
        start, end = wanted.held
        hours = [Hours(start.time(), end.time())]
        if ("fixed", wanted.id) not in dropped:
            return [Slot(question, wanted, start.date(), hours[0])]
    rules = [rule for key, rule in own_rules(question, wanted) if key not in dropped]
    every = [Slot(question, wanted, day, each) for day, each in product(days, hours)]
    return [s for s in every if s.times == wanted.held or all(rule(s) for rule in rules)]


def keys_of(question):
    """What everything that is asked is about."""
    found = {key for wanted in question.workshops for key, _ in own_rules(question, wanted)}
    found |= {("fixed", wanted.id) for wanted in question.workshops if wanted.held}
    found |= {key for _, key, _ in gap_rules(question)}
    return found | ({("misses",)} if question.rules.nobody_misses_more_than is not None else set())


def plans(question, days=None, dropped=frozenset()):
    """Yield every plan that meets everything but what is dropped."""
    days = days or days_between(question.first, question.last)
    places = [slots_of(question, wanted, days, dropped) for wanted in question.workshops]
    gaps = [(gap, rule) for gap, key, rule in gap_rules(question) if key not in dropped]
    most = question.rules.nobody_misses_more_than
    if ("misses",) in dropped:
        most = None

    def grow(plan):
        if len(plan) == len(places):
            if most is None or all(n <= 2 * most for n in carried(question, plan).values()):
                yield plan
            return
        for slot in places[len(plan)]:
            gap = len(plan) - 1
            if plan and not may_follow(question, gap, plan[-1], slot):
                continue
            if all(rule(plan[-1], slot) for n, rule in gaps if n == gap):
                yield from grow([*plan, slot])

    return grow([])


def may_follow(question, gap, before, after):
    first, second = question.workshops[gap : gap + 2]
    if first.held and second.held and second.held[0] < first.held[1]:
        return True
    return before.end <= after.start


def carried(question, plan):
    return {
        person.id: sum(slot.misses.get(person.id, 0) for slot in plan) for person in question.people
    }


def worth(question, plan):
    """The aims in order, each the larger the better; then the earlier plan."""
    pairs = list(zip(question.workshops, plan, strict=True))
    moved = sum(1 for wanted, slot in pairs if wanted.agreed and not slot.is_agreed)
    attendance = sum((slot.attendance for slot in plan), Fraction())
    unfair = max(carried(question, plan).values(), default=0)
    gaps = [
        (after.day - before.day).days
        for (one, before), (other, after) in pairwise(pairs)
        if not (one.held and other.held)
    ]
    every_gap = [(after.day - before.day).days for before, after in pairwise(plan)]
    uneven = len(every_gap) * sum(gap**2 for gap in every_gap) - sum(every_gap) ** 2
    even = (min(gaps), -max(gaps)) if len(gaps) > 1 else (0, 0)
    fair = (-unfair, attendance) if question.rules.fairest_first else (attendance, -unfair)
    return (-moved, *fair, *even, -uneven)


def best(question, found=None):
    """The best plan of all; ``None`` where there is none."""
    found = list(plans(question)) if found is None else found
    top = max((worth(question, plan) for plan in found), default=None)
    equals = [plan for plan in found if worth(question, plan) == top]
    return min(equals, key=lambda plan: [slot.times for slot in plan], default=None)


def week(slot):
    return slot.day.isocalendar()[:2]


def differing(question, plan, other):
    """In how many of the workshops to be dated two plans are in different weeks."""
    triples = zip(question.workshops, plan, other, strict=True)
    return sum(1 for wanted, a, b in triples if not wanted.held and week(a) != week(b))
