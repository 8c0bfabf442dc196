"""The Chinese library of the pictures."""

HOUR, DAY = 3600.0, 86400.0
TITLES = (
    ("读书笔记：《万历十五年》", 9 * DAY, True, 1),
    ("毕业论文第三章提纲", 12 * DAY, True, 4),
    ("给房东的回信", 2 * HOUR, False, 1),
    ("周末去苏州的安排", 3 * HOUR, False, 2),
    ("解释特征向量", 1 * DAY, False, 1),
    ("季度报告摘要", 1 * DAY + HOUR, False, 2),
    ("给小猫起名字", 1 * DAY + 2 * HOUR, False, 1),
    ("重构日期解析函数", 3 * DAY, False, 6),
    ("比较两份租房合同", 4 * DAY, False, 1),
    ("面试问题：产品设计师", 4 * DAY + HOUR, False, 1),
    ("SQL 窗口函数速查", 5 * DAY, False, 1),
    ("冰岛行李清单", 6 * DAY, False, 1),
    ("ISO 8601 日期的正则", 15 * DAY, False, 1),
    ("关于潮汐的睡前故事", 20 * DAY, False, 1),
)
REPLY = "好的。"
MAIN_TITLE = "用 Python 清洗销售数据"
FIRST_QUESTION = "这份销售数据有哪些问题？先分析，不要动手改。"
FIRST_ANSWER = """先看一下这三类问题各占多少，再决定怎么处理：

| 问题 | 行数 | 占比 | 建议 |
| --- | ---: | ---: | --- |
| 订单号重复 | 1,204 | 2.4% | 只保留第一条 |
| 金额为空 | 318 | 0.6% | 按 0 处理，多为退款单 |
| 日期格式不一 | 5,870 | 11.7% | 统一为 ISO 8601 |
"""
OTHER_ANSWER = "先去重，再看空值。"
QUESTION = "请写出清洗代码，并按月汇总金额。"
EARLIER_QUESTIONS = ("写出清洗代码。", "请写出清洗代码，不要用 pandas。")
STREAMED = """## 清洗与按月汇总

- 先去重，再补空值；顺序反过来会多算退款。
- `to_period("M")` 会把日期归到所在的月份。

```python
import pandas as pd

df = pd.read_csv("销售.csv", parse_dates=["日期"])
df = df.drop_duplicates(subset="订单号")
df["金额"] = df["金额"].fillna(0)   # 退款单没有金额
月度 = df.groupby(df["日期"].dt.to_period("M"))["金额"].sum()
"""
DRAFT = "再画一张折线图，横轴用月份"
