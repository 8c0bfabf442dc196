"""Above the conversation: its title, the branch that is shown, the model, and what else to do."""
