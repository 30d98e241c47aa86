import pytest

from workshopcore.contracts.report import FormField


@pytest.mark.parametrize(("kind", "rows"), [("choice", ["a"]), ("line", ["a"]), ("matrix", [])])
def test_rows_are_for_a_matrix_and_a_matrix_has_some(kind, rows):
    with pytest.raises(ValueError, match=f"kind {kind} with {len(rows)} rows"):
        FormField("We", kind, options=["no", "yes"], rows=rows)
