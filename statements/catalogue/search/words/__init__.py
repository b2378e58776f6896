"""What is kept of the words of each record: in the database of words, in counts, in bitmaps."""
