"""Answers from the revision: what has not changed since is said again, never made again."""
