import type { Rule } from "../lint/rule";
import { findOption } from "../model/commandLine";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { isVariableSet } from "../model/isVariableSet";
import type { PackageCommand } from "../model/packageCommands";
import { runsCalling } from "../model/runsCalling";
import type { ShellWord } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedPip: Rule = {
  id: "unpinned-pip",
  aliases: ["DL3013"],
  severity: "warning",
  category: "packages",
  summary: "`pip` or one of its like installs a package without a version.",
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
    {
      text: "FROM python:3.13\nRUN pip install [|flask|]>=3 && python -W ignore -Im pip install [|jinja2|]\nENV PIP_CONSTRAINT=limits.txt\nRUN pip install flask\n",
    },
    {
      text: "FROM python:3.13\nRUN pipx install [|black|] && pipx install black==25.1.0 && pipx inject black [|isort|] && pipenv install --deploy --system\nRUN uv pip install --system [|flask|] && uv tool install [|ruff|] && uv tool install ruff@0.12.0 && uv sync --locked && uv pip install -r requirements.txt .\n",
    },
    { text: 'FROM python:3.13\nONBUILD RUN ["/venv/bin/pip", "install", "[|flask|]"]\n' },
  ],

  check(dockerfile, report) {
    for (const manager of ["pip", "pipx", "pipenv", "uv"] as const) {
      for (const instruction of runsCalling(dockerfile, manager)) {
        const shell = shellOf(dockerfile, instruction);
        const found = unpinnedPackages(instruction, shell, manager, named);
        if (found.length === 0 || isLimited(dockerfile, instruction, shell)) continue;
        for (const { word, name, hint } of found) {
          const plain = /^[\w.-]+(\[[^\]]*\])?/.exec(name)?.[0] ?? name;
          const advice = name.includes("+")
            ? "Write @ and a tag or commit after the address."
            : `Write ${plain}==<version>.`;
          report({
            range: word.range,
            message: `"${name}" has no version, so each build may install another one. ${advice}${hint}`,
            // The peer does not know uv.
            ...(manager === "uv" && { aliases: [] }),
          });
        }
      }
    }
  },
};

/** Whether a file of constraints is named to all calls. */
function isLimited(dockerfile: Dockerfile, instruction: Instruction, shell: readonly string[]): boolean {
  return CONSTRAINTS.some((name) => isVariableSet(dockerfile, instruction, shell, name));
}

const CONSTRAINTS = ["PIP_CONSTRAINT", "PIP_NO_INDEX", "UV_CONSTRAINT", "UV_NO_INDEX"];

function named(call: PackageCommand): readonly ShellWord[] {
  // A file of constraints chooses the versions; without an index only what lies there can be installed.
  const isChosen =
    findOption(call, "-c", "--constraint", "--constraints", "--no-index") !== undefined ||
    call.command.assignments.some(({ name }) => CONSTRAINTS.includes(name));
  if (isChosen) return [];
  const editable = call.options.flatMap(({ name, valueWord, word }) =>
    (name === "-e" || name === "--editable") && valueWord && valueWord !== word ? [valueWord] : [],
  );
  const packages = installed(call);
  if (packages === undefined) return [];
  return [...packages, ...editable.filter(({ text }) => text.includes("+"))].sort(
    (a, b) => a.start - b.start,
  );
}

/** The words behind `install`, which in uv stands behind `pip` or `tool`; undefined for a call that installs nothing. */
function installed({ manager, action, operands }: PackageCommand): readonly ShellWord[] | undefined {
  if (action === "install") return operands;
  if (manager === "pipx" && action === "inject") return operands.slice(1);
  if (manager !== "uv") return undefined;
  const isInside = (action === "pip" || action === "tool") && operands[0]?.value === "install";
  return isInside ? operands.slice(1) : action === "add" ? operands : undefined;
}
