"""How often Python looks for garbage in a process of ours."""

import gc

_THRESHOLDS = (100_000, 50, 1_000)


def collect_rarely() -> None:
    """Let this process look for garbage less often.

    Reading and building make objects that last until the end: to look at every 700 of them, as
    Python does, costs a tenth of the time and finds none.
    """
    gc.set_threshold(*_THRESHOLDS)
