import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { portIsFree } from "../../../client/src/host/portIsFree";
import { nameInLsof, programOnPort } from "../../../client/src/host/programOnPort";

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ family }) => family === "IPv6"),
);

for (const host of ["127.0.0.1", "0.0.0.0", ...(hasIpv6 ? ["::1", "::"] : [])]) {
  test(`a port that somebody listens on at ${host} is not free, and its program is named`, async () => {
    const server = createServer().listen(0, host);
    await once(server, "listening");
    const address = server.address();
    assert.ok(typeof address === "object" && address);
    assert.equal(await portIsFree(address.port, "tcp"), false);
    assert.equal(await portIsFree(address.port, "udp"), true, "of the other protocol it is");
    if (process.platform === "linux")
      assert.match(
        (await programOnPort(address.port, "tcp")) ?? "",
        new RegExp(` \\(process ${process.pid}\\)$`),
      );
    server.close();
    await once(server, "close");
    assert.equal(await portIsFree(address.port, "tcp"), true);
    assert.equal(await programOnPort(address.port, "tcp"), undefined);
  });
}

test("a port of UDP is tried as such", async () => {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  assert.equal(await portIsFree(port, "udp"), false);
  assert.equal(await portIsFree(port, "tcp"), true);
  if (process.platform === "linux") assert.match((await programOnPort(port, "udp")) ?? "", /process/);
  socket.close();
});

test("what lsof prints is understood", () => {
  assert.equal(nameInLsof("p501\ncControlCenter\nf10\n"), "ControlCenter (process 501)");
  assert.equal(nameInLsof(""), undefined);
});
