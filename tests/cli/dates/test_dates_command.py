import json
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"
EARLIEST = ["2027-01-05", "2027-02-02", "2027-03-02"]
"""The first Tuesdays four weeks apart: everybody can come to each, and no gaps are longer."""


def days(result):
    return re.findall(r"^\d+ +Tue (\S+) 09:15", result.stdout, re.MULTILINE)


def test_dates_are_chosen_and_nothing_is_written(choose, year):
    before = year.read_bytes()

    result = choose()

    assert (result.exit_code, days(result)) == (0, EARLIEST)
    assert result.stdout.splitlines()[:7] == [
        "no.  when                  workshop  can come",
        "1    Tue 2027-01-05 09:15  One       3 of 3",
        "2    Tue 2027-02-02 09:15  Two       3 of 3",
        "3    Tue 2027-03-02 09:15  Three     3 of 3",
        "",
        "9 of 9 can come in all; nobody misses anything; gaps of 4 weeks.",
        "Proven: no dates that meet all that is asked are better.",
    ]
    assert result.stdout.endswith("add --write to put the dates into year.toml.\n")
    assert year.read_bytes() == before


def test_who_misses_what_is_told(choose):
    result = choose("--away", "Tomasz=2027-01-05..2027-03-26", "--away", "mei=2027-01-05")

    assert result.stdout.splitlines()[:12] == [
        "no.  when                  workshop  can come  cannot come",
        "1    Tue 2027-01-12 09:15  One       2 of 3    Tomasz Zielak",
        "2    Tue 2027-02-09 09:15  Two       2 of 3    Tomasz Zielak",
        "3    Tue 2027-03-09 09:15  Three     2 of 3    Tomasz Zielak",
        "",
        "6 of 9 can come in all; nobody misses more than 3; gaps of 4 weeks.",
        "Proven: no dates that meet all that is asked are better.",
        "",
        "who misses     how much  which",
        "Tomasz Zielak  3         One, Two and Three",
        "",
        "2027 M T W T F S S M T W T F S S M T W T F S S M T W T F S S M T W T F S S M T",
    ]


def test_a_maybe_is_told_as_perhaps(choose, diaries, folder):
    (folder / "answers.poll").write_text(
        "\n".join(f"mei-tanaka 2027-{day} maybe" for day in ("01-05", "01-12", "01-19", "01-26"))
    )

    result = choose("--busy", "answers.poll", "--until", "2027-03-04")

    assert "2½ of 3   Mei Tanaka" in result.stdout
    assert "Mei Tanaka  ½         One (perhaps)" in result.stdout


def test_alternatives_stand_beside_the_dates(choose):
    lines = choose().stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("workshop  "))

    # Four weeks apart without the half-term: there are three such plans, the last in the spring.
    assert lines[at].split("  ")[0] == "workshop"
    assert [line.split("  ")[-1].strip() for line in lines[at + 4 : at + 6]] == ["9", "0"]
    assert lines[at + 1].split()[1:6] == ["01-05", "01-12", "*", "01-26", "*"]
    assert lines[at + 3].split()[1:6] == ["03-02", "03-09", "*", "03-23", "*"]


def test_whose_time_is_unknown_is_told(choose):
    result = choose("--away", "amina=2027-03-26", "--away", "mei=2027-03-26")

    assert result.stderr == (
        "Not everything is known of the time of Tomasz Zielak: what is not known counts as a yes.\n"
    )


def test_silence_counts_as_was_asked(choose):
    result = choose("--unanswered", "maybe", "--away", "mei=2027-03-26")

    assert "6 of 9 can come in all" in result.stdout
    assert result.stderr.endswith("what is not known counts as a maybe.\n")


def test_a_slip_in_a_name_is_told(choose, diaries, folder):
    (folder / "list.days").write_text("mei-tanakka 2027-01-05\n")

    result = choose("--busy", "list.days")

    assert result.exit_code == 0
    assert (
        "Nobody asks for 'mei-tanakka', whose time was given: is it a slip?"
        " Did you mean 'mei-tanaka'?\n"
    ) in result.stderr


@pytest.mark.parametrize(
    ("apart", "found"),
    [
        ("3-3", ["2027-01-12", "2027-02-02", "2027-02-23"]),
        ("5", ["2027-01-05", "2027-02-09", "2027-03-16"]),
    ],
)
def test_an_option_goes_before_the_file(choose, apart, found):
    assert days(choose("--weeks-apart", apart)) == found


def test_weekdays_months_and_ends_are_options(choose):
    result = choose(
        *("--weekday", "wednesday", "--weekday", "Thursday", "--not-in", "January"),
        *("--from", "2027-01-20", "--until", "2027-03-24"),
    )

    # The shortest gap is as long as it can be: 22 days.
    assert re.findall(r"^\d +(\w+ \S+) 09", result.stdout, re.MULTILINE) == [
        "Wed 2027-02-03",
        "Thu 2027-02-25",
        "Wed 2027-03-24",
    ]


def test_the_policy_is_where_the_rules_begin(choose, year):
    with year.open("a") as file:
        file.write(
            '\n[policy]\nWC131 = { months = ["January"] }\nWC130 = { least = 2, most = 2 }\n'
        )

    result = choose("--weekday", "Tuesday", rules="")

    assert days(result) == ["2027-02-09", "2027-02-23", "2027-03-09"]


def test_the_policy_of_the_house_comes_before_that(choose, folder):
    (folder / "house.toml").write_text("[policy.WC130]\nleast = 5\nmost = 5\n")

    result = choose("--policy", "house.toml", "--weekday", "Tuesday", rules="")

    assert days(result) == ["2027-01-05", "2027-02-09", "2027-03-16"]


def test_the_most_that_anybody_misses_is_an_option(choose):
    away = ["--away", "mei=2027-01-04..2027-02-28", "--away", "tomasz=2027-01-04..2027-01-10"]

    assert "nobody misses more than 2;" in choose(*away, "--until", "2027-03-05").stdout
    result = choose(*away, "--until", "2027-03-05", "--most-missed", "1")
    assert result.exit_code == 1
    assert "Nobody misses more than 1 workshop" in result.stdout


def test_fairness_goes_before_attendance_if_asked(choose, year):
    # Weight makes Mei's two days worth more than that Tomasz misses everything.
    year.write_text(year.read_text().replace('"Mei Tanaka"', '"Mei Tanaka"\nweight = 3'))
    away = ["--away", "tomasz=2027-01-05,2027-02-02,2027-03-02", "--away", "mei=2027-01-12"]
    few = ["--from", "2027-01-05", "--fix", "two=2027-02-02", "--fix", "three=2027-03-02"]
    only = ["--only-on", "one=2027-01-05,2027-01-12"]

    assert "nobody misses more than 3;" in choose(*away, *few, *only).stdout
    assert "nobody misses more than 2;" in choose(*away, *few, *only, "--fairest-first").stdout


def test_wishes_for_one_workshop_are_options(choose):
    asked = ["--only-on", "two=2027-02-09,2027-02-10", "--fix", "three=2027-03-09"]
    without = ["--not-on", "one=2027-01-12"]
    required = ["--require", "1=Tomasz", "--away", "tomasz=2027-01-19"]

    assert days(choose(*asked)) == ["2027-01-12", "2027-02-09", "2027-03-09"]
    assert days(choose(*asked, *without)) == ["2027-01-19", "2027-02-09", "2027-03-09"]
    assert days(choose(*asked, *without, *required)) == ["2027-01-26", "2027-02-09", "2027-03-09"]


def test_only_one_workshop_is_chosen_for_if_asked(choose):
    result = choose("--workshop", "three", "--away", "mei=2027-02-23")

    assert days(result) == ["2027-01-12", "2027-02-02", "2027-03-02"]


def test_no_dates_are_explained_with_exit_code_1(choose):
    result = choose("--weeks-apart", "4", "--until", "2027-02-12")

    assert result.exit_code == 1
    # Eight weeks do not go into six, whatever the weekday.
    assert result.stdout.splitlines()[:7] == [
        "Proven: no dates meet all that is asked.",
        "",
        "These cannot all be met:",
        "  - No workshop before 4 January 2027",
        "  - No workshop after 12 February 2027",
        "  - Workshops are at least 4 weeks apart",
        "What would have to give, one of:",
    ]


def test_why_not_says_who_or_what_rules_out_a_day(choose):
    result = choose(
        *("--away", "amina=2027-01-19", "--why-not", "2027-01-19"),
        *("--why-not", "three=2027-02-16", "--why-not", "2027-04-06"),
    )

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Tue 2027-01-19",
        "  - The other workshops find no dates around it (Three)",
        "  - 'One' and 'Two' could be held: 2 can come at best",
        "Tue 2027-02-16 for 'Three'",
        "  - No workshop during 'Half-term' (15 to 19 February 2027)",
        "Tue 2027-04-06",
        "  - Dates are looked for from Mon 2027-01-04 to Fri 2027-03-26 only",
    ]


def test_why_not_a_day_that_was_taken_says_so(choose):
    result = choose("--why-not", "one=2027-01-05")

    assert result.stdout.splitlines()[1:] == ["  - It is the day of 'One'"]


def test_a_move_disturbs_as_few_others_as_possible(choose):
    result = choose("--move", "two")

    # Two weeks after the first and four before the third, or the other way round: the earlier.
    assert days(result) == ["2027-01-12", "2027-01-26", "2027-02-23"]
    assert "before" in result.stdout.splitlines()[0]
    assert result.stdout.splitlines()[2].endswith("Tue 2027-02-02")


def test_what_holds_stays_when_the_rest_is_mended(choose):
    result = choose("--mend", "--away", "mei=2027-02-02", "--quorum", "3", "--keep", "one")

    assert days(result) == ["2027-01-12", "2027-01-26", "2027-02-23"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--keep", "one"], "--keep goes with --move or --mend"),
        (["--workshop", "one", "--mend"], "--workshop does not go with --move or --mend"),
        (["--why-not", "2027-01-05", "--write"], "--why-not does not go with --write or --report"),
        (["--style", "plain"], "--style goes with --report"),
        (["--why-not", "2027-01-05,2027-01-12"], "expected one day"),
        (["--report", "papers", "--as", "htm"], "no renderer 'htm'. Did you mean 'html'?"),
        (["--report", "papers", "--style", "plian"], "no style 'plian'. Did you mean 'plain'?"),
        (["--policy", "none.toml"], "none.toml: No such file or directory"),
    ],
)
def test_what_cannot_be_asked_is_refused(choose, asked, said):
    result = choose(*asked)

    assert result.exit_code == 2
    assert said in result.stderr


def test_everything_wrong_is_told_together(choose):
    result = choose(
        *("--weeks-apart", "often", "--not-in", "Augst", "--most-missed", "0.3"),
        *("--only-on", "too=2027-01-05", "--fix", "9=2027-01-05", "--not-on", "2027-01-05"),
        *("--away", "Amina=now", "--away", "nobody=2027-01-05", "--require", "one=nobody"),
        *("--fix", "one=2027-01-05,2027-01-12", "--move", "for"),
    )

    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.partition(": expected")[0].strip() for line in result.stderr.splitlines()] == [
        "Error: 11 problems",
        "WC003 --weeks-apart",
        "WC003 --not-in",
        "WC003 --most-missed",
        "WC003 --only-on too",
        "WC003 --not-on 2027-01-05",
        "WC003 --fix 9",
        "WC003 --fix one",
        "WC006 --require one=nobody",
        "WC003 --away Amina=now",
        "WC006 --away nobody",
        "WC003 --move for",
    ]


def test_a_policy_that_cannot_be_is_told(choose, year):
    with year.open("a") as file:
        file.write('\n[policy.WC131]\nmonths = ["Augst"]\n')

    result = choose("--not-in", "July", rules="")

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: WC003 policy: expected a month such as August, or 1 for January to 12,"
        " found 'Augst'. Did you mean 'August'?\n"
    )


def test_from_when_to_when_has_to_be_said_somewhere(choose, year):
    text = year.read_text().replace("start = 2027-01-04\nend = 2027-03-26\n", "", 1)
    year.write_text(text)

    result = choose("--until", "2027-03-26")

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: WC003 --from: expected a day, such as 2027-01-11, found nothing."
        " Neither the programme nor the rules say it\n"
    )
    assert days(choose("--from", "2027-01-04", "--until", "2027-03-26")) == EARLIEST


@pytest.mark.parametrize("asked", [[], ["--from", "2027-02-01"], ["--why-not", "2027-01-19"]])
def test_hostile_titles_cannot_act_upon_a_terminal(choose, year, asked):
    text = year.read_text().replace('title = "One"', 'title = "One\\u001b[2J[red]"')
    year.write_text(text)

    result = choose("--only-on", "one=2027-01-12", *asked)

    assert "\x1b" not in result.output
    assert "One\\x1b[2J[red]" in result.output


def test_json_has_everything(choose):
    found = json.loads(
        choose("--json", "--away", "mei=2027-01-05", "--why-not", "one=2027-02-16").stdout
    )

    assert list(found) == [
        *("as_of", "saved", "proven", "how", "steps", "plan", "reached", "alternatives"),
        *("conflict", "days", "why_not", "unasked", "problems"),
    ]
    assert (found["as_of"], found["saved"], found["proven"]) == ("2026-11-30", False, True)
    assert found["plan"]["workshops"][0] == {
        "workshop": "one",
        "title": "One",
        "start": "2027-01-12T09:15:00",
        "end": "2027-01-12T16:00:00",
        "attendance": 3,
        "invited": 3,
        "absent": [],
        "unsure": [],
        "unknown": ["amina-yusuf", "tomasz-zielak"],
        "room": "",
        "held": False,
        "was": None,
    }
    assert found["plan"]["gaps"] == [28, 28]
    assert found["reached"][0] == {"aim": "attendance", "value": 9, "bound": 9}
    assert found["conflict"] is None
    assert len(found["days"]) == 82
    assert found["why_not"][0]["workshop"] == "one"
    assert "Half-term" in found["why_not"][0]["reasons"][0]["text"]


def test_json_of_no_dates_has_the_conflict(choose):
    result = choose("--json", "--weeks-apart", "4", "--until", "2027-02-12")
    found = json.loads(result.stdout)

    assert (result.exit_code, found["plan"]) == (1, None)
    kinds = [each["kind"] for each in found["conflict"]["constraints"]]
    assert kinds == ["period", "period", "shortest-gap"]
    assert [len(each["plan"]["workshops"]) for each in found["conflict"]["remedies"]] == [3, 3, 3]


def test_the_page_names_what_json_has(choose):
    section = PAGE.read_text().partition("\n## dates\n")[2].partition("\n## ")[0]
    found = json.loads(choose("--json").stdout)

    def keys(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    assert {name for name in keys(found) if f"`{name}`" not in section} == set()


def test_the_report_is_written_in_every_format_asked_for(choose, folder):
    result = choose("--report", "papers", "--as", "html", "--as", "markdown", "--style", "civic")

    assert result.exit_code == 0
    assert [path.name for path in sorted((folder / "papers").iterdir())] == [
        "dates.html",
        "dates.md",
    ]
    assert "Wrote papers/dates.html\nWrote papers/dates.md\n" in result.stderr
    assert "<svg" in (folder / "papers" / "dates.html").read_text(encoding="utf-8")
    again = choose("--report", "papers", "--style", "civic")
    assert "Nothing new in papers/dates.html\n" in again.stderr


def test_a_report_says_why_there_are_no_dates(choose, folder):
    choose("--report", "papers", "--as", "text", "--weeks-apart", "4", "--until", "2027-02-12")

    assert "These cannot all be met" in (folder / "papers" / "dates.txt").read_text()
