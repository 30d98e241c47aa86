"""Running the day on the page of a run sheet, opened from a disk, with a clock that is set."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import workshopcore as wc
from workshopcore.renderers.html.live import ENGINE, script_of

pytestmark = pytest.mark.browser

SIZES = {"phone": {"width": 320, "height": 640}, "desk": {"width": 1280, "height": 800}}
LARGEST = 64 * 1024
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def morning(**changes):
    """Return a morning with a talk, an expert, two tracks and a closing."""
    agenda = [
        wc.Session(title="Talk", id="talk", minutes=(20, 40, 60), lead=["rosa"]),
        wc.Session(title="Game", id="game", minutes=(10, 15, 20), priority="could"),
        wc.Buffer((0, 5, 20)),
        wc.Break((10, 15, 20)),
        wc.Session(title="Expert", id="expert", minutes=(30, 45, 60)),
        wc.Parallel(
            [
                wc.Track(
                    "Red",
                    [
                        wc.Session(title="Red one", id="red-1", minutes=(10, 20, 30)),
                        wc.Session(title="Red two", id="red-2", minutes=(10, 20, 30)),
                    ],
                ),
                wc.Track("Blue", [wc.Session(title="Blue one", id="blue-1", minutes=(20, 40, 50))]),
            ]
        ),
        wc.Break((10, 15, 20)),
        wc.Session("action-planning", title="Plan", id="plan", minutes=(20, 40, 50)),
        wc.Session(title="Close", id="close", minutes=(5, 10, 15)),
    ]
    fields = {"start": "2027-07-13T09:00", "end": "2027-07-13T12:45", "agenda": agenda, **changes}
    return wc.Programme(
        title="Harbour team: a year of change",
        id="harbour",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf"),
            wc.Person("Rosa Lindqvist", id="rosa", role="facilitator"),
            wc.Person("Ines Duarte", id="ines", role="expert"),
        ],
        workshops=[wc.Workshop("Where are we now?", id="now", **fields)],
        experts=[wc.ExpertEngagement("ines", "Choice", session="now/expert", arrival="taxi, 10:00")]
        if "agenda" not in changes
        else [],
    )


def publish(programme, folder, style="plain"):
    """Write the run sheet's page, and return where it is."""
    toolkit = wc.Toolkit(discover=False)
    report = toolkit.report(programme, "run-sheet", workshop="now", as_of="2027-07-01")
    path = folder / "run-sheet.html"
    path.write_bytes(toolkit.render(report, "html", style=style))
    return path


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return publish(morning(), tmp_path_factory.mktemp("live"))


@pytest.fixture
def faults(chromium_page):
    """Collect what goes wrong in the script: nothing may."""
    found = []
    chromium_page.on("pageerror", lambda fault: found.append(str(fault)))
    chromium_page.on("console", lambda message: found.append(message.text))
    yield found
    assert found == []


@pytest.fixture
def day(chromium_page, faults, published):
    """Return the page with the mode open, at nine in the morning in London."""
    chromium_page.clock.install(time="2027-07-13T07:59:00Z")
    chromium_page.goto(published.as_uri())
    chromium_page.get_by_role("button", name="Run the day").click()
    at(chromium_page, "09:00")
    return chromium_page


def at(page, clock):
    """Let the clock at the workshop show a time."""
    hours, minutes, *seconds = clock.split(":")
    rest = f":{seconds[0]}" if seconds else ":00"
    page.clock.pause_at(f"2027-07-13T{int(hours) - 1:02}:{minutes}{rest}Z")
    page.clock.run_for(0)


def play(page, *moments):
    """Press keys, given as ``"09:00 s"``."""
    for moment in moments:
        clock, key = moment.split(" ", 1)
        at(page, clock)
        page.keyboard.press(key)


def reload(page):
    """Load a page anew, once what it keeps has had time to reach the browser."""
    page.wait_for_timeout(100)
    page.reload()


def click(page, name):
    page.get_by_role("button", name=name).click()


def text(page, name):
    return page.locator(f"#_live_{name}").inner_text()


def coming(page):
    return [re.sub(r"\s+", " ", line) for line in page.locator("#_live_rest li").all_inner_texts()]


def saved(page, folder):
    """Save the times, and return the file."""
    with page.expect_download() as waiting:
        click(page, "Save the times")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def times(page, folder):
    found = json.loads(saved(page, folder).read_text(encoding="utf-8"))["actuals"]
    return {each.pop("session"): {k: v for k, v in each.items() if k != "title"} for each in found}


def wall(clock):
    return f"2027-07-13T{clock}:00"


def test_day_before_it_begins_shows_when_it_does_and_what_comes(chromium_page, day):
    assert text(day, "clock") == "09:00"
    assert text(day, "now_title") == "Nothing is on"
    assert text(day, "next_title") == "Talk"
    assert "Rosa Lindqvist" in text(day, "next_about")
    assert coming(day)[:4] == [
        "09:00–09:40 40 min Talk",
        "09:40–09:55 15 min Game",
        "10:00–10:15 15 min Break",
        "10:15–11:00 45 min Expert fixed",
    ]
    assert "before Expert, 10:15 at the latest" in text(day, "spare")


def test_clicks_start_end_and_extend(day, tmp_path):
    at(day, "09:02")
    click(day, "Start next")
    assert text(day, "now_title") == "Talk"
    at(day, "09:10:30")
    assert text(day, "left_time") == "29:30"
    click(day, "5 min longer")
    assert text(day, "left_time") == "34:30"
    assert text(day, "said") == "Talk takes 43 minutes"
    click(day, "5 min less")
    click(day, "5 min less")
    assert text(day, "said") == "Talk takes 33 minutes"
    at(day, "09:40")
    click(day, "Finished")
    assert text(day, "said") == "Ended Talk"
    assert times(day, tmp_path) == {
        "talk": {"start": wall("09:02"), "end": wall("09:40"), "fate": "done"}
    }


def test_keys_do_the_same_as_clicks(day, tmp_path):
    play(day, "09:02 s", "09:10 +", "09:10 -", "09:10 -", "09:40 e", "09:41 x", "09:50 Enter")
    assert text(day, "now_title") == "Break"
    assert times(day, tmp_path) == {
        "talk": {"start": wall("09:02"), "end": wall("09:40"), "fate": "done"},
        "game": {"fate": "cut"},
        "break": {"start": wall("09:50"), "fate": "done"},
    }


def test_what_is_left_of_the_day_is_timed_anew_and_said(day):
    play(day, "09:00 s")
    at(day, "09:50")
    assert day.locator("#_live_changes li").all_inner_texts() == [
        "Talk 40 → 50",
        "Game 15 → 10",
        "Buffer 5 → 0",
        "finish unchanged",
    ]
    assert coming(day)[:3] == [
        "09:50–10:00 15 → 10 min Game",
        "10:00–10:15 15 min Break",
        "10:15–11:00 45 min Expert fixed",
    ]


def test_what_cannot_hold_is_an_alert_and_overtime_is_said_in_words(day):
    play(day, "09:00 s")
    at(day, "10:08:20")
    assert text(day, "alarm") == (
        "Tell people now: Expert cannot hold at 10:15: 3 minutes later at the earliest,"
        " even with everything that may go left out."
    )
    alert = day.get_by_role("alert")
    assert alert.inner_text().startswith("Expert cannot hold at 10:15: 3 minutes later")
    at(day, "10:09:20")
    assert "4 minutes later" in text(day, "alarm")
    assert alert.inner_text().startswith("Expert cannot hold at 10:15: 3 minutes later")
    assert text(day, "left_time") == "9:20"
    assert text(day, "left_words") == "over its longest, 60 min"
    assert coming(day)[0] == "Game to be left out"


def test_what_is_left_out_can_be_chosen_all_the_same(day, tmp_path):
    play(day, "09:00 s", "10:05 n")
    assert text(day, "said") == "Next: Expert"
    play(day, "10:05 n", "10:05 n", "10:05 n")
    while text(day, "next_title") != "Game":
        day.keyboard.press("n")
    play(day, "10:06 s")
    assert times(day, tmp_path)["game"] == {"start": wall("10:06"), "fate": "done"}


def test_a_key_pressed_twice_at_once_counts_once(day, tmp_path):
    play(day, "09:00 s", "09:00:01 s")
    assert text(day, "said") == "Pressed twice at once: counted once"
    assert list(times(day, tmp_path)) == ["talk"]


def test_last_move_is_taken_back_and_the_one_before_it(day):
    play(day, "09:00 s", "09:30 +", "09:40 s", "09:41 u")
    assert text(day, "said") == "Taken back: Started Game; ended Talk"
    assert text(day, "now_title") == "Talk"
    play(day, "09:41 u", "09:41 u", "09:41 u")
    assert text(day, "said") == "Nothing has been done that could be taken back"


def test_tracks_are_run_each_for_itself(day, tmp_path):
    play(day, "09:00 s", "09:40 s", "09:55 s", "10:15 s", "11:00 s")
    tracks = day.get_by_role("group", name="Tracks").get_by_role("button")
    assert tracks.count() == 2
    assert day.locator("#_live_rest h3").all_inner_texts() == ["Red", "Blue", "After the tracks"]
    assert coming(day) == [
        "11:20–11:40 20 min Red two",
        "11:40–11:55 15 min Break",
        "11:55–12:35 40 min Plan fixed",
        "12:35–12:45 10 min Close",
    ]
    tracks.nth(1).click()
    assert tracks.nth(1).get_attribute("aria-pressed") == "true"
    assert text(day, "now_title") == "Blue one"
    play(day, "11:20 1", "11:21 s", "11:38 2")
    assert text(day, "said") == "Track: Blue · 5 minutes left: Blue one"
    play(day, "11:39 e")
    found = times(day, tmp_path)
    assert found["red-1"]["end"] == found["red-2"]["start"] == wall("11:21")
    assert found["blue-1"] == {"start": wall("11:00"), "end": wall("11:39"), "fate": "done"}


def test_reload_loses_nothing_and_opens_again(day, published):
    play(day, "09:00 s", "09:20 +")
    reload(day)
    assert text(day, "now_title") == "Talk"
    assert text(day, "left_time") == "25:00"
    assert "kept in this browser" in text(day, "kept")
    play(day, "09:21 u", "09:21 u")
    assert text(day, "now_about") == "was to be on from 09:00: is it?"


def test_another_window_goes_on_with_it(day, published):
    other = day.context.new_page()
    other.clock.install(time="2027-07-13T08:00:00Z")
    other.goto(published.as_uri())
    play(day, "09:00 s")
    other.clock.run_for(1000)
    assert text(other, "now_about").startswith("09:00–09:40")
    other.keyboard.press("+")
    day.clock.run_for(1000)
    assert text(day, "now_about").startswith("09:00–09:45")


def test_another_page_of_the_same_workshop_takes_it_up_as_far_as_it_fits(day, tmp_path):
    play(day, "09:00 s", "09:41 s")
    shorter = [
        wc.Session(title="Talk", id="talk", minutes=(20, 40, 60)),
        wc.Session(title="Close", id="close", minutes=(5, 10, 15)),
    ]
    programme = morning(agenda=shorter, start="2027-07-13T08:45")
    day.goto(publish(programme, tmp_path).as_uri())
    assert "has changed since times were taken" in text(day, "kept")
    assert text(day, "clock") == "09:41"
    found = times(day, tmp_path)
    assert found == {"talk": {"start": wall("09:00"), "end": wall("09:41"), "fate": "done"}}


def test_browser_that_keeps_nothing_says_so(chromium_page, faults, published):
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    chromium_page.add_init_script(refuse)
    chromium_page.clock.install(time="2027-07-13T08:00:00Z")
    chromium_page.goto(published.as_uri())
    chromium_page.get_by_role("button", name="Run the day").click()
    at(chromium_page, "09:00:10")
    chromium_page.keyboard.press("s")
    assert text(chromium_page, "now_title") == "Talk"
    assert text(chromium_page, "kept").startswith("This browser keeps nothing")


@pytest.mark.parametrize("broken", ["{", "[]", '{"version": 1}', '{"version": 9, "moves": []}'])
def test_what_was_kept_and_cannot_be_read_does_no_harm(day, published, broken):
    day.evaluate(f"localStorage.setItem('workshopcore-live:harbour/now', {json.dumps(broken)})")
    reload(day)
    click(day, "Run the day")
    assert text(day, "now_title") == "Nothing is on"


def test_clock_is_that_of_the_workshop_wherever_the_device_is(chromium, published):
    context = chromium.new_context(offline=True, timezone_id="Pacific/Auckland")
    page = context.new_page()
    page.clock.install(time="2027-07-13T08:30:00Z")
    page.goto(published.as_uri())
    page.get_by_role("button", name="Run the day").click()
    assert text(page, "clock") == "09:30"
    assert "Times are those of Europe/London" in text(page, "zone")
    context.close()
    context = chromium.new_context(offline=True, timezone_id="Europe/London")
    page = context.new_page()
    page.clock.install(time="2027-07-13T08:30:00Z")
    page.goto(published.as_uri())
    page.get_by_role("button", name="Run the day").click()
    assert text(page, "zone") == ""
    context.close()


def test_on_any_other_day_there_is_a_rehearsal_that_leaves_no_trace(
    chromium_page, faults, published
):
    page = chromium_page
    page.clock.install(time="2027-02-03T17:00:00Z")
    page.goto(published.as_uri())
    click(page, "Run the day")
    assert "This workshop is Tuesday 13 July 2027, 09:00–12:45" in text(page, "when")
    assert page.get_by_role("button", name="Start next").count() == 0
    click(page, "Rehearse")
    assert text(page, "clock") == "09:00"
    assert text(page, "mark") == "Rehearsal: nothing is recorded"
    page.keyboard.press("s")
    page.clock.run_for(61_000)
    assert text(page, "clock") == "09:01"
    assert text(page, "now_title") == "Talk"
    assert page.get_by_role("button", name="Save the times").count() == 0
    assert text(page, "zone") == ""
    click(page, "End the rehearsal")
    reload(page)
    assert page.evaluate("JSON.parse(localStorage['workshopcore-live:harbour/now']).moves") == []


def test_save_says_when_there_is_nothing_to_save(day):
    click(day, "Save the times")
    assert text(day, "said") == "Nothing has been recorded here that could be saved"


def test_single_keys_can_be_switched_off_and_stay_so(day):
    day.get_by_text("Keyboard", exact=True).click()
    day.get_by_label("Single keys").uncheck()
    play(day, "09:00 s")
    assert text(day, "now_title") == "Nothing is on"
    reload(day)
    play(day, "09:01 s")
    assert text(day, "now_about") == "was to be on from 09:00: is it?"


def test_enter_and_space_press_the_button_with_the_focus_and_nothing_else(day):
    play(day, "09:00 s")
    day.get_by_role("button", name="5 min longer").focus()
    play(day, "09:10 Enter", "09:12 Space")
    assert text(day, "now_title") == "Talk"
    assert text(day, "said") == "Talk takes 50 minutes"


@pytest.mark.parametrize("key", ["Control+e", "Meta+e", "Alt+x", "z"])
def test_keys_of_the_browser_are_left_alone(day, key):
    day.keyboard.press(key)
    assert text(day, "said") == ""


def test_focus_goes_in_and_comes_back(day):
    focused = "document.activeElement.id"
    assert day.evaluate(focused) == "_live_title"
    day.keyboard.press("?")
    assert day.locator("#_live_help").get_attribute("open") is not None
    day.keyboard.press("q")
    assert day.evaluate(focused) == "_live_open"
    assert day.locator("h1:visible").inner_text() == "Run sheet: Where are we now?"


def test_everything_can_be_reached_and_pressed_without_a_mouse(day):
    reached = []
    for _ in range(12):
        day.keyboard.press("Tab")
        reached.append(day.evaluate("document.activeElement.innerText.split('\\n')[0].trim()"))
    assert [re.sub(r" ?.$", "", each) if each[-2:-1] == " " else each for each in reached] == [
        *("Rehearse", "Save the times", "Back to the run sheet", "Finished", "5 min longer"),
        *("5 min less", "Start next", "Leave out", "Choose another", "Take back", "Keyboard"),
        reached[-1],
    ]


def test_only_what_happens_is_announced(day):
    day.evaluate(
        """() => {
          window.heard = [];
          const watch = new MutationObserver(() => window.heard.push(said.textContent));
          const said = document.getElementById("_live_said");
          watch.observe(said, { childList: true, characterData: true, subtree: true });
        }"""
    )
    play(day, "09:00 s")
    day.clock.run_for(41 * 60 * 1000)
    assert day.evaluate("window.heard") == [
        "Started Talk",
        "5 minutes left: Talk",
        "Time is up: Talk",
    ]


def test_time_that_is_up_is_announced_once(day):
    play(day, "09:00 s", "09:10 -", "09:10 -", "09:10 -", "09:10 -", "09:10 -")
    at(day, "09:15:01")
    assert text(day, "said") == "Time is up: Talk"


def test_hostile_titles_are_text_and_nothing_else(chromium_page, faults, tmp_path):
    bad = "</script><img src=x onerror=\"document.title='gone'\">{minutes}\u2028&lt;\u202e\u0007"
    agenda = [
        wc.Session(title=bad, id="talk", minutes=(20, 40, 60), lead=["rosa"]),
        wc.Parallel(
            [
                wc.Track(bad, [wc.Session(title=f"A {bad}", id="a", minutes=30)]),
                wc.Track("Other", [wc.Session(title=f"B {bad}", id="b", minutes=30)]),
            ]
        ),
    ]
    path = publish(morning(agenda=agenda), tmp_path)
    chromium_page.clock.install(time="2027-07-13T08:00:00Z")
    chromium_page.goto(path.as_uri())
    click(chromium_page, "Run the day")
    play(chromium_page, "09:01 s", "09:20 s")
    assert chromium_page.title().startswith("Run sheet: Where are we now?")
    assert chromium_page.locator("#_live img").count() == 0
    assert text(chromium_page, "now_title").startswith("A </script><img")
    assert "{minutes}" in text(chromium_page, "said")
    assert not set("\u2028\u202e\u0007") & set(chromium_page.locator("#_live").inner_text())
    found = times(chromium_page, tmp_path)
    assert list(found) == ["talk", "a", "b"]


def test_page_asks_the_network_for_nothing(chromium_page, published):
    asked = []
    chromium_page.on("request", lambda request: asked.append(request.url))
    chromium_page.clock.install(time="2027-07-13T08:00:00Z")
    chromium_page.goto(published.as_uri())
    click(chromium_page, "Run the day")
    play(chromium_page, "09:01 s", "09:40 s")
    assert asked == [published.as_uri()]


def test_no_other_script_may_run(chromium_page, published):
    chromium_page.goto(published.as_uri())
    chromium_page.evaluate(
        """() => {
          const added = document.createElement("script");
          added.textContent = "window.takenOver = true";
          document.body.append(added);
        }"""
    )
    assert chromium_page.evaluate("window.takenOver === undefined")


def test_paper_is_the_same_without_script_and_prints_without_the_mode(chromium, day, published):
    context = chromium.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(published.as_uri())
    plain = page.locator("main").inner_text()
    assert "Run the day" not in plain
    assert page.get_by_role("heading", name="Running order").is_visible()
    context.close()
    play(day, "09:00 s")
    day.emulate_media(media="print")
    assert day.locator("#_live").is_hidden()
    assert day.locator("#_live_door").is_hidden()
    assert day.get_by_role("heading", name="Running order").is_visible()


def test_page_is_of_a_decent_size(published):
    page = published.read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    css = Path("src/workshopcore/renderers/templates/live.css").read_text(encoding="utf-8")
    assert len("".join(scripts).encode()) + len(css.encode()) < LARGEST
    assert script_of(ENGINE) in scripts[0]


def states(page):
    """Yield each thing there is to see, once it can be seen."""
    yield "before"
    play(page, "09:00 s")
    yield "running"
    at(page, "10:08:20")
    yield "cannot hold"
    play(page, "10:09 s", "10:20 s", "11:10 s", "11:11 ?")
    yield "tracks and help"
    play(page, "11:12 u", "11:12 u", "11:12 u", "11:12 u")
    click(page, "Rehearse")
    yield "rehearsal"
    click(page, "End the rehearsal")
    page.clock.fast_forward(72 * 60 * 60 * 1000)
    page.clock.run_for(1000)
    yield "not on"


@pytest.mark.parametrize(
    ("style", "scheme", "size"),
    [
        ("plain", "light", "phone"),
        ("civic", "dark", "desk"),
        pytest.param("plain", "dark", "desk", marks=pytest.mark.deep),
        pytest.param("civic", "light", "desk", marks=pytest.mark.deep),
        pytest.param("civic", "dark", "phone", marks=pytest.mark.deep),
    ],
)
def test_axe_finds_nothing_whatever_there_is_to_see(
    chromium_page, faults, tmp_path, style, scheme, size
):
    page = chromium_page
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme=scheme)
    page.clock.install(time="2027-07-13T07:59:00Z")
    page.goto(publish(morning(), tmp_path, style).as_uri())
    click(page, "Run the day")
    options = {"runOnly": WCAG_22_AA, "resultTypes": ["violations"]}
    found = {}
    for state in states(page):
        # axe waits between its rules, which a clock that stands still would never let it do.
        page.clock.resume()
        violations = Axe().run(page, options=options).response["violations"]
        found[state] = [(each["id"], each["nodes"][0]["html"]) for each in violations]
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width == SIZES[size]["width"], state
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("size", [{"width": 640, "height": 400}, {"width": 320, "height": 256}])
def test_page_zoomed_to_twice_and_four_times_its_size_is_no_wider(day, size):
    day.set_viewport_size(size)
    play(day, "09:00 s")
    at(day, "10:08")
    assert day.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_targets_are_large_enough_to_hit(day):
    play(day, "09:00 s")
    small = day.evaluate(
        """[...document.querySelectorAll('#_live button, #_live input, #_live summary')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.getBoundingClientRect())
        .filter((box) => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0


def test_nothing_moves_for_those_who_want_it_so(day):
    style = "getComputedStyle(document.getElementById('_live_bar')).transitionDuration"
    assert day.evaluate(style) == "1s"
    day.emulate_media(reduced_motion="reduce")
    assert day.evaluate(style) == "0s"


def test_saved_times_are_what_the_record_then_holds(day, tmp_path):
    play(day, "09:02 s", "09:45 s", "09:58 s", "10:16 s", "11:02 s", "11:20 s", "11:21 2")
    play(day, "11:45 e", "11:46 1", "11:50 e", "11:51 x", "11:52 s", "12:30 s")
    programme = tmp_path / "programme.toml"
    wc.save(morning(), programme)
    file = saved(day, tmp_path)
    command = [sys.executable, "-m", "workshopcore.cli", "record", str(programme), "now"]
    done = subprocess.run(
        [*command, "--times", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = wc.load(programme).workshop("now").actuals
    assert {each.session: told(each) for each in found} == times(day, tmp_path)
    assert "Red two: 11:20-11:50" in done.stdout
    once = programme.read_bytes()
    subprocess.run([*command, "--times", str(file)], check=True, capture_output=True)
    assert programme.read_bytes() == once


def told(actual):
    moments = {"start": actual.start, "end": actual.end}
    said = {name: moment.isoformat() for name, moment in moments.items() if moment}
    return {**said, "fate": actual.fate}
