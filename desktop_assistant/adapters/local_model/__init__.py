"""The built-in model: llama.cpp in a child process that speaks OpenAI's API on loopback.

``llama`` is the port's adapter; ``server_process`` is one run of the child, seen from the app;
``server`` is what runs in the child. ``order`` passes between them, ``child_log`` keeps what the
child says, ``model_files`` chooses the GGUF file, ``cores`` the number of threads.
"""

from desktop_assistant.adapters.local_model.llama import LlamaLocalModel

__all__ = ["LlamaLocalModel"]
