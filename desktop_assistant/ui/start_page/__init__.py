"""What stands in the place of the transcript while a conversation has no message."""
