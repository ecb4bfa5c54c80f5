"""A lake of Parquet files: rows of reports in, `<sheet>/instansi=…/tahun=…/part-n.parquet` out, as Hive, Spark and DuckDB read it.

`tahun` is what each sheet's own column of that name says (of figures: the year they are about); sheets without one have the report's
year. Both columns stand in the folders' names only. Figures are exact decimals, never floats.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extractor.emit.columns import ANGKA, SHEETS, Column, Sheet
from extractor.emit.rows import ROWS_OF
from extractor.model.errors import MissingProgram
from extractor.model.laporan import Laporan

_NO_YEAR, _NO_AGENCY = 0, "tanpa nama"
"""What stands in a folder's name where the report does not say: Hive's own name for it is a null to most, but pandas cannot read any of a
sheet in which it stands beside years."""
_PRECISION, _SCALE = 38, 18
_LARGEST = Decimal(10) ** (_PRECISION - _SCALE)
_LONGEST = 240
"""Bytes of a folder's name after `instansi=`: file systems take 255."""
_IN_NAMES = ("instansi", "tahun")
Rows = dict[int | None, list[Sequence[Any]]]


class Lake:
    """Files under `root`, an empty folder. `lost`: figures with more digits than a Parquet decimal has; their text is kept.

    Raises `MissingProgram` without pyarrow, `OSError`.
    """

    def __init__(self, root: Path) -> None:
        try:
            import pyarrow.parquet
        except ImportError as error:
            raise MissingProgram(
                code="no_pyarrow",
                message_id="Parquet memerlukan pyarrow.",
                message_en="Parquet needs pyarrow.",
                advice_id='Pasang dengan: pip install "lkip-extractor[parquet]".',
                advice_en='Install it with: pip install "lkip-extractor[parquet]".',
            ) from error
        self._arrow: Any = pyarrow
        self._root = root
        self._part = 0
        self.lost = 0

    def add_agency(
        self,
        instansi: str | None,
        reports: Iterable[tuple[str, Laporan]],
        figures: Iterable[tuple[int | None, Sequence[Any]]],
    ) -> None:
        """Everything of one agency. `figures`: year of the report, and values in the order of `columns.ANGKA`."""
        found: dict[str, Rows] = {sheet.name: defaultdict(list) for sheet in (*SHEETS, ANGKA)}
        for name, laporan in reports:
            for sheet in SHEETS:
                rows: Callable[[str, Laporan], Iterable[Sequence[Any]]] = ROWS_OF[sheet.name]
                _sort(sheet, rows(name, laporan), laporan.laporan.tahun, found[sheet.name])
        for tahun, row in figures:
            _sort(ANGKA, (row,), tahun, found[ANGKA.name])
        for sheet in (*SHEETS, ANGKA):
            for year, sorted_rows in found[sheet.name].items():
                self._write(sheet, instansi, year, sorted_rows)
        self._part += 1

    def finish(self) -> None:
        """Give every sheet of which there was no row a file without any: whoever reads the lake finds all sheets."""
        for sheet in (*SHEETS, ANGKA):
            if not (self._root / sheet.name).exists():
                self._write(sheet, None, None, ())

    def _write(self, sheet: Sheet, instansi: str | None, tahun: int | None, rows: Sequence[Sequence[Any]]) -> None:
        import pyarrow.parquet

        kept = [(n, column) for n, column in enumerate(sheet.columns) if column.name not in _IN_NAMES]
        schema = self._arrow.schema([self._field(column) for _, column in kept])
        arrays = [
            self._arrow.array([self._value(column, row[n]) for row in rows], type=field.type)
            for (n, column), field in zip(kept, schema, strict=True)
        ]
        folder = (
            self._root / sheet.name / f"instansi={_folder_name(instansi or _NO_AGENCY)}" / f"tahun={tahun or _NO_YEAR}"
        )
        folder.mkdir(parents=True, exist_ok=True)
        pyarrow.parquet.write_table(
            self._arrow.Table.from_arrays(arrays, schema=schema), folder / f"part-{self._part}.parquet"
        )

    def _field(self, column: Column) -> Any:
        types = {"string": self._arrow.string(), "integer": self._arrow.int64()}
        kind = types.get(column.type) or self._arrow.decimal128(_PRECISION, _SCALE)
        return self._arrow.field(
            column.name, kind, nullable=not column.required, metadata={"description": column.title}
        )

    def _value(self, column: Column, value: Any) -> Any:
        if column.type != "number" or value is None:
            return value
        if abs(value) < _LARGEST and -value.normalize().as_tuple().exponent <= _SCALE:
            return value
        self.lost += 1
        return None


def _sort(sheet: Sheet, rows: Iterable[Sequence[Any]], of_report: int | None, into: Rows) -> None:
    names = [column.name for column in sheet.columns]
    place = names.index("tahun") if "tahun" in names else None
    for row in rows:
        into[of_report if place is None else row[place]].append(row)


def _folder_name(value: str | int) -> str:
    """A name that is too long is cut, with a piece of its hash: two agencies may begin alike."""
    text = str(value)
    whole = quote(text, safe=" ")
    if len(whole) <= _LONGEST:
        return whole
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    letters, room = list(map(partial(quote, safe=" "), text)), _LONGEST - len(mark) - 1
    while sum(map(len, letters)) > room:
        letters.pop()
    return f"{''.join(letters)}~{mark}"
