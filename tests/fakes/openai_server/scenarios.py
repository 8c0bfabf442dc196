"""All named scenarios: every row of the table of stream faults, byte by byte, and more."""

from tests.fakes.openai_server import answers, odd_answers, odd_statuses, odd_streams
from tests.fakes.openai_server.answers import Answer

SCENARIOS: dict[str, Answer] = {
    "clean": answers.clean,
    **odd_streams.SCENARIOS,
    **odd_answers.SCENARIOS,
    **odd_statuses.SCENARIOS,
}
