import assert from "node:assert/strict";
import { test } from "node:test";
import type { Image } from "../../../client/src/engine/image";
import { imagesTablePage } from "../../../client/src/host/imagesTablePage";
import {
  filteredRows,
  imageTableRows,
  readTableRequest,
  sortedRows,
} from "../../../client/src/views/imageTable";
import { moveByKey } from "../../../client/src/webview/moveByKey";

function image(digit: string, tags: readonly string[], size: number): Image {
  const id = `sha256:${digit.repeat(64)}`;
  return { id, tags, digests: [], created: size, size, labels: {}, containerIds: [], parentId: undefined };
}

const images = [image("1", ["me/app:2", "me/app:1"], 700), image("2", [], 300), image("3", ["web:1"], 500)];
const shared = new Map([[images[0]?.id ?? "", 200]]);
const rows = imageTableRows({ images, usage: { total: 0, reclaimable: 0, shared } });

test("a row has the five columns of docker images, and what only this image has", () => {
  assert.deepEqual(rows[0], {
    key: "me/app:2",
    repository: "me/app",
    tag: "2",
    id: "111111111111",
    created: 700,
    size: 700,
    shared: 200,
    unique: 500,
    containers: 0,
  });
  assert.equal(rows[2]?.repository, "");
  assert.equal(rows[2]?.key, images[1]?.id);
  assert.equal(new Set(rows.map(({ key }) => key)).size, 4);
});

test("rows are sorted by any column, what is not told always last", () => {
  const keys = (...order: Parameters<typeof sortedRows>[1][]) =>
    order.map((one) => sortedRows(rows, one).map(({ size }) => size));
  assert.deepEqual(
    keys({ column: "size", direction: "ascending" }, { column: "size", direction: "descending" }),
    [
      [300, 500, 700, 700],
      [700, 700, 500, 300],
    ],
  );
  assert.deepEqual(
    keys({ column: "shared", direction: "ascending" }, { column: "shared", direction: "descending" }).map(
      (sizes) => sizes.slice(0, 2),
    ),
    [
      [700, 700],
      [700, 700],
    ],
  );
});

test("the filter takes words of name and id", () => {
  const found = (text: string) => filteredRows(rows, text).map(({ key }) => key);
  assert.deepEqual(found("APP :1"), ["me/app:1"]);
  assert.deepEqual(found("3333"), ["web:1"]);
  assert.equal(found(" ").length, 4);
});

test("from the page only known requests are taken", () => {
  assert.deepEqual(readTableRequest({ type: "ready", more: 1 }), { type: "ready" });
  assert.deepEqual(readTableRequest({ type: "run", action: "remove", keys: ["a:1", 3] }), {
    type: "run",
    action: "remove",
    keys: ["a:1"],
  });
  const wrong = [
    undefined,
    null,
    "run",
    {},
    { type: "run", action: "quit", keys: [] },
    { type: "run", action: "save" },
  ];
  for (const message of wrong) assert.equal(readTableRequest(message), undefined);
});

test("the page lets in one script and one style sheet, and nothing else", () => {
  const page = imagesTablePage({ script: "s.js", style: "s.css", source: "https://own", nonce: "n0nce" });
  assert.match(page, /default-src 'none'; style-src https:\/\/own; script-src 'nonce-n0nce'"/);
  assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="n0nce" src="s.js">']);
  assert.doesNotMatch(page, /\son\w+=|style=/);
});

test("keys lead through the rows and not beyond them", () => {
  const to = (key: string, from: number) => moveByKey(key, { from, count: 30 });
  assert.deepEqual([to("ArrowDown", 0), to("ArrowUp", 0), to("ArrowDown", 29)], [1, 0, 29]);
  assert.deepEqual([to("PageDown", 0), to("End", 3), to("Home", 9), to("x", 3)], [20, 29, 0, undefined]);
});
