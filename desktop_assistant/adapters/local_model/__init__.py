"""The built-in model: llama.cpp in a child process that speaks OpenAI's API on loopback.

* ``llama``: the port's adapter, used by the app
* ``server_process``: one run of the child, seen from the app
* ``server``: what runs in the child
* ``model_files``: which GGUF file to load
* ``cores``: how many threads make sense
"""
