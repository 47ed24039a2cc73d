"""The Nu Html Checker over many documents at once: Java starts slowly."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

# Quick to start; the checker needs more stack than some systems give.
_JAVA = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_JAR = Path(sys.prefix) / "nu/node_modules/vnu-jar/build/dist/vnu.jar"


def errors(pages: Mapping[str, str]) -> list[str]:
    """Check documents by name; say each error with its document and line."""
    assert pages, "nothing to check"
    assert _JAR.exists(), "the Nu Html Checker is not installed: ./test installs it"
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            file = Path(folder) / f"{number}.html"
            file.write_text(html, encoding="utf-8")
            names[file.name] = name
        asked = ("-jar", str(_JAR), "--format", "json", "--stdout", "--exit-zero-always", *names)
        done = subprocess.run(
            ["java", *_JAVA, *asked],  # noqa: S607 - where it lies differs
            cwd=folder,
            capture_output=True,
            check=True,
        )
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{names[Path(each['url']).name]}, line {each.get('lastLine', 0)}: {each['message']}"
        for each in messages
        if each["type"] != "info"
    ]


def assert_valid_html(pages: Mapping[str, str]) -> None:
    """Fail with every error that the checker finds in documents by name."""
    found = errors(pages)
    assert not found, "\n".join(found)
