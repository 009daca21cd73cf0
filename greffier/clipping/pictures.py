"""Credit lines and captions: what stands under a picture that the capture itself does not hold."""

from __future__ import annotations

import re

from greffier.clipping.wording import AGENCIES, IMAGE_CREDIT

_CUE = rf"(?i:{'|'.join(f'(?:{cue})' for cue in IMAGE_CREDIT.values())}|(?:©|\(c\)) ?)"
_SITE = r"[\w.-]+\.(?:fr|com|org|net|eu|be|ch|de|co\.uk|uk|info|news|press|ca)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'-]{0,40}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'-]{0,40}){0,4}"
_NAMED = rf"(?:{_CAPITALS}|[A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){{0,4}})"
_CREDIT = re.compile(
    rf"(?P<credit>{_CUE}"
    rf"(?:(?i:le |la |les |the )?[A-ZÀ-Þ«][\w.'&»-]*(?: ?[/,&+|-] ?| (?:via|de|du|la|le|for|pour|and|et|of) |"
    rf" )?){{1,8}}(?<! ))"
)
_SITE_THEN_NAME = re.compile(
    rf"(?P<credit>{_CUE}(?:[\w'&-]+ ){{0,6}}{_SITE}) ?(?P<creator>{_CAPITALS}(?: ?/ ?{_CAPITALS})?)?"
)
_SLASHED = re.compile(
    rf"(?P<creator>{_CAPITALS}) ?/ ?(?P<credit>(?:{AGENCIES})(?: ?(?:/|via|VIA) ?(?:{AGENCIES}))*|« ?[^»]{{2,40}} ?»|"
    rf"\"[^\"]{{2,40}}\")"
)
_MADE_FOR = re.compile(rf"(?P<creator>{_CAPITALS}) (?:FOR|POUR|for|pour|via|VIA) [«\"“A-ZÀ-Þ][\w «»\"“”'.-]{{1,50}}")
_CAPTION = re.compile(
    rf"\A(?P<caption>.{{15,500}}?[.!?»\")]) ?(?P<credit>(?:\(?(?:©|(?i:photo|crédit|credit|image|"
    rf"illustration)\b)[^.]{{2,70}}\)?)|"
    rf"{_CAPITALS} ?/ ?(?:{AGENCIES}|{_CAPITALS})(?: ?(?:/|via|VIA) ?[\w ]{{2,30}})?|{_CAPITALS} (?:FOR|"
    rf"POUR) .{{2,40}})"
)


def label(told: str) -> str | None:
    """What a whole chunk (`plain`) is, of what stands under pictures; None where it is something else."""
    if len(told) > 600:
        return None
    if _SLASHED.fullmatch(told) or _MADE_FOR.fullmatch(told):
        return "image_creator"
    if credit(told) is not None:
        return "image_credit"
    return "caption" if _CAPTION.fullmatch(told) else None


def credit(told: str) -> tuple[int, int] | None:
    """Where the credit of a credit line ends and its creator begins; both at the end where it names no creator."""
    if len(told) > 120 or told.endswith((".", "!", "?")):
        return None
    if site := _SITE_THEN_NAME.fullmatch(told):
        return site.end("credit"), site.start("creator") if site["creator"] else len(told)
    return (len(told), len(told)) if _CREDIT.fullmatch(told) else None


def parted(told: str) -> tuple[int, int] | None:
    """Where the sentence of a caption ends and its credit begins."""
    match = _CAPTION.fullmatch(told)
    return (match.end("caption"), match.start("credit")) if match else None


def creator(told: str) -> str:
    """The name of who made a picture, without the house it was made for."""
    match = _SLASHED.fullmatch(told) or _MADE_FOR.fullmatch(told)
    return match["creator"] if match else told
