#!/usr/bin/env python3
"""Start-up of desktop programs under Xvfb: process start, first big window mapped, painted; memory when idle.

    startup.py [-n ROUNDS] [--settle S] [--goal 'NAME LIMIT OTHER']... 'name=command' 'name=command' ...

Rounds are interleaved. A window counts from --min up, so that splash screens do not. It is painted when it first
shows what it still shows --settle seconds after its last change: empty frames, and frames without their content, do
not count. A hundredth of the pixels may differ, for a cursor that blinks. `painted` in the last column is the median
of the round-by-round ratios to the first command. Memory and CPU are those of the whole process tree, at the end.
Needs Xvfb and libX11; no window manager runs.
"""
import argparse
import ctypes as C
import ctypes.util
import os
import signal
import statistics
import subprocess
import sys
import time

SCREEN_WIDTH, SCREEN_HEIGHT = 1280, 1024
SUBSTRUCTURE_NOTIFY = 1 << 19
MAP_NOTIFY, WINDOW_LONG = 19, 5
Z_PIXMAP, IMAGE_DATA_OFFSET = 2, 16
POLL_S, GIVE_UP_S = 0.002, 120
# Looking at the whole picture would take a processor from the program that is looked at.
SAMPLED_LINES, MAY_DIFFER = 24, 0.01

X = C.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
LIBC = C.CDLL(None)
LIBC.free.argtypes = [C.c_void_p]
X.XOpenDisplay.restype = C.c_void_p
X.XCloseDisplay.argtypes = [C.c_void_p]
X.XSync.argtypes = [C.c_void_p, C.c_int]
X.XDefaultRootWindow.restype = C.c_ulong
X.XDefaultRootWindow.argtypes = [C.c_void_p]
X.XSelectInput.argtypes = [C.c_void_p, C.c_ulong, C.c_long]
X.XPending.argtypes = [C.c_void_p]
X.XNextEvent.argtypes = [C.c_void_p, C.c_void_p]
X.XGetGeometry.argtypes = [C.c_void_p, C.c_ulong] + [C.c_void_p] * 7
X.XGetImage.restype = C.c_void_p
X.XGetImage.argtypes = [C.c_void_p, C.c_ulong, C.c_int, C.c_int, C.c_uint, C.c_uint, C.c_ulong, C.c_int]
# A window may be gone before it is asked for; the default handler would end this program.
IGNORE_ERRORS = C.CFUNCTYPE(C.c_int, C.c_void_p, C.c_void_p)(lambda display, event: 0)
X.XSetErrorHandler(IGNORE_ERRORS)


def geometry(display, window):
    root, x, y, width, height, border, depth = (C.c_ulong(), C.c_int(), C.c_int(), C.c_uint(), C.c_uint(),
                                                C.c_uint(), C.c_uint())
    places = map(C.byref, (root, x, y, width, height, border, depth))
    if not X.XGetGeometry(display, window, *places):
        return None
    return x.value, y.value, width.value, height.value


def sample(display, root, box):
    """Some lines of pixels of a window, evenly spread; None when it is gone."""
    left, top, width, height = max(box[0], 0), max(box[1], 0), box[2], box[3]
    width, height = min(width, SCREEN_WIDTH - left), min(height, SCREEN_HEIGHT - top)
    lines = []
    for number in range(SAMPLED_LINES):
        y = top + height * (2 * number + 1) // (2 * SAMPLED_LINES)
        image = X.XGetImage(display, root, left, y, width, 1, 0xFFFFFFFF, Z_PIXMAP)
        if not image:
            return None
        data = C.cast(image + IMAGE_DATA_OFFSET, C.POINTER(C.c_void_p))[0]
        lines.append(C.string_at(data, width * 4))
        LIBC.free(data)
        LIBC.free(image)
    return b"".join(lines)


def same(one, other):
    if len(one) != len(other):
        return False
    pairs = zip(memoryview(one).cast("I"), memoryview(other).cast("I"))
    return one == other or sum(a != b for a, b in pairs) <= MAY_DIFFER * len(one) / 4


def process_tree(pid):
    listing = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout.split()
    children = {}
    for child, parent in zip(listing[::2], listing[1::2]):
        children.setdefault(int(parent), []).append(int(child))
    tree = [pid]
    for member in tree:
        tree += children.get(member, [])
    return tree


def usage(pid):
    """CPU seconds and resident MiB of a process and its descendants."""
    cpu = rss = 0
    for member in process_tree(pid):
        try:
            for line in open(f"/proc/{member}/smaps_rollup"):
                rss += int(line.split()[1]) / 1024 if line.startswith("Rss:") else 0
            fields = open(f"/proc/{member}/stat").read().rsplit(")", 1)[1].split()
            cpu += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            pass
    return cpu, rss


def find_window(display, process, start, smallest):
    """The first big window; None when the program ends or none comes."""
    event, windows = (C.c_long * 24)(), []
    while time.monotonic() - start < GIVE_UP_S and process.poll() is None:
        while X.XPending(display):
            X.XNextEvent(display, event)
            if event[0] & 0xFFFFFFFF == MAP_NOTIFY:
                windows.append(event[WINDOW_LONG])
        for window in windows:
            box = geometry(display, window)
            if box and box[2] >= smallest[0] and box[3] >= smallest[1]:
                return window
        time.sleep(POLL_S)
    return None


def watch(display, root, process, start, settle, smallest):
    """Seconds until a big window is mapped and until it is painted; None where that did not happen."""
    window = find_window(display, process, start, smallest)
    if not window:
        return None, None
    mapped = changed = time.monotonic() - start
    frames = []
    while (now := time.monotonic() - start) - changed < settle and now < GIVE_UP_S and process.poll() is None:
        box = geometry(display, window)
        picture = sample(display, root, box) if box else None
        if picture and (not frames or picture != frames[-1][1]):
            if not frames or not same(picture, frames[-1][1]):
                changed = now
            frames.append((now, picture))
        time.sleep(POLL_S)
    if not frames or len(set(memoryview(frames[-1][1]).cast("I"))) == 1:
        return mapped, None
    return mapped, next(when for when, picture in frames if same(picture, frames[-1][1]))


def run(command, name, settle, smallest):
    display = X.XOpenDisplay(name.encode())
    root = X.XDefaultRootWindow(display)
    X.XSelectInput(display, root, SUBSTRUCTURE_NOTIFY)
    X.XSync(display, 0)
    environment = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
    start = time.monotonic()
    process = subprocess.Popen(["sh", "-c", "exec " + command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=environment | {"DISPLAY": name}, start_new_session=True)
    mapped, painted = watch(display, root, process, start, settle, smallest)
    cpu, rss = usage(process.pid) if process.poll() is None else (0, 0)
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    X.XCloseDisplay(display)
    return {"mapped": mapped, "painted": painted, "cpu": cpu, "rss": rss}


def start_screen():
    """A private Xvfb on a free display: the process and the display's name."""
    reading, writing = os.pipe()
    size = f"{SCREEN_WIDTH}x{SCREEN_HEIGHT}x24"
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-noreset", "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    number = os.fdopen(reading).readline().strip()
    if not number:
        sys.exit("could not measure: Xvfb did not start")
    return server, f":{number}"


def median_ratio(rounds, name, other):
    return statistics.median(mine["painted"] / theirs["painted"] for mine, theirs in zip(rounds[name], rounds[other]))


def report(rounds, goals):
    first = next(iter(rounds))
    print(f"  {'':<22}{'mapped':>9}{'painted':>9}{'cpu s':>7}{'MiB':>6}{'painted':>9}")
    for name, runs in rounds.items():
        median = {field: statistics.median(one[field] for one in runs) for field in ("mapped", "painted", "cpu", "rss")}
        print(f"  {name:<22}{median['mapped'] * 1000:>6.0f} ms{median['painted'] * 1000:>6.0f} ms{median['cpu']:>7.2f}"
              f"{median['rss']:>6.0f}{median_ratio(rounds, name, first):>8.2f}x", flush=True)
    for goal in goals:
        name, limit, other = goal.split()
        ratio = median_ratio(rounds, name, other)
        verdict = "ok" if ratio <= float(limit) else "miss"
        print(f"  {verdict:<5}{name}: painted {ratio:.2f}x {other} (goal: at most {float(limit):g}x)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, help="rounds, after one to warm up")
    parser.add_argument("--settle", type=float, default=2)
    parser.add_argument("--min", default="600x400")
    parser.add_argument("--goal", action="append", default=[])
    parser.add_argument("commands", nargs="+")
    options = parser.parse_args()
    smallest = tuple(map(int, options.min.split("x")))
    commands = dict(command.split("=", 1) for command in options.commands)
    server, display = start_screen()
    try:
        for command in commands.values():
            run(command, display, 0.2, smallest)
        rounds = {name: [] for name in commands}
        for _ in range(options.n):
            for name, command in commands.items():
                rounds[name].append(run(command, display, options.settle, smallest))
    finally:
        server.terminate()
        server.wait()
    blank = [name for name, runs in rounds.items() if any(one["painted"] is None for one in runs)]
    if blank:
        sys.exit(f"could not measure: no painted window: {', '.join(blank)}")
    report(rounds, options.goal)


if __name__ == "__main__":
    main()
