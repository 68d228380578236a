"""Cyclic garbage is collected on the window's thread only.

Python collects wherever it happens to allocate. A Qt object that dies that way on another thread takes the whole
program down, so while there are other threads the automatic collection is off and a timer of the window's thread
does it.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000


class Collector(QObject):
    """Collects for one thread beside the window's, as long as that runs."""

    _running: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Collector._running += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Give the collection back to Python after the last thread has ended."""
        self._timer.stop()
        Collector._running -= 1
        if not Collector._running:
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        counts, most = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(len(counts)) if counts[generation] > most[generation]]
        if due:
            gc.collect(max(due))
