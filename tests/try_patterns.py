"""Tries every pattern of the package on hostile texts and prints those whose work grows faster than the text.

A program of its own, since patterns are caught as they are made: `python -m tests.try_patterns [MODULE…]`.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import sys
from collections.abc import Callable, Iterator
from time import perf_counter, process_time
from types import ModuleType
from typing import Any

from tests.hostile_texts import hostile, lengthened, repeats

Made = dict[tuple[Any, int], str]  # what a pattern says, its flags: where it is made

SHORT, LONG, LONGER = 300, 4_000, 16_000  # signs
WORTH_A_LOOK = 40e-6  # seconds over a short text, by the clock of the wall: that of the processor may tick every 4 ms
MATTERS = 0.1  # seconds over the longest text
GROWS = 9  # times the work for four times the text: 4 in proportion, 16 by the square
ENDLESS = 2.0  # seconds after which nobody waits any longer
_CALLED = r"re\.(?:compile|subn?|search|match|fullmatch|split|findall|finditer)"
_ANY_TEXT = ("greffier.intake", "greffier.asking.quer", "greffier.asking.questions", "greffier.writing.draft")


def made_while_importing() -> tuple[Made, list[ModuleType]]:
    """Import the whole package; return every pattern made on the way or when a list is first asked for."""
    made: Made = {}
    make = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: int) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = make(pattern, flags)
        maker = sys._getframe(2)
        if str(maker.f_globals.get("__name__", "")).startswith("greffier"):
            made.setdefault((compiled.pattern, compiled.flags), f"{maker.f_globals['__name__']}:{maker.f_lineno}")
        return compiled

    re._compile = watched  # type: ignore[attr-defined]
    package = importlib.import_module("greffier")
    names = [found.name for found in pkgutil.walk_packages(package.__path__, "greffier.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    for kept in (one for module in modules for one in vars(module).values() if hasattr(one, "cache_info")):
        if kept.__module__.startswith("greffier") and not inspect.signature(kept).parameters:
            kept()
    importlib.import_module("greffier.reading.read").load_readers()
    re._compile = make  # type: ignore[attr-defined]
    return made, modules


def written_inside(modules: list[ModuleType]) -> Iterator[tuple[tuple[Any, int], str]]:
    """The patterns that functions hand to `re` in place, where they do not depend on what is local."""
    for module in modules:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if not isinstance(node, ast.Call) or not re.fullmatch(_CALLED, ast.unparse(node.func)):
                continue
            try:
                told = eval(compile(ast.Expression(node.args[0]), "pattern", "eval"), vars(module))
            except NameError:
                continue
            pattern = re.compile(told)
            yield (pattern.pattern, pattern.flags), f"{module.__name__}:{node.lineno}"


def seconds(pattern: re.Pattern[Any], text: str, clock: Callable[[], float] = process_time) -> float:
    """How long the processor looks for a pattern all over a text; infinity where it does not end."""
    searched = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    signal.setitimer(signal.ITIMER_PROF, ENDLESS)
    begun = clock()
    try:
        for _ in pattern.finditer(searched):
            pass
        return clock() - begun
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def worst(pattern: re.Pattern[Any], frozen: bool) -> tuple[str, int] | None:
    """The unit that takes a pattern longest, and which of its texts, where that is worth a look."""
    freeze = importlib.import_module("greffier.text").freeze if frozen else str
    found: list[tuple[float, str, int]] = []
    for unit in hostile(pattern):
        if found and max(found)[0] > MATTERS:
            break
        for which, text in enumerate(lengthened(unit, SHORT)):
            looked = freeze(text)
            took = seconds(pattern, looked, perf_counter)
            if took > WORTH_A_LOOK:
                found.append((min(took, seconds(pattern, looked, perf_counter)), unit, which))
    took, unit, which = max(found, default=(0.0, "", 0))
    return (unit, which) if took > WORTH_A_LOOK else None


def is_slow(pattern: re.Pattern[Any], unit: str, which: int, frozen: bool) -> bool:
    """Whether the work grows by the square of the text or worse; measured again while in doubt."""
    freeze = importlib.import_module("greffier.text").freeze if frozen else str
    long, longer = (freeze(list(lengthened(unit, size))[which]) for size in (LONG, LONGER))
    for _ in range(4):
        little, much = seconds(pattern, long), seconds(pattern, longer)
        if much < MATTERS or much < GROWS * little:
            return False
    return True


def main() -> None:
    signal.signal(signal.SIGPROF, lambda *_: (_ for _ in ()).throw(TimeoutError()))
    made, modules = made_while_importing()
    for key, where in written_inside(modules):
        made.setdefault(key, where)
    print(len(made))
    for (told, flags), where in sorted(made.items(), key=lambda item: item[1]):
        if not where.startswith(tuple(sys.argv[1:]) or "greffier"):
            continue
        pattern = re.compile(told, flags)
        if not repeats(pattern):
            continue
        frozen = not where.startswith(_ANY_TEXT)
        found = worst(pattern, frozen)
        if found and is_slow(pattern, *found, frozen):
            print(f"{where} on {found[0]!r}: {told!r}")


if __name__ == "__main__":
    main()
