"""What is needed from outside, as protocols. Adapters fulfil them; ``chat`` sees nothing else.

Every port raises ``AssistantError`` for faults of the outside world and nothing else on purpose.
"""
