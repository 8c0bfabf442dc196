"""The library at the side: new conversation, search, the list, settings."""
