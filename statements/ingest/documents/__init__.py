"""What a document is before it is a statement: its bytes, their kind, and the text in them.

Nothing here, in `extractors`, `hypertext` and `layout` imports Django: the process that reads a
document has to start quickly.
"""
