#!/usr/bin/env python3
"""How the data directories beside this file were made. See README.md.

    make.py BUILT_TREE OUT

BUILT_TREE is a built checkout of the version whose data are to be kept (./demo must start at once), OUT a directory to
put the results into. Nothing but Python's standard library is needed.
"""
import base64
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

VERSION = "0.1.0"
PORTS = {"sign-in": 21080, "dialogue": 21081, "answer": 21082, "reporting": 21083, "kafka": 21092, "mongodb": 21018}
OPTIONS = [f"--{name}-port={port}" for name, port in PORTS.items()]
# The Ed25519 test vectors of RFC 8032, section 7.1 (TEST 1, 2, 3 and SHA(abc)): published, so no secret is kept here.
SEEDS = {
    "dialogue-service": "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "answer-service": "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "reporting-service": "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "witness": "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
}
PKCS8 = "302e020100300506032b657004220420"


def directory_with_published_keys(path):
    """The lock file is what marks a directory as the demo's; so the keys are there before anything is signed."""
    (path / "keys").mkdir(parents=True)
    (path / ".dialogue-lock").touch()
    for name, seed in SEEDS.items():
        der = base64.b64encode(bytes.fromhex(PKCS8 + seed)).decode()
        key = path / "keys" / f"{name}.pem"
        key.write_text(f"-----BEGIN PRIVATE KEY-----\n{der}\n-----END PRIVATE KEY-----\n")
        key.chmod(0o600)


class Demo:
    def __init__(self, tree, data):
        self.tree, self.data, self.tokens, self.said = tree, data, {}, []

    def __enter__(self):
        self.output = open(f"{self.data}.output", "ab+")
        begin = self.output.seek(0, 2)
        self.process = subprocess.Popen(
            [self.tree / "demo", *OPTIONS], stdout=self.output, stderr=subprocess.STDOUT, env=self.environment())
        deadline = time.monotonic() + 900
        while b"Ready in" not in self.printed(begin):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("The demo did not start:\n" + self.printed(begin).decode())
            time.sleep(0.2)
        return self

    def printed(self, begin):
        self.output.seek(begin)
        return self.output.read()

    def environment(self):
        return {**os.environ, "DIALOGUE_DATA_DIR": str(self.data), "MONGODB_URI": "", "KAFKA_BOOTSTRAP_SERVERS": ""}

    def __exit__(self, *failure):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(120)
        self.output.close()

    def token(self, person):
        if person not in self.tokens:
            self.tokens[person] = subprocess.run(
                [self.tree / "demo", f"--token={person}", f"--sign-in-port={PORTS['sign-in']}"],
                check=True, capture_output=True, text=True, env=self.environment()).stdout.strip()
        return self.tokens[person]

    def send(self, method, service, path, person, body=None, headers=()):
        """body: text is sent as it is, anything else as JSON."""
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORTS[service]}{path}", method=method, data=None if text is None else text.encode(),
            headers={"Authorization": "Bearer " + self.token(person), "Content-Type": "application/json", **dict(headers)})
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                status, raw = response.status, response.read()
        except urllib.error.HTTPError as refusal:
            status, raw = refusal.code, refusal.read()
        answer = raw.decode(errors="replace")
        return status, json.loads(answer) if answer.strip() else None

    def do(self, service, path, person, body, method="POST", expect=(200, 201, 204), **more):
        """A step; what came of it is told in the log, refusals too."""
        status, answer = self.send(method, service, path, person, body, **more)
        said = f"{status} {method} {service}-service {path} by {person}: "
        said += body if isinstance(body, str) else json.dumps(body)
        if status >= 300:
            said += "\n    -> " + json.dumps(answer)
        self.said.append(said)
        print(said[:400])
        if status not in expect:
            raise SystemExit(f"not expected: {answer}")
        return status

    def wait(self, what, until):
        deadline = time.monotonic() + 300
        while not until():
            if time.monotonic() > deadline:
                raise SystemExit("waited in vain for " + what)
            time.sleep(0.1)

    def get(self, service, path, person="auditor"):
        return self.send("GET", service, path, person)

    def list(self, service, path):
        """All items of a paged list, and what its first page says beside them."""
        pages, cursor = [], None
        while True:
            mark = "&" if "?" in path else "?"
            more = f"{mark}cursor={urllib.parse.quote(cursor)}" if cursor else ""
            status, page = self.get(service, path + more)
            if status != 200:
                return status, page
            pages.append(page)
            cursor = page.get("next")
            if not cursor:
                whole = {**pages[0], "items": [item for page in pages for item in page["items"]]}
                whole.pop("next", None)
                return 200, whole

    def caught_up(self):
        def current():
            sizes = {name: self.get(name, "/api/ledger/tree")[1]["size"] for name in ("dialogue", "answer", "reporting")}
            views = self.get("reporting", "/api/reports/views", "operator")[1]
            return sizes["reporting"] == sizes["dialogue"] + sizes["answer"] and all(v["behind"] == 0 for v in views)

        # Twice, as one service records more when it hears from the other.
        for _ in range(2):
            time.sleep(1.5)
            self.wait("the reports", current)

    def answers(self, programmes=()):
        """What every report and list says to an auditor, by service and path; only what was answered with 200."""
        self.caught_up()
        found = {}

        def keep(service, path, paged=False):
            status, answer = self.list(service, path) if paged else self.get(service, path)
            if status == 200:
                found[f"{service} {path}"] = answer
            else:
                print(f"    {status} GET {service} {path}")
            return answer if status == 200 else {}

        for path in ("programmes", "units", "bodies", "people", "authorities"):
            keep("dialogue", f"/api/{path}?limit=100", paged=True)
        assignments = keep("answer", "/api/assignments?limit=100", paged=True).get("items", [])
        for assignment in assignments:
            keep("answer", "/api/assignments/" + urllib.parse.quote(assignment["assignmentId"]))
        for filters in ["", *("&programme=" + urllib.parse.quote(p) for p in programmes)]:
            coverage = keep("reporting", "/api/reports/coverage?limit=100" + filters, paged=True)
            commitments = keep("reporting", "/api/reports/open-commitments?limit=100" + filters, paged=True)
            for by in ("BODY", "UNIT", "TOPIC"):
                keep("reporting", f"/api/reports/counts?by={by}" + filters)
        for question in sorted(self.questions):
            keep("dialogue", "/api/questions/" + urllib.parse.quote(question))
            keep("reporting", f"/api/reports/questions/{urllib.parse.quote(question)}/timeline")
        for commitment in sorted(self.commitments):
            keep("answer", "/api/commitments/" + urllib.parse.quote(commitment))
        for service in ("dialogue", "answer", "reporting"):
            keep(service, "/api/ledger/tree")
        return found

    def know_sample(self):
        self.questions = {item["questionId"] for item in self.list("reporting", "/api/reports/coverage?limit=100")[1]["items"]}
        self.commitments = {
            item["commitmentId"] for item in self.list("reporting", "/api/reports/open-commitments?limit=100")[1]["items"]}


def pack(tree, data, archive):
    """Without the key of the sign-in server, which every start makes anew, without logs and locks; and the database
    without its free space (25 MB here), by H2's own tool, which copies what is stored entry by entry."""
    h2 = next((tree / "standalone/target/unpacked/lib").glob("h2-*.jar"))
    subprocess.run(["java", "-cp", h2, "org.h2.mvstore.MVStoreTool", "-compact", data / "mongodb/mongo.mv"], check=True)
    left_out = ("sign-in/", "log/", "kafka/.lock", "mongodb/store.lock.db")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zip:
        for path in sorted(data.rglob("*")):
            name = path.relative_to(data).as_posix()
            if path.is_file() and not name.startswith(left_out):
                # The same bytes from the same files: the date is a fixed one.
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                zip.writestr(entry, path.read_bytes())


def keep_answers(answers, file):
    file.write_text(json.dumps(answers, indent=1, ensure_ascii=True, sort_keys=True) + "\n")


def main(tree, out):
    out.mkdir(parents=True, exist_ok=True)
    data = out / "data"
    shutil.rmtree(data, ignore_errors=True)
    directory_with_published_keys(data)
    with Demo(tree, data) as demo:
        demo.know_sample()
        keep_answers(demo.answers(["nghe-an-2023"]), out / f"{VERSION}-sample.json")
    pack(tree, data, out / f"{VERSION}-sample.zip")

    import real_use
    with Demo(tree, data) as demo:
        demo.know_sample()
        real_use.work(demo)
        answers = demo.answers(real_use.PROGRAMMES)
        real_use.break_the_reports(demo)
        # Where it answers no longer: what it said before.
        answers |= demo.answers(real_use.PROGRAMMES)
        keep_answers(answers, out / f"{VERSION}-real-use.json")
        (out / f"{VERSION}-real-use.log").write_text("\n".join(demo.said) + "\n")
    pack(tree, data, out / f"{VERSION}-real-use.zip")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
