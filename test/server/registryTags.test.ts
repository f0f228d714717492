import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createRegistryTags, newestFirst } from "../../server/src/registryTags";

test("tags are in the order of versions, newest first", () => {
  assert.deepEqual(newestFirst(["edge", "1.9", "v2.0.1", "latest", "1.10-slim", "1.10", "alpine"]), [
    "latest",
    "v2.0.1",
    "1.10",
    "1.10-slim",
    "1.9",
    "alpine",
    "edge",
  ]);
});

async function withRegistry(
  answer: (request: IncomingMessage, response: ServerResponse, host: string) => void,
  use: (host: string, asked: () => number) => Promise<void>,
): Promise<void> {
  let count = 0;
  const server = createServer((request, response) => {
    count++;
    answer(request, response, `127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`127.0.0.1:${(server.address() as AddressInfo).port}`, () => count);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("a registry is asked once, with the token that it gives to everybody", () =>
  withRegistry(
    ({ url, headers }, response, host) => {
      if (url?.startsWith("/token")) return response.end(JSON.stringify({ token: "t" }));
      if (headers.authorization === "Bearer t")
        return response.end(JSON.stringify({ tags: ["1", "2", "bad tag", 7] }));
      const challenge = `Bearer realm="http://${host}/token",service="s",scope="repository:me/app:pull"`;
      return response.writeHead(401, { "www-authenticate": challenge }).end();
    },
    async (domain, asked) => {
      const tagsOf = createRegistryTags();
      assert.deepEqual(await tagsOf({ domain, path: "me/app" }), ["2", "1"]);
      assert.deepEqual(await tagsOf({ domain, path: "me/app" }), ["2", "1"]);
      assert.equal(asked(), 3);
    },
  ));

test("all pages are read, and none of another host", () =>
  withRegistry(
    ({ url }, response) => {
      const page = Number(/page=(\d)/.exec(url ?? "")?.[1] ?? 1);
      const next =
        page < 3 ? `/v2/me/app/tags/list?page=${page + 1}` : "http://example.com/v2/me/app/tags/list";
      response.setHeader("link", `<${next}>; rel="next"`);
      response.end(JSON.stringify({ tags: [`${page}.0`, "1.0"] }));
    },
    async (domain, asked) => {
      assert.deepEqual(await createRegistryTags()({ domain, path: "me/app" }), ["3.0", "2.0", "1.0"]);
      assert.equal(asked(), 3);
    },
  ));

test("of a registry that breaks off, what came until then is there", () =>
  withRegistry(
    ({ url }, response) => {
      if (url?.includes("page=2")) return response.destroy();
      response.setHeader("link", '</v2/me/app/tags/list?page=2>; rel="next"');
      return response.end(JSON.stringify({ tags: ["1"] }));
    },
    async (domain) => assert.deepEqual(await createRegistryTags()({ domain, path: "me/app" }), ["1"]),
  ));

for (const [name, answer] of [
  ["an error", (response: ServerResponse) => response.writeHead(500).end("no")],
  ["no JSON", (response: ServerResponse) => response.end("<html>")],
  ["no list", (response: ServerResponse) => response.end('{"tags": null}')],
  ["a hung up line", (response: ServerResponse) => response.destroy()],
  [
    "a login elsewhere",
    (response: ServerResponse) =>
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://example.com/token"' }).end(),
  ],
] as const) {
  test(`a registry that answers with ${name} has no tags`, () =>
    withRegistry(
      (_, response) => void answer(response),
      async (domain) => assert.deepEqual(await createRegistryTags()({ domain, path: "me/app" }), []),
    ));
}
