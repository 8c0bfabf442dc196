"""The look of the page: the design's light colours and measures, in one style sheet.

The colours stand here once more because nothing of this room reads files; a test holds them to
``resources/theme/tokens.json``.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

COLORS: Final = {
    "bg.canvas": "#FFFFFF",
    "bg.sunken": "#F7F7F5",
    "bg.user": "#EAF1F1",
    "border.subtle": "#E8E8E4",
    "border.default": "#D6D6D1",
    "border.strong": "#868884",
    "text.primary": "#1B1D1E",
    "text.secondary": "#505457",
    "text.tertiary": "#64686B",
    "accent.fill": "#14666D",
    "accent.line": "#A9CDD0",
    "link": "#0B5F78",
    "error.text": "#AE2A20",
    "error.bg": "#FCF1EF",
    "error.border": "#EBC5C0",
    "warning.text": "#7E5000",
    "warning.bg": "#FCF5E6",
    "warning.border": "#E6D3A6",
}
CODE_COLORS: Final = {
    "bg": "#F7F7F5",
    "text": "#26292B",
    "comment": "#64696D",
    "keyword": "#8A2F86",
    "string": "#1D6A38",
    "number": "#964900",
    "function": "#1F57A6",
    "type": "#0F646D",
    "builtin": "#5A45A6",
    "operator": "#4A4E51",
    "decorator": "#7D5400",
    "tag": "#A32A39",
    "attribute": "#7A4A00",
    "regex": "#9B3412",
    "inserted": "#14532D",
    "deleted": "#8C1D15",
}

_SHEET: Final = """
*{box-sizing:border-box}
html{background:$bg.canvas;color:$text.primary;-webkit-text-size-adjust:100%;
 font:15px/1.6 system-ui,"Noto Sans",sans-serif}
body{margin:0}
main{max-width:808px;margin:0 auto;padding:32px 24px 64px;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,p,ul,ol,pre,figure,blockquote,table,hr{margin:0}
main>header{padding-bottom:16px;border-bottom:1px solid $border.subtle}
main>header h1{font-size:26px;line-height:34px;font-weight:600}
.about,.label,.reasoning,.notes,figcaption,.quiet,summary{font-size:12px;line-height:16px}
.about{margin-top:4px;color:$text.tertiary}
article{margin-top:26px}
.label{margin-bottom:8px;color:$text.tertiary}
.label b{margin-inline-end:4px;font-weight:600;color:$text.secondary}
.label span+span::before{content:"· "}
.question .label{text-align:end}
.question .text{width:fit-content;max-width:min(620px,84%);margin-inline-start:auto;
 padding:10px 16px 11px;border-radius:16px;border-end-end-radius:4px;background:$bg.user}
.question .text p,.reasoning p{white-space:pre-wrap;min-height:1lh}
.question .file{width:fit-content;max-width:min(620px,84%);margin-inline-start:auto;
 margin-bottom:6px}
.question .file[open]{width:min(620px,84%)}
.file summary{margin-inline-start:auto;padding:5px 12px;border-color:$border.default;
 border-radius:8px;font-size:12px;line-height:16px;color:$text.tertiary}
.file summary b{margin-inline-end:6px;font-weight:400;color:$text.primary;overflow-wrap:anywhere}
.file .code{margin-top:6px}
.text>*+*,li>*+*,blockquote>*+*,.notes>div>*+*{margin-top:12px}
.question .text>*+*,.reasoning>*+*,.tight>li>*+*{margin-top:0}
.text>.l1{margin-top:24px}.text>.l2{margin-top:22px}.text>.l3{margin-top:20px}
.text>.l4{margin-top:16px}
.text>:first-child{margin-top:0}
.l1+*,.l2+*{margin-top:10px}.l3+*,.l4+*{margin-top:8px}
.l1{font-size:21px;line-height:30px}.l2{font-size:18px;line-height:26px}
.l3{font-size:16px;line-height:24px}.l4{font-size:15px;line-height:24px}
.l1,.l2,.l3,.l4,strong,th{font-weight:600}
a{color:$link;text-underline-offset:2px;text-decoration-thickness:1px}
.host{color:$text.tertiary}
code,pre{font-family:"JetBrains Mono","Cascadia Mono","SF Mono","Noto Sans Mono",
 "DejaVu Sans Mono",monospace;font-size:13px;line-height:20px;
 font-variant-ligatures:none}
p code,li code,td code,th code,.l1 code,.l2 code,.l3 code,.l4 code,.image{
 padding:1px 4px;border:1px solid $border.subtle;border-radius:4px;background:$bg.sunken}
.image{color:$text.secondary}
.code{border:1px solid $border.subtle;border-radius:10px;background:$code.bg;overflow:hidden}
figcaption{padding:9px 14px 2px;color:$text.tertiary}
pre{padding:9px 14px 13px;overflow-x:auto;color:$code.text;tab-size:4}
figcaption+pre{padding-top:2px}
svg{font-size:1.1em}
.formula{overflow-x:auto;padding:4px 0;text-align:center}
.formula svg{font-size:16px}
.formula code{color:$text.secondary;white-space:pre-wrap}
blockquote{border-inline-start:2px solid $accent.line;padding-inline-start:14px}
ul,ol{padding-inline-start:26px}
li::marker{color:$text.tertiary}
li+li{margin-top:12px}.tight>li+li,.tight>li>*+*{margin-top:4px}
li.task{list-style:none}
.box{display:inline-block;width:14px;height:14px;margin-inline:-23px 9px;border-radius:3px;
 border:1.25px solid $border.strong;vertical-align:middle;
 position:relative;top:-1px;font-size:11px;line-height:12px;text-align:center;color:$bg.canvas}
.box.done{border-color:$accent.fill;background:$accent.fill}
li.task>.box+p{display:inline}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:20px}
th,td{padding:7px 12px;border-bottom:1px solid $border.subtle;text-align:start;vertical-align:top}
th{border-bottom-color:$border.default;font-size:13px;color:$text.secondary}
tbody tr:last-child td{border-bottom-color:$border.default}
.centre{text-align:center}.end{text-align:end;font-variant-numeric:tabular-nums}
hr{height:1px;border:0;background:$border.subtle}
.text>hr,.text>hr+*{margin-top:20px}
.notes{margin-top:20px;color:$text.secondary}
.notes::before{content:"";display:block;width:120px;height:1px;margin-bottom:8px;
 background:$border.subtle}
.notes.more{margin-top:4px}
.notes.more::before{display:none}
.notes>div{position:relative;padding-inline-start:24px;margin-top:4px}
.notes .mark{position:absolute;inset-inline-start:0;color:$text.tertiary}
sup{font-size:11px;line-height:1}
details{margin-bottom:12px}
summary{width:fit-content;padding:5px 10px;border:1px solid $border.subtle;border-radius:6px;
 font-size:13px;line-height:18px;color:$text.secondary;cursor:default}
.reasoning{margin-top:8px;padding-inline-start:14px;border-inline-start:2px solid $border.default;
 font-size:14px;line-height:20px;color:$text.secondary}
.ending{margin-top:12px;padding:11px 14px;border:1px solid $border.default;border-radius:10px;
 background:$bg.sunken;font-size:13px;line-height:20px;color:$text.secondary}
.ending b{font-weight:600;color:$text.primary}
.ending.stacked b{display:block}
.error{border-color:$error.border;background:$error.bg}
.error b{color:$error.text}
.warning{border-color:$warning.border;background:$warning.bg}
.quiet{margin-top:8px;color:$text.tertiary}
.text .cjk{line-height:1.6667}.reasoning .cjk{line-height:1.5}.notes .cjk{line-height:1.4}
@page{margin:18mm 20mm}
@media print{main{max-width:none;padding:0}
 pre{white-space:pre-wrap;overflow-wrap:anywhere}.formula svg{max-width:100%}
 .table{overflow:visible}th,td{overflow-wrap:anywhere;padding:5px 4px}
 .question .text,.code,.ending,summary{-webkit-print-color-adjust:exact;print-color-adjust:exact}
 h2,h3,h4,h5,h6,figcaption,.label,summary{break-after:avoid}tr,.ending{break-inside:avoid}
 p{orphans:2;widows:2}}
"""


def style_sheet() -> str:
    """Return the style sheet, without a character that could end its element."""
    named = {**COLORS, **{f"code.{role}": color for role, color in CODE_COLORS.items()}}
    sheet = re.sub(r"\$([a-z]+(?:\.[a-z]+)?)", lambda match: named[match[1]], _SHEET)
    roles = "".join(
        f".{role}{{color:{color}}}"
        for role, color in CODE_COLORS.items()
        if role not in ("bg", "text")
    )
    scoped = re.sub(r"\.([a-z]+)\{", r"pre .\1{", roles)
    return f"{sheet.strip()}\n{scoped}\npre .comment{{font-style:italic}}\n"


def style_source(sheet: str) -> str:
    """Return how a Content Security Policy names just this style sheet."""
    return f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'"
