"""What an editor shows while code is written, and what errors look like, through jupyter_client."""
import re
import unittest

from jupyter_client.manager import start_new_kernel

TIMEOUT = 60


class LanguageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=".net-csharp", startup_timeout=60)
        cls.run_cell(cls, "var numbers = new List<int> { 1, 2 };\n/// <summary>Says hello.</summary>\nstring Greet(string name, int times = 1) => name;")

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def run_cell(self, code):
        messages = []
        reply = self.kc.execute_interactive(code, timeout=TIMEOUT, output_hook=messages.append)
        return reply["content"], messages

    def complete(self, code, cursor=None):
        self.kc.complete(code, len(code) if cursor is None else cursor)
        return self.kc.get_shell_msg(timeout=TIMEOUT)["content"]

    def inspect(self, code, cursor, detail_level=0):
        self.kc.inspect(code, cursor, detail_level)
        return self.kc.get_shell_msg(timeout=TIMEOUT)["content"]

    def test_completions_have_types_and_signatures(self):
        reply = self.complete("var 𝐱 = 1; Gree")
        self.assertEqual(reply["matches"][0], "Greet")
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (11, 15))
        first = reply["metadata"]["_jupyter_types_experimental"][0]
        self.assertEqual(first, {"start": 11, "end": 15, "text": "Greet", "type": "function", "signature": "(string name, int times = 1)"})

    def test_directives_are_completed(self):
        self.assertEqual(self.complete("#!ti")["matches"], ["#!time"])
        self.assertEqual(self.complete("#!time\nnumb")["matches"][0], "numbers")

    def test_inspect_variable_shows_type_and_value(self):
        data = self.inspect("numbers", 3)["data"]
        self.assertIn("List<int> numbers", data["text/plain"])
        self.assertIn("[1, 2]", data["text/plain"])
        self.assertIn("<pre>", data["text/html"])

    def test_inspect_method_shows_documentation_and_at_level_one_the_code(self):
        self.assertNotIn("=> name", self.inspect("Greet", 5)["data"]["text/plain"])
        data = self.inspect("Greet", 5, 1)["data"]
        self.assertIn("Says hello.", data["text/plain"])
        self.assertIn("// cell 1, line 3", data["text/plain"])
        self.assertIn("=> name", data["text/plain"])

    def test_inspect_in_a_call_shows_the_overloads(self):
        text = self.inspect("Math.Max(", 9)["data"]["text/plain"]
        self.assertGreater(text.count("Math.Max("), 5)
        self.assertFalse(self.inspect("1 + 2", 4)["found"])

    def test_compile_error_is_coloured_and_shows_the_line(self):
        content, messages = self.run_cell("var fine = 1;\nvar bad = nothing;")
        trace = [m for m in messages if m["msg_type"] == "error"][0]["content"]["traceback"]
        self.assertIn("\x1b[1;31m", trace[0])
        plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in trace]
        self.assertEqual(plain[1:], ["    2 | var bad = nothing;", "      |           ^^^^^^^"])

    def test_magics_are_listed(self):
        _, messages = self.run_cell("#!lsmagic")
        text = [m for m in messages if m["msg_type"] == "display_data"][0]["content"]["data"]["text/plain"]
        for name in ("#!csharp", "#!html", "#!markdown", "#!javascript", "#!time", "#!who", "#!whos", "#!import", "#!set", "#!share", "#r", "#load"):
            self.assertRegex(text, rf"(?m)^{name} ")

    def test_unknown_directive_gets_a_suggestion(self):
        content, _ = self.run_cell("#!tmie")
        self.assertIn("Did you mean #!time?", content["evalue"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
