"""Jupyter's own test suite for kernels, run against the C# kernel."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    code_generate_error = 'throw new Exception("on purpose");'

    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": '"text".ToUpp', "matches": {"ToUpper", "ToUpperInvariant"}},
        {"text": "DateTime.UtcN", "matches": {"UtcNow"}},
    ]

    complete_code_samples = ["1 + 1", "var x = 1;", "int F(int n)\n{\n    return n;\n}", "#!time\n1"]
    incomplete_code_samples = ["for (;;) {", "Console.WriteLine(", "int F()\n{"]
    invalid_code_samples = [")", "int = = 1;"]

    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "new[] { 1, 2, 3 }", "result": "[1, 2, 3]"},
        {"code": "1 + 2 + 3", "result": "6"},
    ]
    code_display_data = [
        {"code": 'display("text");', "mime": "text/plain"},
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + 2"
    code_inspect_sample = "Console"

    # What PaperSharp.CellOutput.Clear does; C# has no pager, so test_pager does not apply.
    code_clear_output = '"wait".DisplayAs("application/vnd.papersharp.clear-output");'


if __name__ == "__main__":
    unittest.main(verbosity=2)
