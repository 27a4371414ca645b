"""Whatever is asked of the API, in any of its parameters: an answer as its document says, or a refusal in words."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.newsroom.views.test_openapi_json import world

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
PLACES = {
    "article_api_detail": {"slug": "season-2-date"},
    "show_api_detail": {"slug": "all-of-us-are-dead"},
    "season_api_detail": {"slug": "all-of-us-are-dead", "number": 2},
    "person_api_detail": {"slug": "lomon"},
    "platform_api_detail": {"slug": "netflix"},
    "claim_api_detail": {"key": "c-window"},
}
HERE = {
    "show": "all-of-us-are-dead",
    "season": 2,
    "person": "lomon",
    "platform": "netflix",
    "kicker": "k-drama",
}
__all__ = ["world"]


@pytest.mark.django_db
def test_every_answer_is_as_the_document_says(world):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    asked = [ask(result.ok()) for result in schema.get_all_operations()]
    assert len(asked) == 12
    assert {200, 404} <= {status for statuses in asked for status in statuses}


def ask(operation) -> set[int]:
    """Some requests of one kind; names are now and then such as are known here."""
    statuses = set()

    @given(case=operation.as_strategy(), is_known=st.booleans())
    @settings(
        max_examples=10,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def check(case, is_known):
        if is_known:
            case.path_parameters = PLACES.get(operation.definition.raw["operationId"], case.path_parameters)
            case.query = {name: HERE.get(name, value) for name, value in (case.query or {}).items()}
        response = case.call()
        statuses.add(response.status_code)
        case.validate_response(response, checks=CHECKS)

    check()
    return statuses
