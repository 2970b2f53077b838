#!/usr/bin/env python3
"""Compares the sentences that say what went wrong, as they stand in the sources, with the app's list of them.

    tests/lint/lint_errors.py [FOLDER]

The libraries and the server say them in English; the app translates those it finds in client/translations
(errorforms.h there). Three things are wrong, and printed as file:line: words in a source that are in no sentence of that
list (the app would show them in English), a sentence of the list whose words nobody says any more, and an Error that
the app shows without asking the list.

A source puts a sentence together from literals and what it knows: "The profile " + path + " is in use.". The list has
"The profile %1 is in use.", whose pieces "The profile " and " is in use." must be literals, or several in a row. Single
words without a blank are not looked for by themselves: they are only used to build sentences.
"""
import importlib.machinery
import importlib.util
import pathlib
import re
import sys

sys.dont_write_bytecode = True
here = pathlib.Path(__file__).resolve().parent.parent.parent

lists = ("client/translations/errorforms.cpp", "client/translations/errordetails.cpp")
# The app's own folders: their words are translated where they stand, but not those of an Error. What they use, directly
# or not, can reach the window.
window = {"client/model", "client/people", "client/story", "client/typing", "client/desktop", "client/app", "client/qml",
          "client/settings", "client/shop", "client/laboratory", "client/translations"}
beside = {"client/shopping", "syncserver/relay"}  # what speaks to the app and is not used by it
closing = ("syncserver/net/websocketpeer.cpp", "syncserver/net/workerloop.cpp")  # their reasons reach the client
# Read on a terminal or by who runs the server, never in the window.
elsewhere = {"client/app/main.cpp", "client/app/selftest.cpp", "client/desktop/commandline.cpp", "syncserver/relay/access.cpp",
             "syncserver/relay/admincommands.cpp", "syncserver/relay/administer.cpp",
             "client/demo/processstage.cpp", "syncserver/relay/cartverifier.cpp", "syncserver/relay/imports.cpp", "syncserver/relay/catchup.cpp", "syncserver/relay/materialise.cpp"}
# Mistakes in the text of a demonstration, which is English words itself; the window says that it cannot be read.
elsewhere |= {"client/demo/demoacts.cpp", "client/demo/demoscript.cpp"}
# Literals of the searched files that are no part of an error: labels, contexts of signatures, what is written to files.
not_errors = {
    "shared/identity/credentials.cpp": {", device ", ", ***)"},
    "shared/identity/membershipproof.cpp": {"evencart cart v1"},
    "shared/sqlite/statement.cpp": {"an error that nobody asked for"},
    "shared/storage/sqlitesalvage.cpp": {"a change"},
    "shared/sync/cartreplica.cpp": {"name the cart "},
    "shared/text/pastedlist.cpp": {"[ ]"},
    "client/portability/cartfile.cpp": {"- [ ] ", "- [x] "},
    "client/lab/labhands.cpp": {"members role"},
    "client/lab/labworld.cpp": {"push × ", "deltas × ", "not ordered"},
    "client/profile/keyfile.cpp": {"The keys of this profile are in the desktop's keychain, under this name:\n"},
    "syncserver/relay/checkout.cpp": {"evencart server replica v1", "evencart server v1"},
}

token = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?P<text>(?:[^"\\\n]|\\.)*)"|\'(?:[^\'\\\n]|\\.)+\'', re.S)
says_errors = re.compile(r"\b(?:Error|ErrorCode|FailureCode|CloseCode|Result)\b")
error_begins = re.compile(r"\b(?:Error|Failure|Close)Code::\w+\s*,")
sql = re.compile(r"[\s)]*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|COMMIT|ROLLBACK|ORDER|REPLACE|WITH)\b")
translated = re.compile(r"(?:\btr|_NOOP|\btranslate)\s*\($")
shown_as_it_is = re.compile(r"\b(?:text|fromStdString|fromUtf8)\([^;()]*(?:\(\))?(?:\.|->)message\b")
placeholder = re.compile(r"%\d")
listed = re.compile(r'QT_TRANSLATE_NOOP\(\s*"\w+",\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)\)')


def rules_of_the_tree():
    """tools/lint, which knows the tree and its folders."""
    loader = importlib.machinery.SourceFileLoader("treelint", str(here / "tools/lint"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def plain(text):
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def literals(text):
    """(position, content, is it given to tr()?) of each string literal; neighbours are one, as they are to the compiler."""
    found, end = [], -1
    for each in token.finditer(text):
        if each["text"] is None:
            continue
        begin = text.rfind("\n", 0, each.start()) + 1
        if re.match(r"\s*#\s*include", text[begin:each.start()]):
            continue
        if found and not text[end:each.start()].strip():
            found[-1][1] += plain(each["text"])
        else:
            found.append([each.start(), plain(each["text"]), bool(translated.search(text[:each.start()].rstrip()[-60:]))])
        end = each.end()
    return found


def behind(text, start):
    """Where the expression that begins here ends: at the bracket around it or the semicolon."""
    depth, position = 0, start
    while position < len(text):
        skipped = token.match(text, position)
        if skipped:
            position = skipped.end()
            continue
        depth += (text[position] in "([{") - (text[position] in ")]}")
        if depth < 0 or text[position] == ";":
            break
        position += 1
    return position


def used_by(allowed, folder):
    found, open_ends = set(), [folder]
    while open_ends:
        each = open_ends.pop()
        if each not in found:
            found.add(each)
            open_ends += sorted(allowed.get(each, (0, set()))[1])
    return found


def searched(tree, allowed, folder_of):
    """(path, position, content) of the literals that may be words of an error."""
    # What the laboratory has of the server speaks to an operator, but for what speaks to the app anyway.
    used = set().union(*(used_by(allowed, each) for each in window))
    folders = {folder for folder in used if not folder.startswith("syncserver/")} | beside
    for path, text in tree.sources("shared", "client", "syncserver"):
        folder = folder_of(path)
        if path in elsewhere or path in lists or (folder not in folders and path not in closing):
            continue
        if not says_errors.search(text):
            continue
        spans = None
        if folder in window or path in closing:
            spans = [(each.end(), behind(text, each.end())) for each in error_begins.finditer(text)]
        for position, content, is_translated in literals(text):
            if not is_translated and (spans is None or any(begin <= position < end for begin, end in spans)):
                yield path, position, content


def check_shown(tree, folder_of):
    """The app shows no Error but in its own language."""
    for path, text in tree.sources("client"):
        if folder_of(path) in window - {"client/translations"} and path not in elsewhere:
            tree.report_each(shown_as_it_is, path, text, "{0}: show it by errorSentence() (translations/errorsentences.h)")


def pieces(form):
    return [piece for piece in placeholder.split(form) if piece]


class Words:
    """What the literals can be put together to."""

    def __init__(self, contents):
        self.contents = {content for content in contents if content} | {'"'}  # which quoted() puts around

    def used_in(self, piece):
        """The literals of which the piece consists, in all the ways there are; empty: it cannot be put together."""
        size = len(piece)
        steps = [(at, at + len(word), word) for word in self.contents if word in piece
                 for at in range(size) if piece.startswith(word, at)]
        steps.sort()
        reached = {0}
        for begin, end, _ in steps:
            if begin in reached:
                reached.add(end)
        useful = {size}
        for begin, end, _ in sorted(steps, key=lambda step: -step[1]):
            if end in useful:
                useful.add(begin)
        return {word for begin, end, word in steps if begin in reached and end in useful} if size in reached else set()


def main():
    rules = rules_of_the_tree()
    tree = rules.Tree(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here)
    allowed = rules.read_table(tree)
    check_shown(tree, rules.folder_of)
    found = list(searched(tree, allowed, rules.folder_of))
    words = Words(content for _, _, content in found)
    known = set()
    forms = []
    for path in lists:
        text = tree.texts.get(path, "")
        for each in listed.finditer(text):
            form = "".join(content for _, content, _ in literals(each[1]))
            forms.append(form)
            for piece in pieces(form):
                used = words.used_in(piece)
                known |= used
                if not used:
                    tree.report(path, text.count("\n", 0, each.start()) + 1, f'nobody says "{piece}" any more: "{form}"')
    numbered = re.compile("|".join(r"\d+".join(re.escape(piece) for piece in placeholder.split(form)) for form in forms))
    for path, position, content in found:
        if numbered.fullmatch(content):  # "line 1"
            continue
        if " " not in content.strip() or sql.match(content) or content in known or content in not_errors.get(path, ()):
            continue
        tree.report(path, tree.texts[path].count("\n", 0, position) + 1,
                    f'"{content}" is in no sentence of {lists[0]} or {lists[1].split("/")[-1]}: the app would show it in English')
    print("\n".join(tree.breaches) if tree.breaches else f"{len(forms)} sentences and details of errors, and the app knows them all")
    sys.exit(1 if tree.breaches or not forms else 0)


if __name__ == "__main__":
    main()
