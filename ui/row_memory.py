"""What a page of rows remembers: widths of columns, filters, order, view, and whether the details are shown."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSettings

from ui.models.arranging import Sorting


class RowMemory:
    """The part of the window's settings that belongs to one page; what cannot be read is as good as nothing."""

    def __init__(self, settings: QSettings, page: str) -> None:
        self._settings, self._page = settings, page

    def text(self, name: str) -> str:
        """Return what is remembered under a name, empty where nothing is."""
        return str(self._settings.value(f"{self._page}/{name}") or "")

    def keep(self, name: str, text: str) -> None:
        """Remember something under a name."""
        self._settings.setValue(f"{self._page}/{name}", text)

    def widths(self) -> dict[str, int]:
        """Return the widths of columns that were set by hand."""
        try:
            found = json.loads(self.text("widths") or "{}")
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(name): width for name, width in found.items() if isinstance(width, int) and width > 0}

    def keep_widths(self, widths: Mapping[str, int]) -> None:
        """Remember widths of columns."""
        self.keep("widths", json.dumps(dict(widths)))

    def sorting(self) -> Sorting | None:
        """Return the column that the page was sorted by."""
        column, _, way = self.text("sorting").partition(" ")
        return Sorting(column, way == "down") if column else None

    def keep_sorting(self, sorting: Sorting | None) -> None:
        """Remember the column that the page is sorted by."""
        self.keep("sorting", f"{sorting.column} {'down' if sorting.descending else 'up'}" if sorting else "")

    def state(self, name: str) -> QByteArray | None:
        """Return the state of a widget that Qt saved."""
        found = self._settings.value(f"{self._page}/{name}")
        return found if isinstance(found, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember the state of a widget."""
        self._settings.setValue(f"{self._page}/{name}", state)
