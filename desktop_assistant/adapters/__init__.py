"""How outside things are reached: one folder each, strangers to each other."""
