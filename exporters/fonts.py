"""The bundled fonts: Liberation Serif, which measures exactly as Times New Roman."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

import resources
from exporters import nd30

_REGISTERING = Lock()
"""A font registered twice, by the preview's thread and by that of the files, would be two fonts of one name."""
_NAMES = {
    (False, False): "Serif",
    (True, False): "SerifBold",
    (False, True): "SerifItalic",
    (True, True): "SerifBoldItalic",
}


def font_name(bold: bool = False, italic: bool = False) -> str:
    """Return the name under which reportlab knows a style, registering its font at the first call."""
    _font(bold, italic)
    return _NAMES[bold, italic]


@lru_cache(maxsize=len(_NAMES))
def char_widths(bold: bool = False, italic: bool = False) -> Mapping[int, float]:
    """Return the width of every character that the font holds, in thousandths of the size."""
    widths: Mapping[int, float] = _font(bold, italic).face.charWidths
    return widths


def _font(bold: bool, italic: bool) -> TTFont:
    with _REGISTERING:
        return _registered(bold, italic)


@lru_cache(maxsize=len(_NAMES))
def _registered(bold: bool, italic: bool) -> TTFont:
    file = resources.path(nd30.FONT_FILES[bold, italic])
    # One subset of 255 characters holds all of Vietnamese; with readable ASCII half of it would be taken already.
    font = TTFont(_NAMES[bold, italic], str(file), asciiReadable=0)
    registerFont(font)
    return font
