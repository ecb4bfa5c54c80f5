"""The files of `banding/`: CSVs with the fields of `Perbandingan` as columns, the package that describes them, a workbook, a page."""

from extractor.emit.csv_files import Value, csv_bytes
from extractor.emit.perbandingan.baris import ROWS
from extractor.emit.perbandingan.buku import comparison_workbook
from extractor.emit.perbandingan.html import comparison_html
from extractor.emit.perbandingan.paket import NAME, comparison_package
from extractor.emit.perbandingan.pandangan import NamaTabel
from extractor.model.perbandingan import Perbandingan


def comparison_files(
    perbandingan: Perbandingan, *, safe_csv: bool = False, tables: NamaTabel | None = None
) -> dict[str, bytes]:
    """Every file of a comparison's folder: name to content. `tables`: what people call tables, for the workbook and the page."""
    files = {f"{name}.csv": comparison_csv(perbandingan, name, safe=safe_csv) for name in ROWS}
    files[NAME] = comparison_package(files)
    files["perbandingan.xlsx"] = comparison_workbook(perbandingan, tables)
    files["perbandingan.html"] = comparison_html(perbandingan, tables)
    return files


def comparison_csv(perbandingan: Perbandingan, name: str, *, safe: bool = False) -> bytes:
    """One CSV; `name` is a key of `ROWS`."""
    fields = ROWS[name].__struct_fields__
    rows = [[_value(getattr(row, field)) for field in fields] for row in getattr(perbandingan, name)]
    return csv_bytes(fields, *rows, safe=safe)


def _value(value: Value | float) -> Value:
    """A score has four decimals, so that two machines write the same."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
