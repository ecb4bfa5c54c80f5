"""What the page and the workbook say, in both languages: Indonesian, English."""

from typing import NamedTuple

from extractor.emit.xlsx.kata import BUKTI as BUKTI_ID


class Teks(NamedTuple):
    id: str
    en: str


JUDUL = Teks("Perbandingan antartahun", "Years side by side")
PEMBUKA = Teks(
    "Setiap angka berasal dari laporan yang disebut dan tidak diubah; hanya pertumbuhan dan jarak ke target yang dihitung. "
    "Kesinambungan antartahun ditetapkan dengan alasan yang tertulis pada tiap baris.",
    "Every figure comes from the report named beside it and is unchanged; only growth and distance to targets are computed. "
    "Why figures of several years belong together is said in every row, in Indonesian.",
)
SUMBER = Teks("Laporan yang dibandingkan", "Reports compared")
TANYA_BEDA = Teks("Angka mana yang dilaporkan berbeda?", "Which figures are told differently?")
TANYA_RELASI = Teks("Indikator mana yang berubah?", "Which indicators changed?")
TANYA_GRAFIK = Teks("Bagaimana tiap indikator bergerak?", "How did each indicator move?")
TANYA_ANGGARAN = Teks("Bagaimana anggaran bergerak?", "How did the budget move?")
TANYA_CATATAN = Teks("Di mana deret terputus?", "Where do series break?")
TANYA_PERKEMBANGAN = Teks("Seberapa jauh dari target akhir?", "How far is the plan's target?")
TANYA_SERI = Teks(
    "Angka tiap seri tahun demi tahun (sumber grafik)", "Figures of each series by year (behind the charts)"
)
TANYA_NILAI = Teks("Setiap angka dengan laporan, tabel dan halamannya", "Every figure with its report, table and page")
SATU_TAHUN = Teks("Seri dengan angka satu tahun saja", "Series with figures of one year only")
TAK_ADA = Teks("Tidak ada.", "None.")
HALAMAN = Teks("hal.", "p.")
DATA = Teks("Angka dalam grafik", "Figures of the chart")
KUNCI = Teks(
    "Kotak dan garis putus-putus: target. Titik dan garis penuh: realisasi. Segitiga: capaian; garis titik-titik: 100 %. "
    "Belah ketupat: angka lain untuk tahun yang sama. Silang, dalam tabel ⊗: angka yang bertentangan dengan laporannya sendiri. "
    "Garis yang terhenti: tahun tanpa angka. Satuan yang berganti: grafik tersendiri.",
    "Squares and a dashed line: target. Dots and a solid line: realisasi. Triangles: capaian; dotted line: 100 %. "
    "Diamonds: another figure for the same year. A cross, ⊗ in the table: a figure that its own report contradicts. "
    "A line that stops: a year without a figure. A changed unit: a chart of its own.",
)
KUNCI_BUKU = Teks(
    "Kotak dan garis putus-putus: target. Titik dan garis penuh: realisasi. Segitiga: capaian. Belah ketupat: angka lain untuk tahun "
    "yang sama. Silang: angka yang bertentangan dengan laporannya sendiri. Garis yang terhenti: tahun tanpa angka. "
    "Satuan yang berganti: grafik tersendiri. Seri dengan angka satu tahun saja: di bawah.",
    "Squares and a dashed line: target. Dots and a solid line: realisasi. Triangles: capaian. Diamonds: another figure for the same "
    "year. A cross: a figure that its own report contradicts. A line that stops: a year without a figure. "
    "A changed unit: a chart of its own. Series with figures of one year only: further down.",
)
RELASI: dict[str, Teks] = {
    "same": Teks("tetap", "same"),
    "renamed": Teks("berganti nama", "renamed"),
    "split": Teks("dipecah", "split"),
    "merged": Teks("digabung", "merged"),
    "new": Teks("baru", "new"),
    "gone": Teks("tidak ada lagi", "gone"),
    "doubtful": Teks("meragukan", "doubtful"),
}
JENIS: dict[str, Teks] = {
    "restated": Teks("dinyatakan ulang", "restated"),
    "unit": Teks("satuan berbeda", "other unit"),
    "typing": Teks("salah ketik", "typing error"),
    "unexplained": Teks("tanpa penjelasan", "unexplained"),
}
JENIS_CATATAN: dict[str, Teks] = {
    "salinan": Teks("tabel terbawa dari laporan lama", "table carried over"),
    "periode": Teks("laporan sebagian tahun", "report of a part of the year"),
    "satuan": Teks("satuan berganti", "unit changed"),
    "arah": Teks("arah ukuran berganti", "direction changed"),
    "rumus": Teks("rumus berganti", "formula changed"),
    "kelipatan": Teks("berlipat sepuluh", "a factor of ten"),
    "tahun_kosong": Teks("tahun tanpa angka", "year without a figure"),
}
BUKTI: dict[str, Teks] = {proof: Teks(word, proof) for proof, word in BUKTI_ID.items()}
KEPALA: dict[str, Teks] = {
    "catatan": Teks("Catatan", "Note"),
    "periode": Teks("Periode", "Period"),
    "keterangan": Teks("Keterangan", "Explanation"),
    "pertumbuhan": Teks("Pertumbuhan (%)", "Growth (%)"),
    "tahun_target": Teks("Tahun target akhir", "Year of last target"),
    "target_akhir": Teks("Target akhir", "Last target"),
    "jarak": Teks("Jarak ke target akhir", "Distance to last target"),
    "seri": Teks("Seri", "Series"),
    "laporan": Teks("Laporan", "Report"),
    "tahun_laporan": Teks("Tahun laporan", "Report year"),
    "tabel": Teks("Tabel", "Table"),
    "page": Teks("Hal.", "Page"),
    "indikator": Teks("Indikator", "Indicator"),
    "satuan": Teks("Satuan", "Unit"),
    "relasi": Teks("Hubungan", "Relation"),
    "alasan": Teks("Alasan", "Reason"),
    "skor": Teks("Skor", "Score"),
    "tahun": Teks("Tahun", "Year"),
    "peran": Teks("Peran", "Role"),
    "nilai": Teks("Nilai", "Value"),
    "raw": Teks("Tercetak", "Printed"),
    "proof": Teks("Bukti", "Proof"),
    "nilai_a": Teks("Nilai A", "Value A"),
    "laporan_a": Teks("Laporan A", "Report A"),
    "tabel_a": Teks("Tabel A", "Table A"),
    "page_a": Teks("Hal. A", "Page A"),
    "nilai_b": Teks("Nilai B", "Value B"),
    "laporan_b": Teks("Laporan B", "Report B"),
    "tabel_b": Teks("Tabel B", "Table B"),
    "page_b": Teks("Hal. B", "Page B"),
    "jenis": Teks("Jenis", "Kind"),
    "kode": Teks("Kode", "Code"),
    "uraian": Teks("Uraian", "Line"),
    "pagu": Teks("Pagu", "Budget"),
    "realisasi": Teks("Realisasi", "Realised"),
    "persen": Teks("Serapan (%)", "Absorbed (%)"),
    "target": Teks("Target", "Target"),
    "capaian": Teks("Capaian (%)", "Capaian (%)"),
}
