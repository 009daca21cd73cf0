"""Every error knows its exit code and what to do next, survives a process boundary, and has one of the told codes."""

import pickle

import pytest

from greffier import errors

TREE = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.GreffierError)]


@pytest.mark.parametrize("kind", TREE)
def test_error(kind: type[errors.GreffierError]) -> None:
    error = pickle.loads(pickle.dumps(kind("The box is empty.", "Fill it.")))
    assert type(error) is kind
    assert (str(error), error.next) == ("The box is empty.", "Fill it.")
    assert kind.exit_code in range(1, 6)
    assert 400 <= kind.http_status < 600
    assert kind.next.endswith(".")
