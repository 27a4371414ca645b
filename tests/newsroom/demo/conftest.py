import functools

import pytest

from tests.newsroom.demo.reading import DAYS, Demo

demo_of = functools.cache(Demo)


@pytest.fixture(params=DAYS, ids=str)
def demo(request):
    return demo_of(request.param)
