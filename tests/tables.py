"""Every column of every table, to look for words that must be nowhere."""

from django.db import connection


def holding(words: str) -> list[str]:
    """Return the tables and columns in which words stand, in any capitals, in text or bytes.

    The tables of a search index are among them.
    """
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table == "catalogue_words" and connection.vendor == "sqlite":
                # Contentless: what it knows stands in the tables beside it.
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description or ()]
            for row in cursor.fetchall():
                found += [
                    f"{table}.{name}"
                    for name, value in zip(names, row, strict=True)
                    if words.casefold() in _read(value).casefold()
                ]
    return sorted(set(found))


def _read(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("latin-1")
    return str(value)
