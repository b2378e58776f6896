"""The pages on which documents come in, and on which what was read from them is decided."""
