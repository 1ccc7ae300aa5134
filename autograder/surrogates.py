"""Lone surrogates: JSON and Python hold them in texts, and no file takes them."""


def without_surrogates(value: object) -> object:
    r"""Return JSON data whose every text can be written to a file.

    Examples
    --------
    >>> without_surrogates({"text": ["\ud800", 1]})
    {'text': ['?', 1]}
    """
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {without_surrogates(key): without_surrogates(item) for key, item in value.items()}
    return value
