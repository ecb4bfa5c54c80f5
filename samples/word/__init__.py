"""The invented report as DOCX: through python-docx, and raw XML where python-docx has no words for it."""
