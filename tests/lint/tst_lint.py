#!/usr/bin/env python3
"""Breaks each rule of tools/lint in a small tree and looks for the complaint.   tst_lint.py path/to/lint"""
import pathlib
import subprocess
import sys
import tempfile

lint = pathlib.Path(sys.argv[1]).resolve()
table = """| folder | what it is | uses | not |
|---|---|---|---|
| `shared/base` | b | | |
| `shared/crdt` | c | base | |
| `client/cli` | u | crdt | |
| `syncserver/net` | n | | |
"""
good = {
    "docs/architecture.md": table,
    "shared/base/CMakeLists.txt": "evencart_library(Base SOURCES id.h)\n",
    "shared/base/id.h": "#pragma once\n#include <string>\n",
    "shared/crdt/CMakeLists.txt": "evencart_library(Crdt SOURCES dot.cpp dot.h)\n",
    "shared/crdt/dot.h": '#include "base/id.h"\n',
    "shared/crdt/dot.cpp": '#include "crdt/dot.h"\n',
    "client/cli/CMakeLists.txt": "add_executable(cli main.cpp)\n",
    "client/cli/main.cpp": '#include "crdt/dot.h"\nconst char *sql = "SELECT a FROM b "\n "WHERE c = ?";\n',
    "syncserver/net/CMakeLists.txt": "evencart_library(Net SOURCES loop.cpp)\n",
    "syncserver/net/loop.cpp": "#include <thread>\n",
    "tests/shared/crdt/CMakeLists.txt": "evencart_test(tst_dot)\n",
    "tests/shared/crdt/tst_dot.cpp": "QTRY_VERIFY(true);\n",
}
# What is wrong, the files that make it so, and a piece of what the lint says.
breaches = [
    ("a machine's path", {"docs/how.md": "Look in /" "home/bob/evencart.\n"}, "docs/how.md:1: an absolute path"),
    ("a test that sleeps", {"tests/shared/crdt/tst_dot.cpp": "\n\nQTest::qWait(5);\n"}, "tst_dot.cpp:3: qWait"),
    ("a test that is skipped", {"tests/shared/crdt/tst_dot.cpp": 'QSKIP("later");\n'}, "tst_dot.cpp:1: QSKIP"),
    ("SQL with a word put in", {"client/cli/main.cpp": '#include "crdt/dot.h"\nrun("DELETE FROM a WHERE b = " + name);\n'}, "main.cpp:2: SQL"),
    ("SQL from two variables", {"client/cli/main.cpp": '#include "crdt/dot.h"\nauto s = "SELECT a";\nrows = db.query(s + std::string(more), 1);\n'},
     "main.cpp:3: SQL"),
    ("a large file", {"shared/crdt/dot.cpp": '#include "crdt/dot.h"\n' + "// more\n" * 500}, "dot.cpp:501: more than 500"),
    ("a vague name", {"shared/base/id.h": "class IdManager\n{\n};\n"}, "id.h:1: class IdManager"),
    ("a use that the table does not name", {"shared/base/id.h": '\n#include "crdt/dot.h"\n'}, "id.h:2: shared/base may not use shared/crdt"),
    ("the server in the client", {"client/cli/main.cpp": '#include "crdt/dot.h"\n#include "net/loop.h"\n'},
     "main.cpp:2: client/cli may not use syncserver/net"),
    ("a circle", {"docs/architecture.md": table.replace("| b | |", "| b | crdt |"), "shared/base/id.h": '#include "crdt/dot.h"\n'}, "in a circle"),
    ("a table that is out of date", {"client/cli/main.cpp": "int main() {}\n"}, "client/cli does not use shared/crdt any more"),
    ("a folder without a row", {"shared/new/CMakeLists.txt": "a.h\n", "shared/new/a.h": "\n"}, "shared/new has no row"),
    ("a clock in the kernel", {"shared/crdt/dot.h": '#include "base/id.h"\n#include <chrono>\n'}, "dot.h:2: shared/crdt does no I/O"),
    ("Qt in the kernel", {"shared/crdt/dot.h": '#include "base/id.h"\n#include <QString>\n'}, "dot.h:2: shared/crdt does not know Qt"),
    ("a source that is not compiled", {"shared/crdt/dead.cpp": "\n"}, "dead.cpp:1: no CMakeLists.txt names it"),
    ("a test that never runs", {"tests/shared/crdt/tst_dead.cpp": "\n"}, "tst_dead.cpp:1: no CMakeLists.txt names it"),
    ("tests of nothing", {"tests/shared/gone/CMakeLists.txt": "\n"}, "there is no shared/gone"),
]


def lint_says(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        done = subprocess.run([sys.executable, lint, folder], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


failures = 0
code, said = lint_says(good)
if code != 0:
    print(f"the good tree is not taken as good:\n{said}")
    failures += 1
for name, files, expected in breaches:
    code, said = lint_says({**good, **files})
    if code != 1 or expected not in said:
        print(f"{name}: expected '{expected}' and exit code 1, got {code}:\n{said}")
        failures += 1
print(f"{len(breaches) + 1 - failures} of {len(breaches) + 1} as expected")
sys.exit(1 if failures else 0)
