import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sshArguments } from "../../../../client/src/engine/endpoint/connectOverSsh";
import {
  formatEndpoint,
  isRemote,
  parseEndpoint,
} from "../../../../client/src/engine/endpoint/parseEndpoint";

function check(text: string, expected: string | RegExp): void {
  if (typeof expected === "string") assert.equal(formatEndpoint(parseEndpoint(text)), expected);
  else
    assert.throws(() => parseEndpoint(text), {
      name: "EngineError",
      kind: "settings-invalid",
      message: expected,
    });
}

describe("parseEndpoint", () => {
  it("reads what DOCKER_HOST may hold", () => {
    check("unix:///run/user/1000/docker.sock", "unix:///run/user/1000/docker.sock");
    check("unix://", "unix:///var/run/docker.sock");
    check("npipe:////./pipe/docker_engine", "npipe:////./pipe/docker_engine");
    check("npipe://", "npipe:////./pipe/docker_engine");
    check("tcp://box:1234", "tcp://box:1234");
    check("tcp://box", "tcp://box:2375");
    check("box:1234", "tcp://box:1234");
    check("tcp://[::1]:2375/", "tcp://[::1]:2375");
    check("http://box:80", "tcp://box:80");
    check("https://box", "tcp://box:2376");
    check("ssh://me@box:2222", "ssh://me@box:2222");
    check("ssh://box", "ssh://box");
    check("ssh://box/run/docker.sock", "ssh://box/run/docker.sock");
    check("SSH://Box_Alias", "ssh://Box_Alias");
  });

  it("says what is wrong with the rest", () => {
    check("unix://relative.sock", /absolute path/);
    check("fd://", /for engines only/);
    check("ftp://box", /"ftp:\/\/" is not known/);
    check("tcp://box:99999", /99999 is no port/);
    check("tcp://box:2375/path", /path after the port/);
    check("tcp://", /should look like/);
    check("tcp://a b", /should look like/);
    check("ssh://-oProxyCommand=x", /begin with a dash/);
    check("ssh://-l@box", /begin with a dash/);
    check("ssh://box/a;rm", /socket's path/);
  });

  it("keeps a password out of its message", () => {
    assert.throws(
      () => parseEndpoint("ssh://me:hunter2@box"),
      (error: Error) => /password has no place/.test(error.message) && !error.message.includes("hunter2"),
    );
  });

  it("knows whether the engine is elsewhere", () => {
    assert.equal(isRemote(parseEndpoint("tcp://127.0.0.1:1")), false);
    assert.equal(isRemote(parseEndpoint("tcp://localhost:1")), false);
    assert.equal(isRemote(parseEndpoint("tcp://box:1")), true);
    assert.equal(isRemote(parseEndpoint("ssh://box")), true);
    assert.equal(isRemote(parseEndpoint("unix:///x")), false);
  });

  it("gives ssh the CLI's arguments", () => {
    const endpoint = parseEndpoint("ssh://me@box:2222");
    assert(endpoint.kind === "ssh");
    assert.deepEqual(
      sshArguments(endpoint).join(" "),
      "-o ConnectTimeout=30 -T -l me -p 2222 -- box docker system dial-stdio",
    );
    assert.throws(() => sshArguments({ ...endpoint, destination: "-oProxyCommand=sh" }), /dash/);
  });
});
