"""Format 1: the tree of messages, their texts apart, and what finds them."""

SQL = """
CREATE TABLE system_texts (
  pk INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,   -- SHA-256 of the text
  text TEXT NOT NULL             -- a system prompt, stored once however often it was sent
) STRICT;

CREATE TABLE conversations (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  created_at REAL NOT NULL,      -- all times: seconds since 1970, UTC
  updated_at REAL NOT NULL,      -- when a message was last added
  used_at REAL NOT NULL,         -- orders the list; unlike updated_at it survives a clock set back
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread IN (0, 1)),
  branches INTEGER NOT NULL DEFAULT 0,   -- leaves of the tree, kept up to date
  active_leaf INTEGER REFERENCES messages (pk),
  provider_id TEXT,              -- NULL: follows the settings
  model TEXT,
  system_text INTEGER REFERENCES system_texts (pk),   -- NULL: follows the settings
  deleted_at REAL                -- not NULL: in the trash
) STRICT;

CREATE TABLE messages (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL REFERENCES conversations (pk),
  parent INTEGER REFERENCES messages (pk),       -- NULL: a first message
  last_child INTEGER REFERENCES messages (pk),   -- towards the leaf last shown; NULL: the newest
  position INTEGER NOT NULL,     -- the order of adding within the conversation
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  status TEXT NOT NULL CHECK (status IN
    ('streaming', 'complete', 'limit', 'filtered', 'stopped', 'interrupted', 'failed')),
  created_at REAL NOT NULL,
  length INTEGER NOT NULL,       -- characters of text
  provider_id TEXT,
  model TEXT,
  system_text INTEGER REFERENCES system_texts (pk),   -- as sent with this request
  finish_reason TEXT,
  input_tokens INTEGER,
  output_tokens INTEGER,
  usage_estimated INTEGER CHECK (usage_estimated IN (0, 1)),
  reasoning_s REAL,
  duration_s REAL,
  error TEXT,                    -- JSON: code, params, detail, retry_after_s
  note TEXT,
  writer TEXT,                   -- while streaming: names the lock file of the process that writes
  UNIQUE (conversation, position)
) STRICT;

CREATE INDEX messages_by_parent ON messages (parent);
CREATE INDEX messages_streaming ON messages (conversation, writer) WHERE status = 'streaming';

-- Texts are apart, so that lists and trees are read without them.
CREATE TABLE bodies (
  message INTEGER PRIMARY KEY REFERENCES messages (pk),
  text TEXT NOT NULL,
  reasoning TEXT
) STRICT;

-- A reply while it is being written: only ever added to, folded into its body at the end.
CREATE TABLE chunks (
  message INTEGER NOT NULL REFERENCES messages (pk),
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  reasoning TEXT NOT NULL,
  PRIMARY KEY (message, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  conversation INTEGER PRIMARY KEY REFERENCES conversations (pk),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE scroll_anchors (
  conversation INTEGER PRIMARY KEY REFERENCES conversations (pk),
  anchor TEXT NOT NULL
) STRICT;

CREATE TABLE app_state (
  key TEXT PRIMARY KEY,          -- 'window', 'new_draft'
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What may contain a text: hits are candidates, the text itself decides. Both hold case-folded
-- text only, keyed by messages.pk: every three characters in a row, and, for shorter searches,
-- every character beyond ASCII as its hexadecimal code.
CREATE VIRTUAL TABLE search_trigrams USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE search_characters USING fts5 (
  codes, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- For people with sqlite3 at hand; the program itself uses no view.
CREATE VIEW v_messages AS
SELECT
  c.id AS conversation_id, c.title, m.id AS message_id, p.id AS parent_id, m.position,
  m.role, m.status,
  b.text || coalesce((SELECT group_concat(text, '') FROM
    (SELECT text FROM chunks WHERE message = m.pk ORDER BY seq)), '') AS text,
  b.reasoning, m.provider_id, m.model, m.finish_reason, m.input_tokens, m.output_tokens,
  m.usage_estimated, m.error, s.text AS system_prompt,
  datetime(m.created_at, 'unixepoch') AS created_at,
  c.deleted_at IS NOT NULL AS in_trash
FROM messages AS m
JOIN conversations AS c ON c.pk = m.conversation
JOIN bodies AS b ON b.message = m.pk
LEFT JOIN messages AS p ON p.pk = m.parent
LEFT JOIN system_texts AS s ON s.pk = m.system_text;

CREATE VIEW v_active_path AS
WITH RECURSIVE path (message, parent) AS (
  SELECT m.pk, m.parent FROM conversations AS c JOIN messages AS m ON m.pk = c.active_leaf
  UNION ALL
  SELECT m.pk, m.parent FROM path JOIN messages AS m ON m.pk = path.parent
)
SELECT v.* FROM path JOIN messages AS m ON m.pk = path.message
JOIN v_messages AS v ON v.message_id = m.id
ORDER BY v.conversation_id, v.position;
"""
