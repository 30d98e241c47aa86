import pytest

from workshopcore.cli.policy import house_policy
from workshopcore.cli.program import Refusal
from workshopcore.model.options import Options


@pytest.fixture
def house(tmp_path):
    return tmp_path / "house.toml"


def test_a_house_sets_thresholds(house):
    house.write_text("[policy.WC203]\nmost = 75\n[policy.ACME1]\nwords = ['a']\n")

    assert house_policy(house) == Options({"WC203": {"most": 75}, "ACME1": {"words": ("a",)}})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[policy", "expected TOML"),
        (b"\xff", "expected UTF-8 text"),
        (b"", "found none of them"),
        (b"policy = 1", "found none of them"),
        (b"title = 'x'\n[policy.WC203]", "found title"),
        (b"policy = {WC203 = {most = inf}}", "expected a finite number"),
        (b"policy.WC203.most = " + b"[" * 5000 + b"]" * 5000, "expected"),
    ],
)
def test_what_is_no_policy_is_refused(house, content, message):
    house.write_bytes(content)

    with pytest.raises(Refusal, match=message) as refused:
        house_policy(house)
    assert str(house) in refused.value.message


def test_a_policy_that_is_missing_is_refused(house):
    with pytest.raises(Refusal, match="No such file"):
        house_policy(house)


def test_a_byte_order_mark_is_no_matter(house):
    house.write_bytes(b"\xef\xbb\xbf[policy.WC203]\nmost = 75\n")

    assert house_policy(house)["WC203"]["most"] == 75
