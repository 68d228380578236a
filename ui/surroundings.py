"""What the window gets from outside: places, clock, user, the maker of the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SAMPLE_NAME = "minh-hoa.so57"
SAMPLE_PLAN = "thuan-chau"
"""The plan whose sample is shown first: the largest."""
WINDOW_SETTINGS = "cua-so.ini"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The world around the window, so that a test can give it another one."""

    data_folder: Path
    default_store: Path
    now: Callable[[], datetime]
    user: str
    make_sample: Callable[[Path, str], None]
    """Make a store of made-up figures at a path for the plan of that name."""
    version: str = ""

    @property
    def sample_store(self) -> Path:
        """Return where the store of made-up figures stands."""
        return self.sample_of(SAMPLE_PLAN)

    def sample_of(self, plan: str) -> Path:
        """Return where the store of a plan's made-up figures stands."""
        name = Path(SAMPLE_NAME)
        return self.data_folder / (SAMPLE_NAME if plan == SAMPLE_PLAN else f"{name.stem}-{plan}{name.suffix}")

    @property
    def window_settings(self) -> Path:
        """Return the file that remembers the window's place and the last store; it travels with a portable folder."""
        return self.data_folder / WINDOW_SETTINGS
