"""Requirements on the library, against an independent oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet

from workshopcore.plugins.versions import mismatch

releases = st.lists(st.integers(0, 12), min_size=1, max_size=3).map(
    lambda parts: ".".join(map(str, parts))
)
operators = st.sampled_from([">=", "<=", ">", "<", "==", "!="])


@given(st.lists(st.tuples(operators, releases), min_size=1, max_size=3), releases)
def test_mismatch_agrees_with_the_packaging_library(clauses, version):
    asked = ",".join(operator + release for operator, release in clauses)
    expected = SpecifierSet(asked).contains(version)
    assert (mismatch([f"workshopcore{asked}"], version) == "") is expected


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3), releases)
def test_compatible_release_agrees_with_the_packaging_library(parts, version):
    asked = "~=" + ".".join(map(str, parts))
    assert (mismatch([f"workshopcore{asked}"], version) == "") is (version in SpecifierSet(asked))


@pytest.mark.parametrize(
    ("requirement", "version", "fits"),
    [
        ("workshopcore==1.*", "1.7.2", True),
        ("workshopcore==1.*", "2.0", False),
        ("workshopcore!=1.4.*", "1.4.9", False),
        ("WorkshopCore[cli] (>=2.0)", "1.0", False),
        ("workshopcore >= 2 ; extra == 'x'", "1.0", True),
        ("workshopcore-acme>=9", "1.0", True),
        ("workshopcore", "1.0", True),
        ("workshopcore @ https://example.org/x.whl", "1.0", True),
        ("workshopcore>=1.0rc1", "1.0", True),
        ("workshopcore>=1.0", "1.0.dev3", True),
    ],
)
def test_mismatch_reads_requirements_as_metadata_writes_them(requirement, version, fits):
    assert (mismatch([requirement], version) == "") is fits


def test_mismatch_says_which_one_is_newer():
    assert "newer than this one (1.2)" in mismatch(["workshopcore>=2"], "1.2")
    assert "older than this one (1.2)" in mismatch(["workshopcore<1"], "1.2")
    assert mismatch(["workshopcore!=1.2.0"], "1.2").endswith("and this is 1.2")
