"""A small plan and stores made from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.plans import Plan
from models.store.connection import Store
from tests.models.store.samples import AT, small_plan


@pytest.fixture
def plan() -> Plan:
    return small_plan()


@pytest.fixture
def path(tmp_path: Path, plan: Plan) -> Path:
    """Give the path of a closed store whose name needs escaping."""
    place = tmp_path / "sổ 57% #1.db"
    Store.create(place, plan, who="Lò Thị Lan", at=AT).close()
    return place


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened
