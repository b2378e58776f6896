"""How one comes in to the desk: who is let in, from where, and who goes on guessing."""
