"""The desk: stock Django admin in the words of the work."""
