"""``packaging/setup.sh`` on made-up computers: fresh, set up, old, without rights."""

from pathlib import Path

import pytest

from tests.unit.setup.checkout import RECORDER, Checkout, packages


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_first_call_installs_what_the_program_needs(checkout: Checkout) -> None:
    result = checkout.set_up()

    assert result.returncode == 0, result.stderr
    assert checkout.calls("-m venv .venv")
    [locked] = checkout.calls("--require-hashes")
    assert "--no-deps" in locked
    assert "packaging/locks/run.lock --requirement packaging/locks/model.lock" in locked
    assert "test.lock" not in locked
    [project] = checkout.calls("--editable .")
    assert "--no-index" in project
    assert "--no-build-isolation" in project
    assert checkout.calls("compileall")
    assert not checkout.calls("apt-get")


def test_the_second_call_does_nothing(checkout: Checkout) -> None:
    checkout.set_up()

    result = checkout.set_up()

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert checkout.calls() == []


def test_tests_need_more_and_are_set_up_apart(checkout: Checkout) -> None:
    checkout.set_up("run")

    checkout.set_up("test")

    assert "packaging/locks/test.lock" in checkout.calls("--require-hashes")[0]
    assert not checkout.calls("-m venv")
    checkout.set_up("test")
    assert checkout.calls() == []


@pytest.mark.parametrize(
    "changed", ["packaging/locks/run.lock", "pyproject.toml", "packaging/setup.sh"]
)
def test_what_has_changed_is_installed_into_the_same_environment(
    checkout: Checkout, changed: str
) -> None:
    checkout.set_up()
    with (checkout.folder / changed).open("a") as file:
        file.write("\n# changed\n")

    checkout.set_up()

    assert checkout.calls("--require-hashes")
    assert checkout.calls("--editable")
    assert not checkout.calls("-m venv")


def test_an_environment_does_not_move_with_its_folder(checkout: Checkout) -> None:
    checkout.set_up()
    checkout.move()

    checkout.set_up()

    assert checkout.calls("-m venv .venv")


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.set_up()
    (checkout.folder / ".venv/bin/python").unlink()

    checkout.set_up()

    assert checkout.calls("-m venv .venv")


def test_a_setup_that_failed_is_tried_again(checkout: Checkout) -> None:
    failed = checkout.set_up(PIP_FAILS="1")

    assert failed.returncode != 0
    assert not checkout.calls("--editable")
    assert checkout.set_up().returncode == 0
    assert checkout.calls("--editable")


class TestSystemPackages:
    def test_what_is_missing_is_installed_by_root(self, checkout: Checkout) -> None:
        checkout.installed = checkout.installed.replace("libegl1 ", "").replace("xvfb", "")

        checkout.set_up("run")

        assert checkout.calls("apt-get") == [
            "apt-get update -q",
            "apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0 libegl1",
        ]
        checkout.set_up("test")
        assert checkout.calls("apt-get install")[0].endswith("libegl1 xvfb")

    def test_the_newer_name_of_a_library_counts(self, checkout: Checkout) -> None:
        checkout.installed = checkout.installed.replace("libglib2.0-0", "libglib2.0-0t64")

        checkout.set_up()

        assert not checkout.calls("apt-get")

    def test_a_user_with_sudo(self, checkout: Checkout) -> None:
        checkout.installed = ""

        checkout.set_up(USER_ID="1000", SUDO_WORKS="yes")

        assert checkout.calls("sudo apt-get")
        assert checkout.calls("apt-get install")[0].endswith(" ".join(packages("run")))

    def test_a_user_without_rights_is_told_the_command_and_goes_on(
        self, checkout: Checkout
    ) -> None:
        checkout.installed = checkout.installed.replace("libegl1 ", "")

        result = checkout.set_up(USER_ID="1000")

        assert result.returncode == 0
        assert "  sudo apt-get install --no-install-recommends libegl1\n" in result.stderr
        assert not checkout.calls("apt-get")
        assert checkout.calls("--editable")

    def test_a_registry_that_does_not_answer_is_told(self, checkout: Checkout) -> None:
        checkout.installed = ""

        result = checkout.set_up(APT_FAILS="100")

        assert result.returncode == 0
        assert "could not be installed" in result.stderr
        assert "  apt-get install --no-install-recommends libdbus-1-3" in result.stderr

    def test_other_systems_are_left_alone(self, checkout: Checkout) -> None:
        checkout.remove("apt-get")
        checkout.installed = ""

        assert checkout.set_up().returncode == 0


class TestPython:
    def test_the_first_that_is_new_enough_is_taken(self, checkout: Checkout) -> None:
        (checkout.folder.parent / "programs" / "python3").rename(
            checkout.folder.parent / "programs" / "python3.12"
        )
        checkout.install("python3", "#!/bin/sh\nexit 1\n")

        assert checkout.set_up().returncode == 0
        assert checkout.calls("python3.12 -m venv .venv")

    def test_without_any_it_says_so_in_a_sentence(self, checkout: Checkout) -> None:
        result = checkout.set_up(PYTHON_IS_OLD="1", USER_ID="1000")

        assert result.returncode == 1
        assert "needs Python 3.11 or newer, and there is none" in result.stderr
        assert not (checkout.folder / ".venv").exists()

    def test_a_missing_venv_module_is_installed(self, checkout: Checkout) -> None:
        result = checkout.set_up(VENV_IS_MISSING="yes")

        assert result.returncode == 0, result.stderr
        assert checkout.calls("apt-get install")[0].endswith("python3.11-venv")

    def test_a_missing_venv_module_is_told_where_it_cannot_be_installed(
        self, checkout: Checkout
    ) -> None:
        result = checkout.set_up(VENV_IS_MISSING="yes", USER_ID="1000")

        assert result.returncode == 1
        assert "sudo apt-get install --no-install-recommends python3.11-venv" in result.stderr
        assert "lacks the modules venv and ensurepip" in result.stderr


class TestMake:
    def test_alone_it_tells_what_there_is(self, checkout: Checkout) -> None:
        result = checkout.run("make")

        for target in ("run", "test", "check", "bench", "torture", "screenshots", "lock", "clean"):
            assert f"make {target} " in result.stdout
        assert checkout.calls() == []

    def test_run_hands_everything_on_to_the_program(self, checkout: Checkout) -> None:
        checkout.set_up()
        program = checkout.folder / ".venv/bin/desktop-assistant"
        program.write_text(RECORDER + "exit 3\n")
        program.chmod(0o755)

        result = checkout.run("make", "run", "ARGS=ask hello --json")

        assert checkout.calls() == ["desktop-assistant ask hello --json"]
        assert result.stdout == ""
        assert result.returncode != 0

    def test_ci_checks_and_tests_and_installs_make_first(self, checkout: Checkout) -> None:
        checkout.remove("make")
        checkout.install(
            "apt-get", f'{RECORDER}[ -e "${{0%/*}}/make" ] || cp "$0" "${{0%/*}}/make"\n'
        )

        result = checkout.run("bash", ".ci/run")

        assert result.returncode == 0, result.stderr
        assert [call.split()[:2] for call in checkout.calls()] == [
            ["apt-get", "update"],
            ["apt-get", "install"],
            ["make", "check"],
            ["make", "test"],
        ]

    def test_ci_fails_if_a_check_fails(self, checkout: Checkout) -> None:
        checkout.install("make", f"{RECORDER}exit 2\n")

        assert checkout.run("bash", ".ci/run").returncode != 0
        assert checkout.calls() == ["make check"]
