"""`evenhand rules`, `evenhand playbook` and `evenhand scan`: for those who write rules and look through many calls."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from assist.problems import AssistProblem, PackProblem
from assist.rules.authoring import (
    context_of,
    explain,
    load_judge,
    pack_path,
    run_examples,
    shipped_packs,
    test_lines,
)
from assist.rules.loader import check_pack
from assist.rules.scan import ScanJob, ScanResult, scan_files
from speech.types import Channel

rules_app = typer.Typer(name="rules", help="Check, explain and test rule packs.", no_args_is_help=True)
playbook_app = typer.Typer(name="playbook", help="Check playbooks.", no_args_is_help=True)

SOUND_SUFFIXES = {".wav", ".flac", ".ogg", ".mp3", ".jsonl", ".json"}
TRANSCRIBER = "desktop.transcriber:transcribe"

PackOption = Annotated[
    str, typer.Option("--pack", "-p", help="A shipped pack (zh_CN, zh_TW, en_US, …) or a rules file.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of text.")]


@rules_app.command("check")
def rules_check(
    packs: Annotated[
        list[str] | None, typer.Argument(help="Packs or files; default: every shipped pack.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Load packs, run every example of every rule, and tell all that is wrong."""
    wrong = 0
    for name in packs or shipped_packs():
        path = pack_path(name)
        pack, problems = check_pack(path)
        for problem in problems:
            _tell_problem(problem, as_json=as_json)
        wrong += len(problems)
        if pack is None:
            continue
        results = run_examples(pack)
        failed = [result for result in results if not result.ok]
        wrong += len(failed)
        for result in failed:
            should = "must flag but does not" if result.example.fires else "must stay quiet but flags"
            reason = f"the rule {result.rule} {should}: “{result.example.text}”"
            _tell_problem(
                PackProblem(path.name, result.example.line, reason, "See `evenhand rules explain`."),
                as_json=as_json,
            )
        if not as_json:
            typer.echo(
                f"{pack.identity}: {len(pack.rules)} rules, {len(pack.concepts)} concepts, "
                f"{len(results) - len(failed)} of {len(results)} examples as they should be"
            )
    raise typer.Exit(2 if wrong else 0)


@rules_app.command("explain")
def rules_explain(
    sentence: Annotated[str, typer.Argument(help="What is said.")],
    pack: PackOption = "zh_CN",
    rule: Annotated[str, typer.Option("--rule", "-r", help="Only this rule.")] = "",
    speaker: Annotated[Channel, typer.Option(help="Who says it.")] = Channel.AGENT,
    context: Annotated[
        str, typer.Option(help='Case facts as JSON, such as {"party": "third_party"}.')
    ] = "{}",
    as_json: JsonOption = False,
) -> None:
    """Say why a sentence fires or not: rule by rule, slot by slot."""
    judge = load_judge(pack)
    found = explain(judge, sentence, speaker, _facts(context), rule)
    if as_json:
        for one in found:
            typer.echo(
                json.dumps(
                    {"rule": one.rule, "title": one.title, "outcome": one.outcome, "reasons": one.reasons},
                    ensure_ascii=False,
                )
            )
        return
    if not found:
        typer.echo("No rule finds anything in it.")
    for one in found:
        typer.echo(f"[{one.outcome}] {one.rule}  {one.title}")
        for reason in one.reasons:
            typer.echo(f"    {reason}")


@rules_app.command("test")
def rules_test(
    file: Annotated[
        Path,
        typer.Argument(help="JSON lines: id, text, speaker, jurisdiction, context. `-`: standard input."),
    ],
    pack: PackOption = "zh_CN",
    as_json: JsonOption = False,
) -> None:
    """Judge sentences: one object a line in, one object with its flags a line out."""
    judge = load_judge(pack)
    lines = sys.stdin if str(file) == "-" else _lines(file)
    counts: Counter[str] = Counter()
    for result in test_lines(judge, lines, file.name):
        counts["sentences"] += 1
        counts["flagged"] += bool(result["flags"])
        if as_json:
            typer.echo(json.dumps(result, ensure_ascii=False))
        else:
            names = ", ".join(
                f"{flag['category']} {flag['rule']} ({flag['score']:.2f})" for flag in result["flags"]
            )
            typer.echo(f"{result['id']}\t{names or '–'}")
    if not as_json:
        typer.echo(f"{counts['flagged']} of {counts['sentences']} sentences flagged")


def _vocabulary(language: str) -> Callable[[str], bool] | None:
    """The installed speech model's words; None where there is no model of the language."""
    from desktop.paths import data_paths
    from speech.models import default_model, is_installed, verified_model

    models = data_paths().models
    if not is_installed(models, default_model(language)):
        return None
    folder, _ = verified_model(models, default_model(language).name)
    from speech.vosk_recognizer import model_vocabulary

    return model_vocabulary(str(folder))


@playbook_app.command("check")
def playbook_check(
    files: Annotated[
        list[str] | None, typer.Argument(help="Playbooks or locales; default: every shipped one.")
    ] = None,
) -> None:
    """Load playbooks and tell all that is wrong with them."""
    from assist.playbook.check import check_playbook, shipped_playbooks

    wrong = 0
    for name in files or shipped_playbooks():
        problems = check_playbook(name, _vocabulary)
        for problem in problems:
            typer.echo(f"evenhand: {problem}", err=True)
        wrong += len(problems)
        if not problems:
            typer.echo(f"{name}: in order")
    raise typer.Exit(2 if wrong else 0)


def scan(
    files: Annotated[
        list[Path], typer.Argument(help="Sound (wav, flac, ogg, mp3), transcripts (jsonl), or folders.")
    ],
    pack: PackOption = "zh_CN",
    channel: Annotated[
        Channel | None,
        typer.Option(help="Whose voice mono files hold, or which side of stereo files to judge."),
    ] = None,
    jurisdiction: Annotated[str, typer.Option(help="Only rules of this place, such as CN.")] = "",
    context: Annotated[str, typer.Option(help="Case facts as JSON.")] = "{}",
    as_json: JsonOption = False,
    xlsx: Annotated[Path | None, typer.Option(help="Also write a workbook here.")] = None,
    resume: Annotated[
        Path | None, typer.Option(help="Keep results here, and do not scan again what is already in it.")
    ] = None,
    workers: Annotated[int, typer.Option(help="Processes; 0: one for each core.", min=0)] = 0,
) -> None:
    """Run the rules over recorded calls or transcripts in bulk."""
    paths = _expanded(files)
    facts = tuple(sorted((name, str(value)) for name, value in _facts(context).items()))
    job = ScanJob(pack_path(pack), TRANSCRIBER, channel, jurisdiction, facts)
    results: list[ScanResult] = []
    with Progress(
        TextColumn("scanning"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as progress:
        task = progress.add_task("scan", total=len(paths))
        for result in scan_files(job, paths, workers=workers, resume=resume):
            progress.advance(task)
            results.append(result)
            if as_json:
                typer.echo(json.dumps(result.as_object(), ensure_ascii=False))
    if not as_json:
        Console().print(_table(results))
    if xlsx is not None:
        _write_workbook(xlsx, results)
    broken = [result for result in results if result.problem]
    for result in broken:
        typer.echo(f"evenhand: {result.problem}", err=True)
    raise typer.Exit(2 if broken else 0)


def _tell_problem(problem: PackProblem, *, as_json: bool) -> None:
    if as_json:
        typer.echo(
            json.dumps(
                {"file": problem.file, "line": problem.line, "problem": str(problem)}, ensure_ascii=False
            )
        )
    else:
        typer.echo(f"evenhand: {problem}", err=True)


def _facts(context: str) -> dict[str, object]:
    try:
        value = json.loads(context)
    except ValueError as error:
        raise AssistProblem(
            "rules.context",
            'The context is not JSON. Write it like {{"party": "third_party"}}: {error}',
            error=str(error),
        ) from error
    return context_of(value)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AssistProblem(
            "rules.test_file", "{file} can't be read: {error}", file=str(file), error=str(error)
        ) from error


def _expanded(files: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for file in files:
        if file.is_dir():
            inside = sorted(one for one in file.rglob("*") if one.suffix.lower() in SOUND_SUFFIXES)
            found.update(dict.fromkeys(inside))
        elif file.is_file():
            found[file] = None
        else:
            raise AssistProblem("scan.no_file", "There is no {file}.", file=str(file))
    return list(found)


def _rows(results: list[ScanResult]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for result in results:
        for kind in ("flags", "possible", "mentions"):
            rows.extend(
                (
                    str(result.path), flag["start_s"], flag["channel"], kind, flag["category"], flag["rule"],
                    flag["severity"], flag["state"], flag["score"], flag["text"],
                )
                for flag in result.found.get(kind, ())
            )  # fmt: skip
    return rows


HEADINGS = ("file", "seconds", "channel", "kind", "category", "rule", "severity", "state", "score", "words")


def _table(results: list[ScanResult]) -> Table:
    table = Table(
        *HEADINGS, title=f"{len(results)} files, {sum(one.seconds for one in results) / 60:.1f} minutes"
    )
    for row in _rows(results):
        if row[3] == "flags":
            table.add_row(*(Path(cell).name if place == 0 else str(cell) for place, cell in enumerate(row)))
    return table


def _write_workbook(path: Path, results: list[ScanResult]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "flags"
    sheet.append(HEADINGS)
    for row in _rows(results):
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    for cell in sheet["J"]:
        cell.data_type = "s"  # recognised words that begin with = are no formula
    sheet.freeze_panes = "A2"
    files = workbook.create_sheet("files")
    files.append(("file", "seconds", "utterances", "flags", "problem"))
    for result in results:
        files.append(
            (
                str(result.path),
                result.seconds,
                result.utterances,
                len(result.found.get("flags", ())),
                result.problem,
            )
        )
    try:
        workbook.save(path)
    except OSError as error:
        raise AssistProblem(
            "scan.workbook", "{file} can't be written: {error}", file=str(path), error=str(error)
        ) from error


__all__ = ["playbook_app", "rules_app", "scan"]
