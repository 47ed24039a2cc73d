"""The draft command: suggestions on the console and for programs."""

import json
from pathlib import Path

from click.testing import CliRunner

from quiz.cli.draft import draft_command

TEXT = "Why tea\n\nSome experts say tea may help you sleep. Ask your doctor.\n"


def run(folder: Path, *options: str, name: str = "tea.txt", text: str = TEXT) -> tuple[int, str]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(draft_command, [str(file), *options])
    return result.exit_code, result.output


def test_it_prints_suggestions_for_programs(tmp_path: Path) -> None:
    code, output = run(tmp_path, "--json")
    heading, claim, advice = json.loads(output)
    assert code == 0
    assert (heading["role"], heading["level"], heading["gates"]) == ("none", None, {})
    assert (claim["role"], claim["level"]) == ("effect", 1)
    assert TEXT[claim["start"] : claim["end"]] == claim["text"]
    assert claim["gates"]["reason"]["words"] == "Some experts"
    assert claim["gates"]["findable"]["passes"] is False
    assert [cue["kind"] for cue in claim["cues"]] == ["unnamed authority", "hedge"]
    assert all(TEXT[cue["start"] : cue["end"]] == cue["words"] for cue in claim["cues"])
    assert advice["role"] == "advice"


def test_it_prints_suggestions_for_people(tmp_path: Path) -> None:
    _, output = run(tmp_path)
    assert "effect, Weak: Some experts say tea may help you sleep." in output
    assert "    reason yes: “Some experts”" in output
    assert "    cue hedge: may" in output


def test_it_reads_a_saved_page(tmp_path: Path) -> None:
    _, output = run(tmp_path, name="a.html", text="<script>x()</script><p>Tea helps you sleep.</p>")
    assert "effect, None: Tea helps you sleep." in output
    assert "x()" not in output


def test_it_says_in_words_what_it_cannot_read(tmp_path: Path) -> None:
    code, output = run(tmp_path, name="a.pdf")
    assert code == 1
    assert "a.pdf: Only .txt, .md and .html files are read" in output
