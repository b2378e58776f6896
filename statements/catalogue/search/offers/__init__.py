"""What a search offers besides its hits: other spellings, related terms, suggestions."""
