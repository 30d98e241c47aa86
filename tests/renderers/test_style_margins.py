import pytest
from attrs import asdict

from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers.html.look import stylesheet
from workshopcore.renderers.styles.margins import BOUNDS, margins_of

USUAL = {"top": 17, "right": 16, "bottom": 20, "left": 16}


def styled(**margins):
    return Style("acme:house", "Acme", margins=margins)


def test_sides_left_out_are_the_usual_ones():
    assert asdict(margins_of(styled())) == USUAL
    assert asdict(margins_of(styled(left=25.5))) == {**USUAL, "left": 25.5}


def test_margins_add_up():
    margins = margins_of(styled(top=10, bottom=20, left=11, right=22))
    assert (margins.across, margins.down) == (33, 30)


@pytest.mark.parametrize("side", BOUNDS)
def test_bounds_are_taken_and_what_is_beyond_is_refused(side):
    least, most = BOUNDS[side]
    for fine in (least, most):
        assert getattr(margins_of(styled(**{side: fine})), side) == fine
    for wrong in (least - 0.1, most + 0.1, "20", True):
        with pytest.raises(
            RenderError, match=rf"'acme:house', margins\.{side}: expected \d+ to 40"
        ):
            margins_of(styled(**{side: wrong}))


def test_side_that_there_is_not_is_refused():
    with pytest.raises(
        RenderError, match=r"margins\.lft: expected one of top, right, bottom, left"
    ):
        margins_of(styled(lft=20))


def test_margins_reach_the_printed_page():
    text = stylesheet(styled(top=12, right=13, bottom=18, left=14.5), "T", False)
    assert "@page{size:A4;margin:12mm 13mm 18mm 14.5mm;" in text


def test_pictures_are_no_taller_than_what_the_margins_leave():
    assert "--tallest:225mm;" in stylesheet(styled(), "T", False)
    assert "--tallest:182mm;" in stylesheet(styled(top=40, bottom=40), "T", False)
    assert "--tallest:145mm;" in stylesheet(styled(), "T", True)
