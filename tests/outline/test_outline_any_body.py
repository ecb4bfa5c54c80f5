"""Whatever lines a report has: nothing is lost, nothing is changed but roles, and the outline is built."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Body, Grid, GridCell, Item, Line, PageInfo
from extractor.model.place import Place
from extractor.outline import assemble, mark_lines

TEXTS = (
    "BAB I",
    "I",
    "BAB II PERENCANAAN KINERJA",
    "PENDAHULUAN",
    "1.1 Latar Belakang",
    "3.1",
    "A. Umum",
    "Tabel 3.1",
    "Tabel 3.1 Capaian Kinerja",
    "Tabel 3.1 (lanjutan)",
    "Tabel Realisasi Anggaran",
    "DAFTAR TABEL",
    "Tabel 1 Pagu ...... 3",
    "Sumber: dinas",
    "3",
    "",
    "   ",
    "kinerja yang dilaporkan pada tahun ini",
)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    paged = draw(st.booleans())
    items: list[Item] = []
    for n, text in enumerate(draw(st.lists(st.sampled_from((*TEXTS, "grid")), max_size=30))):
        page = 1 + n // 6 if paged else None
        box = (72.0, 40.0 + 120 * (n % 6), 300.0, 52.0 + 120 * (n % 6)) if paged else None
        place = Place(page, box)
        if text == "grid":
            cells = tuple(GridCell(r, c, 1, 1, f"{r}{c}", (place,)) for r in range(3) for c in range(2))
            items.append(Grid(3, 2, cells, (place,)))
        else:
            items.append(Line(text, place, 11.0, bold=draw(st.booleans()), centred=draw(st.booleans())))
    pages = tuple(PageInfo(n + 1, 595.0, 842.0, True) for n in range(5)) if paged else ()
    return Body(tuple(items), pages)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(bodies())
def test_roles_only(body: Body) -> None:
    marked = mark_lines(body)
    assert [i.text for i in marked.items if isinstance(i, Line)] == [i.text for i in body.items if isinstance(i, Line)]
    assert [i for i in marked.items if isinstance(i, Grid)] == [i for i in body.items if isinstance(i, Grid)]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(bodies())
def test_outline_is_consistent(body: Body) -> None:
    outline = assemble(mark_lines(body), "x.pdf")
    grids = [i for i in body.items if isinstance(i, Grid)]
    assert len(outline.tables) <= len(grids)
    assert all(t.nomor is None or t.caption is not None for t in outline.tables)
    assert len({b.nomor for b in outline.bab}) == len(outline.bab)
    assert all(f.id == "" and f.message.id and f.message.en for f in outline.temuan)
