"""Uneven light taken out of a scan: the shadow of a bound volume, a lamp on one side, a photograph's dark corners."""

from __future__ import annotations

from typing import Any, cast

from PIL import Image, ImageFilter, ImageMath

SHRUNK = 8  # the paper changes slowly: it is looked at in squares of so many pixels
REACH = 7  # squares: the lightest around is the paper
UNEVEN = 0.75  # of the light of the lightest paper: darker paper than this means that the light is uneven
DARKEST = 40  # grey of the paper below which nothing can be brought back


def evened(grey: Image.Image) -> Image.Image:
    """Return the page as under even light: every pixel as a share of the paper around it; itself where it is even."""
    paper = grey.reduce(SHRUNK).filter(ImageFilter.MaxFilter(REACH)).filter(ImageFilter.BoxBlur(REACH))
    if not _uneven(paper):
        return grey
    light = paper.resize(grey.size, Image.Resampling.BILINEAR)
    return cast(Image.Image, ImageMath.lambda_eval(_share, grey=grey, light=light))


def _share(of: dict[str, Any]) -> Any:
    return of["convert"](of["min"](of["grey"] * 255 / of["max"](of["light"], DARKEST), 255), "L")


def _uneven(paper: Image.Image) -> bool:
    """Whether a good part of the page lies in the shadow."""
    counts = paper.histogram()
    return _level(counts, 0.10) < UNEVEN * _level(counts, 0.95)


def _level(counts: list[int], share: float) -> int:
    """The grey below which this share of the pixels lies."""
    wanted, seen = share * sum(counts), 0
    for grey, count in enumerate(counts):
        seen += count
        if seen >= wanted:
            return grey
    return len(counts) - 1
