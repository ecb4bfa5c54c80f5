"""PDFium itself, ready for use: `pdfium` has its functions and types. Import it where it is needed, not before.

pypdfium2 brings it and keeps it in a package of its own; its helpers on top, whose import takes a tenth of the time of a short report, are
not needed here. Where something else imports them later, PDFium notices that it has been started already.
"""

from typing import Any

import pypdfium2_raw

pdfium: Any = pypdfium2_raw
pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
