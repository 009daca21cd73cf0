"""Why something was found, in one sentence of French and one of English."""

from __future__ import annotations

from greffier.records import Trace

_WORDS = {
    "en": {
        "by": "found by {reader}@{version}",
        "rule": "rule {rule}",
        "no rule": "no rule was seen at work: what others found was put together",
        "as": "read as {read_as}",
        "act": "counted from the date of the text",
        "from": "counted from “{anchor}”{value}",
        "sure": "sureness {sure}",
    },
    "fr": {
        "by": "trouvé par {reader}@{version}",
        "rule": "règle {rule}",
        "no rule": "aucune règle vue à l’œuvre : ce que d’autres ont trouvé a été réuni",
        "as": "lu comme {read_as}",
        "act": "compté depuis la date du texte",
        "from": "compté depuis « {anchor} »{value}",
        "sure": "sûreté {sure}",
    },
}


def why(trace: Trace) -> dict[str, str]:
    """`{"en", "fr"}`; what a rule says of itself stays in English, since it is the documentation of the code."""
    return {language: "; ".join(_parts(trace, words)) for language, words in _WORDS.items()}


def _parts(trace: Trace, words: dict[str, str]) -> list[str]:
    parts = [words["by"].format(reader=trace.reader, version=trace.version)]
    rule = words["rule"].format(rule=trace.rule) if trace.rule else words["no rule"]
    parts.append(f"{rule} ({trace.says.rstrip('.')})" if trace.says else rule)
    if trace.read_as:
        parts.append(words["as"].format(read_as=trace.read_as))
    if trace.anchor == "act":
        parts.append(words["act"])
    elif trace.anchor:
        value = f" ({trace.anchor_value})" if trace.anchor_value else ""
        parts.append(words["from"].format(anchor=" ".join(trace.anchor.split()), value=value))
    if trace.confidence is not None:
        parts.append(words["sure"].format(sure=f"{trace.confidence:.2f}"))
    return parts
