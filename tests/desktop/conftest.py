"""A store of Thuận Châu's plan, a home of one's own, and the command line called in this process."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop.cli import run
from importers.plan_files import load_plan
from models.store.connection import Store

AT = datetime(2026, 11, 3, 8, 0)


class Answer(NamedTuple):
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return the one JSON document of the answer."""
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def so57(capsys: pytest.CaptureFixture[str], tmp_home: Path) -> Call:
    """Call the command line as a shell would, in an empty home."""

    def call(*arguments: str | Path) -> Answer:
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Answer(code, out, err)

    return call


@pytest.fixture(scope="session")
def _new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "moi.so57"
    Store.create(path, load_plan("thuan-chau"), who="Lò Thị Lan", at=AT).close()
    return path


@pytest.fixture
def store(_new_store: Path, tmp_path: Path) -> Path:
    """Give an empty store of Thuận Châu's plan whose name needs escaping."""
    path = tmp_path / "sổ của xã 57% #1.so57"
    shutil.copyfile(_new_store, path)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Write lines into a file of figures."""

    def write(*lines: str, name: str = "số liệu.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
        return path

    return write


@pytest.fixture(autouse=True)
def _close_log() -> Iterator[None]:
    """Close the log that a fault of the program opened."""
    yield
    logger = logging.getLogger("so57")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
