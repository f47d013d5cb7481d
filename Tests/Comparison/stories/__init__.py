"""The stories that are told to both programs."""

from .decisions import Decisions
from .pools import Moves, Pools, Scenarios
from .reading import Making, Reading, Tracing
from .usage import Usage
from .writing import Settling, Writing, Year
from .wrong import BrokenFiles, BrokenTexts, Damage

# Told before the others, which begin with its ledgers.
FIRST = Making

# The longest ones first, so that none is left running by itself.
ALL = [
    Reading, Scenarios, BrokenTexts, Usage, Writing, Year, Tracing, Decisions, Pools, BrokenFiles, Settling, Moves,
    Damage,
]
