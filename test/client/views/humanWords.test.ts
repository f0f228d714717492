import assert from "node:assert/strict";
import { test } from "node:test";
import { humanAge, shortAge } from "../../../client/src/views/humanAge";
import { humanSize } from "../../../client/src/views/humanSize";

test("sizes have docker's own three significant digits", () => {
  const expected: [number, string][] = [
    [0, "0B"],
    [999, "999B"],
    [1000, "1kB"],
    [13_256, "13.3kB"],
    [5_544_000, "5.54MB"],
    [77_820_000, "77.8MB"],
    [142_000_000, "142MB"],
    [999_900_000, "1GB"],
    [1_234_567_890, "1.23GB"],
    [2 ** 53, "9.01PB"],
  ];
  for (const [bytes, words] of expected) assert.equal(humanSize(bytes), words);
});

test("ages are worded as docker words them", () => {
  const second = 1000;
  const minute = 60 * second;
  const hour = 60 * minute;
  const day = 24 * hour;
  const expected: [number, string][] = [
    [-5, "Less than a second ago"],
    [400, "Less than a second ago"],
    [second, "1 second ago"],
    [59 * second, "59 seconds ago"],
    [minute, "About a minute ago"],
    [2 * minute, "2 minutes ago"],
    [59 * minute, "59 minutes ago"],
    [hour, "About an hour ago"],
    [89 * minute, "About an hour ago"],
    [90 * minute, "2 hours ago"],
    [47 * hour, "47 hours ago"],
    [2 * day, "2 days ago"],
    [13 * day, "13 days ago"],
    [14 * day, "2 weeks ago"],
    [60 * day, "2 months ago"],
    [11 * 30 * day + day, "11 months ago"],
    [730 * day, "2 years ago"],
  ];
  for (const [age, words] of expected) assert.equal(humanAge(1e12 - age, 1e12), words);
});

test("ages in rows are the same in few letters", () => {
  const minute = 60_000;
  const day = 24 * 60 * minute;
  const expected: [number, string][] = [
    [-5, "now"],
    [40_000, "40 s"],
    [minute, "1 min"],
    [89 * minute, "1 h"],
    [2 * day, "2 d"],
    [14 * day, "2 wk"],
    [60 * day, "2 mo"],
    [730 * day, "2 y"],
  ];
  for (const [age, words] of expected) assert.equal(shortAge(1e12 - age, 1e12), words);
});
