import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFlagBoolean, parseMountBoolean } from "../../../server/src/grammar/booleans";
import { parseByteSize } from "../../../server/src/grammar/byteSizes";
import { parseDuration } from "../../../server/src/grammar/durations";
import { commonModes, fileModeForm, octalMode } from "../../../server/src/grammar/fileModes";
import { isPlatform, platforms } from "../../../server/src/grammar/platforms";
import { signalAliases, signalNumber, signals, signalWithNumber } from "../../../server/src/grammar/signals";

function table<Value>(
  title: string,
  parse: (text: string) => Value,
  rows: readonly (readonly [string, Value])[],
): void {
  for (const [text, expected] of rows) {
    test(`${title}: ${JSON.stringify(text)} is ${JSON.stringify(expected) ?? "nothing"}`, () => {
      assert.equal(parse(text), expected);
    });
  }
}

table("duration in milliseconds", parseDuration, [
  ["30s", 30_000],
  ["1m30s", 90_000],
  ["1.5h", 5_400_000],
  [".5s", 500],
  ["5.s", 5000],
  ["100ms", 100],
  ["1h0m0.5s", 3_600_500],
  ["0", 0],
  ["0s", 0],
  ["-1s", -1000],
  ["+1s", 1000],
  ["", undefined],
  ["30", undefined],
  ["1d", undefined],
  ["1 s", undefined],
  ["s", undefined],
  [".s", undefined],
  ["30S", undefined],
  ["1s30", undefined],
]);

table("flag boolean", parseFlagBoolean, [
  ["true", true],
  ["TRUE", true],
  ["False", false],
  ["1", undefined],
  ["yes", undefined],
  ["", undefined],
]);

table("mount boolean", parseMountBoolean, [
  ["1", true],
  ["t", true],
  ["True", true],
  ["F", false],
  ["tRUE", undefined],
  ["", undefined],
]);

table("byte size", parseByteSize, [
  ["64", 64],
  ["1k", 1024],
  ["1KiB", 1024],
  ["512m", 536_870_912],
  ["1.5g", 1_610_612_736],
  ["2 GB", 2_147_483_648],
  ["10b", 10],
  ["1.2.3m", undefined],
  ["m", undefined],
  ["1e", undefined],
  ["-1m", undefined],
  ["", undefined],
]);

table("form of a file mode", fileModeForm, [
  ["755", "octal"],
  ["0644", "octal"],
  ["4755", "octal"],
  ["+x", "symbolic"],
  ["u=rwX,go=rX", "symbolic"],
  ["g=u", "symbolic"],
  ["a-w", "symbolic"],
  ["u+rw-x", "symbolic"],
  ["999", undefined],
  ["17777", undefined],
  ["rwx", undefined],
  ["u=rwq", undefined],
  ["", undefined],
]);

test("an octal mode is its number, and every mode we offer can be read", () => {
  assert.equal(octalMode("755"), 0o755);
  assert.equal(octalMode("u=r"), undefined);
  for (const { mode } of commonModes) assert.notEqual(fileModeForm(mode), undefined, mode);
});

table("platform", isPlatform, [
  ["linux/amd64", true],
  ["linux/arm/v7", true],
  ["linux/x86_64", true],
  ["Linux/ARM64", true],
  ["windows(10.0.17763)/amd64", true],
  ["arm64", true],
  ["linux", true],
  // A word of the command line alone: `docker build --platform=local`.
  ["local", false],
  ["linux/amd46", false],
  ["linx/amd64", false],
  ["linux/arm/v7/x", false],
  ["linux/", false],
  ["", false],
]);

test("each platform we offer is one", () => {
  for (const { value } of platforms) assert.ok(isPlatform(value), value);
});

table("signal number", signalNumber, [
  ["SIGTERM", 15],
  ["term", 15],
  ["sigquit", 3],
  ["9", 9],
  ["64", 64],
  ["SIGRTMIN", 34],
  ["SIGRTMIN+3", 37],
  ["RTMAX-1", 63],
  ["SIGIOT", 6],
  ["SIGRTMIN+16", undefined],
  ["SIGRTMAX-15", undefined],
  ["SIGRTMIN+0", undefined],
  ["SIGFOO", undefined],
  ["0", undefined],
  ["65", undefined],
  ["-1", undefined],
  ["", undefined],
  ["CONSTRUCTOR", undefined],
]);

test("signals are numbered from one without a gap, and aliases name one of them", () => {
  assert.deepEqual(
    signals.map(({ number }) => number),
    signals.map((_, index) => index + 1),
  );
  assert.equal(new Set(signals.map(({ name }) => name)).size, signals.length);
  for (const name of Object.values(signalAliases)) assert.ok(signals.some((signal) => signal.name === name));
  assert.equal(signalWithNumber(28)?.name, "SIGWINCH");
  assert.equal(signalWithNumber(40), undefined);
});

test("a value of a megabyte takes no longer than its length", () => {
  const started = performance.now();
  for (const unit of ["1", "-", ".", "r", "u=", "/", "("]) {
    const text = unit.repeat(1_000_000 / unit.length);
    for (const parse of [
      parseDuration,
      parseByteSize,
      fileModeForm,
      isPlatform,
      signalNumber,
      parseFlagBoolean,
    ]) {
      parse(text);
      parse(`1.${text}!`);
    }
  }
  assert.ok(performance.now() - started < 5000);
});
