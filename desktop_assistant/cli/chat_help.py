"""What can be typed in a terminal conversation; shown by ``/help`` and ``chat --help`` alike."""

CHAT_COMMANDS = """\
  /edit [TEXT]       ask the last question again in other words
  /retry             another answer to the last question
  /branches [N]      list the branches, or go to branch N
  /system [TEXT]     show or set the system prompt; "none" sends none,
                     "default" follows the settings again
  /model [NAME]      show the models, or choose one
  /new               begin a new conversation
  /help              this list
  /quit              leave
"""
CHAT_KEYS = """\
A line that ends in a backslash goes on in the next one. Ctrl+C stops a reply
and keeps what was written; Ctrl+D leaves.
"""
