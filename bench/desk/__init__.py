"""What the desk's pages cost, with many statements and with a long one."""
