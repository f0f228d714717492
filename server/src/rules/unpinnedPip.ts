import type { Rule } from "../lint/rule";
import { findOption } from "../model/commandLine";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedPip: Rule = {
  id: "unpinned-pip",
  aliases: ["DL3013"],
  severity: "warning",
  category: "packages",
  summary: "`pip` installs a package without a version.",
  rationale:
    "The build takes the newest release of that day, so the same Dockerfile may give another image tomorrow, or none. Write `name==version`, a tag or commit behind the `@` of a repository, or list everything in a requirements file.",
  examples: [
    { text: "FROM python:3.13\nRUN pip install --no-cache-dir [|flask|]\n" },
    { text: "FROM python:3.13\nRUN pip install --no-cache-dir flask==3.1.0\n" },
    {
      text: "FROM python:3.13\nRUN pip install 'flask>=3' \"jinja2~=3.1\" click===8.1.7 gunicorn==$VERSION 'uvicorn[standard]<1'\n",
    },
    {
      text: "FROM python:3.13\nRUN pip install -r requirements.txt && pip install . ./lib /src/app '.[dev]' own.whl own-1.0.tar.gz\n",
    },
    {
      text: "FROM python:3.13\nRUN pip install git+https://example.com/a.git@v1 https://example.com/b.zip 'c @ git+ssh://git@example.com/c@0a1b2c'\n",
    },
    {
      text: "FROM python:3.13\nRUN pip3.13 install -U [|pip|] [|git+ssh://git@example.com/a.git|] -e [|git+https://example.com/b#egg=b|]\n",
    },
    {
      text: "FROM python:3.13\nRUN python3 -m pip --no-cache-dir install [|'uvicorn[standard]'|] [|'a; python_version < \"3\"'|]\n",
    },
    {
      text: "FROM python:3.13\nRUN pip install -c limits.txt flask && pip install --no-index --find-links /wheels flask\n",
    },
    {
      text: "FROM python:3.13\nRUN PIP_CONSTRAINT=limits.txt pip install flask && pip install $PACKAGES -e . && pip uninstall a\n",
    },
    { text: 'FROM python:3.13\nONBUILD RUN ["/venv/bin/pip", "install", "[|flask|]"]\n' },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name } of unpinnedPackages(instruction, shell, "pip", named)) {
      const plain = /^[\w.-]+(\[[^\]]*\])?/.exec(name)?.[0] ?? name;
      const advice = name.includes("+")
        ? "Write @ and a tag or commit behind the address."
        : `Write ${plain}==<version>.`;
      report({ range: word.range, message: `"${name}" comes in the newest version of that day. ${advice}` });
    }
  },
};

function named(call: PackageCommand): readonly ShellWord[] {
  // A file of constraints chooses the versions; without an index only what lies there can be installed.
  const isChosen =
    findOption(call, "-c", "--constraint", "--no-index") !== undefined ||
    call.command.assignments.some(({ name }) => name === "PIP_CONSTRAINT");
  if (call.action !== "install" || isChosen) return [];
  const editable = call.options.flatMap(({ name, valueWord, word }) =>
    (name === "-e" || name === "--editable") && valueWord && valueWord !== word ? [valueWord] : [],
  );
  return [...call.operands, ...editable.filter(({ text }) => text.includes("+"))].sort(
    (a, b) => a.start - b.start,
  );
}
