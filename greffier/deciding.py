"""What people decide on a case: who is who, which lines of the ledger are one, which findings hold; all undoable."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from greffier import line, steps
from greffier.assembling.goods import NOT_SAID, good_name, good_of
from greffier.citing import find
from greffier.errors import NotInCase, WrongUsage
from greffier.records import (
    Decision,
    DecisionVerb,
    Entered,
    Event,
    Finding,
    Flow,
    Mention,
    Quantity,
    SiteTemplate,
    Time,
    digest,
)
from greffier.resolving.deciding import parting
from greffier.resolving.named import keys_of, name_of
from greffier.views import Views
from greffier.writing.protect import leaks

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")  # `int` takes other scripts' figures, and too few of them


class Deciding(Views):
    """The views over a case and every decision on it; whoever stores a decision computes what follows from it."""

    def merge(self, left: str, right: str, why: str | None = None, *, anyway: bool = False) -> Decision:
        """Say that two names are one. WrongUsage, with who said so and why, where somebody keeps them apart.

        With `anyway` a view against that of another person is kept beside it; the names stay apart while both stand.
        """
        one, other = self.entity(left), self.entity(right)
        if one.id == other.id:
            raise WrongUsage(f"{left} and {right} are one already.", "Use `greffier split` to part them.")
        against = parting(one.keys, other.keys, self.decisions())
        if against and not (anyway and all(split.by != self.settings.user for split in against)):
            raise _parted(against[0], self.settings.user)
        return self._decide("merge", one.keys, other.keys, why=why)

    def split(self, told: str, why: str | None = None, *, apart: str | None = None) -> Decision:
        """Say that a name is not the others that were joined with it, or is not the one named `apart`."""
        entity = self.entity(told)
        if apart is not None and (other := self.entity(apart)).id != entity.id:
            return self._decide("split", entity.keys, other.keys, why=why)
        subject = keys_of(told, entity)
        others = tuple(k for k in entity.keys if k not in subject)
        if not others and len(subject) > 1:
            subject, others = subject[:1], subject[1:]
        if not others:
            raise WrongUsage(f"{entity.name} has one name only; there is nothing to split.")
        return self._decide("split", subject, others, why=why)

    def unsure(self, left: str, right: str, why: str | None = None) -> Decision:
        """Say that nobody can tell yet whether two names are one; they come last of those to review."""
        one, other = self.entity(left), self.entity(right)
        if one.id == other.id:
            raise WrongUsage(f"{left} and {right} are one already.", "Use `greffier split` to part them.")
        return self._decide("unsure", one.keys, other.keys, why=why)

    def protect(self, told: str, publish_as: str, why: str | None = None) -> Decision:
        """Never let the names of this entity out; published texts call it `publish_as`."""
        entity = self.entity(told)
        if leaks(publish_as, [replace(entity, protected=True, publish_as="")]):
            raise WrongUsage(
                f"{publish_as} holds the name that is to be protected.", "Choose a name that shares no word."
            )
        return self._decide("protect", entity.keys, publish_as=publish_as, why=why)

    def join(self, left: str, right: str, why: str | None = None) -> Decision:
        """Say that two lines of the ledger are one movement, told more than once."""
        one, other = self._told_line(left), self._told_line(right)
        if one.id == other.id:
            raise WrongUsage("These are one line already.", "See the lines with `greffier ledger`.")
        if len({one.good, other.good} - {NOT_SAID}) > 1 or one.quantity.unit != other.quantity.unit:
            units = " and ".join(f"{each.good} in {each.quantity.unit}" for each in (one, other))
            raise WrongUsage(f"These lines are of {units}.", "Join lines of one good, told in one unit.")
        return self._decide("join", one.tellings, other.tellings, why=why)

    def part(self, told: str, telling: str | None = None, why: str | None = None) -> Decision:
        """Say that a line of the ledger is two movements: what the page or the event `telling` tells is another one."""
        line = self._told_line(told)
        if len(line.tellings) < 2:
            raise WrongUsage("This line is told once; there is nothing to part.")
        out = [line.tellings[-1]] if telling is None and len(line.tellings) == 2 else self._tellings(line, telling)
        rest = [id for id in line.tellings if id not in out]
        if not rest:
            raise WrongUsage(f"All tellings of this line stand on {telling}.", "Name one of them by its id instead.")
        return self._decide("part", out, rest, why=why)

    def enter(
        self,
        amount: str,
        page: str,
        quote: str,
        *,
        origin: str | None = None,
        target: str | None = None,
        good: str | None = None,
        day: str | None = None,
        why: str | None = None,
    ) -> Decision:
        """Add a line to the ledger: so much (`12 kg of cocaine`) from one to another, in the words of a page."""
        if not origin and not target:
            raise WrongUsage("The line says neither from whom nor to whom.", "Say one of them at least.")
        quantity = _quantity(amount)
        citation = next((found for sheet in self.locate(page) if (found := find(quote, sheet))), None)
        if citation is None or citation.match == "fuzzy":
            raise WrongUsage(f"These words do not stand on {page}.", "Copy them as they stand on the page.")
        named = good_name(good) if good else good_of(quantity)
        ends = [self._holder(name) for name in (origin, target)]
        entered = Entered(named, quantity, citation, ends[0][0], ends[1][0], ends[0][1], ends[1][1], _day(day))
        return self._decide("enter", (citation.span.page,), why=why, entered=entered)

    def _told_line(self, told: str) -> Flow:
        """A line of the ledger that pages tell. Raises WrongUsage for one that was reckoned or entered."""
        line = self.flow(told)
        if not line.tellings:
            raise WrongUsage(f"This line is {line.status}; no tellings stand behind it.", "Choose one that is stated.")
        return line

    def _tellings(self, line: Flow, telling: str | None) -> list[str]:
        """The tellings of a line that are meant: the event with this id, or those that a page holds."""
        held = self.records.get_many(Event, line.tellings).values()
        pages = {one.id: {citation.span.page for citation in one.citations} for one in held}
        if telling is None:
            named = sorted({self._at(page) for on in pages.values() for page in on})
            raise WrongUsage("This line has more than two tellings.", f"Say on which page: {', '.join(named)}.")
        meant = {page.id for page in self.locate(telling)} if telling not in pages else set()
        found = [id for id, on in pages.items() if id == telling or meant & on]
        if not found:
            raise WrongUsage(f"No telling of this line stands on {telling}.", "See its pages with `greffier ledger`.")
        return found

    def _at(self, page: str) -> str:
        """A page as drafts cite it."""
        sheet = self.page(page)
        return sheet.folio or f"{self.source(sheet.source).path}#p{sheet.number}"

    def _holder(self, told: str | None) -> tuple[str | None, str | None]:
        """A holder as it was told, and its name key where the case knows the name."""
        if not told:
            return None, None
        try:
            entity = self.entity(told)
        except NotInCase:
            return told, None
        return entity.name, entity.keys[0]

    def confirm(self, told: str, why: str | None = None) -> Decision:
        """Keep a finding as good to use; or say that the lines of a site template are the site's, not its articles'.

        The clippings are then read again, as they are when such a confirmation is undone.
        """
        template = next((one for one in self.all(SiteTemplate) if one.id == told), None)
        if template is not None:
            return self._decide("confirm", (template.id,), template.lines, why=why)
        return self._decide("confirm", (self._get(Finding, told).id,), why=why)

    def dismiss(self, finding: str, why: str) -> Decision:
        """Set a finding aside, with the reason."""
        return self._decide("dismiss", (self._get(Finding, finding).id,), why=why)

    def decisions(self) -> list[Decision]:
        """Every decision taken, latest first, the undone ones too."""
        return sorted(self.all(Decision), key=lambda decision: (decision.at, decision.id), reverse=True)

    def undo(self, id: str | None = None) -> Decision:
        """Undo a decision, the latest one unless an id is given. Raises NotInCase where there is none.

        Lifting a protection must be meant: it needs the id, WrongUsage otherwise.
        """
        standing = [d for d in self.decisions() if not d.undone and id in (None, d.id)]
        if not standing:
            raise NotInCase("There is no decision to undo.", "See the decisions in the workbench.")
        if id is None and standing[0].verb == "protect":
            again = f"If that is meant: greffier undo {standing[0].id}."
            raise WrongUsage(f"The latest decision protects a person (published as {standing[0].publish_as}).", again)
        return self._store(replace(standing[0], undone=True), f"undo {standing[0].verb}")

    def _decide(
        self,
        verb: DecisionVerb,
        subject: Iterable[str],
        other: Iterable[str] = (),
        *,
        why: str | None = None,
        publish_as: str | None = None,
        entered: Entered | None = None,
    ) -> Decision:
        at = line.instant()
        subject, other = tuple(subject), tuple(other)
        count = self.records.count(Decision)
        id = digest("decision", verb, subject, other, at, count)
        return self._store(
            Decision(id, verb, subject, other, why, publish_as, self.settings.user, at, entered=entered), verb
        )

    def _store(self, decision: Decision, note: str) -> Decision:
        raise NotImplementedError


def _quantity(told: str) -> Quantity:
    """The one amount that these words tell. Raises WrongUsage for none, or several."""
    found = [one.quantity for one in steps.read_text(told) if isinstance(one, Mention) and one.quantity is not None]
    if len(found) != 1:
        raise WrongUsage(f"{told} is not one amount.", "Write it as a page would: 12 kg of cocaine, 8 000 euros.")
    return found[0]


def _day(told: str | None) -> Time | None:
    """A day or a month as a time."""
    if not told:
        return None
    try:
        if not _ISO.fullmatch(told):
            raise ValueError(told)
        year, month, *days = map(int, told.split("-"))
        first, last = (days[0], days[0]) if days else (1, monthrange(year, month)[1])
        return Time(told, date(year, month, first).isoformat(), date(year, month, last).isoformat())
    except ValueError:
        raise WrongUsage(f"{told} is no date.", "Write it as 2023-04-03, or 2023-04.") from None


def _parted(split: Decision, user: str) -> WrongUsage:
    """What stands against a merge: who said it, when and why, and what can be done."""
    names = [name_of(key) for key in (split.subject[0], *split.other[:1])]
    why = f" ({split.why})" if split.why else ""
    undo = f"Undo that first: greffier undo {split.id}."
    if split.by != user:
        undo = f"{undo[:-1]}; or keep your view beside it, with the names apart: --anyway."
    return WrongUsage(f"{split.by} said on {split.at[:10]} that {' and '.join(names)} are not one{why}.", undo)
