"""What a command costs: CPU time and peak memory, of it and of all that it starts."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost.

    Attributes:
        seconds: CPU seconds, of user and system, with those of its own children.
        megabytes: The most memory that it held at once, without its children.
    """

    seconds: float
    megabytes: float


def cost_of(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run a command that must succeed.

    Args:
        command: The command.
        folder: Where to run it.
        environment: Variables beside those of this process.

    Raises:
        RuntimeError: It failed. What it wrote is the message.
    """
    log = folder / "command.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{tail}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
