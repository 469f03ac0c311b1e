"""The index: who holds which rights, receiver by receiver, worked out when first asked."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD, law_for
from regionstyrning.model.delegation import DeputyWhen, Nature, Together
from regionstyrning.model.organisation import Organ, OrganKind, Ownership
from regionstyrning.model.statutes import Tie
from regionstyrning.questions.authority.bodies import Bodies
from regionstyrning.questions.authority.lawful import Kind, LawView, Objection, Pattern
from regionstyrning.questions.authority.matters import Matters
from regionstyrning.questions.authority.rights import Instead, Right, narrowed, whole
from regionstyrning.questions.authority.states import ALWAYS, Days, State, States, begun, last_of_term, taken_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law, Policies
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.statutes import Parameter
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.answers import Step

Rights = dict[str, tuple[Right, ...]]

Settled = tuple[bool | None, frozenset[str]]

Told = tuple[tuple["Step", ...], tuple["Step", ...]]

DEEPEST = 4

PRICE_BASE = "prisbasbelopp"


class Given:
    """
    A delegation as one taker has it (mottagen delegation).

    Attributes:
        delegation: The delegation.
        instead: For whom the taker steps in; None for a receiver.
    """

    __slots__ = ("delegation", "instead")

    def __init__(self, delegation: Delegation, instead: Instead | None = None) -> None:
        self.delegation, self.instead = delegation, instead


class Authority:
    """
    The rights of a model, by who holds them (behörighet).

    Built once for a model and a choice of policies. Rights are worked out a taker at a time.
    """

    __slots__ = (
        "_bases",
        "_bodies",
        "_changes",
        "_dated",
        "_given",
        "_moments",
        "_numbers",
        "_takers",
        "_terms",
        "bodies",
        "law",
        "matters",
        "model",
        "overtaken",
        "states",
    )

    def __init__(self, model: SteeringModel, policies: Policies) -> None:
        self.model = model
        self.law: Law = law_for(model, policies)
        self.bodies = Bodies(model=model)
        self.matters = Matters(model)
        self._bases: tuple[Parameter, ...] | None = None
        self._bodies = {frozenset[str](): self.bodies}
        self._dated: tuple[Organ | Ownership, ...] = (*model.organs, *model.ownerships)
        self.states = States(model)
        self.overtaken = taken_over(model)
        self._changes = sorted({*self.law.changes, *self.states.changes})
        self._moments: dict[int, Moment] = {}
        self._numbers: dict[tuple[tuple[Pattern, ...], Kind | None], int] = {}
        self._given: dict[str, list[Given]] | None = None
        self._takers: dict[str, tuple[str, ...]] | None = None
        self._terms: dict[str, date] = {}

    def moment(self, day: date) -> Moment:
        """What holds on a day, shared by all days between two changes."""
        number = bisect_right(self._changes, day)
        found = self._moments.get(number)
        if found is None:
            state = self.states.on(day)
            like = next((each for each in self._moments.values() if each.state is state), None)
            found = self._moments[number] = Moment(self, state, day, like)
        return found

    def number(self, right: Right) -> int:
        """A number that rights share to which the law says the same."""
        return self._numbers.setdefault((right.patterns, self.bodies.kind(right.taker)), len(self._numbers))

    def last_of_term(self, delegation: Delegation) -> date:
        """The last day of the term in which a nämnd gave a right; without end if that is not known."""
        found = self._terms.get(delegation.id)
        if found is None:
            first = begun(self.model, delegation) if delegation.giver in self.bodies.committees else None
            found = self._terms[delegation.id] = date.max if first is None else last_of_term(first)
        return found

    @property
    def given(self) -> dict[str, list[Given]]:
        """What every organ and post has been given, as receiver or deputy, by its id."""
        if self._given is None:
            self._given = {}
            for delegation in self.model.delegations:
                for taker, instead in _takers(delegation, self.bodies):
                    self._given.setdefault(taker, []).append(Given(delegation, instead))
        return self._given

    def takers(self, matter: str) -> tuple[str, ...]:
        """Whoever has been given this very matter, not a wider one."""
        if self._takers is None:
            found: dict[str, dict[str, None]] = {}
            for taker, given in self.given.items():
                for each in given:
                    for id in each.delegation.matters:
                        found.setdefault(id, {})[taker] = None
            self._takers = {id: tuple(sorted(takers)) for id, takers in found.items()}
        return self._takers.get(matter, ())

    @property
    def base_amounts(self) -> tuple[Parameter, ...]:
        """The prisbasbelopp of the years that the law's data holds."""
        if self._bases is None:
            held = (each for rule in self.law.rules.values() for each in rule.provision.parameters)
            self._bases = tuple(each for each in held if each.name == PRICE_BASE)
        return self._bases

    def bodies_on(self, state: State, day: date) -> Bodies:
        """How organs and posts stand to one another on a day."""
        gone = frozenset(record.id for record in self._dated if not _covers(state.days(record), day))
        found = self._bodies.get(gone)
        if found is None:
            found = self._bodies[gone] = Bodies(model=self.model, gone_by=gone)
        return found

    def owner_on(self, matter: str, day: date) -> str | None:
        """The organ that the matter belongs to on a day, a krisledningsnämnd if it has taken it over."""
        return self.overtaker(matter, day) or self.matters.owner(matter)

    def overtaker(self, matter: str, day: date) -> str | None:
        """The krisledningsnämnd that has taken the matter over on a day, if one has."""
        if self.overtaken:
            above = self.matters.above(matter)
            for taken, organ, (first, last) in self.overtaken:
                if taken in above and first <= day <= last:
                    return organ
        return None


class Moment:
    """
    What holds between two changes of documents, decisions or law (läge).

    Attributes:
        state: What documents and decisions leave standing.
        bodies: How organs and posts stand to one another.
        law: The law of the day.
        rights: Rights by taker and matter, as far as they have been asked for.
        settled: What the law says of a matter without further facts, by the number of the right.
        objected: The law's objections where the caller says nothing, by the number of the right, matter,
            and whether the case is closed and urgent.
        near: Rights by taker, and by matters above theirs.
        at: Rights by their narrowest matter, whoever holds them.
        owned: What fullmäktige may decide by itself without further facts, by its id and the matter.
        told: Steps that do not hang on the day, by matter, the number of the right and where it begins.
    """

    __slots__ = (
        "at",
        "authority",
        "bodies",
        "law",
        "near",
        "objected",
        "owned",
        "rights",
        "settled",
        "state",
        "told",
        "upper",
    )

    def __init__(self, authority: Authority, state: State, day: date, like: Moment | None) -> None:
        self.authority = authority
        self.state = state
        self.bodies: Bodies = authority.bodies_on(state, day) if like is None else like.bodies
        self.law = LawView(authority.law, day)
        self.rights: dict[str, Rights] = {} if like is None else like.rights
        self.upper: dict[tuple[str, int], tuple[Right, ...]] = {} if like is None else like.upper
        self.near: dict[str, tuple[Rights, Rights]] = {} if like is None else like.near
        self.at: dict[str, tuple[Right, ...]] = {} if like is None else like.at
        self.owned: dict[tuple[str, str], Settled] = {}
        self.told: dict[tuple[str, int, str], Told] = {}
        self.settled: dict[str, dict[int, Settled]] = {}
        self.objected: dict[tuple[int, str, bool, bool], tuple[Objection, ...]] = {}

    def rights_of(self, taker: str) -> Rights:
        """The rights of an organ or post by their narrowest matter."""
        found = self.rights.get(taker)
        if found is None:
            found = self._made(taker, DEEPEST)
            if taker in self.authority.bodies.organs:
                found[""] = (self._owned(taker),)
            self.rights[taker] = found
        return found

    def _owned(self, organ: str) -> Right:
        """What an organ may decide because the matter belongs to it."""
        right = whole(organ, self.days(organ), owned=organ not in self.authority.bodies.assemblies)
        right.law = self.authority.number(right)
        right.plain = right.owner is not None
        return right

    def rights_at(self, scope: str) -> tuple[Right, ...]:
        """The rights of all takers with a narrowest matter, taker by taker."""
        found = self.at.get(scope)
        if found is None:
            authority = self.authority
            takers = dict.fromkeys(id for wider in authority.matters.above(scope) for id in authority.takers(wider))
            found = self.at[scope] = tuple(right for id in takers for right in self.rights_of(id).get(scope, ()))
        return found

    def around(self, taker: str) -> tuple[Rights, Rights]:
        """The rights of an organ or post by any matter above their narrowest, and by the one right above it."""
        found = self.near.get(taker)
        if found is None:
            narrower: dict[str, list[Right]] = {}
            beside: dict[str, list[Right]] = {}
            for scope, rights in self.rights_of(taker).items():
                above = self.authority.matters.above(scope)[1:] if scope else ()
                for wider in above:
                    narrower.setdefault(wider, []).extend(rights)
                for wider in above[:1]:
                    beside.setdefault(wider, []).extend(rights)
            found = self.near[taker] = _as_tuples(narrower), _as_tuples(beside)
        return found

    def all_rights_of(self, taker: str) -> Iterator[Right]:
        """The rights of an organ or post, whatever they are about."""
        for rights in self.rights_of(taker).values():
            yield from rights

    def _made(self, taker: str, links: int) -> Rights:
        found: dict[str, list[Right]] = {}
        days = self.days(taker)
        for given in self.authority.given.get(taker, ()):
            for right in self._through(given, taker, days, links):
                found.setdefault(right.scope, []).append(right)
        return {scope: tuple(rights) for scope, rights in found.items()}

    def _passable(self, giver: str, links: int) -> tuple[Right, ...]:
        """What a giver has received and may be built on, by chains of so many links."""
        found = self.upper.get((giver, links))
        if found is None:
            made = self._made(giver, links) if links else {}
            found = self.upper[giver, links] = tuple(
                right for rights in made.values() for right in rights if right.instead is None
            )
        return found

    def days(self, id: str) -> Days:
        """The days when an organ or post, and what a post sits in, exists."""
        bodies = self.authority.bodies
        body = bodies.body(id)
        days = None if body is None else self.state.days(body)
        if days is None:
            return date.max, date.min
        position = bodies.positions.get(id)
        seat = None if position is None else bodies.organs.get(position.organ)
        if position is not None and position.organ in bodies.gone:
            return date.max, date.min
        if seat is not None:
            within = self.state.days(seat) or (date.max, date.min)
            days = max(days[0], within[0]), min(days[1], within[1])
        return days

    def _through(self, given: Given, taker: str, days: Days, links: int) -> Iterator[Right]:
        delegation = given.delegation
        fallen = self.state.stands(delegation)
        own = self.state.days(delegation) or (date.max, date.min)
        days = max(days[0], own[0]), min(days[1], own[1], self._term(delegation))
        if given.instead is not None:  # it steps in for a post, as long as there is one
            stood_for = self.days(given.instead.principal)
            days = max(days[0], stood_for[0]), min(days[1], stood_for[1])
        bases = tuple(self._bases(delegation, links))
        for matter in dict.fromkeys(delegation.matters):
            if matter not in self.authority.matters.by_id:
                continue
            for above in _of_the_matter(self.authority.matters, bases, matter):
                right = narrowed(self.authority.matters, delegation, matter, taker, days, above)
                if fallen is not None:
                    right.emptied = (fallen, delegation.id)
                right.instead = given.instead
                right.patterns = (*above.patterns, self._pattern(right, delegation, matter))
                right.plain = _plain(right)
                right.law = self.authority.number(right)
                yield right

    def _bases(self, delegation: Delegation, links: int) -> Iterator[Right]:
        """
        The rights of the giver that a delegation may build on.

        Of those that came to nothing one is kept, to tell why, and only if there is no other.
        """
        giver, named = delegation.giver, delegation.builds_on
        sound = list(self._own(delegation)) if giver is None or named is None else []
        void: Right | None = None
        for right in () if giver is None else self._passable(giver, links - 1):
            given = right.delegation
            if given is None or given.id == delegation.id or (named is not None and given.id != named):
                continue
            if right.emptied is None and right.patterns[-1].above != "post":
                sound.append(right)
            else:
                void = void or right
        yield from sound
        if not sound:
            if void is None:
                void = whole(giver or "", ALWAYS, owned=False)
                void.empty("chain", delegation.id)
            yield void

    def _own(self, delegation: Delegation) -> Iterator[Right]:
        """Where a chain begins: a statute, fullmäktige, or what an organ owns."""
        giver, bodies = delegation.giver, self.authority.bodies
        if giver is None:
            if delegation.statute is not None:
                yield whole("", ALWAYS, owned=False)
        elif giver in bodies.organs:
            yield whole(giver, self.days(giver), owned=giver not in bodies.assemblies)

    def _term(self, delegation: Delegation) -> date:
        """The last day of the term in which a nämnd gave a right, if it does not survive the term."""
        authority = self.authority
        survives = authority.law.policies.delegation_survives_new_term
        return date.max if survives else authority.last_of_term(delegation)

    def _pattern(self, right: Right, delegation: Delegation, matter: str) -> Pattern:
        bodies, matters = self.bodies, self.authority.matters
        giver, above = delegation.giver, right.above
        granted = frozenset(trait.id for trait in matters.by_id[matter].traits if trait.holds)
        if giver is None:
            return Pattern(giver=None, taker=bodies.kind(right.taker), granted=granted)
        if giver not in bodies.positions or above is None or above.delegation is None:
            return Pattern(
                giver=bodies.kind(giver),
                taker=bodies.kind(right.taker),
                ties=bodies.ties(giver, right.taker),
                board=right.taker if bodies.kind(right.taker) is OrganKind.BOARD else None,
                urgent=delegation.urgent_only,
                above="post" if giver in bodies.positions else "",
                granted=granted,
            )
        committee = above.delegation.giver
        head = committee is not None and bodies.heads_in_field(giver, committee)  # what a statute gives is in no field
        ties = bodies.ties(giver if committee is None else committee, right.taker)
        return Pattern(
            giver=bodies.kind(giver),
            taker=bodies.kind(right.taker),
            ties=ties | {Tie.HEAD_IN_FIELD} if head else ties,
            urgent=delegation.urgent_only,
            above="statute" if committee is None else "post" if committee in bodies.positions else "committee",
            allowed=above.delegation.may_pass_on,
            head=head,
            granted=granted,
        )


def _covers(days: Days | None, day: date) -> bool:
    return days is not None and days[0] <= day <= days[1]


def _as_tuples(found: dict[str, list[Right]]) -> Rights:
    return {matter: tuple(rights) for matter, rights in found.items()}


def authority_of(model: SteeringModel, policies: Policies = STANDARD) -> Authority:
    """The rights of a model, kept with it."""
    key = ("authority", policies)
    found: Authority | None = model.memo.get(key)
    if found is None:
        found = model.memo[key] = Authority(model, policies)
    return found


def _takers(delegation: Delegation, bodies: Bodies) -> Iterator[tuple[str, Instead | None]]:
    """Receivers with an id, and whoever steps in for those that are posts."""
    for receiver in delegation.receivers:
        id = receiver.position or receiver.organ
        if id is None:
            continue
        yield id, None
        before: tuple[tuple[str, DeputyWhen], ...] = ()
        for deputy in delegation.deputies:
            yield deputy.position, Instead(id, deputy.when, before)
            before = (*before, (deputy.position, deputy.when))
        post = bodies.positions.get(id)
        if delegation.superior_when is not None and post is not None and post.superior is not None:
            yield post.superior, Instead(id, delegation.superior_when, before)


def _of_the_matter(matters: Matters, bases: tuple[Right, ...], matter: str) -> tuple[Right, ...]:
    """Those whose giver has the matter or a part of it; one that has not, if there are none."""
    of_it = tuple(
        above
        for above in bases
        if above.scope == "" or above.emptied is not None or matters.deeper(matter, above.scope) is not None
    )
    return of_it or bases[:1]


def _plain(right: Right) -> bool:
    return (
        right.emptied is None
        and right.instead is None
        and not right.needs
        and right.base_amounts is None
        and not right.urgent
        and all(each.nature is Nature.DECISION and not _jointly(each) for each in right.chain)
    )


def _jointly(delegation: Delegation) -> bool:
    return delegation.together is Together.JOINTLY and len(delegation.receivers) > 1
