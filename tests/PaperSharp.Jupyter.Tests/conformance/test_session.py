"""What a user's front end does to the kernel, through jupyter_client."""
import json
import os
import signal
import subprocess
import sys
import time
import unittest

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

    def test_fifty_interrupts_in_a_row(self):
        self.run_cell("var turns = 0;")
        cells = ["while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);", "while (true) Console.Write('.');"]
        for turn in range(50):
            self.interrupt("turns++;\n" + cells[turn % 4], self.km.interrupt_kernel)
        self.assertEqual(self.value("turns"), "50")

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

    def test_ten_thousand_lines_arrive_whole(self):
        _, messages = self.run_cell("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);")
        text = "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")
        self.assertEqual(text, "".join(f"{i}\n" for i in range(10_000)))

    def test_twenty_megabytes_are_cut_with_a_message(self):
        cells = {
            "Console.Write(new string((char)120, 20_000_000));": "printed more than",
            "new string((char)120, 20_000_000)": "of 20,000,000 characters",
            'display(HTML(new string((char)120, 20_000_000)), "text/html");': "text/html is not shown",
        }
        for code, message in cells.items():
            _, messages = self.run_cell(code, timeout=60)
            shown = json.dumps([m["content"] for m in messages], ensure_ascii=False)
            self.assertIn(message, shown)
            self.assertLess(len(shown), 3_000_000)
            self.assertEqual(self.value("1 + 1"), "2")

    def test_heartbeat_answers_while_a_cell_runs(self):
        self.kc.execute("System.Threading.Thread.Sleep(500);")
        self.assertTrue(self.kc.is_alive())
        self.assertTrue(self.kc.hb_channel.is_beating())
        self.assertEqual(self.value("1 + 1"), "2")

    def ask(self, code, *answers):
        """Runs a cell that asks; returns the questions as (prompt, password), and what the cell ends in."""
        msg_id = self.kc.execute(code, allow_stdin=True)
        questions = []
        for answer in answers:
            message = self.kc.get_stdin_msg(timeout=BUSY)
            self.assertEqual(message["msg_type"], "input_request")
            questions.append((message["content"]["prompt"], message["content"]["password"]))
            self.kc.input(answer)
        result = None
        while True:
            message = self.kc.get_iopub_msg(timeout=BUSY)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            if message["msg_type"] == "execute_result":
                result = message["content"]["data"]["text/plain"]
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                self.kc.get_shell_msg(timeout=BUSY)
                return questions, result

    def test_console_read_asks_the_user(self):
        questions, result = self.ask("Console.ReadLine() + Console.ReadLine()", "one ", "two é")
        self.assertEqual(questions, [("", False), ("", False)])
        self.assertEqual(result, "one two é")

    def test_get_input_asks_with_a_prompt(self):
        questions, result = self.ask('await GetInputAsync("your name")', "Ada")
        self.assertEqual((questions, result), ([("your name", False)], "Ada"))

    def test_get_password_hides_it(self):
        questions, result = self.ask('var secret = await GetPasswordAsync("key"); secret.GetClearTextPassword().Length', "12345")
        self.assertEqual((questions, result), ([("key", True)], "5"))

    def test_input_that_nobody_can_give_is_an_error(self):
        content, _ = self.run_cell("Console.ReadLine()", allow_stdin=False)
        self.assertEqual(content["status"], "error")
        self.assertIn("allow_stdin", content["evalue"])

    def test_interrupt_while_waiting_for_input(self):
        self.kc.execute("Console.ReadLine()", allow_stdin=True)
        self.kc.get_stdin_msg(timeout=BUSY)
        self.km.interrupt_kernel()
        self.assertEqual(self.kc.get_shell_msg(timeout=INTERRUPT_LIMIT)["content"]["ename"], "Interrupted")
        self.kc.input("too late")
        questions, result = self.ask("Console.ReadLine()", "in time")
        self.assertEqual((len(questions), result), (1, "in time"))

    def test_user_expressions_are_evaluated_after_the_cell(self):
        content, _ = self.run_cell("var width = 20;", user_expressions={"area": "width * width", "wrong": "hight"})
        self.assertEqual(content["user_expressions"]["area"]["data"]["text/plain"], "400")
        self.assertEqual(content["user_expressions"]["wrong"]["status"], "error")

    def test_silent_cell_shows_nothing(self):
        _, messages = self.run_cell('Console.Write("text"); display("value"); var quiet = 1; quiet', silent=True)
        self.assertEqual({m["msg_type"] for m in messages}, {"status"})
        self.assertEqual(self.value("quiet"), "1")

    def test_streams_keep_their_order(self):
        _, messages = self.run_cell('for (var i = 0; i < 50; i++) { Console.Write($"o{i} "); Console.Error.Write($"e{i} "); }')
        text = "".join(m["content"]["text"] for m in messages if m["msg_type"] == "stream")
        self.assertEqual(text, "".join(f"o{i} e{i} " for i in range(50)))

    def test_clear_output_is_sent(self):
        _, messages = self.run_cell('"wait".DisplayAs("application/vnd.papersharp.clear-output"); display("next");')
        self.assertEqual([m["msg_type"] for m in messages if m["msg_type"] != "status"], ["execute_input", "clear_output", "display_data"])

    def test_comm_info_is_empty(self):
        msg_id = self.kc.comm_info()
        reply = self.kc.get_shell_msg(timeout=BUSY)
        self.assertEqual((reply["parent_header"]["msg_id"], reply["content"]["comms"]), (msg_id, {}))

    def test_interrupt_reaches_a_cell_that_has_only_just_been_sent(self):
        for _ in range(5):
            msg_id = self.kc.execute("while (true) { }")
            self.km.interrupt_kernel()
            time.sleep(0.05)
            self.km.interrupt_kernel()
            reply = self.kc.get_shell_msg(timeout=INTERRUPT_LIMIT)
            self.assertEqual((reply["parent_header"]["msg_id"], reply["content"]["ename"]), (msg_id, "Interrupted"))
        self.assertEqual(self.value("1 + 1"), "2")

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
