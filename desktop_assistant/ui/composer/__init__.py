"""The box at the bottom: what will be asked, of which model, and how full the window gets."""
