"""Units of measure. In: a printed unit. Out: one spelling for each. An unknown unit keeps its printed words.

Spellings are those seen in real reports; the list is open, a unit that is missing here is no error.
"""

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "%": ("%", "persen", "prosen", "persentase", "prosentase", "presentase", "persentasi", "percent", "pct", "(%)"),
    "rupiah": ("rp", "rp.", "rupiah", "(rp)", "(rp.)", "idr"),
    "juta rupiah": ("juta rupiah", "rp juta", "jutaan rupiah", "rp. juta", "juta rp"),
    "ribu rupiah": ("ribu rupiah", "ribuan rupiah", "rp ribu", "rp.000", "rp 000", "(rp.000)"),
    "miliar rupiah": ("miliar rupiah", "milyar rupiah", "miliaran rupiah", "rp miliar", "rp milyar"),
    "orang": ("orang", "org", "org.", "jiwa"),
    "poin": ("poin", "point", "points"),
    "indeks": ("indeks", "index", "ikm"),
    "nilai": ("nilai", "angka", "skor", "score"),
    "predikat": ("predikat", "opini", "kategori"),
    "rasio": ("rasio", "ratio"),
    "dokumen": ("dokumen", "dok", "dok.", "document"),
    "unit": ("unit", "unit.", "units"),
    "kali": ("kali", "x"),
    "bulan": ("bulan", "bln", "bln."),
    "tahun": ("tahun", "thn", "thn."),
    "hari": ("hari", "hr"),
    "jam": ("jam",),
    "menit": ("menit", "mnt"),
    "km2": ("km2", "km²", "kilometer persegi"),
    "m2": ("m2", "m²", "meter persegi"),
    "m3": ("m3", "m³", "meter kubik"),
    "km": ("km", "kilometer"),
    "meter": ("m", "meter", "mtr"),
    "hektare": ("ha", "hektar", "hektare", "ha."),
    "ton": ("ton",),
    "kg": ("kg", "kilogram"),
    "liter": ("liter", "ltr", "l"),
    "KK": ("kk", "kepala keluarga"),
}
_PLAIN_UNITS = (
    "lembaga perangkat kab kab/ "
    "lpk opd skpd kegiatan program indikator kasus laporan paket lokasi desa kelurahan kecamatan kabupaten kota kab/kota "
    "kelompok perusahaan usaha umkm ukm koperasi sekolah siswa guru peserta aparatur pegawai asn pns buah set titik ruas "
    "jembatan rumah keluarga kawasan layanan aplikasi sistem media berita temuan rekomendasi regulasi perda peraturan kebijakan "
    "inovasi naskah arsip berkas surat lembar eksemplar buku judul unit unit/bulan rapat pertemuan sertifikat izin ijin "
    "ekor pohon batang bibit sambungan kwh mw watt volt titik/lokasi bidang bangunan gedung kendaraan stel pasang jenis "
    "responden pengunjung wisatawan kunjungan event even pelaku satuan tower pintu hotspot website domain dbh balita anak ibu bayi "
    "sasaran kegiatan/bulan ok oh oj op data peta titik angkatan kejadian tim pos pasar terminal halte dermaga rambu bus "
    "sampel jaringan kapal produk proyek kelas blok"
)
_CANONICAL = {spelling: unit for unit, spellings in _SPELLINGS.items() for spelling in spellings}
_KNOWN = frozenset(_CANONICAL) | frozenset(_PLAIN_UNITS.split())


def read_unit(text: str) -> str | None:
    """The unit in one spelling (`Persentase` gives `%`); other words as printed, single-spaced; None for a blank or a dash."""
    words = " ".join(text.split())
    if not words.strip("-–—._ "):
        return None
    return _CANONICAL.get(words.casefold(), words)


def is_unit_only(text: str) -> bool:
    """Is every word of `text` a unit (`orang`, `orang/tahun`, `juta rupiah`)? `Angka Kelahiran Total` is none."""
    words = text.casefold().split()
    if " ".join(words) in _KNOWN:
        return True
    parts = [part for word in words for part in word.split("/") if part and part != "per"]
    return bool(parts) and all(part in _KNOWN or part.rstrip(".,;") in _KNOWN for part in parts)


def is_known_unit(text: str) -> bool:
    """Does `text` begin with a word that real reports use as a unit?"""
    words = text.casefold().split()
    return bool(words) and (words[0] in _KNOWN or words[0].rstrip(".,;") in _KNOWN)
