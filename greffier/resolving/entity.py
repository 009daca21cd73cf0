"""Clusters of names become entities: the best name first, every name with its kind and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from greffier.records import Citation, Decision, Entity, Link, NameForm, NameKind, digest
from greffier.resolving.gather import Named
from greffier.resolving.work import Work

_KINDS: dict[str, NameKind] = {
    "alias": "alias",
    "nickname": "nickname",
    "acronym": "acronym",
    "former": "former",
    "changed": "changed",
}


def entities(work: Work, standing: Sequence[Decision]) -> list[Entity]:
    """Return one entity for each cluster, sorted by id. `standing` are the decisions that hold, in order of time."""
    kinds = _told_kinds(work.links, work.key_of)
    published = {key: one.publish_as for one in standing if one.verb == "protect" for key in one.subject}
    return sorted((_entity(keys, work, kinds, published) for keys in work.clusters.all()), key=lambda one: one.id)


def _told_kinds(links: Sequence[Link], key_of: dict[str, str]) -> dict[str, NameKind]:
    """Return what kind of name links say that a key is; the first kind in the order of `_KINDS` reversed holds."""
    told: dict[str, NameKind] = {}
    for kind in _KINDS:
        for link in links:
            if link.type != kind or link.right not in key_of:
                continue
            alone = kind == "changed"  # a changed name has no other beside it
            if alone or key_of.get(link.left) != key_of[link.right]:
                told[key_of[link.right]] = _KINDS[kind]
    return told


def _entity(keys: list[str], work: Work, kinds: dict[str, NameKind], published: dict[str, str | None]) -> Entity:
    names = [work.names[key] for key in keys]
    ranked = sorted(names, key=lambda named: _worst(named, _kind(named.key, work, kinds)))
    forms = _without_repeats(_form(named, _kind(named.key, work, kinds)) for named in ranked)
    mentions = tuple(sorted(mention.id for named in names for mention in named.mentions))
    protecting = [key for key in keys if key in published]
    masks = [form.value for form in forms if form.kind == "changed"]  # who was given one is protected from then on
    return Entity(
        id=digest("entity", keys[0]),
        kind=names[0].kind,
        name=forms[0].value,
        names=tuple(forms),
        roles=_roles(names),
        mentions=mentions,
        keys=tuple(keys),
        pages=len({mention.span.page for named in names for mention in named.mentions}),
        protected=bool(protecting or masks),
        publish_as=next((published[key] for key in protecting if published[key]), masks[0] if masks else None),
    )


def _without_repeats(forms: Iterable[NameForm]) -> list[NameForm]:
    """A short name has a key in each piece: written and meant alike, it is one form, cited wherever it stands."""
    found: dict[tuple[str, str], NameForm] = {}
    for form in forms:
        same = found.get((form.value, form.kind))
        found[form.value, form.kind] = replace(same, citations=same.citations + form.citations) if same else form
    return list(found.values())


def _kind(key: str, work: Work, kinds: dict[str, NameKind]) -> NameKind:
    if key in kinds:
        return kinds[key]
    return "ocr_variant" if key in work.variants else "legal"


def _form(named: Named, kind: NameKind) -> NameForm:
    """Return the name as most often written, cited once on each page."""
    counted = Counter(named.surfaces)
    value = min(counted, key=lambda surface: (-counted[surface], surface))
    first: dict[str, Citation] = {}
    for mention in sorted(named.mentions, key=lambda one: (one.span.page, one.span.start)):
        first.setdefault(mention.span.page, Citation(mention.span))
    return NameForm(value, kind, tuple(first.values()))


def _worst(named: Named, kind: NameKind) -> tuple[bool, bool, int, str]:
    """Sort names best first: true names before others, full before short, frequent before rare."""
    full = named.kind != "person" or (named.person.full and not named.person.initials)
    return kind != "legal", not full, -len(named.mentions), named.key


def _roles(names: list[Named]) -> tuple[str, ...]:
    """Return the roles as told, the most frequent first."""
    counted: Counter[str] = Counter()
    for named in names:
        for (_, role), times in named.roles.items():
            counted[role] += times
    return tuple(sorted(counted, key=lambda role: (-counted[role], role)))
