"""The audit in its order: settle readings, collect equations, enter those that hold, report those that break, prove."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from extractor.audit import (
    akumulasi,
    arah,
    baris,
    cacah,
    efisiensi,
    hierarki,
    jumlah,
    jumlah_sendiri,
    kelengkapan,
    kode,
    kosong,
    label_efisiensi,
    nama,
    narasi,
    narasi_efisiensi,
    narasi_jumlah,
    narasi_kinerja,
    narasi_mutu,
    nilai_mutu,
    rata_induk,
    rata_rata,
    rentang,
    rincian,
    saldo,
    satuan,
    selisih,
    silang,
    sisa,
    terbilang,
    triwulan,
    triwulan_kolom,
    tulisan,
)
from extractor.audit import tahun as tahun_
from extractor.audit import ucapan as ucapan_
from extractor.audit.buku import Buku, with_proof
from extractor.audit.konteks import Konteks, Lembar, Posisi, konteks
from extractor.audit.persamaan import Jumlahan, Neraca, Persamaan, record
from extractor.model.hitungan import Hitungan
from extractor.model.laporan import Anggaran, Indikator, Klaim, Tabel
from extractor.model.temuan import Temuan
from extractor.model.ucapan import Ucapan


class Audited(msgspec.Struct, frozen=True):
    """What the audit gives back: tables with proof, records with `evaluasi`, findings with ids."""

    tabel: tuple[Tabel, ...]
    indikator: tuple[Indikator, ...]
    anggaran: tuple[Anggaran, ...]
    temuan: tuple[Temuan, ...]


def audit(
    tabel: Sequence[Tabel],
    indikator: Sequence[Indikator],
    anggaran: Sequence[Anggaran],
    klaim: Sequence[Klaim] = (),
    outline_findings: Sequence[Temuan] = (),
    hitungan: Sequence[Hitungan] = (),
    ucapan: Sequence[Ucapan] = (),
    tahun: int | None = None,
) -> Audited:
    """Judge everything that can be recomputed. Never raises for bad data; each check sees the whole report once."""
    first = konteks(tabel)
    readings = baris.settle(first, indikator, anggaran)
    tables = tuple(_reread(t, readings.numbers) for t in tabel)
    seen = konteks(tables)
    indicators, capaian_tests = baris.check_kinerja(seen, baris.reread_indikator(indikator, readings))
    budget, serapan_tests = baris.check_serapan(seen, baris.reread_anggaran(anggaran, readings))
    buku = Buku(seen)
    sums = _sums(seen, budget)
    quarters = [group for lembar in seen.lembar.values() for group in triwulan.groups(lembar)]
    whole = [row for row in budget if seen.scale(row.tabel, row.pagu, row.realisasi) is None]
    facts = silang.pairs(seen, whole, indicators)
    tests = (*capaian_tests, *serapan_tests)
    rows: list[Persamaan] = [test.persamaan for test in tests if test.persamaan]
    others: list[Persamaan] = [*(group.equation for group in quarters), *(pair.equation for pair in facts)]
    left = sisa.rows(seen)
    neraca = _neraca(seen, [*sums.values(), rows, others, [item.equation for item in left]], facts)
    _enter_holding(buku, [*sums.values(), [group.equation for group in quarters]], tests, facts)
    sisa.check(seen, buku, neraca, left)
    saldo.check(seen, buku, budget)
    selisih.broken_rows(seen, buku, neraca, capaian_tests, "CAPAIAN")
    selisih.broken_rows(seen, buku, neraca, serapan_tests, "PCT", rata_induk.averaged(seen, budget))
    for code, equations in sums.items():
        selisih.broken_sums(seen, buku, neraca, equations, code)
    jumlah_sendiri.check(seen, buku, {equation.total.tabel for equation in sums["COLSUM"]})
    silang.check(seen, buku, neraca, facts)
    narasi.check(seen, buku, neraca, klaim, whole)
    narasi_kinerja.check(seen, buku, klaim, indicators, tahun)
    narasi_efisiensi.check(seen, buku, klaim)
    narasi_mutu.check(seen, buku, klaim, indicators)
    narasi_jumlah.check(seen, buku, klaim, whole)
    cacah.check(seen, buku, hitungan)
    cacah.check_sasaran(buku, klaim)
    terbilang.check(buku, klaim, hitungan)
    triwulan.check(seen, buku, neraca, quarters)
    indicators = _check_tables(seen, buku, indicators, budget, tahun)
    ucapan_.check(buku, ucapan, tahun)
    kelengkapan.check(seen, buku, ucapan, indicators)
    tulisan.check(seen, buku, neraca, klaim)
    found, against = buku.finish(outline_findings)
    return Audited(tuple(with_proof(t, buku, against) for t in tables), indicators, budget, found)


def _check_tables(
    seen: Konteks, buku: Buku, indicators: tuple[Indikator, ...], budget: tuple[Anggaran, ...], tahun: int | None
) -> tuple[Indikator, ...]:
    """What tables say beside their sums: averages, grades, words, units, years, names and codes. The indicators with their grades."""
    triwulan_kolom.check(seen, buku, triwulan_kolom.series(seen, indicators))
    efisiensi.check(seen, buku)
    indicators = nilai_mutu.check(seen, buku, indicators)
    rata_rata.check(seen, buku)
    label_efisiensi.check(seen, buku)
    satuan.check(seen, buku)
    rentang.check(seen, buku)
    arah.check(seen, buku, indicators)
    akumulasi.check(seen, buku, indicators)
    tahun_.check(seen, buku, indicators, budget, tahun)
    nama.check(seen, buku, indicators, budget)
    rincian.check(seen, buku, indicators)
    kode.check(seen, buku, budget)
    kosong.check(seen, buku, budget)
    return indicators


def _reread(tabel: Tabel, numbers: dict[Posisi, Decimal]) -> Tabel:
    """The table with the readings that rows asked for; the other reading stays among the alternatives."""
    cells = []
    for cell in tabel.cells:
        number = numbers.get(Posisi(tabel.id, cell.row, cell.col))
        value = cell.value
        if number is not None and value is not None and value.number is not None:
            others = tuple(dict.fromkeys((value.number, *(n for n in value.alternatives if n != number))))
            value = msgspec.structs.replace(value, number=number, reading="clean", alternatives=others)
        cells.append(cell if value is cell.value else msgspec.structs.replace(cell, value=value))
    return msgspec.structs.replace(tabel, cells=tuple(cells))


def _sums(seen: Konteks, budget: Sequence[Anggaran]) -> dict[str, list[Jumlahan]]:
    """All sum equations by the code of the finding that a broken one becomes. One cell is a total once for each code."""
    found = {"PARENT": list(hierarki.parents(seen, budget)), "COLSUM": [], "ROWSUM": []}
    tops: dict[str, list[int]] = defaultdict(list)
    for (tabel, _), rows in hierarki.by_table(budget).items():
        tops[tabel] += [row.row for row in hierarki.tops(rows)]
    for lembar in seen.lembar.values():
        found["COLSUM"] += jumlah.columns(lembar, tops.get(lembar.tabel.id))
        found["ROWSUM"] += jumlah.rows(lembar)
    return found


def _neraca(seen: Konteks, equations: Iterable[Iterable[Persamaan]], facts: Iterable[silang.Pasangan]) -> Neraca:
    neraca = Neraca(alternatives=_alternatives(seen.lembar.values(), facts))
    for group in equations:
        for equation in group:
            neraca.add(equation)
    return neraca


def _alternatives(tables: Iterable[Lembar], facts: Iterable[silang.Pasangan]) -> dict[Posisi, tuple[Decimal, ...]]:
    """What a figure may be besides what it was read as: other readings of its text, and what is printed for the same fact."""
    found: dict[Posisi, tuple[Decimal, ...]] = defaultdict(tuple)
    for lembar in tables:
        for cell in lembar.tabel.cells:
            if cell.value is not None and cell.value.alternatives:
                found[lembar.posisi(cell.row, cell.col)] = cell.value.alternatives
    for pair in facts:
        if not pair.agree:
            found[pair.first] += (pair.figures[1].number,)
            found[pair.second] += (pair.figures[0].number,)
    return dict(found)


def _enter_holding(
    buku: Buku,
    sums: Iterable[Iterable[Jumlahan]],
    tests: Iterable[baris.Uji],
    facts: Iterable[silang.Pasangan],
) -> None:
    for equations in sums:
        for equation in equations:
            if not equation.difference and equation.total_figure.number:
                record(equation, buku)
    for test in tests:
        if test.persamaan is not None and test.hasil.verdict == "sesuai":
            record(test.persamaan, buku)
    for pair in facts:
        if pair.agree:
            record(pair.equation, buku, copy=True)
