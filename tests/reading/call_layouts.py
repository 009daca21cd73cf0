"""A small seeded maker of call records: the same calls under many heads, orders, date formats and languages."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

FRENCH = {
    "caller": ["Appelant", "N° appelant", "NUMERO APPELANT", "Numéro de l'appelant", "Abonné appelant"],
    "called": ["Appelé", "N° appelé", "NUMERO APPELE", "Numéro appelé", "Destinataire"],
    "start": ["Date et heure", "Début", "Horodatage", "Date/heure de début", "DATE HEURE"],
    "day": ["Date", "DATE APPEL", "Jour", "Date de l'appel"],
    "clock": ["Heure", "HEURE", "Heure d'appel", "Heure début"],
    "seconds": ["Durée", "DUREE (s)", "Durée en secondes", "Durée de l'appel"],
    "kind": ["Type", "Nature", "Type de communication"],
    "imei": ["IMEI", "N° IMEI", "IMEI appelant"],
    "imsi": ["IMSI", "IMSI abonné"],
    "cell": ["Cellule", "Cell ID", "CI", "Cellule de début", "Relais"],
}
ENGLISH = {
    "caller": ["Caller", "Calling number", "A-Number", "From", "Originating Number"],
    "called": ["Called", "Called number", "B-Number", "To", "Terminating Number"],
    "start": ["Start", "Date and time", "Timestamp", "Start Date/Time", "Call Date Time"],
    "day": ["Date", "Call Date", "Day"],
    "clock": ["Time", "Call Time", "Start Time"],
    "seconds": ["Duration", "Duration (sec)", "Call Duration", "Elapsed"],
    "kind": ["Type", "Call Type", "Service"],
    "imei": ["IMEI", "Handset IMEI"],
    "imsi": ["IMSI"],
    "cell": ["Cell ID", "First Cell", "Site", "Start Cell"],
}
DAYS = ["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%y", "%Y%m%d", "%d/%m/%y", "%m/%d/%Y"]
CLOCKS = ["%H:%M:%S", "%Hh%M", "%H:%M", "%I:%M:%S %p"]


@dataclass(frozen=True)
class Told:
    caller: str
    called: str
    start: datetime
    seconds: int
    kind: str
    imei: str
    imsi: str
    cell: str


def calls(chance: random.Random, count: int) -> list[Told]:
    numbers = [f"63998{chance.randrange(10_000):04}" for _ in range(4)]
    at, made = datetime(2021, 9, 3, 8, 0), []
    for _ in range(count):
        at += timedelta(minutes=chance.randrange(20, 3_000), seconds=chance.randrange(60))
        caller, called = chance.sample(numbers, 2)
        made.append(
            Told(caller, called, at, chance.randrange(1, 4_000), chance.choice(("voice", "sms")),
                 chance.choice(("490154203237518", "356938035643809")), f"20801{chance.randrange(10**10):010}",
                 f"20801-{chance.randrange(16**4):04X}-{chance.randrange(16**4):04X}")
        )  # fmt: skip
    return made


def number(digits: str, form: int) -> str:
    pairs = " ".join([f"0{digits[0]}", *(digits[at : at + 2] for at in range(1, 9, 2))])
    return [f"0{digits}", pairs, f"+33{digits}", f"33{digits}", f"0033{digits}", pairs.replace(" ", ".")][form]


def lasted(seconds: int, form: int) -> str:
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return [str(seconds), clock, f"{seconds // 60} min {seconds % 60} s", f"{seconds} s"][form]


def layout(seed: int) -> tuple[str, list[Told], bool]:
    """A table, the calls that it tells, and whether its hours have seconds."""
    chance = random.Random(seed)
    french = chance.random() < 0.6
    words = FRENCH if french else ENGLISH
    told = calls(chance, 12)
    columns = ["caller", "called", *chance.choice((["start"], ["day", "clock"])), "seconds"]
    columns += [name for name in ("kind", "imei", "imsi", "cell") if chance.random() < 0.7]
    chance.shuffle(columns)
    day = chance.choice(DAYS[:-1] if french else DAYS)
    clock = chance.choice(CLOCKS[:3] if french else CLOCKS)
    figure, length = chance.randrange(6), chance.randrange(4)
    kinds = {"voice": "Voix", "sms": "SMS"} if french else {"voice": "Voice call", "sms": "SMS"}

    def cell(name: str, call: Told) -> str:
        return {
            "caller": number(call.caller, figure),
            "called": number(call.called, figure),
            "start": call.start.strftime(f"{day} {clock}"),
            "day": call.start.strftime(day),
            "clock": call.start.strftime(clock),
            "seconds": lasted(call.seconds, length),
            "kind": kinds[call.kind],
            "imei": call.imei,
            "imsi": call.imsi,
            "cell": call.cell,
        }[name]

    head = [chance.choice(words[name]) for name in columns]
    head = [name.upper() if seed % 3 == 0 else name for name in head]
    rows = [head, *([cell(name, call) for name in columns] for call in told)]
    preamble = ["Réquisition du 1er septembre 2021", "Opérateur : Alizé Mobile"] if seed % 2 else []
    return "\n".join([*preamble, *(" | ".join(row) for row in rows)]), told, "%S" in clock
