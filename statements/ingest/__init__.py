"""How documents and lists come to the desk."""
