"""The words of a statement: paragraphs, passages, marks and names. Imports no model."""
