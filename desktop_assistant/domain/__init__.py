"""What a conversation is: values and pure functions, on the standard library alone."""
