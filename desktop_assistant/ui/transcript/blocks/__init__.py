"""How each kind of block is laid out, measured and painted."""
