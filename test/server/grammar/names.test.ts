import assert from "node:assert/strict";
import { test } from "node:test";
import { isArchiveName } from "../../../server/src/grammar/archives";
import { dependencyInstall } from "../../../server/src/grammar/dependencyInstalls";
import { imageMaySet } from "../../../server/src/grammar/imageVariables";
import { isSecretFile, isSecretName } from "../../../server/src/grammar/secretNames";

test("names of secrets are told from names of what is around them", () => {
  for (const name of ["TOKEN", "npm_token", "AWS_SECRET_ACCESS_KEY", "PASSWORD_HASHED", "API_KEY", "APIKEY"])
    assert.ok(isSecretName(name), name);
  for (const name of [
    "PATH",
    "KEYBOARD",
    "PUBLIC_KEY",
    "TOKEN_FILE",
    "AUTH_URL",
    "SECRETARY",
    "KEY_ID",
    "PASSWORDS",
  ])
    assert.ok(!isSecretName(name), name);
});

test("files of secrets are told by their names", () => {
  for (const path of [
    "id_rsa",
    ".ssh/id_ed25519",
    ".ssh/",
    "a/.env",
    ".env.production",
    "tls.key",
    "x.pfx",
    ".aws/credentials",
  ])
    assert.ok(isSecretFile(path), path);
  for (const path of [
    "id_rsa.pub",
    ".env.example",
    "docker.key",
    "env",
    ".npmrc",
    "src",
    "known_hosts",
    "cert.pem",
  ])
    assert.ok(!isSecretFile(path), path);
});

test("ADD unpacks tars and nothing else", () => {
  for (const path of ["a.tar", "a.tar.gz", "b.tgz", "c.TAR.XZ", "d.tar.zst"])
    assert.ok(isArchiveName(path), path);
  for (const path of ["a.zip", "a.gz", "tar", "a.tar.txt", "a.jar"]) assert.ok(!isArchiveName(path), path);
});

test("of well-known images it is known what they set", () => {
  assert.equal(imageMaySet("docker.io/library/alpine", "VERSION"), false);
  assert.equal(imageMaySet("alpine", "PATH"), true);
  assert.equal(imageMaySet("node", "NODE_VERSION"), true);
  assert.equal(imageMaySet("node", "VERSION"), false);
  assert.equal(imageMaySet("me/app", "VERSION"), undefined);
});

/** The command as written, what it is called, and the lists that it reads. */
const installs: readonly (readonly [string, string | undefined, readonly string[] | undefined])[] = [
  ["npm ci", "npm ci", ["package*.json"]],
  ["npm install --omit=dev", "npm install", ["package*.json"]],
  ["npm install -g yarn", undefined, undefined],
  ["npm run build", undefined, undefined],
  ["yarn", "yarn", ["package.json", "yarn.lock*"]],
  ["yarn build", undefined, undefined],
  ["pip install -r a/requirements.txt", "pip install", ["a/requirements.txt"]],
  ["pip3 install --requirement=a -r b", "pip3 install", ["a", "b"]],
  ["pip install .", undefined, undefined],
  ["pip install -r a -e .", undefined, undefined],
  ["pip install flask", undefined, undefined],
  ["go mod download", "go mod download", ["go.mod", "go.sum*"]],
  ["go build", undefined, undefined],
  ["apt-get install -y curl", "apt-get install", undefined],
  ["apt-get install -y ./a.deb", undefined, undefined],
  ["apt-get update", undefined, undefined],
  ["toString a", undefined, undefined],
];

test("commands that fetch dependencies, and the lists that they read", () => {
  for (const [text, command, lists] of installs) {
    const [program = "", ...words] = text.split(" ");
    const found = dependencyInstall(program, words);
    assert.equal(found?.command, command, text);
    assert.deepEqual(found?.lists, lists, text);
  }
});
