#!/usr/bin/env python3
"""Says new things in a small tree and looks for the complaint of lint_errors.py.   tst_lint_errors.py path/to/lint_errors.py"""
import pathlib
import subprocess
import sys
import tempfile

lint = pathlib.Path(sys.argv[1]).resolve()
forms = "client/translations/errorforms.cpp"
good = {
    "docs/architecture.md": """| folder | what it is | uses | not |
|---|---|---|---|
| `shared/base` | b | | |
| `client/profile` | p | base | |
| `client/cli` | u | profile | |
| `client/model` | m | profile translations | |
| `client/translations` | t | base | |
""",
    "shared/base/error.h": "enum class ErrorCode { Io };\n",
    "client/profile/profile.cpp": r'''
#include "base/error.h"
// "A comment is no sentence."
Error tooLong(const char *what) { return {ErrorCode::Io, std::string("The ") + what + " is too long."}; }
Error locked(const std::string &path)
{
    if (path.empty())
        return tooLong("shown name");
    run("SELECT a FROM b WHERE c = 'd'");
    return Error{ErrorCode::Io, "The profile " + quoted(path) + " is in "
                                "use: say \"please\"."};
}
''',
    "client/cli/main.cpp": 'Error{ErrorCode::Io, "Only the terminal sees this."};\n',
    "client/model/model.cpp": 'Q_EMIT done(tr("All is well."), "a name of ours");\nError{ErrorCode::Io, "Nothing came."};\n',
    "client/translations/errordetails.cpp": 'QT_TRANSLATE_NOOP("ErrorDetail", "it was late")\n',
    "client/profile/late.cpp": 'Error late() { return damaged("it was late"); }\n',
    forms: r'''
QT_TRANSLATE_NOOP("Error", "The shown name is too long.")
QT_TRANSLATE_NOOP("Error", "The profile \"%1\" is in use: "
                           "say \"please\".")
QT_TRANSLATE_NOOP("Error", "Nothing came.")
''',
}
# What is wrong, the files that make it so, and a piece of what the lint says.
breaches = [
    ("a new sentence", {"client/profile/late.cpp": good["client/profile/late.cpp"] + 'Error{ErrorCode::Io,\n "Something else."};\n'},
     'client/profile/late.cpp:3: "Something else." is in no sentence'),
    ("a new sentence about a path", {"client/profile/new.cpp": 'Error e{ErrorCode::Io, path + " is not there."};\n'},
     '" is not there." is in no sentence'),
    ("a new detail, in a call", {"client/profile/new.cpp": 'Error e = damaged("it was too early");\n'}, '"it was too early" is in no sentence'),
    ("other words", {"client/model/model.cpp": 'Error{ErrorCode::Io, "Nothing came at all."};\n'}, '"Nothing came at all." is in no sentence'),
    ("one more piece", {"client/profile/new.cpp": 'Error e{ErrorCode::Io, "The profile " + path + " is in the way."};\n'}, '" is in the way."'),
    ("half of a sentence", {"client/profile/new.cpp": 'Error e{ErrorCode::Io, "The profile"};\n'}, '"The profile" is in no sentence'),
    ("an error in the window's own words", {"client/model/model.cpp": good["client/model/model.cpp"] + 'return {ErrorCode::Io, bad("What now?")};\n'},
     'client/model/model.cpp:3: "What now?"'),
    ("a sentence that nobody says", {forms: good[forms] + 'QT_TRANSLATE_NOOP("Error", "It was %1.")\n'}, f'{forms}:6: nobody says "It was "'),
    ("an error as it is", {"client/model/model.cpp": "m_problem = wording::text(done.error().message);\nError{ErrorCode::Io, \"Nothing came.\"};\n"},
     "client/model/model.cpp:1: text(done.error().message"),
    ("no list", {forms: "", "client/translations/errordetails.cpp": ""}, "is in no sentence"),
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
