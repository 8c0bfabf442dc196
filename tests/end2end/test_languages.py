"""The real program in another language, as its settings or the system have it."""

import pytest

from tests.end2end.desktop import wait_for

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(120)]


def write_settings(tmp_path, text):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def test_the_chosen_language_names_everything(desktop, launch, tmp_path):
    write_settings(tmp_path, '[appearance]\nlanguage = "zh_CN"\n')
    program = launch(desktop, shows="消息")
    agent = program.agent
    assert agent.find_all(role="frame")[0]["name"].endswith("Desktop Assistant")
    agent.find("新建对话", "push button")
    agent.find("搜索对话", "text")
    agent.press("设置", "push button")
    agent.find("设置", "dialog")
    row = agent.find("外观", ["list item", "table cell"], starts=True)
    agent.call("select", ref=row["ref"])
    agent.find("语言", "combo box")
    agent.press("取消", "push button")
    wait_for(lambda: not agent.find_all("设置", "dialog"), "the end of the dialog")
    assert program.output() == ""


def test_the_system_s_language_is_spoken_without_any_setting(desktop, launch, tmp_path):
    program = launch(
        desktop, shows="الرسالة", environment={"LANG": "ar_EG.UTF-8", "LANGUAGE": "ar"}
    )
    agent = program.agent
    sidebar = agent.find("محادثة جديدة", "push button")
    message = agent.find("الرسالة")
    x, *_ = agent.call("extents", ref=sidebar["ref"])
    left, _, width, _ = agent.call("extents", ref=message["ref"])
    assert x > left + width, "the sidebar is not at the right"
