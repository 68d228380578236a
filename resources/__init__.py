"""Give access to the data that ship with the app."""

import json
import sys
from pathlib import Path
from typing import Any


def _root() -> Path:
    """Find the folder of the data, also inside a frozen program."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "resources" if bundle else Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Give the path of a resource named with forward slashes, like "fonts/OFL.txt"."""
    return _root().joinpath(*name.split("/"))


def read_text(name: str) -> str:
    """Read a resource as UTF-8 text."""
    return path(name).read_text(encoding="utf-8")


def read_json(name: str) -> Any:
    """Read a resource as JSON."""
    return json.loads(read_text(name))


def names(folder: str, suffix: str = "") -> list[str]:
    """List the resources of a folder that end in a suffix, in order."""
    found = path(folder).glob(f"*{suffix}")
    return sorted(f"{folder}/{file.name}" for file in found if file.is_file())
