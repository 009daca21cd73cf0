"""Small cases from marked text, as rule packs write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.assembling.example import dossier
from greffier.records import Dossier


@pytest.fixture
def case() -> Callable[..., Dossier]:
    def build(*documents: dict[str, Any]) -> Dossier:
        return dossier(documents)

    return build
