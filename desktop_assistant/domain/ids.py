"""Typed identifiers: random (see ``chat.new_ids``); nothing is ever keyed by a server's id."""

from typing import NewType

ConversationId = NewType("ConversationId", str)
MessageId = NewType("MessageId", str)
ProviderId = NewType("ProviderId", str)
