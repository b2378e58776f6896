"""The pages about a statement's words: received, repaired, changed, withheld, erased."""
