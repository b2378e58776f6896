"""The text of a statement and its passages: received, repaired, anchored again, translated."""
