"""``python -m desktop_assistant``: hands over to ``app.main``."""

from desktop_assistant.app.main import run

if __name__ == "__main__":
    run()
