"""Set the stage for every test: no screen, a home of its own, marks by folder."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("so57", deadline=None)
settings.load_profile("so57")

_TESTS = Path(__file__).resolve().parent
_MARKS_BY_FOLDER = {"system": pytest.mark.system, "benchmarks": pytest.mark.bench}
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of tests/system and tests/benchmarks, so that none is forgotten."""
    for item in items:
        mark = _MARKS_BY_FOLDER.get(item.path.relative_to(_TESTS).parts[0])
        if mark is not None:
            item.add_marker(mark)


@pytest.fixture
def tmp_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home folder, where the app then keeps its files."""
    home = tmp_path / "home"
    for variable, folder in _HOME_VARIABLES.items():
        place = home / folder
        place.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(place))
    return home
