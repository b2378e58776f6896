"""The sites that are measured, the constant page beside them, and what processes cost."""
