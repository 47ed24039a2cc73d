"""What must hold for the house as a whole: layers, sizes, documentation, lock files."""

import ast
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from click import Command, Option
from packaging.requirements import Requirement

from harness.process import HOUSE
from quiz import cli, settings


def module_name(path: Path) -> str:
    dotted = str(path.relative_to(HOUSE).with_suffix("")).replace("/", ".")
    return dotted.removesuffix(".__init__")


SOURCES = {
    module_name(path): path.read_text(encoding="utf-8")
    for path in (HOUSE / "app.py", *sorted((HOUSE / "quiz").rglob("*.py")))
}
TREES = {module: ast.parse(source) for module, source in SOURCES.items()}
README = (HOUSE / "README.md").read_text(encoding="utf-8")

WEB = ("app", "quiz.web", "quiz.cli")
STARTING = ("quiz.serve", "quiz.gunicorn_server", "quiz.addresses", "quiz.secret_keys")
WEB_PACKAGES = {"flask", "flask_wtf", "wtforms", "werkzeug"}
SQL_PACKAGES = {"sqlite3", "sqlite_utils"}
UNLISTED = {"quiz.store.migrations"}  # a migration is a list of tables, however many there are
CLOCK_OR_CHANCE = re.compile(
    r"(datetime\.(now|today|utcnow)|date\.today|random\.[a-z]\w*|os\.urandom)$"
)


def within(module: str, rooms: Iterable[str]) -> bool:
    return any(f"{module}.".startswith(f"{room}.") for room in rooms)


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """What these nodes import; ``from quiz import x`` counts as quiz.x where that is a module."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & SOURCES.keys()) or {node.module}
    return found


IMPORTS = {module: imports(ast.walk(tree)) for module, tree in TREES.items()}
PURE = [module for module in SOURCES if not within(module, (*WEB, *STARTING, "quiz.store"))]


def those_that_import(modules: Iterable[str], unwanted: Iterable[str]) -> list[str]:
    unwanted = tuple(unwanted)
    return [each for each in modules if any(within(name, unwanted) for name in IMPORTS[each])]


def test_only_the_web_knows_flask() -> None:
    others = [module for module in SOURCES if not within(module, WEB)]
    assert those_that_import(others, {*WEB_PACKAGES, *WEB}) == []


def test_only_the_store_knows_sql() -> None:
    others = [module for module in SOURCES if not within(module, ("quiz.store",))]
    assert those_that_import(others, SQL_PACKAGES) == []


def test_nothing_imports_the_app() -> None:
    assert those_that_import(SOURCES, ("app",)) == []


def test_pure_modules_import_pure_modules() -> None:
    assert len(PURE) > 10
    assert those_that_import(PURE, (*WEB, *STARTING, "quiz.store")) == []


def test_pure_modules_take_time_and_chance_as_arguments() -> None:
    assert those_that_import(PURE, ("time", "secrets", "uuid")) == []
    for module in PURE:
        nodes = list(ast.walk(TREES[module]))
        used = {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)}
        assert not {name for name in used if CLOCK_OR_CHANCE.search(name)}, module
        from_random = {
            alias.name
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module == "random"
            for alias in node.names
        }
        assert from_random <= {"Random"}, module


def test_rooms_are_small_and_say_what_they_are_for() -> None:
    assert [module for module, source in SOURCES.items() if source.count("\n") > 250] == []
    rooms = (module for module, tree in TREES.items() if tree.body)
    assert [module for module in rooms if not ast.get_docstring(TREES[module])] == []


def test_functions_have_forty_lines_at_most() -> None:
    long = [
        f"{module}.{node.name}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
        if module not in UNLISTED
    ]
    assert long == []


@pytest.mark.parametrize("row", settings.table(), ids=lambda row: row.variable)
def test_each_setting_stands_in_the_readme(row: settings.Row) -> None:
    default = f"`{row.default}`" if row.default else ""
    assert f"\n| `{row.variable}` | {default} | {row.help} |\n" in README


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_each_command_has_help_and_stands_in_the_readme(command: Command) -> None:
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, Option))
    assert f"\n| `{command.name}` | {command.get_short_help_str(200)} |\n" in README


def anchors(markdown: str) -> set[str]:
    """The anchors of a page's headings, as GitHub and others make them."""
    lines = re.findall(r"^#+ (.*)$", markdown, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


PAGES = [
    *HOUSE.glob("*.md"),
    *(page for room in ("docs", "questions", "tests") for page in (HOUSE / room).rglob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        elsewhere = re.match(r"[a-z]+:", link)
        assert elsewhere or target.exists(), link
        if anchor and not elsewhere:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "tests/nu/package-lock.json"]
)
def test_lock_files_hold_hashes_and_no_addresses(name: str) -> None:
    lock = (HOUSE / name).read_text(encoding="utf-8")
    assert "://" not in lock
    assert re.search(r"sha256:[0-9a-f]{64}|sha512-", lock)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_answer_pyproject(name: str) -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if name == "requirements-dev.txt":
        wanted += project["dependency-groups"]["dev"]
    lock = (HOUSE / name).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE)
    for requirement in map(Requirement, wanted):
        versions = [version for package, version in pins if package == requirement.name]
        assert versions, requirement.name
        assert all(requirement.specifier.contains(version) for version in versions), requirement
