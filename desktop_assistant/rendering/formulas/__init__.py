"""TeX formulas as outlines: what stands where, free of any scale, for a painter or for HTML."""
