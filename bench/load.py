"""A small load generator: so many readers at once, each asking again as soon as it was answered."""

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    """What came of it. Rates are requests per second, times seconds."""

    rate: float
    median: float
    p95: float
    answers: int


async def _ask(host: str, port: int, request: bytes) -> int:
    """One request on a connection of its own; returns the status."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(request)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1])


async def _reader(ask, until: float, times: list[float]) -> None:
    while (start := time.perf_counter()) < until:
        status = await ask()
        if status != 200:
            raise RuntimeError(f"answered {status}")
        times.append(time.perf_counter() - start)


async def _run(host, port, path, cookie, readers, seconds) -> Load:
    request = (
        f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: sessionid={cookie}\r\nConnection: close\r\n\r\n"
    ).encode()

    def ask():
        return _ask(host, port, request)

    for _ in range(8):
        await ask()
    times: list[float] = []
    start = time.perf_counter()
    await asyncio.gather(*(_reader(ask, start + seconds, times) for _ in range(readers)))
    took = time.perf_counter() - start
    times.sort()
    return Load(len(times) / took, times[len(times) // 2], times[int(len(times) * 0.95)], len(times))


def load(*, port: int, path: str, cookie: str, readers: int, seconds: float) -> Load:
    """Read `path` for `seconds` with `readers` at once, after a warm-up. Raises on any answer but 200."""
    return asyncio.run(_run("127.0.0.1", port, path, cookie, readers, seconds))
