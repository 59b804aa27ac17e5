"""The bundled case: a folder in; a dossier of it, filled with its reports, out."""

from pathlib import Path

from donnant.dossier import Added, Dossier, Progress

CASE = Path(__file__).parent
REPORTS = CASE / "reports"
META = CASE / "meta.csv"
PRICES = CASE / "prices.toml"


def make_case(path: Path, progress: Progress | None = None) -> tuple[Dossier, Added]:
    """Make the dossier of the bundled case in a folder, or bring the one that is there up to date."""
    from donnant.read.meta import read_meta
    from donnant.store.folder import SETTINGS, Folder, read_settings, write_atomic

    if (path / SETTINGS).is_file():
        dossier = Dossier.open(path)
    else:
        settings = read_settings(Folder(CASE))
        dossier = Dossier.create(path, settings.parties, settings.title, settings.pair)
        write_atomic(dossier.folder.prices, PRICES.read_bytes())
    return dossier, dossier.add([REPORTS], read_meta(META), progress=progress)
