"""The command line: one command for each Case verb. It parses and prints, and decides nothing."""

from __future__ import annotations

import sys
import traceback

import click

from greffier import terminal
from greffier.cli import adding, asking, deciding, known, loose, rules, showing, views, writing
from greffier.cli.command import greffier
from greffier.errors import GreffierError, OutsideFailed

__all__ = ["adding", "asking", "deciding", "greffier", "known", "loose", "main", "rules", "showing", "views", "writing"]


def main() -> None:
    """Run the command; one line on standard error says what went wrong and what to do next."""
    debug = "--debug" in sys.argv
    try:
        code = greffier.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain("Stopped. Finished work is kept; run the same command to go on.")
        code = 130
    except BrokenPipeError:
        code = 0
    except GreffierError as error:
        _complain(f"{error} {error.next}", error if debug else None)
        code = error.exit_code
    except OSError as error:
        _complain(f"{error.strerror or error}. {OutsideFailed.next}", error if debug else None)
        code = OutsideFailed.exit_code
    sys.exit(code if isinstance(code, int) else 0)


def _complain(line: str, error: BaseException | None = None) -> None:
    if error is not None:
        traceback.print_exception(error)
    terminal.messages.print(f"greffier: {terminal.shown(' '.join(line.split()))}")
