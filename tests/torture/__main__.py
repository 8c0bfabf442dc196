"""``python -m tests.torture``: the same as ``make torture``."""

import sys

from tests.torture.run import main

sys.exit(main())
