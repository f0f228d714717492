import assert from "node:assert/strict";
import { test } from "node:test";
import { attachShell } from "../../../../client/src/commands/containers/attachShell";
import { executeCommand } from "../../../../client/src/commands/containers/executeCommand";
import { splitWords } from "../../../../client/src/commands/run/splitWords";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../../support/inMemoryHost";
import { containerSubject } from "../../../support/subjects";

function hostWith(replies: Readonly<Record<string, string>> = {}): InMemoryHost {
  return createInMemoryHost({
    images: [{ tags: ["alpine:3.20"] }],
    containers: [{ image: "alpine:3.20", name: "web", state: "running" }],
    replies,
  });
}

test("the one shell that is there opens in a terminal", async () => {
  const host = hostWith();
  await runOn(attachShell, host, await containerSubject(host, "web"));
  const terminal = host.ui.terminals.get("web: sh");
  assert.ok(terminal, "sh is the only one, so nothing is asked");
  await terminal.type("echo hello\rexit 2\r");
  assert.equal(await terminal.ended, 2);
  assert.match(terminal.shown, /\r\nhello\r\n/);
});

test("a command runs in a terminal and is proposed the next time", async () => {
  const host = hostWith({ "Type a command": "echo 'two words'" });
  await runOn(executeCommand, host, await containerSubject(host, "web"));
  const terminal = host.ui.terminals.get("web: echo 'two words'");
  assert.equal(await terminal?.ended, 0);
  assert.equal(terminal?.shown, "two words\r\n");
  await runOn(executeCommand, host, await containerSubject(host, "web"));
  assert.deepEqual(host.ui.offered, ["echo 'two words'"]);
});

test("what looks like a secret is not kept", async () => {
  for (const line of ["mysql -ps3cret", "login --password x"]) {
    const host = hostWith({ "Type a command": line });
    await runOn(executeCommand, host, await containerSubject(host, "web"));
    assert.deepEqual([...host.remembered.keys()], [], line);
  }
});

test("words are split as a shell does, and what only a shell can do is left to one", () => {
  assert.deepEqual(splitWords("  ls -l '/a b' \"c\"d '' "), ["ls", "-l", "/a b", "cd", ""]);
  for (const text of ["a | b", "echo $HOME", 'echo "$HOME"', "ls *.py", "a 'b", "a; b", "a \\ b"])
    assert.equal(splitWords(text), undefined, text);
});
