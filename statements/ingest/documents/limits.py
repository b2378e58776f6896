"""How much of a document is read, and how long it may take."""

from typing import Final

MEGABYTE: Final = 1024 * 1024

# A file as it comes: bytes.
SIZE: Final = 20 * MEGABYTE
# Its text in characters: a day of a general debate has half of it.
CHARACTERS: Final = 1_000_000
PAGES: Final = 1_000

# A ZIP of documents, and what its files may come to, unpacked; they are read one at a time.
ARCHIVE_SIZE: Final = 100 * MEGABYTE
ARCHIVE_UNPACKED: Final = 500 * MEGABYTE

# What the parts of a Word document may come to, unpacked.
UNPACKED: Final = 100 * MEGABYTE
ENTRIES: Final = 2_000
# How much larger than its packed form an entry may be, once it is not small. Text packs to a
# tenth, the most repetitive part of an honest Word document to a hundredth.
RATIO: Final = 200
SMALL: Final = MEGABYTE
# Elements within elements.
DEPTH: Final = 200

# Tables: rows and columns of a file, and the characters of a sheet. Their rows are made at once,
# within a request.
ROWS: Final = 1_000
COLUMNS: Final = 100
TABLE_CHARACTERS: Final = 5_000_000

# Of the process that reads: what one document may take, and all that its memory may come to.
SECONDS: Final = 12
MEMORY: Final = 768 * MEGABYTE
