"""Reading the files back, as those who download them do."""

import csv
import io
import json
from typing import Any

from django.test import Client


def rows(client: Client, of: str, **parameters: Any) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    response = client.get(f"/{of}s.csv", parameters)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def told(client: Client, of: str, **parameters: Any) -> dict[str, Any]:
    """Return the object of a JSON file."""
    response = client.get(f"/{of}s.json", parameters)

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    answer: dict[str, Any] = json.loads(response.getvalue())
    return answer
