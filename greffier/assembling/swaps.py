"""Numbers that are one but for two neighbouring digits: what a hand that copies a number exchanges."""

from __future__ import annotations


def swapped(left: str, right: str) -> bool:
    """Whether two strings are the same but for two neighbouring digits that changed places."""
    if len(left) != len(right):
        return False
    apart = [at for at, (one, two) in enumerate(zip(left, right, strict=True)) if one != two]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = left[apart[0] : apart[1] + 1], right[apart[0] : apart[1] + 1]
    return first.isdigit() and first == second[::-1]
