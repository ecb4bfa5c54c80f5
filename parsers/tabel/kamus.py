"""Header words of real reports as data: spelling -> class of column, and what a header says about money, percent, time.

Everything is matched on `teks.glue`d text (letters, digits and % without blanks), because narrow header cells break words.
Sources: DOMAIN.md section 8 (header synonyms), spellings seen in real reports.
"""

import re
from functools import lru_cache
from typing import Final

PERAN: Final[dict[str, str]] = {
    "no": "running number",
    "tujuan": "goal, mission or strategy",
    "sasaran": "objective that the indicators belong to",
    "indikator": "name of the indicator",
    "satuan": "unit",
    "target": "target in the indicator's unit",
    "realisasi": "realised value in the indicator's unit",
    "capaian_pct": "degree of achievement in percent of a target",
    "predikat": "grade or category",
    "kode": "account or programme code",
    "program_kegiatan": "what money is spent on: urusan, program, kegiatan, sub kegiatan, belanja",
    "pagu": "budget in rupiah",
    "realisasi_rp": "money spent in rupiah",
    "serapan_pct": "absorbed share of the money in percent",
    "fisik_pct": "physical progress in percent",
    "sisa": "money left",
    "efisiensi": "efficiency, as number or word",
    "formula": "formula or operational definition",
    "alasan": "reason for the choice",
    "sumber_data": "source of the data",
    "pj": "who is responsible",
    "keterangan": "remarks, analysis",
    "tahun_n": "year: of the row, or a year column whose meaning is not said",
    "tw1": "first quarter, meaning not said",
    "tw2": "second quarter, meaning not said",
    "tw3": "third quarter, meaning not said",
    "tw4": "fourth quarter, meaning not said",
    "periode": "quarter or semester of the row",
}
"""Canonical roles of columns. A column without one of them stays in the table and is reported."""


def _rules(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


KELAS: Final = _rules(
    ("no", r"^(no|nomor|nourut|nourt|nomorurut|n0)$"),
    ("efisiensi", r"eff?[ie]s[ie]+n"),
    ("rata", r"ratarata|rerata"),
    (
        "pembanding",
        r"(target|realisasi|capaian|nilai|angka|standar|rata|tingkat).{0,20}nasional|^nasional|standarnasional|benchmark"
        r"|^target(spm|sdgs?|standarpelayanan)|(kab(upaten)?|kota|provinsi|prov|daerah)lain$",
    ),
    (
        "bagian",
        r"^(?!.*(realisasi|serap|capaian)).*(terhadap|dari)(total|jumlah|seluruh|keseluruhan|apb[dn])|^(%|persentase)?(kontribusi|proporsi)",
    ),
    ("kumulatif", r"^(sampai(dengan)?|sd|hingga)(tahun)?20\d\d$|kumulati|akumulasi"),
    (
        "predikat",
        r"predikat|kategori|kriteria|interpretasi|^status|kodewarna|^warna|notifikasi|kualifikasi|klasifikasi|^skalanilai",
    ),
    (
        "tumbuh",
        r"percepatan|perlambatan|pertumbuhan|kenaikan|penurunan|peningkatan|naikturun|^tren|selisih|perbedaan|deviasi"
        r"|bertambah|berkurang|kesenjangan|^gap$",
    ),
    ("sisa", r"^sisa|lebihkurang|^saldo|silpa|(tidak|belum)terserap"),
    (
        "formula",
        r"formula|rumus|cara(pengukuran|perhitungan|menghitung|penghitungan)|definisioperasional|metodepe|penjelasan"
        r"|^(teknik)?(perhitungan|penghitungan)",
    ),
    ("alasan", r"^alasan"),
    ("sumber_data", r"sumberdata|sumberinformasi"),
    (
        "pj",
        r"penanggung|^pj$|^pic$|unitkerja|pelaksana$|pelaksana(kegiatan|program)|pengampu|^opd$|^skpd|^bidang$|perangkatdaerahpe|^perangkatdaerah$|pengelola$",
    ),
    (
        "keterangan",
        r"^(analisis|keterangan|penyebab|faktor)|^uraian(kendala|hambatan|masalah|permasalahan|solusi|upaya)|datadukung|^lokasi",
    ),
    ("jadwal", r"^(waktu|jadwal|bulan|minggu|jangkawaktu|target(waktu|penyelesaian))"),
    ("rencana_fisik", r"^(target|rencana).{0,12}fisik"),
    ("rencana_uang", r"^(target|rencana)(realisasi|penyerapan|serapan)?keuangan"),
    ("fisik", r"fisik|bobottertimbang"),
    ("serapan", r"serapan|penyerapan|terserap|^dayaserap|penggunaan(anggaran|dana)?$"),
    (
        "realisasi_rp",
        r"realisasi(penyerapan|pencairan|penggunaan)?(anggaran|keuangan|belanja|dana|apbd|apbn|dpa|dpp?a|biaya|pagu)|pencairan|^pengeluaran$"
        r"|^keuangan(rp|%)*$",
    ),
    (
        "kemajuan",
        r"(capaian|realisasi|tingkat|kemajuan|persentase|prosentase|%).*ter?hadap.*(renstra|rpjm|rencanastrategis|akhir|jangkamenengah)"
        r"|tingkatkemajuan|kemajuan(capaian)?$",
    ),
    ("capaian", r"^tingkatrealisasi%?$|realisasi.{0,14}terhadaptarget"),
    (
        "target",
        r"^kondisi(kinerja)?(yangdiharapkan)?(pada|di)?(tahun)?akhir|^(jumlah|besar(an)?|nilai|penetapan|%)?target(?!(anggaran|pagu|belanja|dana))"
        r"|^rencana(tingkat)?(capaian|kinerja|target|20\d\d|tahun|$)|^sasarantarget"
        r"|^targettahunan|^proyeksi|^t$|^ekspektasi|^indikatortarget|^kinerjatarget|targetkinerja|targetrenstra|targetrpjm"
        r"|targetcapaian|^volume(target|rencana)",
    ),
    (
        "pagu",
        r"^(jumlah|besar(an)?|total|target|rencana|kebutuhan|nilai|perkiraan|indikatif|plafon)*(pagu|anggaran|alokasi|plafon|dipa"
        r"|dpp?a\b|dpp?a$|biaya|kebutuhandana|danaindikatif|apb[dn](murni|p|perubahan)?)|^targetbelanja|^belanjatahun20|^dana"
        r"|^penetapan$|^dpp?a|pagu|plafon|anggaran(setelah|sebelum|perubahan|murni|awal|tahun|20\d\d)",
    ),
    (
        "realisasi",
        r"^(data)?capaian.*tahunawal|^(%|jumlah|total|nilai|volume|besaran)?realisa|^(persen|prosen|persentase|prosentase|tingkat)realisasi|^r$|^hasil(kinerja|capaian|pengukuran)?$"
        r"|^kondisi(awal|akhir|eksisting|tahun|20\d\d|saatini|kinerjaawal|kinerjapadaawal)?|^baseline|^tahunawal|^dataawal"
        r"|^kinerjaawal|^awalrenstra|^datadasar",
    ),
    ("capaian", r"^(%|persen|prosen)?(tase)?(capaian|pencapaian)|^terhadap(target|indikator)"),
    ("satuan", r"^(unit)?satuan(indikator|kinerja|pengukuran|ukur(an)?|target|iku|output)?$"),
    (
        "indikator",
        r"indikator|^output|^keluaran|^iku.{0,24}$|^ik[kps]?$|^iks[spk]$|tol[oa]kukur|ukuran(kinerja|keberhasilan)|^parameterkinerja"
        r"|keyperformance|^capaianindikatorkinerja$",
    ),
    (
        "capaian",
        r"capaia?n?|capain|^capkin|pencapaian|^c$|tingkatketercapaian|ketercapaian|^kinerja%|^%kinerja|^nilaikinerja",
    ),
    ("satuan", r"^(sat|unit)$"),
    ("kode", r"^kode|^norek|^nomorrek|koderek|^rekening$|^kd"),
    ("sasaran", r"^(uraian)?sasaran|^kinerjautama$|^kinerja$|^outcome$|^hasilprogram"),
    ("tujuan", r"^(uraian)?(tujuan|misi)|^visi|^strategi|^arahkebijakan|^kebijakan|^isustrategis|^perspektif"),
    ("sub_kegiatan", r"^(nama)?subkegiatan|^uraiansubkegiatan"),
    (
        "program_kegiatan",
        r"program.*kegiatan|kegiatan.*program|^uraian|^(bidang)?urusan|^nomenklatur|^jenis"
        r"(anggaran|belanja|kegiatan|program|pendapatan|penerimaan|pengeluaran|urusan|pajak|retribusi)|^nama(program|kegiatan|belanja)|^rincian"
        r"|^belanja$|^(penerimaan|pendapatan)|^sumber(dana|pendanaan|anggaran|pembiayaan)?$|kelompokbelanja|^unitorganisasi",
    ),
    ("aksi", r"^aktivitas|^aksi$|^rencanaaksi|^langkah"),
    ("kegiatan", r"^kegiatan|kegiatan$"),
    ("program", r"^program|program$"),
    (
        "keterangan",
        r"^ket$|keterangan|^anali[sz]|^evaluasi|kendala|hambatan|permasalahan|solusi|tindaklanjut|^catatan|faktor|rekomendasi"
        r"|^upaya|^dokumen|buktidukung|^lokasi",
    ),
)
"""First match wins. Figure classes (target, realisasi, capaian, serapan, …) are settled further by money, percent and content."""

PENGUBAH: Final = re.compile(
    r"^(dalam|jumlah|nilai|volume|vol|angka|besaran|kinerja)?(rp|rupiah|jutarupiah|juta|ribu|%|persen|persentase|prosentase|prosen)?"
    r"(jumlah|rp|%)?$|^(tahun|thn|ta|th)?\d{0,4}(awal|akhir|murni|induk|revisi|perubahan|sebelum|sesudah|setelah|pergeseran)*(tahun)?\d{0,4}$"
)
"""Leaf headers that only shade a header above them: Rp, %, Volume, 2019, Awal, Revisi."""

UKURAN: Final = re.compile(r"^dalam(satuan)?(ribu|juta|mil[iy]ar|tril[iy]un)?(an)?(rp|rupiah)?$")
"""A remark under a header on how its figures are printed (`dalam jutaan Rupiah`); it names no column."""
CAMPUR: Final = re.compile(
    r"(?i)\b(target|rencana|pagu|anggaran)\b[^()]{0,24}(?:\bdan\b|\bserta\b|[&/,+])[^()]{0,24}\b(realisasi|capaian|pencapaian|kondisi)\b"
    r"|\b(realisasi|capaian|pencapaian|kondisi)\b[^()]{0,24}(?:\bdan\b|\bserta\b|[&/,+])[^()]{0,24}\b(target|rencana|pagu|anggaran)\b"
)
"""A group header that names both what was planned and what became of it: it tells of no column below it which of them it is."""
DITAMBAH: Final = re.compile(r"(?i)\bs\s?[./]\s?d\b|\bsampai\b|\bhingga\b|\bkumulatif")
UMUM: Final = re.compile(r"^(uraian|nama|rincian|deskripsi)$")
"""Leaf headers that name what the group header above them says (`Sasaran / Uraian`)."""
RENCANA: Final = re.compile(r"renstra|rpjm|jangkamenengah|rencanastrategis")
UANG: Final = re.compile(
    r"anggaran|keuangan|pagu|belanja|rupiah|(?<![a-z])rp|rp$|^rp|dana$|^dana|dipa|biaya|apbd|apbn|dppa|^penetapan(?!target|kinerja|indikator)"
)
KINERJA: Final = re.compile(r"kinerja|indikator|output|outcome")
PERSEN: Final = re.compile(r"%|persen|prosen")
RUPIAH: Final = re.compile(r"(?i)\brp\b|rupiah")
SESUDAH: Final = re.compile(r"setelah|sesudah|perubahan|revisi|pergeseran|dppa|apbdp|akhir")
SEBELUM: Final = re.compile(r"sebelum|murni|awal|induk|penetapan")
WILAYAH: Final = re.compile(r"provinsi|nasional|indonesia")
"""Beside a column of the same meaning, one for a whole region is a comparison; alone it may be the report's own."""
JUMLAH: Final = re.compile(r"^(jumlah|total)")
AKHIR: Final = re.compile(
    r"akhir(periode|tahun)?(renstra|rpjm|rencanastrategis|jangkamenengah|tahun)|akhirperiode|targetakhir|tahunakhir"
)
AWAL: Final = re.compile(r"kondisi.*awal|baseline|tahunawal|dataawal|kinerjaawal|awalrenstra|awalrpjm|datadasar")
LALU: Final = re.compile(r"tahun(lalu|sebelumnya|kemarin)|^n-?1$|tahunn-?1$")

TAHUN: Final = re.compile(r"(?<!\d)(20[0-4]\d|19[89]\d)(?!\d)")
RENTANG: Final = re.compile(
    r"(?<!\d)(20[0-4]\d)\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai( dengan)?|hingga)\s*(20[0-4]\d)(?!\d)", re.I
)
TAHUN_KE: Final = re.compile(r"(?i)^(?:th|thn|tahun)\.?\s*(?:ke)?\W*\s*(iv|v|i{1,3}|[1-5])$")
TRIWULAN: Final = re.compile(
    r"(?i)(?:\btri\s*-?\s*wulan|\btriw|\btrw|\btw|\btri|\bkuartal|\bcatur\s*wulan|\bq)\.?\s*(?:ke)?\W{0,2}\s*(iv|i{1,3}|[1-4])(?![a-z\d])"
)
SEMESTER: Final = re.compile(r"(?i)\b(?:semester|smt|sem)\.?\s*(?:ke)?\W{0,2}\s*(ii?|[12])(?![a-z\d])")
KELOMPOK_PERIODE: Final = (
    ("TW", re.compile(r"(?i)\b(?:tri\s*-?\s*wulan|triw|trw|tw|kuartal)\W*$")),
    ("S", re.compile(r"(?i)\b(?:semester|smt)\W*$")),
)
"""A group header that ends in the word alone: the columns below it are numbered."""
NOMOR_PERIODE: Final = re.compile(r"(?i)^\W*(?:ke)?\W*(iv|i{1,3}|[1-4])\W*$")
ROMAWI: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
BULAN: Final = re.compile(
    r"^(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
    r"|jan|feb|peb|mar|apr|jun|jul|agu|agt|ags|sep|okt|nov|nop|des)$"
)
DANA: Final = re.compile(
    r"(?i)^\W*(apb[dn]([ -]?p)?|dak|dau|dbh|dbh\W*cht|blud|pad|phln|bantuan (provinsi|keuangan)|hibah|dekonsentrasi|dana\b.*)"
    r"(\W+(provinsi|kabupaten|kota|kab|prov|murni|perubahan|\d{4}))*\W*$"
)
PENDAPATAN: Final = re.compile(
    r"(?i)^\W*([\d.]+\s*)?(pendapatan|pad\b|pajak|retribusi|lain\W*lain (pad|pendapatan)|dana perimbangan"
    r"|hasil (pengelolaan|retribusi|pajak)|penerimaan|bagi hasil)"
)
PEMBIAYAAN: Final = re.compile(r"(?i)^\W*([\d.]+\s*)?(penerimaan|pengeluaran)?\s*pembiayaan(\s+daerah)?\W*$")
SALDO: Final = re.compile(
    r"(?i)\W*(?:(?:jumlah\s+)?surplus\W*(?:atau|dan)?\W*defisit\b|pembiayaan\s+net+o\b"
    r"|sisa\s+lebih\W+(?:kurang\W+)?(?:pembiayaan|perhitungan)\b.{0,20}\bberkenaan\b).{0,30}"
)
"""Rows of an LRA that are no spending but what is left: revenue less spending, the financing net of both sides, their sum."""


@lru_cache(maxsize=4096)
def kelas(glued: str) -> str | None:
    """Class of one header text, None when no word of it is known."""
    return next((name for name, pattern in KELAS if pattern.search(glued)), None)


@lru_cache(maxsize=16384)
def periode(text: str) -> str | None:
    """`TW1` … `TW4`, `S1`, `S2` when the text names a quarter or a semester."""
    for prefix, pattern in (("TW", TRIWULAN), ("S", SEMESTER)):
        match = pattern.search(text)
        if match:
            word = match[1].casefold()
            return f"{prefix}{ROMAWI.get(word) or word}"
    return None


def periode_below(group: str, text: str) -> str | None:
    """The period of a column that only has a number (`II`) under a group header (`Triwulan`)."""
    number = NOMOR_PERIODE.match(text)
    prefix = next((name for name, pattern in KELOMPOK_PERIODE if pattern.search(group)), None)
    if number is None or prefix is None:
        return None
    order = ROMAWI.get(number[1].casefold()) or int(number[1])
    return f"{prefix}{order}" if prefix == "TW" or order <= 2 else None
