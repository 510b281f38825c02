#!/usr/bin/env python3
"""Paired timing of whole processes, with the CPU that the PostgreSQL server spent for them.

    measure.py [-n ROUNDS] [--goal 'NAME FIELD LIMIT OTHER']... 'name=command' 'name=command' ...

The commands run in turn (A B C A B C ...), each through `sh -c`, output thrown away. Ratios are taken round by
round and their median is printed, so they survive a noisy machine; `wall` and `cpu` in the last columns are ratios
to the FIRST command. A goal such as 'inspect wall 2.0 floor' says: at most 2.0 times the wall time of `floor`.
Fields: wall, cpu (of the command and of the server together, what noise moves least), peak (memory).

client: user and system time of the command and the children it waited for. server: what the server's finished
backends consumed meanwhile (the postmaster's counters of reaped children; needs BENCH_PGDATA, and a server of
one's own). peak: the largest single process; figures below about 15 MiB are this program's own, before exec.
"""
import argparse
import os
import signal
import statistics
import subprocess
import sys
import time

TICKS = os.sysconf("SC_CLK_TCK")
REAP_WAIT_S, REAP_TIMEOUT_S = 0.01, 5


def postmaster():
    folder = os.environ.get("BENCH_PGDATA")
    try:
        return int(open(f"{folder}/postmaster.pid").readline()) if folder else 0
    except OSError:
        return 0


def stat_fields(pid):
    """The fields of /proc/PID/stat after the command's name, which may hold anything."""
    return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()


def server_cpu(pid):
    if not pid:
        return 0.0
    fields = stat_fields(pid)
    return (int(fields[13]) + int(fields[14])) / TICKS


def children(pid):
    """Also those that ended and were not reaped yet, which the counter does not hold either."""
    return set(open(f"/proc/{pid}/task/{pid}/children").read().split()) if pid else set()


def run(command, timeout, server):
    resident = children(server)
    server_before, start = server_cpu(server), time.monotonic()
    process = subprocess.Popen(["sh", "-c", command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(timeout)
    _, status, used = os.wait4(process.pid, 0)
    signal.alarm(0)
    wall = time.monotonic() - start
    process.returncode = status
    deadline = time.monotonic() + REAP_TIMEOUT_S
    while children(server) - resident and time.monotonic() < deadline:
        time.sleep(REAP_WAIT_S)
    client, spent = used.ru_utime + used.ru_stime, server_cpu(server) - server_before
    return {"wall": wall, "client": client, "server": spent, "cpu": client + spent,
            "peak": used.ru_maxrss / 1024, "failed": status != 0}


def median_ratio(rounds, name, other, field):
    smallest = 1 / TICKS
    return statistics.median(mine[field] / max(theirs[field], smallest)
                             for mine, theirs in zip(rounds[name], rounds[other]))


def print_table(rounds):
    first = next(iter(rounds))
    print(f"  {'':<22}{'wall s':>9}{'client':>8}{'server':>8}{'MiB':>6}{'wall':>9}{'cpu':>7}")
    for name, runs in rounds.items():
        medians = {field: statistics.median(run[field] for run in runs) for field in ("wall", "client", "server", "peak")}
        print(f"  {name:<22}{medians['wall']:>9.3f}{medians['client']:>8.2f}{medians['server']:>8.2f}{medians['peak']:>6.0f}"
              f"{median_ratio(rounds, name, first, 'wall'):>8.2f}x{median_ratio(rounds, name, first, 'cpu'):>6.2f}x", flush=True)


def print_goals(goals, rounds):
    for goal in goals:
        name, field, limit, other = goal.split()
        ratio = median_ratio(rounds, name, other, field)
        verdict = "ok" if ratio <= float(limit) else "miss"
        print(f"  {verdict:<5}{name}: {field} {ratio:.2f}x {other} (goal: at most {float(limit):g}x)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, help="rounds, after one to warm up")
    parser.add_argument("--timeout", type=int, default=300)
    parser.add_argument("--goal", action="append", default=[])
    parser.add_argument("commands", nargs="+")
    options = parser.parse_args()
    commands = dict(command.split("=", 1) for command in options.commands)
    server = postmaster()
    for command in commands.values():
        run(command, options.timeout, server)
    rounds = {name: [] for name in commands}
    for _ in range(options.n):
        for name, command in commands.items():
            rounds[name].append(run(command, options.timeout, server))
    broken = [name for name, runs in rounds.items() if any(one["failed"] for one in runs)]
    if broken:
        sys.exit(f"could not measure: failed or timed out: {', '.join(broken)}")
    print_table(rounds)
    print_goals(options.goal, rounds)


if __name__ == "__main__":
    main()
