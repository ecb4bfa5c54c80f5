"""Words and rules become grids, and grids over several pages one.

`build_body` takes pages as a reader gives them and returns the report's lines and page-wise grids in reading order; `stitch`
takes the body, its lines marked with roles by the outline, and joins the grids that continue on the next page. Between the two,
`find_unruled` makes grids of lines that stand in columns without rules (captions and headings are known by then). `join_beside`
puts the right part of a sheet that is wider than its pages beside the left one, `cut_signatures` takes signatures out of tables.
"""

from collections.abc import Iterable

from extractor.grids.beside import join_beside
from extractor.grids.page import page_items
from extractor.grids.running import cut_running_feet, mark_running_grids
from extractor.grids.signed import cut_signatures
from extractor.grids.stitch import stitch
from extractor.grids.unruled import find_unruled
from extractor.model.body import Body, Item, PageInfo
from extractor.model.page import Page

__all__ = ["build_body", "cut_signatures", "find_unruled", "join_beside", "stitch"]


def build_body(pages: Iterable[Page]) -> Body:
    """The body of a report, page by page; pages are read one at a time and not kept."""
    items: list[Item] = []
    infos: list[PageInfo] = []
    for page in pages:
        items.extend(page_items(page))
        readable = page.text.verdict == "good"
        infos.append(
            PageInfo(page.number, page.width, page.height, readable, page.text.reason, page.figures, page.layer)
        )
    return Body(tuple(cut_running_feet(mark_running_grids(items, infos), infos)), tuple(infos))
