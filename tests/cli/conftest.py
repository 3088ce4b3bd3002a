"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.sites import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Write the small study."""
    return small_study(tmp_path)
