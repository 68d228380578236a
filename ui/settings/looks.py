"""How the window looks, remembered on this computer: theme and scale; read before the first paint."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from PySide6.QtCore import QSettings, QSize

THEME, SCALE = "look/theme", "look/scale"
SCALES = (100, 125, 150, 175, 200)
"""In percent of what the computer itself sets; 100 is the computer's own."""
SMALLEST = QSize(820, 440)
"""Below this many logical pixels the pages have no room."""
QT_SCALE = "QT_SCALE_FACTOR"


def scale_of(settings: QSettings) -> int:
    """Return the chosen scale."""
    text = str(settings.value(SCALE) or "")
    return int(text) if text.isdecimal() and int(text) in SCALES else SCALES[0]


def apply_scale(settings: QSettings, environment: MutableMapping[str, str] = os.environ) -> None:
    """Hand the chosen scale to Qt, which reads it when the app is made; one set by hand stands."""
    scale = scale_of(settings)
    if scale != SCALES[0]:
        environment.setdefault(QT_SCALE, str(scale / 100))


def scales_that_fit(screen: QSize, present: int) -> tuple[int, ...]:
    """Return the scales at which the window still fits on a screen that has this size at the present scale."""
    whole = QSize(screen.width() * present // 100, screen.height() * present // 100)
    fitting = [
        scale
        for scale in SCALES
        if whole.width() * 100 // scale >= SMALLEST.width() and whole.height() * 100 // scale >= SMALLEST.height()
    ]
    return tuple(sorted({SCALES[0], present, *fitting}))


def scale_words(scale: int) -> str:
    """Return how a scale is called."""
    return "Theo máy (100 %)" if scale == SCALES[0] else f"{scale} %"
