"""The SQL of settings: a key and a text, logged like any other change."""

from __future__ import annotations

from collections.abc import Mapping

from models.store.connection import Store
from models.store.transaction import Change

OFFICER = "officer"
SAMPLE = "sample"
REPLACE_SHORTER = "replace_shorter"
"""Whether a longer report replaces shorter ones that fall due together: on, unless it is set to "0"."""
TWO_DIGITS = "style.two_digits"
"""Whether counts under ten are written 05 in sentences: on, unless it is set to "0"."""
LETTER_SYMBOL, LETTER_SYMBOL_DEFAULT = "letter.symbol", "UBND-VHXH"
"""The symbol of letters (công văn): the office, and the unit that drafts where the office sets so: UBND-VHXH."""
CALENDAR_PREFIX = "calendar."


def settings(store: Store) -> dict[str, str]:
    """Return all settings of the store."""
    return dict(store.rows("SELECT key, value FROM setting ORDER BY key"))


def setting(store: Store, key: str, default: str = "") -> str:
    """Return one setting."""
    found = store.rows("SELECT value FROM setting WHERE key = ?", [key])
    return str(found[0][0]) if found else default


def save_setting(change: Change, key: str, value: str) -> None:
    """Set a setting."""
    change.upsert("setting", {"key": key, "value": value}, ("key",))


def erase_setting(change: Change, key: str) -> bool:
    """Take a setting away, so that its default holds again; tell whether there was one."""
    row_id = change.find("setting", {"key": key})
    if row_id is None:
        return False
    change.delete("setting", row_id)
    return True


def officer(store: Store) -> str:
    """Return the officer's name, empty until it was typed."""
    return setting(store, OFFICER)


def is_sample(store: Store) -> bool:
    """Tell whether the figures are made up, which every page says."""
    return setting(store, SAMPLE) == "1"


def calendars(store: Store) -> Mapping[str, str]:
    """Return the calendar that the office chose for each duty, by the duty's id."""
    start = len(CALENDAR_PREFIX)
    return {key[start:]: value for key, value in settings(store).items() if key.startswith(CALENDAR_PREFIX)}


def save_calendar(change: Change, duty_id: str, calendar: str) -> None:
    """Choose the calendar of a duty."""
    save_setting(change, CALENDAR_PREFIX + duty_id, calendar)
