"""What `import greffier` offers is what is listed, and each of it is explained."""

import inspect

import pytest

import greffier


def test_the_list_is_sorted_and_complete() -> None:
    assert greffier.__all__ == sorted(greffier.__all__)
    for name in greffier.__all__:
        assert hasattr(greffier, name)


@pytest.mark.parametrize("name", greffier.__all__)
def test_every_public_name_is_explained(name: str) -> None:
    told = getattr(greffier, name)
    assert inspect.getdoc(told)
    if inspect.isclass(told):
        for attribute, member in vars(told).items():
            if inspect.isfunction(member) and not attribute.startswith("_"):
                assert inspect.getdoc(member), f"{name}.{attribute} has no docstring"
