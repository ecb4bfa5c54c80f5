"""The kinds of rows of a comparison: name of a CSV file, of a field of `Perbandingan` and of the struct of its rows."""

from extractor.model.perbandingan import (
    AnggaranTahun,
    Beda,
    Catatan,
    IndikatorTahun,
    Padanan,
    Perkembangan,
)

ROWS = {
    "padanan": Padanan,
    "indikator_tahun": IndikatorTahun,
    "beda": Beda,
    "anggaran_tahun": AnggaranTahun,
    "perkembangan": Perkembangan,
    "catatan": Catatan,
}
"""Name of the CSV and of the field of `Perbandingan`: the kind of its rows."""
