"""Mentions, links and decisions in; entities and judgements out: who is who, and why we think so.

The order of the passes is the thin line of this product: what people decided; the same name written another way, or
with a pet name; a name that leaves parts out, where only one bearer can be meant; what a page says in so many words. A
doubt joins nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from greffier.records import Decision, Entity, Judgement, Link, Mention
from greffier.resolving.cluster import Clusters
from greffier.resolving.deciding import apply, of_pieces, protected_keys
from greffier.resolving.entity import entities
from greffier.resolving.familiar import familiar_names
from greffier.resolving.gather import gather
from greffier.resolving.judge import births_apart, together
from greffier.resolving.lines import same_lines
from greffier.resolving.passes import same_names, short_names, told_names
from greffier.resolving.scopes import part, piece_names
from greffier.resolving.work import Work


def resolve(
    mentions: Sequence[Mention],
    links: Sequence[Link],
    decisions: Sequence[Decision],
    places: Mapping[str, int] | None = None,
) -> tuple[list[Entity], list[Judgement]]:
    """Return the entities of a case and the judgements they stand on; the same for any order of the input.

    Decisions that were undone are ignored; those that stand always win over the machine. `places` says the how manieth
    page of its piece each page is.
    """
    names, key_of = gather(mentions, links)
    standing = sorted((one for one in decisions if not one.undone), key=lambda one: (one.at, one.id))
    clusters = Clusters(names)
    alone, decided = apply(standing, clusters)
    named = [mention for mention in mentions if mention.id in key_of]
    for left, right in together(named, key_of):
        clusters.separate(left, right)
    clusters.separate_where(lambda left, right: births_apart(names[left], names[right]))
    work = Work(
        names, clusters, key_of, tuple(sorted(links, key=lambda link: link.id)), alone, protected_keys(standing)
    )
    judged = [*same_lines(work), *same_names(work), *familiar_names(work)]
    decided_on = frozenset(key for one in standing for key in (*one.subject, *one.other))
    scopes = part(work, mentions, decided_on, places or {})
    if scopes:
        for left, right in together(named, key_of):
            clusters.separate(left, right)
    more, again = apply([one for one in standing if of_pieces(one)], clusters, last=True)
    work.alone |= more
    judged += [*piece_names(work, scopes), *short_names(work), *told_names(work)]
    by_pair = {(one.left, one.right): one for one in [*judged, *decided, *again]}
    return entities(work, standing), sorted(by_pair.values(), key=lambda one: one.id)
