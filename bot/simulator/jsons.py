"""JSON as it goes over the wire: compact, not escaped beyond need."""

import json
from typing import Any

# Made once: `json.dumps` with settings of one's own builds an encoder at every call.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def text_of(value: Any) -> str:
    return _encode(value)


def bytes_of(value: Any) -> bytes:
    """UTF-8; lone surrogates, which people's texts may hold, stay as they are."""
    return _encode(value).encode("utf-8", "surrogatepass")
