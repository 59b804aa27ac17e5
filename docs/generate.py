"""Write what is made from the program: the command line, the derived tables, the README's balance, guides' examples.

usage: python docs/generate.py [--check]

With --check nothing is written, and a page that is not what the program says is an error.
"""

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SQL = ROOT / "src" / "donnant" / "store" / "sql" / "schema.sql"
DONNANT = (sys.executable, "-c", "import sys; sys.argv[0] = 'donnant'; from donnant.cli.app import main; main()")


def output(*words: str, place: str | None = None) -> str:
    """What the program prints for some words, eighty columns wide, when called in some place."""
    environment = {"PATH": "/usr/bin:/bin", "COLUMNS": "80", "TERM": "dumb", "LANG": "C.UTF-8", "HOME": "/nonexistent"}
    done = subprocess.run([*DONNANT, *words], capture_output=True, text=True, check=True, env=environment, cwd=place)
    return done.stdout


def commands() -> list[str]:
    """The commands, in the order in which `--help` lists them."""
    listed = output("--help").partition("Commands:")[2]
    return re.findall(r"^  (\w+)", listed, flags=re.MULTILINE)


def command_page() -> str:
    """The reference of the command line."""
    parts = ["# The command line", "", "Made from `donnant --help` by `make docs`.", ""]
    for name in ("", *commands()):
        title = f"donnant {name}".strip()
        parts += [f"## {title}", "", "```", output(*name.split(), "--help").rstrip(), "```", ""]
    return "\n".join(parts)


def schema_page() -> str:
    """The reference of the derived tables."""
    text = SQL.read_text(encoding="utf-8").rstrip()
    head = "`DIR/.donnant/` holds an ordinary DuckDB file that any tool can query; it is derived, and can be deleted."
    return f"# The derived tables\n\nMade from the program's own schema by `make docs`. {head}\n\n```sql\n{text}\n```\n"


def balance() -> str:
    """The balance of the bundled case as the terminal shows it."""
    with tempfile.TemporaryDirectory() as place:
        printed = output("demo", "--dossier", "DIR", place=place)
    return printed.partition("\nBrief:")[0].rstrip()


def readme() -> str:
    """The README with the balance that the program prints now."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    fresh = f"<!-- balance -->\n```\n{balance()}\n```\n<!-- /balance -->"
    return re.sub(r"<!-- balance -->.*?<!-- /balance -->", lambda _: fresh, text, flags=re.DOTALL)


def guide(path: Path) -> str:
    """A guide with what each of its `$ donnant …` prints now, in a folder that holds the bundled case as `case`."""
    with tempfile.TemporaryDirectory() as place:
        output("demo", "--dossier", "case", place=place)

        def run(block: re.Match[str]) -> str:
            return f"```console\n$ donnant {block[1]}\n{output(*shlex.split(block[1]), place=place).rstrip()}\n```"

        text = path.read_text(encoding="utf-8")
        return re.sub(r"```console\n\$ donnant (.+)\n(?:.*\n)*?```", run, text)


PAGES = {
    "docs/reference/cli.md": command_page,
    "docs/reference/tables.md": schema_page,
    "README.md": readme,
    "docs/guides/origins.md": lambda: guide(ROOT / "docs" / "guides" / "origins.md"),
    "docs/guides/worth.md": lambda: guide(ROOT / "docs" / "guides" / "worth.md"),
}


def main() -> int:
    """Write the pages, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a stale page")
    check = parser.parse_args().check
    stale = 0
    for name, make in PAGES.items():
        path, text = ROOT / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(f"{name}: {'stale, run make docs' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
