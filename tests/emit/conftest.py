"""The factory of reports as a fixture."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """The module `laporan_factory`: `make.make_laporan(status="partial")`, `make.make_tabel([["a"], ["1"]])`, …"""
    spec = importlib.util.spec_from_file_location("laporan_factory", Path(__file__).with_name("laporan_factory.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
