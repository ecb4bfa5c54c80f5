"""Datasette opens an archive as it is: every table and view, search, the questions of the metadata, nothing said that is not there."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.archive import reports
from extractor.archive.store.arsip import Arsip
from extractor.archive.store.metadata import QUERIES, TABLES, metadata_bytes


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("arsip") / "arsip.db"
    with Arsip(path, writable=True) as arsip:
        for name, laporan in reports(10):
            arsip.add(name, laporan)
    return path


def pages(db: Path, paths: Sequence[str]) -> list[tuple[int, str]]:
    """Status and text of pages, from Datasette's own client."""
    from datasette.app import Datasette

    async def ask() -> list[tuple[int, str]]:
        datasette = Datasette([str(db)], metadata=json.loads(metadata_bytes(db.stem)))
        await datasette.invoke_startup()
        answers = [await datasette.client.get(path, follow_redirects=True) for path in paths]
        for database in datasette.databases.values():
            database.close()
        return [(answer.status_code, answer.text) for answer in answers]

    return asyncio.run(ask())


def shown(db: Path, path: str) -> list[dict[str, Any]]:
    ((status, text),) = pages(db, [path])
    assert status == 200, text
    found: list[dict[str, Any]] = json.loads(text)
    return found


@pytest.mark.filterwarnings("ignore:::datasette", "ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_every_table_view_and_question_opens(db: Path) -> None:
    paths = ["/", "/arsip", *(f"/arsip/{table.name}" for table in TABLES)]
    paths += [f"/arsip/{name}?kata=kemiskinan&kode=1.01" for name in QUERIES]
    answers = dict(zip(paths, pages(db, paths), strict=True))
    assert {path: status for path, (status, _) in answers.items() if status != 200} == {}
    assert "Archive of performance reports" in answers["/"][1]
    assert "UU 14/2008" in answers["/arsip/indikator_berlaku"][1]
    wrong = [path for path, (_, text) in answers.items() if "Error" in text or "did not" in text]
    assert wrong == []


@pytest.mark.filterwarnings("ignore:::datasette", "ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_search_and_questions_find_rows(db: Path) -> None:
    with Arsip(db) as arsip:
        word = str(arsip.ask_sql("SELECT indikator FROM indikator LIMIT 1").rows[0][0]).split()[1]
        count = arsip.ask_sql(f"SELECT count(*) FROM indikator_berlaku WHERE indikator LIKE '%{word}%'").rows[0][0]
        code = arsip.ask_sql("SELECT kode FROM anggaran LIMIT 1").rows[0][0]
    assert len(shown(db, f"/arsip/indikator_berlaku.json?_search={word}&_shape=array&_size=max")) == count
    assert len(shown(db, f"/arsip/indikator_sepanjang_tahun.json?kata={word}&_shape=array")) == count
    assert {row["kode"] for row in shown(db, f"/arsip/anggaran_kode.json?kode={code}&_shape=array")} >= {code}
    assert shown(db, "/arsip/laporan_bertentangan.json?_shape=array")


def test_only_columns_that_exist_are_described(db: Path) -> None:
    with Arsip(db) as arsip:
        names = {row[0] for row in arsip.ask_sql("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").rows}
        for table in TABLES:
            columns = {row[1] for row in arsip.ask_sql(f"PRAGMA table_info({table.name})").rows}
            assert {*table.columns, *table.facets} <= columns, table.name
            assert table.label is None or table.label in columns
    assert {name for name in names if "fts" not in str(name)} == {table.name for table in TABLES}, "each is described"
