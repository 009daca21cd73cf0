"""Who acts for the authorities in a story: by the rank before the name, by what he does to somebody else.

« L'agent X arrête Y. Il dit », `Teller X asked where it came from. He answered`: not he who arrests or asks, but whom
he deals with, is « il ».
"""

from __future__ import annotations

import re

_RANK = re.compile(
    r"(?<![\w'-])(?:(?:det(?:ective)?\.?\s+)?(?:pc|wpc|ip|ci|hc|apc|dc|ds|di|dci|dsp|asp|acp|ps|si|asi|sgt|sergeant|sergente?|constable|cst|cpl|corporal|officer|trooper|deputy"
    r"|gardai?|gda|d/(?:garda|gda|sgt|insp)|det(?:ective)?|insp(?:ector)?|supt|superintendent|capitaine|cne|lieutenant|lt|brigadier(?:-chef|\s+chef)?|major"
    r"|adjudant(?:-chef)?|adj|gendarme|gpx|gardien\s+de\s+la\s+paix|commissaire|inspecteur|inspectrice|enquet(?:eur|rice)|opj|apj|mdl|marechal\s+des\s+logis(?:[\s-]chef)?"
    r"|agente?|special\s+agent|teller|caissiere?|guichetiere?))\.?\s+$"
)
_DEALS = re.compile(
    r"(?:,[^,.;\n]{1,40},)?\s+(?:(?:then|also|lui|l'|le|la|a|has|had|ensuite)\s+|l'(?:a\s+)?){0,2}"
    r"(?:asked?s?|demand\w+|interrog\w+|wanted\s+to\s+know|questioned|arrest(?:ed|s)?|detain(?:ed|s)?|stopp?(?:ed|s)|search(?:ed|es)|caution(?:ed|s)|handcuff(?:ed|s)"
    r"|interview(?:ed|s)|approach(?:ed|es)|confront(?:ed|s)|served|rang|phoned|called|arret\w{1,5}|interpell\w{1,4}|menott\w{1,4}|fouill\w{1,4}|controle\w{0,3}"
    r"|questionn\w{1,4}|apprehend\w{0,4}|maitris\w{1,4}|notifi\w{1,4}|auditionn\w{1,4}|convoqu\w{1,4}|contact\w{0,4})\b"
)
_IN_BRACKETS = re.compile(r"\([^()\n]{0,90}$")


def is_officer(flat: str, start: int) -> bool:
    """Whether a rank of the police, or a trade that asks people, stands right before the name at `start`."""
    return _RANK.search(flat, max(0, start - 40), start) is not None


def deals_with_another(flat: str, end: int) -> bool:
    """Whether who is named up to `end` asks, arrests or searches somebody."""
    return _DEALS.match(flat, end) is not None


def in_brackets(flat: str, start: int) -> bool:
    """« (commissaire X, inspecteur Y) »: told beside the story."""
    return _IN_BRACKETS.search(flat, max(0, start - 100), start) is not None
