"""The commands that look after the store, the staff and the configuration, as an operator runs them."""

import hashlib
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli import main


def run(*arguments: str) -> Result:
    """The command line, in this process."""
    return CliRunner().invoke(main, list(arguments))


def test_staff_are_added_listed_and_removed(tmp_path: Path) -> None:
    """By user id; whoever was not there is a problem, not a crash."""
    db = str(tmp_path / "p.db")
    assert run("staff", "add", "42", "press", "--db", db).exit_code == 0
    assert run("staff", "list", "--db", db).stdout == "42\tpress\tadded\n"
    assert run("staff", "remove", "42", "--db", db).exit_code == 0
    assert run("staff", "remove", "42", "--db", db).exit_code == 1
    assert run("staff", "add", "42", "boss", "--db", db).exit_code == 2


def test_a_backup_is_made_and_restored_and_nothing_is_thrown_away(tmp_path: Path) -> None:
    """The SHA-256 on stdout is the file's; the old database stays beside the restored one."""
    db, copy = tmp_path / "p.db", tmp_path / "copy.db"
    run("staff", "add", "42", "press", "--db", str(db))
    made = run("backup", str(copy), "--db", str(db))
    assert made.exit_code == 0
    assert made.stdout.strip() == hashlib.sha256(copy.read_bytes()).hexdigest()
    run("staff", "add", "43", "editor", "--db", str(db))
    restored = run("restore", str(copy), "--db", str(db))
    assert restored.exit_code == 0
    assert Path(restored.stdout.strip()).is_file()
    assert run("staff", "list", "--db", str(db)).stdout == "42\tpress\tadded\n"


def test_what_is_missing_or_damaged_is_said_in_one_clear_text(tmp_path: Path) -> None:
    """Status 2, the file's name, no traceback."""
    missing = run("backup", str(tmp_path / "x"), "--db", str(tmp_path / "none.db"))
    assert missing.exit_code == 2
    assert "none.db" in missing.stderr
    (tmp_path / "bad.db").write_bytes(b"not a database at all" * 100)
    bad = run("restore", str(tmp_path / "bad.db"), "--db", str(tmp_path / "p.db"))
    assert bad.exit_code == 2
    assert "bad.db" in bad.stderr
    assert "Traceback" not in bad.stderr + bad.stdout


def test_a_damaged_database_is_refused_by_every_command_that_opens_it(tmp_path: Path) -> None:
    """With the advice what to restore."""
    db = tmp_path / "p.db"
    run("staff", "add", "42", "press", "--db", str(db))
    assert run("backup", str(tmp_path / "backups" / "good.db"), "--db", str(db)).exit_code == 0
    content = bytearray(db.read_bytes())
    content[4096:12288] = bytes(8192)
    db.write_bytes(content)
    refused = run("staff", "add", "43", "press", "--db", str(db))
    assert refused.exit_code == 2
    assert "good.db" in refused.stderr


def test_check_offline_lists_every_mistake_and_what_to_mend(tmp_path: Path) -> None:
    """Status 2 for what cannot be read, 1 for what can be but is not wise, 0 when all is well."""
    path = tmp_path / "config.toml"
    path.write_text("[telegram]\nchannel = 1\n[log]\nlevel = 'LOUD'\n")
    wrong = run("check", "--config", str(path), "--offline")
    assert wrong.exit_code == 2
    assert "telegram.press_channel" in wrong.stderr
    assert "telegram.channel" in wrong.stderr
    assert "log.level" in wrong.stderr
    path.write_text(
        "[telegram]\npress_channel = -1\n[[feeds]]\nurl = 'https://example.org/feed'\nevery = '2s'\n"
    )
    unwise = run("check", "--config", str(path), "--offline")
    assert unwise.exit_code == 1
    assert "https://example.org/feed" in unwise.stderr
    assert "[[staff]]" in unwise.stderr
    path.write_text("[telegram]\npress_channel = -1\n[[staff]]\nid = 1\n")
    assert run("check", "--config", str(path), "--offline").exit_code == 0


def test_check_names_a_channels_quarter_that_no_card_knows(tmp_path: Path) -> None:
    """Misspelt, it would be a channel that stays silent."""
    path = tmp_path / "config.toml"
    run("staff", "add", "42", "press", "--db", str(tmp_path / "portineria.db"))
    path.write_text(
        "[telegram]\npress_channel = -1\n[[staff]]\nid = 1\n"
        "[[channels]]\nchat = -2\nquarters = ['san-siro', 'san-sirro']\n"
    )
    found = run("check", "--config", str(path), "--offline")
    assert found.exit_code == 1
    assert "channels[1].quarters: «san-sirro»" in found.stderr
    assert "«san-siro»" not in found.stderr


def test_run_without_a_token_says_where_it_belongs(tmp_path: Path) -> None:
    """Before anything starts."""
    path = tmp_path / "config.toml"
    path.write_text("[telegram]\npress_channel = -1\n")
    refused = run("run", "--config", str(path))
    assert refused.exit_code == 2
    assert "PORTINERIA_TOKEN" in refused.stderr


def test_every_command_of_the_contract_has_its_help() -> None:
    """Loading each one shows that its module stands."""
    listed = run("--help").stdout
    for name in (
        "ask",
        "backup",
        "cards",
        "check",
        "classify",
        "demo",
        "feeds",
        "hours",
        "run",
        "simulator",
        "staff",
    ):
        assert name in listed
        assert run(name, "--help").exit_code == 0
    assert "...\n" not in listed.partition("Commands:")[2]  # said whole in one line, or it says little
