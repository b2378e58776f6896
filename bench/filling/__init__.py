"""Publishing: the corpus in batches, and single statements through the whole workflow."""
