"""The English library of the pictures."""

HOUR, DAY = 3600.0, 86400.0
TITLES = (
    ("Lisbon, three days in May", 9 * DAY, True, 1),
    ("Thesis: chapter 3 outline", 12 * DAY, True, 4),
    ("Reply to the landlord", 2 * HOUR, False, 1),
    ("Sourdough at 24 °C", 3 * HOUR, False, 1),
    ("SQL window functions", 1 * DAY, False, 1),
    ("Quarterly report, short summary", 1 * DAY + HOUR, False, 2),
    ("Names for a reading club", 1 * DAY + 2 * HOUR, False, 1),
    ("Explain eigenvectors simply", 3 * DAY, False, 1),
    ("Refactor the date parser", 4 * DAY, False, 6),
    ("Interview questions for a designer", 4 * DAY + HOUR, False, 1),
    ("Compare two rental contracts", 5 * DAY, False, 2),
    ("Packing list for Iceland", 6 * DAY, False, 1),
    ("Regex for ISO 8601 dates", 15 * DAY, False, 1),
    ("A bedtime story about tides", 20 * DAY, False, 1),
)
REPLY = "Gladly."
MAIN_TITLE = "Sizing the connection pool"
FIRST_QUESTION = "How large should our database connection pool be at 180 requests a second?"
FIRST_ANSWER = """By **Little’s law**, the mean number of busy connections is the arrival rate \
times the holding time. At 180 requests a second of 42 ms each, about 7.6 are busy.

| Pool size | Throughput | p50 | p99 | What you see |
| --- | ---: | ---: | ---: | --- |
| 8 | 171 /s | 44 ms | 610 ms | Requests queue for a connection |
| **12** | 180 /s | 42 ms | 96 ms | Room for bursts |
| 40 | 176 /s | 47 ms | 233 ms | Lock contention in the database |
"""
OTHER_ANSWER = "Start with twice the number of cores and measure from there."
QUESTION = "Show me how to set that up in SQLAlchemy, with sensible timeouts."
EARLIER_QUESTIONS = ("Show me the code.", "Show me how to set that up in SQLAlchemy.")
STREAMED = """## A pool of 12, with limits that fail early

- `pool_size` keeps connections open between requests.
- `pool_timeout` decides how long a request may wait before it gets an error.

```python
engine = create_engine(
    settings.database_url,
    pool_size=12,        # two above the measured need
    max_overflow=4,      # short bursts only
    pool_timeout=2.0,    # fail fast, let the queue drain
    pool_pre_ping=True,
"""
DRAFT = "And how would this change behind PgBouncer?"
