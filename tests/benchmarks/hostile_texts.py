"""Texts that are slow to parse or to lay out in one way or another, each about half a megabyte."""


def all_texts():
    return {
        "one line of 2,000,000 characters": "word and more words, and so on; " * 62_500,
        "one word of 2,000,000 characters": "x" * 2_000_000,
        "50,000 runs of emphasis": "".join(f"*word{n}* " for n in range(50_000)),
        "100,000 nested quotes": ">" * 100_000 + " deep",
        "100,000 nested quotes with spaces": "> " * 100_000 + " deep",
        "a list of 15,000 items": "".join(
            f"- item {n} with **bold** and `code`\n" for n in range(15_000)
        ),
        "15,000 items, nested": "".join(f"{'  ' * (n % 40)}- item {n}\n" for n in range(15_000)),
        "a table of 15,000 rows": "| a | b | c |\n|---|---|---|\n"
        + "".join(f"| {n} | **b{n}** | some words |\n" for n in range(15_000)),
        "20,000 functions in one fence": "```python\n"
        + "".join(f"def f{n}(x: int):\n    return x * {n}  # note\n\n" for n in range(20_000))
        + "```\n",
        "30,000 links": "[a](http://b.c/d) " * 30_000,
        "100,000 opening brackets": "[" * 100_000,
        "500,000 combining marks": "a" + "\u0301" * 500_000,
        "100,000 tags": "<div>" * 100_000,
    }
