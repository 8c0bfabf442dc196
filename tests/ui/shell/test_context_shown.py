"""What you see is what is sent: what is over the window is greyed where it stands."""


async def test_messages_that_do_not_fit_any_more_say_so(shell):
    settings = shell.assembly.controller.settings
    settings.change({"chat.context_window": 512, "chat.system_prompt": ""})
    for number in range(3):
        await shell.send(f"{number} " + "word " * 150)
        count = 2 * (number + 1)
        await shell.until(lambda n=count: len(shell.state.path) == n)
        await shell.until(lambda: not shell.state.replying_to)
    transcript = shell.window.pane.transcript
    first = shell.state.path[0].node.id
    await shell.until(lambda: transcript.rows.content(first).is_left_out)
    last = shell.state.path[-1].node.id
    assert not transcript.rows.content(last).is_left_out
