"""A language model behind an endpoint that speaks as OpenAI's does: the one place from which Greffier asks anybody.

The endpoint must be on this machine (loopback) unless a person has said in the environment that it may be elsewhere.
No redirection is followed, and answers are bounded in length and time.
"""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from greffier.errors import OutsideFailed, WrongUsage

SECONDS = 120  # for one answer
MOST = 4 << 20  # bytes of one answer


class Endpoint:
    """`URL#MODEL`, such as `http://127.0.0.1:11434/v1#mistral`; `anywhere` allows one that is not on this machine."""

    def __init__(self, told: str, anywhere: bool = False) -> None:
        url, _, self.name = told.partition("#")
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or not self.name:
            raise WrongUsage(f"{told!r} is no endpoint.", "Write http://127.0.0.1:PORT/v1#MODEL.")
        if not anywhere and not _is_here(parts.hostname):
            message = f"The model at {parts.hostname} is not on this machine: pages of the case would leave it."
            raise WrongUsage(message, "If that is meant, set GREFFIER_MODEL_ANYWHERE=yes in the environment.")
        self._host, self._port, self._secure = parts.hostname, parts.port, parts.scheme == "https"
        self._path = f"{parts.path.rstrip('/')}/chat/completions"

    def answer(self, prompt: str) -> str:
        """What the model writes. OutsideFailed where it does not answer, or not in the form of the protocol."""
        asked = {
            "model": self.name,
            "messages": [{"role": "user", "content": prompt}],
            "temperature": 0,
            "seed": 0,
            "stream": False,
        }
        connection = (HTTPSConnection if self._secure else HTTPConnection)(self._host, self._port, timeout=SECONDS)
        try:
            connection.request("POST", self._path, json.dumps(asked), {"Content-Type": "application/json"})
            response = connection.getresponse()
            untrusted = response.read(MOST + 1)
        except (OSError, HTTPException) as error:
            raise OutsideFailed(f"The model at {self._host} does not answer: {error}.") from error
        finally:
            connection.close()
        if response.status != 200 or len(untrusted) > MOST:
            raise OutsideFailed(
                f"The model at {self._host} answered with code {response.status}, {len(untrusted)} bytes."
            )
        return self._content(untrusted)

    def _content(self, untrusted: bytes) -> str:
        try:
            told: Any = json.loads(untrusted)
            return str(told["choices"][0]["message"]["content"])
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise OutsideFailed(f"The model at {self._host} answers in no form that is known.") from error


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
