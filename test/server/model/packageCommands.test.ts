import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { commandLine } from "../../../server/src/model/commandLine";
import { packageCommands } from "../../../server/src/model/packageCommands";
import { packagePins } from "../../../server/src/model/packagePins";
import type { PackageManagerName } from "../../../server/src/model/packageSyntax";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { runCommands } from "../../../server/src/model/runCommands";

const shell = ["/bin/sh", "-c"];

function instructionOf(text: string) {
  const instruction = parseDockerfile(`FROM x\n${text}`).instructions[1];
  assert.ok(instruction);
  return instruction;
}

/** Options as `name=value`, then the operands. */
describe("command lines", () => {
  const optionsWithValue = new Set(["-t", "--target"]);

  check("-qy -t a b --target=c d", ["-q", "-y", "-t=a", "--target=c"], ["b", "d"]);
  check("-qta -t=b --target c d", ["-q", "-t=a", "-t=b", "--target=c"], ["d"]);
  check("a -- -q b", [], ["a", "-q", "b"]);
  check("-t $X --target=$Y - z", ["-t=?", "--target=?"], ["-", "z"]);
  check("-t", ["-t=?"], []);

  test("one dash before a long name", () => {
    const [command] = runCommands(instructionOf("RUN go -ldflags '-s -w' -o=a b"), shell);
    assert.ok(command);
    const { options, operands } = commandLine(command, {
      dashes: "single",
      optionsWithValue: new Set(["-ldflags", "-o"]),
    });
    assert.deepEqual(
      options.map(({ name, value }) => [name, value]),
      [
        ["-ldflags", "-s -w"],
        ["-o", "a"],
      ],
    );
    assert.deepEqual(
      operands.map(({ text }) => text),
      ["b"],
    );
  });

  function check(words: string, options: readonly string[], operands: readonly string[]): void {
    test(words, () => {
      const [command] = runCommands(instructionOf(`RUN x ${words}`), shell);
      assert.ok(command);
      const line = commandLine(command, { optionsWithValue });
      assert.deepEqual(
        line.options.map(({ name, value, valueWord }) =>
          valueWord || optionsWithValue.has(name) ? `${name}=${value ?? "?"}` : name,
        ),
        options,
      );
      assert.deepEqual(
        line.operands.map(({ text }) => text),
        operands,
      );
    });
  }
});

/** What is to be done, then with what. */
describe("calls of package managers", () => {
  check("RUN apt-get -o A=b install -y -t sid curl git", "apt", ["install curl git"]);
  check("RUN sudo apt update; sh -c 'apt-get upgrade'", "apt", ["update", "upgrade"]);
  check("RUN apk --no-cache add -t .build a --virtual b c", "apk", ["add a c"]);
  check("RUN pip3.12 install a && /venv/bin/pip --quiet install b", "pip", ["install a", "install b"]);
  check("RUN python3 -m pip install a; python -Im pip install b", "pip", ["install a", "install b"]);
  check("RUN python -W ignore -X utf8 -m pip install a; python -m pipx install b", "pip", ["install a"]);
  check("RUN python -m uv pip install a", "uv", ["pip install a"]);
  check("RUN python x.py -m pip install a; python -c 'b' -m pip", "pip", []);
  check("RUN microdnf install a && dnf5 --setopt=x=y install b", "dnf", ["install a", "install b"]);
  check("RUN yarn --cwd a", "yarn", ["?"]);
  check("RUN zypper -n --plus-repo x in a", "zypper", ["in a"]);
  check('RUN ["npm", "ci"]', "npm", ["ci"]);
  check("CMD npm start", "npm", []);
  check("RUN apt-get $DO a", "apt", ["? a"]);
  check("RUN aptitude install a && apt-cache policy b", "apt", []);

  function check(text: string, manager: PackageManagerName, expected: readonly string[]): void {
    test(text, () => {
      const calls = packageCommands(instructionOf(text), shell, manager).map(({ action, operands }) =>
        [action ?? "?", ...operands.map((word) => word.text)].join(" "),
      );
      assert.deepEqual(calls, expected);
    });
  }
});

describe("versions", () => {
  check("apt", ["a=1", "a=1.*", "a/sid", "./a.deb", "a-", "lamp-server^"], ["a", "libc6-dev", "g++"]);
  check("apk", ["a=1", "a~1", "a>1", "a=~1", ".build", "!a", "a.apk"], ["a", "a@edge", "py3-pip"]);
  check("yum", ["a-1.2", "a-1:2", "@group", "/bin/a", "a.rpm", "http://a/b"], ["a", "a.x86_64", "a-devel"]);
  check("zypper", ["a=1", "a>=1", "pattern:a", "-a", "a.rpm"], ["a", "a-devel"]);
  check("gem", ["a:1", "a.gem", "./a"], ["a", "a-b"]);
  check(
    "npm",
    ["a@1", "@a/b@1", "a@npm:b@1", "./a", "a/b#c", "https://a/b.tgz"],
    [...["a", "@a/b", "a@", "a@latest", "a@npm:b", "a/b", "git+ssh://git@a/b.git"]],
  );
  check(
    "pip",
    [
      "a==1",
      "a[b]>=1",
      "a~=1",
      "a<2",
      ".",
      ".[a]",
      "a/b",
      "a.whl",
      "git+https://a/b@c",
      "a @ https://b/c.zip",
    ],
    [
      ...[
        "a",
        "a[b]",
        "a; python_version<'3'",
        "git+https://a/b",
        "git+ssh://git@a/b",
        "a @ git+https://b/c",
      ],
    ],
  );
  check(
    "go",
    ["a.b/c@v1", "./...", "cmd/vet", "main.go", "a.b/c@0a1b2c"],
    ["a.b/c", "a.b/c@latest", "a.b/c@main"],
  );

  function check(manager: PackageManagerName, pinned: readonly string[], loose: readonly string[]): void {
    test(manager, () => {
      assert.deepEqual(
        pinned.filter((text) => !packagePins[manager](text)),
        [],
      );
      assert.deepEqual(loose.filter(packagePins[manager]), []);
    });
  }
});
