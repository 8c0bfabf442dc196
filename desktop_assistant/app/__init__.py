"""How it is put together: wiring, start-up and shut-down order, paths."""
