"""Cells of a page that hold something, in groups that hang together: letters, stamps, dust."""

from __future__ import annotations

from PIL import Image

Cells = set[tuple[int, int]]


def cells(mask: Image.Image, level: float, left: int = 0, top: int = 0) -> Cells:
    """Return the places (x, y) of a grey mask that reach this level, the edges of so many cells left out."""
    inside = mask.crop((left, top, mask.width - left, mask.height - top))
    filled = [at for at, value in enumerate(inside.tobytes()) if value >= level]
    return {(at % inside.width + left, at // inside.width + top) for at in filled}


def groups(held: Cells) -> list[Cells]:
    """Return the cells in groups that touch, corners included; in the order of their first cells, row by row."""
    left, found = set(held), []
    for start in sorted(held, key=lambda cell: (cell[1], cell[0])):
        if start not in left:
            continue
        group, edge = set(), [start]
        left.discard(start)
        while edge:
            x, y = edge.pop()
            group.add((x, y))
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            edge += near
        found.append(group)
    return found


def bounds(group: Cells) -> tuple[int, int, int, int]:
    """Return the box of a group: left, top, right, bottom; the last two just outside."""
    across, down = [x for x, _ in group], [y for _, y in group]
    return min(across), min(down), max(across) + 1, max(down) + 1
