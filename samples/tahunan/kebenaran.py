"""What a comparison of the four years must find, from the description: what became of every indicator, and the re-stated figures.

Out: plain values for `golden/tahunan.banding.json`. `padanan` says what an indicator of a year (`ke`) is of one of the year
before (`dari`); null: there is none.
"""

from typing import Any

from samples.tahunan.isi import ASAL_GABUNGAN, ASAL_PECAHAN, PROGRAM, SERI, TAHUN, ULANG, Indikator


def stem(tahun: int) -> str:
    return f"lkip-pangan-{tahun}"


def banding() -> dict[str, Any]:
    return {
        "kind": "truth",
        "laporan": [{"stem": stem(tahun), "tahun": tahun} for tahun in TAHUN],
        "padanan": [link for tahun in TAHUN[1:] for link in _links(tahun)],
        "beda": [_beda(kunci, tahun) for kunci, tahun in ULANG],
        "anggaran": [
            {
                "uraian": {str(tahun): program.nama_pada(tahun) for tahun in program.kode},
                "kode": {str(tahun): kode for tahun, kode in program.kode.items()},
            }
            for program in PROGRAM
        ],
        "nilai": [
            {
                "laporan": stem(tahun),
                "indikator": item.nama,
                "satuan": item.satuan,
                "target": item.target,
                "realisasi": item.realisasi,
                "capaian": item.capaian,
            }
            for seri in SERI
            for tahun, item in seri.items()
        ],
    }


def _links(tahun: int) -> list[dict[str, Any]]:
    now = {item.kunci: item for seri in SERI for year, item in seri.items() if year == tahun}
    before = {item.kunci: item for seri in SERI for year, item in seri.items() if year == tahun - 1}
    links = []
    for kunci, item in now.items():
        parts = [before[part] for part, whole in ASAL_GABUNGAN.items() if whole == kunci and part in before]
        sources: list[Indikator | None] = [*parts] or [before.get(kunci) or before.get(ASAL_PECAHAN.get(kunci, ""))]
        links += [_link(tahun, source, item, _relasi(source, item)) for source in sources]
    whole = set(now) | {ASAL_PECAHAN[kunci] for kunci in now if kunci in ASAL_PECAHAN}
    whole |= {part for part, merged in ASAL_GABUNGAN.items() if merged in now}
    links.extend(_link(tahun, item, None, "gone") for kunci, item in before.items() if kunci not in whole)
    return links


def _relasi(before: Indikator | None, now: Indikator) -> str:
    if before is None:
        return "new"
    if before.kunci in ASAL_GABUNGAN and before.kunci != now.kunci:
        return "merged"
    if before.kunci != now.kunci:
        return "split"
    return "same" if before.nama == now.nama else "renamed"


def _link(tahun: int, dari: Indikator | None, ke: Indikator | None, relasi: str) -> dict[str, Any]:
    return {
        "laporan_dari": stem(tahun - 1),
        "dari": dari.nama if dari else None,
        "laporan_ke": stem(tahun),
        "ke": ke.nama if ke else None,
        "relasi": relasi,
        "satuan_berubah": bool(dari and ke and dari.satuan != ke.satuan),
    }


def _beda(kunci: str, tahun: int) -> dict[str, Any]:
    items = {year: item for seri in SERI for year, item in seri.items() if item.kunci == kunci}
    return {
        "indikator": items[tahun + 1].nama,
        "tahun": tahun,
        "peran": "realisasi",
        "laporan_a": stem(tahun),
        "nilai_a": items[tahun].realisasi,
        "laporan_b": stem(tahun + 1),
        "nilai_b": ULANG[kunci, tahun],
        "jenis": "restated",
    }
