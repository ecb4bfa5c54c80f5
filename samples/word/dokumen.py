"""The whole report as DOCX: element after element into the body.

In: the report, and the page labels that the table of contents prints. Out: the file's bytes. Chapter and section numbers are not
typed where Word would compute them: BAB I and IV, all sections and lists come from numbering.xml, table numbers from SEQ fields.
"""

from collections.abc import Callable
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from samples.daftar import daftar
from samples.kisi import tercetak
from samples.model import Bab, Daftar, HalamanBaru, Laporan, Lembar, Paragraf, Subbab, Tabel, TandaTangan, pecah_tanda
from samples.word import bagian
from samples.word.tabel import tabel_xml
from samples.word.xml import hapus, kendali, kotak_teks, lari, medan, paragraf, rujukan, sifat, sisip, urai

_TENGAH = '<w:jc w:val="center"/>'
_TEPI = {"tegak": 8900, "rebah": 13800}
_DAFTAR_NOMOR = {"I": bagian.BAB, "II": bagian.SUBBAB_DUA, "III": bagian.SUBBAB_TIGA, "IV": bagian.BAB_EMPAT}


def tulis(laporan: Laporan, cetak: dict[int, str]) -> bytes:
    """`cetak`: printed page label by the element's index."""
    writer = _Penulis(laporan, cetak)
    writer.semua()
    return bagian.bungkus_tetap(writer.dokumen)


class _Penulis:
    """Appends one element after the other; remembers the chapter, the last id and the footnotes."""

    def __init__(self, laporan: Laporan, cetak: dict[int, str]) -> None:
        self.laporan, self.cetak = laporan, cetak
        self.dokumen = docx.Document()
        self.bab, self.arah, self.jejak = "", "tegak", 100
        self.catatan: list[str] = []
        self.baru = False
        self.urutan: dict[str, int] = {}

    def semua(self) -> None:
        self._siapkan()
        write: dict[type, Callable[..., None]] = {
            Bab: self._bab,
            Subbab: self._subbab,
            Paragraf: self._paragraf,
            Tabel: self._tabel,
            Daftar: self._daftar,
            TandaTangan: self._tanda_tangan,
            HalamanBaru: self._halaman_baru,
            Lembar: self._lembar,
        }
        self._sampul()
        for unsur in self.laporan.unsur:
            write[type(unsur)](unsur)
            self.baru = isinstance(unsur, Lembar)
        bagian.pasang_catatan_kaki(self.dokumen, self.catatan)
        bagian.rampingkan(self.dokumen)
        bagian.atur_sifat(self.dokumen, f"Laporan Kinerja Tahun {self.laporan.tahun}", self.laporan.instansi)

    def _siapkan(self) -> None:
        styles = self.dokumen.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(11)
        for name in ("toc 1", "toc 2", "table of figures"):
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        bagian.pasang_penomoran(self.dokumen)
        bagian.pasang_kepala_kaki(self.dokumen, self.laporan.kepala_halaman, self.laporan.kaki_halaman)
        self._nomor_halaman("lowerRoman", 0)

    def _nomor_halaman(self, bentuk: str, mulai: int) -> None:
        section = self.dokumen.sections[-1]._sectPr
        for old in section.xpath("./w:pgNumType"):
            section.remove(old)
        margin = section.xpath("./w:pgMar")[0]
        margin.addnext(urai(f'<w:pgNumType w:fmt="{bentuk}" w:start="{mulai}"/>'))

    def _tambah(self, xml: str) -> Any:
        """Append block XML to the body, before the section's properties."""
        element = urai(xml)
        self.dokumen.element.body.sectPr.addprevious(element)
        return element

    def _isi(self, teks: str, rpr: str = "") -> str:
        """A marked text as runs, tracked changes and footnote references."""
        out = ""
        for kind, text in pecah_tanda(teks):
            self.jejak += 1
            if kind == "ins":
                out += sisip(text, self.jejak, rpr)
            elif kind == "del":
                out += hapus(text, self.jejak, rpr)
            elif kind == "note":
                self.catatan.append(text)
                out += rujukan(len(self.catatan))
            else:
                out += lari(text, rpr)
        return out

    def _sampul(self) -> None:
        split = self.laporan.sampul.index("")
        for line in self.laporan.sampul[:split]:
            run = lari(line, sifat(True, 20))
            self._tambah(paragraf(kendali(run, "Tahun", 7001) if line.startswith("TAHUN") else run, _TENGAH))
        self._tambah(paragraf("", '<w:spacing w:before="5000"/>'))
        for line in self.laporan.sampul[split + 1 :]:
            self._tambah(paragraf(lari(line, sifat(True, 16)), _TENGAH))
        self._tambah(paragraf('<w:r><w:br w:type="page"/></w:r>'))

    def _bab(self, bab: Bab) -> None:
        self.bab, bold = bab.nomor, sifat(True, 14)
        if bab.bentuk == "kotak":
            self._tambah(kotak_teks([f"BAB {bab.nomor}", bab.judul]))
            return
        if bab.bentuk == "pecah":
            for line in (f"BAB {bab.nomor[:1]}", bab.nomor[1:], bab.judul):
                self._tambah(paragraf(lari(line, bold), f'<w:pStyle w:val="Heading1"/>{_TENGAH}'))
            return
        text = bab.judul if bab.bentuk == "satu" else f"//{bab.judul}"
        self._tambah(
            paragraf(lari(text, bold), f'<w:pStyle w:val="Heading1"/>{self._num(0, _DAFTAR_NOMOR[bab.nomor])}{_TENGAH}')
        )

    def _num(self, tingkat: int, daftar_nomor: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="{daftar_nomor}"/></w:numPr>'

    def _subbab(self, subbab: Subbab) -> None:
        own = self.bab in ("II", "III")
        num = self._num(subbab.tingkat - (2 if own else 1), _DAFTAR_NOMOR[self.bab])
        self._tambah(paragraf(lari(subbab.judul), f'<w:pStyle w:val="Heading{subbab.tingkat}"/>{num}'))

    def _paragraf(self, p: Paragraf) -> None:
        if p.gaya in ("judul", "tengah"):
            self._tambah(paragraf(self._isi(p.teks, sifat(True, 13)), _TENGAH))
        elif p.gaya == "butir" and len(p.tanda) > 2:
            tab = '<w:tabs><w:tab w:val="left" w:pos="1276"/></w:tabs><w:ind w:left="1276" w:hanging="1276"/>'
            self._tambah(paragraf(f"{lari(p.tanda)}<w:r><w:tab/></w:r>{self._isi(p.teks)}", tab))
        elif p.gaya == "butir":
            num = self._num(0, bagian.HURUF if p.tanda[0].isalpha() else bagian.ANGKA)
            self._tambah(paragraf(self._isi(p.teks), num))
        else:
            self._tambah(paragraf(self._isi(p.teks), '<w:spacing w:line="320" w:lineRule="auto"/><w:jc w:val="both"/>'))

    def _tanda_tangan(self, tanda: TandaTangan) -> None:
        for line in tanda.baris:
            self._tambah(paragraf(lari(line), '<w:spacing w:after="0"/><w:ind w:left="4500"/>'))

    def _halaman_baru(self, baru: HalamanBaru) -> None:
        if baru.angka:
            self.dokumen.add_section(WD_SECTION.NEW_PAGE)
            self.dokumen.sections[-1].different_first_page_header_footer = False
            self._nomor_halaman("decimal", 1)
        elif not self.baru:
            self._tambah(paragraf('<w:r><w:br w:type="page"/></w:r>'))

    def _lembar(self, lembar: Lembar) -> None:
        section = self.dokumen.add_section(WD_SECTION.NEW_PAGE)
        for old in section._sectPr.xpath("./w:pgNumType"):
            section._sectPr.remove(old)
        lying = lembar.arah == "rebah"
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        self.arah = lembar.arah

    def _daftar(self, isi: Daftar) -> None:
        self._tambah(paragraf(lari(f"DAFTAR {isi.apa.upper()}", sifat(True, 13)), _TENGAH))
        entries = daftar(self.laporan, isi.apa)
        order = 'TOC \\o "1-2" \\h \\z' if isi.apa == "isi" else 'TOC \\h \\z \\c "Tabel"'
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        begin = (
            mark.format("begin")
            + f'<w:r><w:instrText xml:space="preserve"> {order} </w:instrText></w:r>'
            + mark.format("separate")
        )
        for i, entry in enumerate(entries):
            style = ("toc1", "toc2")[entry.tingkat] if isi.apa == "isi" else "tableoffigures"
            tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8600"/></w:tabs><w:spacing w:after="40"/>'
            ppr = f'<w:pStyle w:val="{style}"/>{tabs}<w:ind w:left="{400 * entry.tingkat}"/>'
            runs = (
                lari(f"{entry.label} {entry.judul}".strip())
                + "<w:r><w:tab/></w:r>"
                + lari(self.cetak.get(entry.kunci, ""))
            )
            self._tambah(
                paragraf((begin if i == 0 else "") + runs + (mark.format("end") if i == len(entries) - 1 else ""), ppr)
            )

    def _tabel(self, tabel: Tabel) -> None:
        kisi = tercetak(tabel, self.laporan.salah)
        if tabel.judul_di == "atas":
            self._judul_tabel(tabel)
        xml = tabel_xml(tabel, kisi, self._isi, _TEPI[self.arah])
        self._tambah(kendali(xml, "Tabel sarana", 7002) if tabel.bingkai else xml)
        if tabel.judul_di == "bawah":
            self._judul_tabel(tabel)
        self._tambah(paragraf(lari(tabel.sumber or "", sifat(ukuran=9))))

    def _judul_tabel(self, tabel: Tabel) -> None:
        """Caption with the table's running number in a SEQ field; on two lines by a break, or (TABEL) by two paragraphs."""
        if tabel.nomor is None:
            return
        chapter, number = tabel.nomor.split(".")
        bold, ppr = sifat(True, 11), f'<w:pStyle w:val="Caption"/>{_TENGAH}'
        field = medan(f"SEQ Tabel_{chapter} \\* ARABIC", number, bold, sederhana=number == "1")
        label = lari(tabel.awalan.format(nomor=f"{chapter}."), bold) + field
        if tabel.awalan.startswith("TABEL"):
            self._tambah(paragraf(label, ppr))
            self._tambah(paragraf(lari(tabel.judul or "", bold), ppr))
        else:
            self._tambah(paragraf(label + lari(f"{'//' if tabel.baris_judul == 2 else ' '}{tabel.judul}", bold), ppr))
