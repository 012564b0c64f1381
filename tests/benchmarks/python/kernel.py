"""Times Jupyter kernels as a front end sees them: start, first cell, trivial cells, memory, interrupts.

    papers bench kernel             this checkout's C# kernel
    papers bench kernel python3     and another installed kernel beside it
"""
import argparse
import statistics
import time

from jupyter_client.manager import start_new_kernel

TRIVIAL = {"C#": "1 + 1", "python": "1 + 1"}
INTERRUPTED = {
    "C#": ["while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);",
           "while (true) Console.Write('.');"],
    "python": ["while True: pass", "import time; time.sleep(1000)"],
}


def memory(pid):
    """Resident memory in MB."""
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def run(kc, code):
    return kc.execute_interactive(code, timeout=120, output_hook=lambda message: None)["content"]


def cell_milliseconds(kc, code, count):
    times = []
    for _ in range(count):
        begin = time.perf_counter()
        run(kc, code)
        times.append(1000 * (time.perf_counter() - begin))
    return times


def start(name):
    """A new kernel that has answered kernel_info, and the seconds until then and of its first cell."""
    begin = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=120)
    ready = time.perf_counter() - begin
    begin = time.perf_counter()
    run(client, "1 + 1")
    return manager, client, ready, time.perf_counter() - begin


def stop(manager, client):
    client.stop_channels()
    manager.shutdown_kernel()


def interrupt_seconds(manager, client, code, turns):
    times = []
    for turn in range(turns):
        msg_id = client.execute(code[turn % len(code)])
        time.sleep(0.2)
        begin = time.perf_counter()
        manager.interrupt_kernel()
        while client.get_shell_msg(timeout=30)["parent_header"].get("msg_id") != msg_id:
            pass
        times.append(time.perf_counter() - begin)
    return times


def measure(name, options):
    starts = []
    for _ in range(options.starts):
        manager, client, ready, first = start(name)
        starts.append((ready, first))
        stop(manager, client)
    ready, first = zip(*starts)
    print(f"{name}: ready {statistics.median(ready):.2f} s ({min(ready):.2f} to {max(ready):.2f}), "
          f"first cell {statistics.median(first):.2f} s ({min(first):.2f} to {max(first):.2f}), {options.starts} starts")

    manager, client, _, _ = start(name)
    language = manager.kernel_spec.language
    times = cell_milliseconds(client, TRIVIAL[language], 200)
    fifth = len(times) // 5
    print(f"{name}: trivial cell {statistics.median(times):.1f} ms, median of 200; "
          f"first forty {statistics.median(times[:fifth]):.1f}, last forty {statistics.median(times[-fifth:]):.1f}")

    pid = manager.provisioner.process.pid
    before = memory(pid)
    times = cell_milliseconds(client, TRIVIAL[language], options.cells)
    print(f"{name}: memory {before:.0f} MB, after {options.cells} more cells {memory(pid):.0f} MB; "
          f"last hundred cells {statistics.median(times[-100:]):.1f} ms")

    times = interrupt_seconds(manager, client, INTERRUPTED[language], options.interrupts)
    kept = run(client, "1 + 1")["status"]
    print(f"{name}: {len(times)} interrupts, {min(times):.2f} to {max(times):.2f} s; the next cell: {kept}")
    stop(manager, client)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("kernels", nargs="*", default=[".net-csharp"])
    parser.add_argument("--starts", type=int, default=6)
    parser.add_argument("--cells", type=int, default=1000)
    parser.add_argument("--interrupts", type=int, default=50)
    parsed = parser.parse_args()
    for kernel in parsed.kernels:
        measure(kernel, parsed)
