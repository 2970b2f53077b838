#!/usr/bin/env python3
"""Runs qmllint on each QML file: names that do not exist, unused imports, unqualified access.

    tests/lint/lint_qml.py QMLLINT SOURCES BUILD

One file a run: qmllint 6.4.2 reads beyond its own memory when it is given all of them (its target in CMake crashes).
It can die of that with one file, too, once in some runs (a switch on a value that was never set, mostly at methods of
arrays): a run that ended by a signal has judged nothing, so the file is judged again. One that it cannot judge fails.
Before that it must complain of a file that is wrong, so that a lint that sees nothing cannot pass.
"""
import pathlib
import subprocess
import sys
import tempfile

lint, sources, build = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
arguments = [lint, "-I", str(build / "qml")]
for resource in sorted((build / "client/qml/.rcc").glob("*.qrc")):
    arguments += ["--resource", str(resource)]


def complaints(file):
    for _ in range(10):
        done = subprocess.run([*arguments, str(file)], capture_output=True, text=True)
        if done.returncode >= 0:
            said = (done.stdout + done.stderr).strip()
            return said or f"{file}: exit code {done.returncode}" if done.returncode else said
        print(f"{file}: qmllint died of signal {-done.returncode}")
    return f"{file}: qmllint died of it ten times"


with tempfile.TemporaryDirectory() as folder:
    wrong = pathlib.Path(folder) / "Wrong.qml"
    wrong.write_text("import QtQuick\nimport Evencart\nEvLabel {\n    size: Theme.noSuchSize\n    text: nobody.name\n}\n")
    said = complaints(wrong)
    if "noSuchSize" not in said or "nqualified" not in said:
        sys.exit(f"qmllint does not see what is wrong in a wrong file; it says: {said}")

files = sorted((sources / "client/qml").rglob("*.qml"))
failed = [said for said in map(complaints, files) if said]
print("\n".join(failed))
print(f"{len(files)} files, {len(failed)} with complaints")
sys.exit(1 if failed or not files else 0)
