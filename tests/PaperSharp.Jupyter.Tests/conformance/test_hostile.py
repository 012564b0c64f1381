"""What the kernel does with messages that no front end of its own has sent."""
import hashlib
import hmac
import json
import os
import random
import time
import unittest
import uuid

import zmq
from jupyter_client.manager import start_new_kernel

FUZZ_SECONDS = float(os.environ.get("PAPERS_FUZZ_SECONDS", "3"))
DELIMITER = b"<IDS|MSG>"
CHANNELS = ("shell", "control", "stdin")


class HostileTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.km, cls.kc = start_new_kernel(kernel_name=".net-csharp", startup_timeout=60)
        with open(cls.km.connection_file) as file:
            cls.connection = json.load(file)

    @classmethod
    def tearDownClass(cls):
        cls.kc.stop_channels()
        cls.km.shutdown_kernel()

    def setUp(self):
        self.context = zmq.Context()
        self.sockets = {}
        for channel in CHANNELS:
            self.sockets[channel] = self.context.socket(zmq.DEALER)
            self.sockets[channel].connect(f"tcp://{self.connection['ip']}:{self.connection[channel + '_port']}")

    def tearDown(self):
        self.context.destroy(linger=1000)

    def message(self, code, msg_type="execute_request"):
        header = {"msg_id": uuid.uuid4().hex, "msg_type": msg_type, "session": "s", "username": "u", "version": "5.3", "date": ""}
        return [json.dumps(part).encode() for part in (header, {}, {}, {"code": code, "silent": False})]

    def sign(self, parts):
        return hmac.new(self.connection["key"].encode(), b"".join(parts), hashlib.sha256).hexdigest().encode()

    def value(self, code):
        values = []
        reply = self.kc.execute_interactive(
            code, timeout=60,
            output_hook=lambda m: values.append(m["content"]["data"]["text/plain"]) if m["msg_type"] == "execute_result" else None)
        self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        return values[0]

    def test_wrong_signature_is_not_executed(self):
        self.value("var intruded = 0; intruded")
        parts = self.message("intruded++;")
        for signature in (b"", b"0" * 64, self.sign(parts)[:-1], self.sign(parts).upper(), self.sign(self.message("intruded++;"))):
            self.sockets["shell"].send_multipart([DELIMITER, signature, *parts])
        time.sleep(0.5)
        self.assertEqual(self.value("intruded"), "0")

    def test_replayed_message_is_executed_once(self):
        self.value("var times = 0; times")
        parts = self.message("times++;")
        for _ in range(3):
            self.sockets["shell"].send_multipart([DELIMITER, self.sign(parts), *parts])
            self.sockets["control"].send_multipart([DELIMITER, self.sign(parts), *parts])
        time.sleep(0.5)
        self.assertEqual(self.value("times"), "1")

    def test_signed_nonsense_is_answered_or_dropped(self):
        """Somebody who has the key may still be wrong about everything else."""
        contents = [b"[]", b"1", b"null", b"{", b'{"code":1}', b'{"code":{}}', b'{"code":"1","silent":"yes"}', b'{"a":1,"a":2}', b'{"code":"\\ud800"}', b'{"code":"\xff"}', b"[" * 100_000]
        types = ["execute_request", "inspect_request", "complete_request", "is_complete_request", "history_request", "comm_open", "comm_msg", "kernel_info_request", "nonsense_request", ""]
        for msg_type in types:
            for content in contents:
                parts = [*self.message("", msg_type)[:3], content]
                self.sockets["shell"].send_multipart([DELIMITER, self.sign(parts), *parts])
        for cursor in (-1, 10**9, 2**70, "x", None, 1.5):
            for msg_type in ("inspect_request", "complete_request"):
                parts = [*self.message("", msg_type)[:3], json.dumps({"code": "Console.", "cursor_pos": cursor, "detail_level": 0}).encode()]
                self.sockets["shell"].send_multipart([DELIMITER, self.sign(parts), *parts])
        self.assertEqual(self.value("1 + 1"), "2")

    def test_fuzz_neither_crashes_the_kernel_nor_runs_anything(self):
        seed = int(os.environ.get("PAPERS_FUZZ_SEED", "1"))
        chance = random.Random(seed)
        self.value("var executed = 0; executed")
        end = time.monotonic() + FUZZ_SECONDS
        sent = 0
        while time.monotonic() < end:
            parts = self.message("executed++;", chance.choice(["execute_request", "shutdown_request", "interrupt_request", "input_reply"]))
            frames = [DELIMITER, self.sign(parts), *parts]
            self.mutate(frames, chance)
            self.sockets[chance.choice(CHANNELS)].send_multipart(frames)
            sent += 1
            if sent % 200 == 0:
                self.assertTrue(self.km.is_alive(), f"the kernel died, seed {seed}, after {sent} messages")
                time.sleep(0.01)
        print(f"{sent} mutated messages")
        self.assertEqual(self.value("executed"), "0")

    @staticmethod
    def mutate(frames, chance):
        """Changes the message so that its signature is wrong or its parts are missing."""
        kind = chance.randrange(6)
        victim = chance.randrange(1, len(frames))
        if kind == 0:
            frames[victim] = chance.randbytes(chance.randrange(1, 200))
        elif kind == 1:
            flipped = bytearray(frames[victim])
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            frames[victim] = bytes(flipped)
        elif kind == 2:
            frames[victim] = frames[victim][:-1]
        elif kind == 3:
            del frames[victim]
        elif kind == 4:
            # What is added must come before the content: frames after it are buffers, which nobody signs.
            frames.insert(chance.randrange(1, 5), chance.randbytes(chance.randrange(20)))
        else:
            frames[:] = [chance.randbytes(chance.randrange(300)) for _ in range(chance.randrange(1, 9))]


if __name__ == "__main__":
    unittest.main(verbosity=2)
