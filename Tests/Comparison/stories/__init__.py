"""The stories that are told to both programs."""

from .decisions import Decisions
from .pools import Moves, Pools, Scenarios
from .reading import Making, Reading, Tracing
from .usage import Usage
from .writing import Settling, Writing, Year
from .wrong import BrokenFiles, BrokenTexts, Damage

# First the one with whose ledgers others begin, and one that needs none; then the longest ones, so that none is
# left running by itself.
ALL = [
    Making, Moves, Reading, Scenarios, BrokenTexts, Usage, Writing, Year, Tracing, Decisions, Pools, BrokenFiles,
    Settling, Damage,
]
