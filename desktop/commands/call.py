"""`evenhand demo`, `evenhand live` and `evenhand transcribe`: calls in the window or on the terminal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.paths import data_paths
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript

if TYPE_CHECKING:
    from desktop.commands.call_printer import CallPrinter
    from desktop.installation import Installation
    from desktop.running_call import CallRequest, RunningCall

QUIET_TIMEOUT_S = 120.0
"""A call on the terminal that tells nothing for so long is given up; levels come ten times a second."""

UNVERIFIED = 1
"""Exit code where the record does not verify."""

LangOption = Annotated[str, typer.Option("--lang", help="zh or en.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")]


def demo(
    lang: LangOption = "zh",
    headless: Annotated[
        bool, typer.Option("--headless", help="Print instead of opening the window.")
    ] = False,
    as_json: JsonOption = False,
    real_time: Annotated[
        bool,
        typer.Option("--real-time/--fast", help="Headless: at the pace of the call, or as fast as it goes."),
    ] = False,
) -> None:
    """Play the demo call: transcript, flags, suggestions, and a record that verifies."""
    if not headless and not as_json:
        from desktop.app import run_demo_window

        raise typer.Exit(run_demo_window(lang))
    from desktop.demo import demo_request
    from desktop.installation import Installation

    installation = Installation(data_paths())
    try:
        code = _play(demo_request(lang, real_time=real_time), installation, as_json=as_json)
    finally:
        installation.close()
    raise typer.Exit(code)


def live(
    case: Annotated[str, typer.Option("--case", help="The case's number.")] = "",
    agent: Annotated[str, typer.Option("--agent", help="Your name; default: as in the settings.")] = "",
    locale: Annotated[str, typer.Option("--locale", help="Whose rules apply, such as zh_CN.")] = "",
    agent_device: Annotated[str, typer.Option(help="Your microphone, by id or name.")] = "",
    customer_device: Annotated[
        str, typer.Option(help="What plays the customer's voice, by id or name.")
    ] = "",
    headless: Annotated[
        bool, typer.Option("--headless", help="Print instead of opening the window; Ctrl+C ends the call.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Listen to a call now. If the app is already open, it takes over."""
    if not headless and not as_json:
        from desktop.app import run_live_window

        raise typer.Exit(run_live_window(case, agent=agent, locale=locale))
    from desktop.installation import Installation
    from desktop.running_call import CallRequest

    place = locale or "zh_CN"
    installation = Installation(data_paths())
    request = CallRequest(
        source="live",
        locale=place,
        language="zh" if place.startswith("zh") else "en",
        agent=agent or "agent",
        case=installation.cases().must_find(case) if case else None,
        agent_device=agent_device,
        customer_device=customer_device,
    )
    try:
        code = _play(request, installation, as_json=as_json)
    finally:
        installation.close()
    raise typer.Exit(code)


def transcribe(
    file: Annotated[
        Path, typer.Argument(help="Sound: wav, flac, ogg or mp3; stereo is agent left, customer right.")
    ],
    lang: LangOption = "zh",
    channel: Annotated[Channel, typer.Option(help="Whose voice a mono file holds.")] = Channel.AGENT,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Write down what is said in a recording; nothing is kept."""
    from desktop.commands.call_printer import clock
    from desktop.transcriber import transcribe as heard
    from speech.file_source import open_sound

    with open_sound(file) as sound:
        side = None if sound.channels == len(Channel) else channel
    joiner = "" if lang == "zh" else " "
    for event in heard(file, side, lang):
        if not isinstance(event, FinalTranscript) or not event.words:
            continue
        text = joiner.join(word.text for word in event.words)
        if as_json:
            typer.echo(json.dumps(_final_object(event, text), ensure_ascii=False))
        else:
            typer.echo(f"{clock(event.start)}  {event.channel.value}: {text}")


def _final_object(final: FinalTranscript, text: str) -> dict[str, object]:
    return {
        "channel": final.channel.value,
        "start_s": round(final.start / SAMPLE_RATE_HZ, 2),
        "end_s": round(final.end / SAMPLE_RATE_HZ, 2),
        "text": text,
        "words": [
            {
                "text": word.text,
                "start_s": round(word.start / SAMPLE_RATE_HZ, 2),
                "end_s": round(word.end / SAMPLE_RATE_HZ, 2),
                "confidence": word.confidence,
            }
            for word in final.words
        ],
    }


def _play(request: CallRequest, installation: Installation, *, as_json: bool) -> int:
    """Run a call on the terminal until its record is closed; returns the exit code."""
    from desktop.commands.call_printer import CallPrinter
    from desktop.commands.signing import session_for
    from desktop.running_call import prepare_call

    store = installation.store(request.store_kind)
    if not store.people.is_open:
        request = replace(request, agent=session_for(store).name)
    bugs: list[BaseException] = []
    printer = CallPrinter(as_json=as_json)
    call = prepare_call(request, installation, printer.observe, bugs.append)
    try:
        call.start()
        closed = _follow(printer, call)
    finally:
        call.close()
    if as_json:
        printer.print_object()
    if bugs:
        raise bugs[0]
    return 0 if closed else UNVERIFIED


def _follow(printer: CallPrinter, call: RunningCall) -> bool:
    """Whether the record was closed and verifies; Ctrl+C ends the call as the window's button does."""
    from assist.call.commands import EndCall

    try:
        closed = printer.follow(call, QUIET_TIMEOUT_S)
    except KeyboardInterrupt:
        call.post(EndCall())
        closed = printer.follow(call, QUIET_TIMEOUT_S)
    return closed is not None and closed.verified
