import assert from "node:assert/strict";
import { test } from "node:test";
import { readEnvFile } from "../../../../client/src/commands/run/envFile";
import { runLine } from "../../../../client/src/commands/run/runLine";
import { emptyProfile, type RunProfile, readProfile } from "../../../../client/src/commands/run/runProfile";
import { profileOfTask, taskOfProfile } from "../../../../client/src/commands/run/runTask";

const whole: RunProfile = {
  image: "me/app:1",
  name: "web",
  ports: [
    { containerPort: 5000, protocol: "tcp", hostPort: 8888 },
    { containerPort: 53, protocol: "udp", hostPort: 0, hostAddress: "127.0.0.1" },
    { containerPort: 80, protocol: "tcp", hostPort: 80, hostAddress: "::1" },
  ],
  environment: ["A=b=c", "DB_PASSWORD"],
  envFiles: ["/w/.env"],
  mounts: [
    { type: "volume", source: "data", target: "/data", readOnly: false },
    { type: "bind", source: "/srv", target: "/srv", readOnly: true },
    { type: "volume", source: "", target: "/tmp", readOnly: false },
  ],
  network: "back",
  restartPolicy: "always",
  command: ["sh", "-c", "echo hi"],
  interactive: true,
};

test("a task says the same as its profile", () => {
  assert.deepEqual(profileOfTask({ ...taskOfProfile(whole) }), whole);
  assert.deepEqual(profileOfTask({ ...taskOfProfile(emptyProfile("a")) }), emptyProfile("a"));
  assert.deepEqual(readProfile(JSON.stringify(whole)), whole);
  assert.equal(readProfile("[]"), undefined);
  assert.equal(readProfile("{"), undefined);
});

test("what is wrong in a task is told in words", () => {
  const problems: readonly [object, RegExp][] = [
    [{}, /needs an “image”/],
    [{ image: "a", ports: ["x"] }, /“x” is no port/],
    [{ image: "a", ports: "80" }, /“ports” of the task must be a list/],
    [{ image: "a", volumes: ["data"] }, /“data” is no volume/],
    [{ image: "a", restart: "maybe" }, /“maybe” is no restart policy/],
  ];
  for (const [task, message] of problems)
    assert.throws(() => profileOfTask(task as Record<string, unknown>), message);
});

test("the command line has every part in docker's form", () => {
  assert.deepEqual(runLine(whole).slice(1), [
    ...["run", "-it", "-p", "8888:5000", "-p", "127.0.0.1::53/udp", "-p", "[::1]:80:80", "--name", "web"],
    ...["--env-file", "/w/.env", "-e", "A=b=c", "-e", "DB_PASSWORD"],
    ...["-v", "data:/data", "-v", "/srv:/srv:ro", "-v", "/tmp", "--network", "back", "--restart", "always"],
    ...["me/app:1", "sh", "-c", "echo hi"],
  ]);
  const windows = { type: "bind", source: "C:\\a,b", target: "/a", readOnly: true } as const;
  assert.deepEqual(runLine({ ...emptyProfile("a"), mounts: [windows] }).slice(3, -1), [
    "--mount",
    'type=bind,"source=C:\\a,b",target=/a,readonly',
  ]);
});

test("an env file is read as docker reads it", () => {
  const text = '\ufeff# comment\r\n A=1 # no comment\nB="q"\nFROM_HERE\nNOT_HERE\n=x\nC D=1\n';
  assert.deepEqual(readEnvFile(text, { FROM_HERE: "yes" }), {
    variables: ["A=1 # no comment", 'B="q"', "FROM_HERE=yes"],
    problems: [
      "line 6 has no name before its value, or a blank in it",
      "line 7 has no name before its value, or a blank in it",
    ],
  });
});
