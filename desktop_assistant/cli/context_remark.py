"""What to say where a request does not carry everything: a cut context must not go unseen."""

from desktop_assistant.chat.events import ContextCut


def context_remark(cut: ContextCut) -> str:
    """What is not sent, or that what is sent is too long."""
    sentences: list[str] = []
    if cut.left_out == 1:
        sentences.append("1 earlier message does not fit into the model's window and is not sent.")
    elif cut.left_out:
        sentences.append(
            f"{cut.left_out} earlier messages do not fit into the model's window and are not sent."
        )
    if cut.tokens > cut.budget:
        sentences.append(
            f"The question takes about {cut.tokens} tokens and the model's window has room for "
            f"{cut.budget}; it is sent whole all the same."
        )
    return " ".join(sentences)
