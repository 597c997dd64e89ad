import datetime as dt
import enum
import json
import re
import uuid
from collections import defaultdict
from decimal import Decimal
from typing import Any, Dict, List, Optional


class Status(str, enum.Enum):
    active = "active"
    closed = "closed"


def slugify(text: str) -> str:
    text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    return re.sub(r"[-\s]+", "-", text)


def chunked(items: List[Any], size: int):
    for at in range(0, len(items), size):
        yield items[at:at + size]


rows: List[Dict[str, Optional[Any]]] = [
    {"id": 1, "title": "Hello, World!", "price": Decimal("9.99"), "meta": '{"tags": ["a", "b"]}'},
    {"id": 2, "title": "  Ünïcode Title ", "price": Decimal("10"), "meta": None},
]
by_tag = defaultdict(list)
for row in rows:
    meta = json.loads(row["meta"] or "{}")
    for tag in meta.get("tags", []):
        by_tag[tag].append(row["id"])
    print(slugify(row["title"]), row["price"] * 2, json.dumps(meta, sort_keys=True))
print(dict(by_tag), [list(c) for c in chunked(list(range(5)), 2)])
print(uuid.uuid5(uuid.NAMESPACE_DNS, "row-1"), dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc).isoformat())
print(Status("active").name, [s.value for s in Status], f"{Status.active.value!r}", Status.closed == "closed")
values = ", ".join(f"'{s.value}'" for s in Status)
print(f"CHECK (status IN ({values}))")
