"""From the bytes of a CSV file or workbook to its sheets: pure functions."""
