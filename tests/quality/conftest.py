import pytest

from tests.stage import staged


@pytest.fixture(scope="session")
def stage():
    with staged() as url:
        yield url
