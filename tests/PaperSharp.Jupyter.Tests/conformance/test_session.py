"""What a user's front end does to the kernel, through jupyter_client."""
import json
import os
import signal
import subprocess
import sys
import time
import unittest

import zmq
from jupyter_client.manager import start_new_kernel

BUSY = 30
INTERRUPT_LIMIT = 10

# A shell's background job ignores SIGINT and so would the kernels that are started here.
signal.signal(signal.SIGINT, signal.default_int_handler)


class SessionTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=".net-csharp", startup_timeout=60)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def run_cell(self, code, timeout=BUSY, **options):
        messages = []
        reply = self.kc.execute_interactive(code, timeout=timeout, output_hook=messages.append, **options)
        return reply["content"], messages

    def value(self, code):
        content, messages = self.run_cell(code)
        self.assertEqual(content["status"], "ok", content)
        return [m["content"]["data"]["text/plain"] for m in messages if m["msg_type"] == "execute_result"][0]

    def interrupt(self, code, interrupt):
        """Interrupts a running cell and returns how long it took to answer, in seconds."""
        msg_id = self.kc.execute('Console.Write("running");\n' + code)
        while True:
            message = self.kc.get_iopub_msg(timeout=BUSY)
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == msg_id:
                break
        start = time.monotonic()
        interrupt()
        while True:
            reply = self.kc.get_shell_msg(timeout=INTERRUPT_LIMIT)
            if reply["parent_header"].get("msg_id") == msg_id:
                break
        self.assertEqual(reply["content"]["status"], "error")
        self.assertEqual(reply["content"]["ename"], "Interrupted")
        return time.monotonic() - start

    def test_interrupt_message_stops_whatever_runs_and_keeps_the_state(self):
        self.run_cell("var kept = 41;")
        for code in ("while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);"):
            seconds = self.interrupt(code, self.km.interrupt_kernel)
            print(f"interrupted after {seconds:.2f} s: {code}")
        self.assertEqual(self.value("kept + 1"), "42")

    def test_sigint_interrupts(self):
        seconds = self.interrupt("while (true) { }", lambda: os.kill(self.km.provisioner.process.pid, 2))
        print(f"interrupted by SIGINT after {seconds:.2f} s")
        self.assertEqual(self.value("1 + 1"), "2")

    def test_sigint_while_idle_does_nothing(self):
        os.kill(self.km.provisioner.process.pid, 2)
        time.sleep(1)  # The signal must have been handled before the next cell starts.
        self.assertEqual(self.value("1 + 1"), "2")

    def test_twenty_interrupts_in_a_row(self):
        self.run_cell("var turns = 0;")
        cells = ["while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);", "while (true) Console.Write('.');"]
        for turn in range(20):
            self.interrupt("turns++;\n" + cells[turn % 4], self.km.interrupt_kernel)
        self.assertEqual(self.value("turns"), "20")

    def test_error_aborts_what_is_queued(self):
        self.kc.execute("await Task.Delay(300); throw new Exception();")
        second = self.kc.execute("var ran = true;")
        statuses = {}
        while second not in statuses:
            reply = self.kc.get_shell_msg(timeout=BUSY)
            statuses[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual(statuses[second], "aborted")
        self.assertEqual(self.value("1 + 1"), "2")

    def test_error_leaves_the_queue_alone_when_asked(self):
        self.kc.execute("throw new Exception();", stop_on_error=False)
        second = self.kc.execute("1")
        while True:
            reply = self.kc.get_shell_msg(timeout=BUSY)
            if reply["parent_header"]["msg_id"] == second:
                break
        self.assertEqual(reply["content"]["status"], "ok")

    def test_output_arrives_while_the_cell_runs(self):
        arrivals = {}

        def hook(message):
            if message["msg_type"] == "stream":
                for word in ("first", "second"):
                    if word in message["content"]["text"]:
                        arrivals[word] = time.monotonic()

        self.kc.execute_interactive('Console.Write("first"); await Task.Delay(600); Console.Write("second");', timeout=BUSY, output_hook=hook)
        self.assertGreater(arrivals["second"] - arrivals["first"], 0.3)

    def test_update_display_data_has_the_id_of_the_first(self):
        _, messages = self.run_cell('var shown = display("a"); shown.Update("b");')
        shown = [m for m in messages if m["msg_type"] == "display_data"][0]["content"]
        updated = [m for m in messages if m["msg_type"] == "update_display_data"][0]["content"]
        self.assertEqual(shown["transient"]["display_id"], updated["transient"]["display_id"])
        self.assertEqual(updated["data"]["text/plain"], "b")

    def test_execution_count_ignores_silent_and_unstored_cells(self):
        before = self.run_cell("1")[0]["execution_count"]
        self.kc.execute_interactive("2", silent=True, timeout=BUSY, output_hook=lambda m: None)
        self.kc.execute_interactive("3", store_history=False, timeout=BUSY, output_hook=lambda m: None)
        self.assertEqual(self.run_cell("4")[0]["execution_count"], before + 1)

    def test_compile_error_says_cell_line_and_column(self):
        content, messages = self.run_cell("var fine = 1;\nvar bad = nothing;")
        error = [m for m in messages if m["msg_type"] == "error"][0]["content"]
        self.assertEqual(content["status"], "error")
        count = content["execution_count"]
        self.assertIn(f"cell {count}(2,11): error CS0103", "\n".join(error["traceback"]))

    def test_large_output_leaves_the_kernel_responsive(self):
        self.run_cell('for (var i = 0; i < 10_000; i++) Console.WriteLine(i); display(new string((char)120, 20_000_000));', timeout=60)
        self.assertEqual(self.value("1 + 1"), "2")

    def test_wrong_signature_and_garbage_are_dropped(self):
        with open(self.km.connection_file) as file:
            connection = json.load(file)
        context = zmq.Context()
        socket = context.socket(zmq.DEALER)
        socket.connect(f"tcp://{connection['ip']}:{connection['shell_port']}")
        header = json.dumps({"msg_id": "x", "msg_type": "execute_request", "session": "s", "username": "u", "version": "5.3", "date": ""}).encode()
        content = json.dumps({"code": "var intruder = 1;"}).encode()
        socket.send_multipart([b"<IDS|MSG>", b"0" * 64, header, b"{}", b"{}", content])
        socket.send_multipart([b"<IDS|MSG>"])
        socket.send_multipart([b"", b"\xff\xfe", b"garbage"])
        socket.close(linger=1000)
        context.term()
        content, _ = self.run_cell("intruder")
        self.assertEqual(content["status"], "error")
        self.assertEqual(self.value("1 + 1"), "2")

    def test_heartbeat_answers_while_a_cell_runs(self):
        self.kc.execute("System.Threading.Thread.Sleep(500);")
        self.assertTrue(self.kc.is_alive())
        self.assertTrue(self.kc.hb_channel.is_beating())
        self.assertEqual(self.value("1 + 1"), "2")

    def test_reading_input_ends_at_once(self):
        content, _ = self.run_cell("Console.ReadLine()")
        self.assertEqual(content["status"], "ok")

    def test_restart_starts_afresh(self):
        self.run_cell("var old = 1;")
        self.km.restart_kernel()
        self.kc.wait_for_ready(timeout=60)
        content, _ = self.run_cell("old")
        self.assertEqual(content["status"], "error")


class ParentTests(unittest.TestCase):
    def test_kernel_ends_with_the_process_that_started_it(self):
        script = (
            "from jupyter_client.manager import start_new_kernel\n"
            "km, kc = start_new_kernel(kernel_name='.net-csharp', startup_timeout=60)\n"
            "print(km.provisioner.process.pid, flush=True)\n"
            "import os; os._exit(0)\n"
        )
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as front_end:
            pid = int(front_end.stdout.readline())
            front_end.wait()
        deadline = time.monotonic() + BUSY
        while os.path.exists(f"/proc/{pid}") and open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] != "Z":
            self.assertLess(time.monotonic(), deadline, "the kernel outlived its front end")
            time.sleep(0.2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
