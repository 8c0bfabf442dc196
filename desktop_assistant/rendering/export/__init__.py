"""A branch of a conversation as a document to keep: a page of HTML, or Markdown.

``branch`` says what of a message leaves the library, ``words`` how the document speaks, ``page``
and ``blocks`` write HTML, ``style`` is its look, ``markdown`` writes Markdown.
"""
