"""Small controls shared by every part of the window: painted from the tokens, named for all."""
