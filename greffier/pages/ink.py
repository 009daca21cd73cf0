"""What is ink on a page: darker than the paper around it, whatever the light, the colour of the paper, its edges."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

AT = 100  # dots an inch of the picture of the ink: thin strokes of faint print are still there


def ink(grey: Image.Image, dpi: float) -> Image.Image:
    """Return the ink of a grey page scanned at `dpi`, at `AT` dots an inch: how many levels it is below its paper."""
    size = (max(1, round(grey.width * AT / dpi)), max(1, round(grey.height * AT / dpi)))
    small = grey.resize(size, Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.BoxBlur(5))
    return ImageChops.subtract(paper, small)
