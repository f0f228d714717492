import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { containerUsers, usersOf } from "../../../server/src/grammar/containerUsers";
import { directive, directives } from "../../../server/src/grammar/directives";
import { dockerCommand, dockerCommands } from "../../../server/src/grammar/dockerCommands";
import { instructionEntry } from "../../../server/src/grammar/instructions";
import { deprecatedLabels, labelKey, ociLabels } from "../../../server/src/grammar/ociLabels";
import { officialImage, officialImages } from "../../../server/src/grammar/officialImages";
import {
  commandFlags,
  packageManager,
  packageManagers,
  subCommand,
  writtenFlags,
} from "../../../server/src/grammar/packageManagers";
import { ports, portsOfImage, portsSuggestedBy, servicesOn } from "../../../server/src/grammar/ports";
import { predefinedArgument, predefinedArguments } from "../../../server/src/grammar/predefinedArguments";
import { shellOfProgram, shells } from "../../../server/src/grammar/shells";
import { variableModifiers } from "../../../server/src/grammar/variableModifiers";

function assertOnce(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    assert.ok(!seen.has(name), `${name} occurs twice`);
    seen.add(name);
  }
}

test("no table names a thing twice", () => {
  assertOnce(containerUsers.map(({ name }) => name));
  assertOnce(directives.map(({ name }) => name));
  assertOnce(dockerCommands.map(({ word }) => word));
  assertOnce([...ociLabels, ...deprecatedLabels].map(({ key }) => key));
  assertOnce(officialImages.map(({ name }) => name));
  assertOnce(packageManagers.flatMap(({ names }) => names));
  assertOnce(ports.map(({ port, protocol, service }) => `${port}/${protocol} ${service}`));
  assertOnce(predefinedArguments.map(({ name }) => name));
  assertOnce(shells.flatMap(({ names }) => names));
  assertOnce(variableModifiers.map(({ modifier }) => modifier));
  for (const { commands } of packageManagers) assertOnce(commands.flatMap(({ names }) => names));
});

test("a directive is found in any case, with the best value first", () => {
  assert.equal(directive("SYNTAX")?.values[0]?.value, "docker/dockerfile:1");
  assert.equal(directive("escape")?.closed, true);
  assert.equal(directive("check")?.since, "1.8");
  assert.equal(directive("include"), undefined);
  for (const { name, examples } of directives)
    for (const text of examples) assert.ok(text.startsWith(`# ${name}=`), text);
});

test("arguments that exist by themselves, and who sees them", () => {
  assert.equal(predefinedArgument("HTTP_PROXY")?.seenBy, "run");
  assert.equal(predefinedArgument("no_proxy")?.seenBy, "run");
  assert.equal(predefinedArgument("TARGETARCH")?.seenBy, "from");
  assert.equal(predefinedArgument("BUILDKIT_INLINE_CACHE")?.seenBy, "builder");
  assert.equal(predefinedArgument("targetarch"), undefined);
  assert.equal(predefinedArgument("NODE_ENV"), undefined);
});

test("docker commands are no instructions, and are found in any case", () => {
  const words = dockerCommands.map(({ word }) => word);
  assert.deepEqual(words, [...words].sort());
  for (const { word, commandLine, command, instead } of dockerCommands) {
    assert.equal(instructionEntry(word), undefined, word);
    assert.ok(commandLine.startsWith("docker "), commandLine);
    if (command !== undefined) assert.match(command, /^drydock\.[a-z]+\.[a-zA-Z]+$/);
    if (instead !== undefined) assert.match(instead, /\.$/);
  }
  assert.equal(dockerCommand("push")?.command, "drydock.images.push");
  assert.equal(dockerCommand("LOGIN")?.command, "drydock.registries.logIn");
  assert.equal(dockerCommand("RUN"), undefined);
});

test("each command of ours that is offered exists", () => {
  const folder = fileURLToPath(new URL("../../../client/src/commands/", import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const ids = sources.flatMap((file) =>
    [...readFileSync(folder + file, "utf8").matchAll(/^ {2}id: "([\w.]+)"/gm)].map(
      ([, id]) => `drydock.${id}`,
    ),
  );
  for (const { command } of dockerCommands) {
    if (command === undefined || /^drydock\.(?:images|containers)\.focus$/.test(command)) continue;
    assert.ok(ids.includes(command), `${command} is none of ${ids.join(", ")}`);
  }
});

test("label keys, old ones with their successor", () => {
  assert.equal(labelKey("org.opencontainers.image.licenses")?.form, "spdx");
  assert.equal(labelKey("org.label-schema.vcs-url")?.insteadUse, "org.opencontainers.image.source");
  assert.equal(labelKey("maintainer"), undefined);
  for (const { insteadUse } of deprecatedLabels) assert.ok(labelKey(insteadUse ?? ""), insteadUse);
});

test("official images, with and without their domain", () => {
  assert.ok(officialImages.length >= 130, `${officialImages.length} images`);
  assert.equal(officialImage("library/python")?.family, "language");
  assert.equal(officialImage("docker.io/library/postgres")?.family, "database");
  assert.equal(officialImage("openjdk")?.insteadUse, "eclipse-temurin");
  assert.equal(officialImage("bitnami/redis"), undefined);
  for (const { name } of officialImages) assert.match(name, /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
});

const files: readonly (readonly [string, string, readonly number[]])[] = [
  ["requirements.txt", "requests==2.0\nFlask==0.10.1\n", [5000]],
  ["requirements.txt", "flask-sqlalchemy-like-thing", [5000]],
  ["requirements.txt", "fastapi\nuvicorn[standard]\n", [8000]],
  ["requirements.txt", "numpy\n", []],
  ["app.py", "app = Flask(__name__)", [5000]],
  ["manage.py", 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "x")', [8000]],
  ["package.json", '{ "dependencies": { "express": "^5" } }', [3000]],
  ["package.json", '{ "dependencies": { "express-session": "^1" } }', []],
  ["vite.config.ts", "", [5173]],
  ["angular.json", "{}", [4200]],
  ["Gemfile", 'gem "rails", "~> 8"', [3000]],
  ["pom.xml", "<artifactId>spring-boot-starter</artifactId>", [8080]],
  ["Site.csproj", '<Project Sdk="Microsoft.NET.Sdk.Web">', [8080]],
  ["nginx.conf", "listen 80;", [80]],
  ["nginx.conf", "listen 443 ssl;", [80, 443]],
  ["go.mod", "require github.com/gin-gonic/gin v1.10.0", [8080]],
  ["README.md", "Flask", []],
];
for (const [file, text, expected] of files) {
  test(`${file} with ${JSON.stringify(text)} suggests ${expected.join(", ") || "no port"}`, () => {
    assert.deepEqual([...new Set(portsSuggestedBy(file, text).map(({ port }) => port))], expected);
  });
}

test("ports are in order, and are found by number and by image", () => {
  const numbers = ports.map(({ port }) => port);
  assert.deepEqual(
    numbers,
    [...numbers].sort((first, second) => first - second),
  );
  assert.ok(numbers.every((port) => Number.isInteger(port) && port >= 1 && port <= 65_535));
  assert.deepEqual(
    servicesOn(5432).map(({ service }) => service),
    ["PostgreSQL"],
  );
  assert.deepEqual(
    servicesOn(53, "udp").map(({ service }) => service),
    ["DNS"],
  );
  assert.deepEqual(servicesOn(1), []);
  assert.deepEqual(
    portsOfImage("rabbitmq").map(({ port }) => port),
    [5672, 15672],
  );
});

test("users of an image, its own first", () => {
  const names = (repository: string) => usersOf(repository).map(({ name }) => name);
  assert.deepEqual(names("node"), ["node", "root", "nobody"]);
  assert.deepEqual(names("gcr.io/distroless/static"), ["nonroot", "root", "nobody"]);
  assert.deepEqual(names("somebody/tool"), ["root", "nobody"]);
});

test("shells are found by the path of their program", () => {
  assert.equal(shellOfProgram("/bin/bash")?.family, "bash");
  assert.equal(
    shellOfProgram("C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.exe")?.family,
    "powershell",
  );
  assert.equal(shellOfProgram("sh")?.pipefail, false);
  assert.equal(shellOfProgram("/usr/bin/python3"), undefined);
  for (const { instruction, names } of shells) {
    const words: unknown = JSON.parse(instruction.slice("SHELL ".length));
    assert.ok(Array.isArray(words) && words.length >= 2, instruction);
    assert.ok(
      names.includes(String(words[0]).replace(/^.*\//, "")) ||
        names.some((name) => instruction.includes(name)),
    );
  }
});

test("package managers, their sub-commands and flags", () => {
  const apt = packageManager("apt-get");
  assert.ok(apt);
  const install = subCommand(apt, "install");
  assert.equal(install?.installs, true);
  const names = (written: string) => writtenFlags(apt, install, written).map((flag) => flag.names[0]);
  assert.equal(writtenFlags(apt, install, "--no-install-recommends")[0]?.recommended, true);
  assert.deepEqual(names("--yes"), ["-y"]);
  assert.deepEqual(names("-yq"), ["-y", "-q"]);
  assert.deepEqual(names("-yX"), []);
  assert.deepEqual(writtenFlags(apt, undefined, "--no-install-recommends"), []);
  const npm = packageManager("npm");
  assert.ok(npm);
  assert.equal(writtenFlags(npm, subCommand(npm, "ci"), "--omit=dev")[0]?.takesValue, true);
  assert.equal(packageManager("pip3"), packageManager("pip"));
  assert.equal(packageManager("make"), undefined);
  for (const manager of packageManagers) {
    assert.ok(
      manager.commands.some(({ installs }) => installs),
      manager.names[0],
    );
    for (const command of manager.commands) {
      assertOnce(commandFlags(manager, command).flatMap(({ names }) => names));
      for (const { names } of command.flags)
        for (const name of names) assert.match(name, /^--?[a-zA-Z][\w-]*$/);
    }
  }
});
