"""The report of one invented year as a description, short: plan, capaian, comparison with the year before, budget."""

from collections.abc import Iterable

from samples.deskripsi.anggaran import persen, rupiah
from samples.model import Bab, Catatan, Daftar, HalamanBaru, Laporan, Paragraf, Subbab, Tabel, TandaTangan, Unsur
from samples.tahunan.isi import INSTANSI, PROGRAM, TAHUN, Indikator, indikator, tahun_lalu


def laporan(tahun: int) -> Laporan:
    return Laporan(
        jenis="LKIP",
        instansi=INSTANSI,
        tahun=tahun,
        sampul=(
            *("LAPORAN KINERJA", "INSTANSI PEMERINTAH", "(LKIP)", f"TAHUN {tahun}", ""),
            *("DINAS KETAHANAN PANGAN", "KOTA LEMBAYUNG"),
        ),
        kepala_halaman=f"LKIP {INSTANSI}",
        kaki_halaman=f"Laporan Kinerja Tahun {tahun}",
        unsur=(*_awal(tahun), *_rencana(tahun), *_kinerja(tahun), *_anggaran(tahun), *_penutup(tahun)),
        salah=(),
    )


def _baris(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(" | ".join(row) for row in rows)


def _bernomor(items: list[Indikator], *columns: str) -> str:
    """Rows with number and sasaran (merged over its indicators), then the named fields."""
    rows, number, last = [], 0, None
    for item in items:
        number += item.sasaran != last
        first = ("^", "^") if item.sasaran == last else (str(number), item.sasaran)
        rows.append([*first, *(str(getattr(item, name)) for name in columns)])
        last = item.sasaran
    return _baris(rows)


def _awal(tahun: int) -> tuple[Unsur, ...]:
    return (
        Paragraf("KATA PENGANTAR", "judul"),
        Paragraf(
            f"Laporan Kinerja Instansi Pemerintah Tahun {tahun} ini memuat janji kinerja {INSTANSI} beserta hasilnya. Laporan disusun "
            "agar warga dapat menilai sendiri apakah pangan di kota ini semakin tersedia, semakin beragam, dan semakin aman."
        ),
        TandaTangan((f"Lembayung, 20 Februari {tahun + 1}", "Kepala Dinas,", "", "", "Ir. Wulan Prameswari, M.P.")),
        HalamanBaru(),
        Daftar("isi"),
        Daftar("tabel"),
        HalamanBaru(angka=True),
        Bab("I", "PENDAHULUAN"),
        Subbab("1.1", "Latar Belakang"),
        Paragraf(
            "Ketersediaan pangan tidak dapat dilepaskan dari kebiasaan makan warga. Karena itu dinas menangani keduanya sekaligus, "
            "dari lumbung di kelurahan sampai pengawasan pangan segar di pasar."
        ),
    )


def _rencana(tahun: int) -> tuple[Unsur, ...]:
    items = indikator(tahun)
    return (
        HalamanBaru(),
        Bab("II", "PERENCANAAN KINERJA", "kotak"),
        Subbab("2.1", "Perjanjian Kinerja"),
        Paragraf(f"Perjanjian kinerja tahun {tahun} memuat {len(items)} indikator sebagai berikut."),
        Tabel(
            "No | Sasaran Strategis | Indikator Kinerja | Satuan | Target\n"
            + _bernomor(items, "nama", "satuan", "target"),
            lebar=(0.8, 3.0, 3.8, 1.5, 1.5),
            rata="cllcc",
            nomor="2.1",
            judul=f"Perjanjian Kinerja {INSTANSI} Tahun {tahun}",
            ulang=True,
            jenis="pk",
            catatan=(Catatan("indikator", 2, ((tahun, None, {"target": 4}),), sasaran=1, satuan=3),),
        ),
    )


def _kinerja(tahun: int) -> tuple[Unsur, ...]:
    items = indikator(tahun)
    head = (
        f"No | Sasaran Strategis | Indikator Kinerja | Satuan | Tahun {tahun} | < | <\n"
        "^ | ^ | ^ | ^ | Target | Realisasi | Capaian (%)\n"
    )
    told: tuple[Unsur, ...] = (
        HalamanBaru(),
        Bab("III", "AKUNTABILITAS KINERJA", "pecah"),
        Subbab("3.1", "Capaian Kinerja Organisasi"),
        Paragraf("Capaian adalah realisasi dibagi target, dikali seratus."),
        Tabel(
            head + _bernomor(items, "nama", "satuan", "target", "realisasi", "capaian"),
            lebar=(0.8, 2.5, 3.0, 1.6, 1.5, 1.6, 1.6),
            rata="cllcccc",
            nomor="3.1",
            judul=f"Capaian Kinerja Sasaran Strategis Tahun {tahun}",
            kepala=2,
            ulang=True,
            jenis="capaian",
            catatan=(
                Catatan(
                    "indikator", 2, ((tahun, None, {"target": 4, "realisasi": 5, "capaian": 6}),), sasaran=1, satuan=3
                ),
            ),
        ),
    )
    return (*told, *_perbandingan(tahun, items))


def _perbandingan(tahun: int, items: list[Indikator]) -> tuple[Unsur, ...]:
    before = [(item, tahun_lalu(tahun, item.kunci)) for item in items]
    rows = [[item.nama, item.satuan, old, item.realisasi] for item, old in before if old is not None]
    if not rows:
        return ()
    head = f"No | Indikator Kinerja | Satuan | Realisasi Tahun {tahun - 1} | Realisasi Tahun {tahun}\n"
    return (
        Paragraf(f"Indikator yang diukur dengan cara yang sama pada tahun {tahun - 1} dibandingkan pada Tabel 3.2."),
        Tabel(
            head + _baris([str(n), *row] for n, row in enumerate(rows, 1)),
            lebar=(0.8, 4.2, 1.6, 2.0, 2.0),
            rata="clccc",
            nomor="3.2",
            judul=f"Perbandingan Realisasi Kinerja Tahun {tahun - 1} dan Tahun {tahun}",
            ulang=True,
            jenis="perbandingan_tahun",
            catatan=(
                Catatan(
                    "indikator",
                    1,
                    ((tahun - 1, None, {"realisasi": 3}), (tahun, None, {"realisasi": 4})),
                    satuan=2,
                ),
            ),
        ),
    )


def _anggaran(tahun: int) -> tuple[Unsur, ...]:
    programs = [program for program in PROGRAM if tahun in program.kode]
    values = [program.nilai[tahun] for program in programs]
    pagu, used = sum(p for p, _ in values), sum(r for _, r in values)
    rows = [[p.kode[tahun], p.nama_pada(tahun), *_uang(*p.nilai[tahun])] for p in programs]
    return (
        Subbab("3.2", "Realisasi Anggaran"),
        Paragraf(
            f"Anggaran tahun {tahun} sebesar Rp {rupiah(pagu)} terserap Rp {rupiah(used)} atau {persen(used, pagu)}%."
        ),
        Tabel(
            "Kode Rekening | Program | Pagu Anggaran (Rp) | Realisasi (Rp) | %\n"
            + _baris(rows)
            + "\n! Jumlah | < | "
            + " | ".join(_uang(pagu, used)),
            lebar=(1.8, 4.0, 2.2, 2.2, 1.1),
            rata="llrrc",
            nomor="3.2" if tahun == TAHUN[0] else "3.3",
            judul=f"Realisasi Anggaran Menurut Program Tahun Anggaran {tahun}",
            ulang=True,
            jenis="realisasi_anggaran",
            catatan=(Catatan("anggaran", 1, ((tahun, None, {"pagu": 2, "realisasi": 3, "persen": 4}),), kode=0),),
        ),
    )


def _uang(pagu: int, used: int) -> list[str]:
    return [rupiah(pagu), rupiah(used), persen(used, pagu)]


def _penutup(tahun: int) -> tuple[Unsur, ...]:
    return (
        HalamanBaru(),
        Bab("IV", "PENUTUP", "satu"),
        Subbab("4.1", "Kesimpulan"),
        Paragraf(
            f"Demikian hasil kerja dinas pada tahun {tahun}. Indikator yang belum mencapai target menjadi perhatian utama pada tahun "
            "berikutnya."
        ),
    )
