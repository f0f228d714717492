import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import "../../../support/propertySeed";
import { readFields, readMessage, writeMessage } from "../../../../client/src/engine/build/protobuf";

describe("protobuf", () => {
  it("reads what it writes", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), fc.uint8Array(), text, (one, two, three, inner) => {
        const message = readMessage(
          writeMessage({ 1: one, 2: two, 3: Buffer.from(three), 40: writeMessage({ 1: inner }) }),
        );
        assert.equal(message.text(1), one);
        assert.equal(message.integer(2), two);
        assert.deepEqual([...(message.bytes(3) ?? [])], [...three]);
        assert.equal(message.message(40)?.text(1) ?? "", inner);
      }),
    );
  });

  it("passes over what it does not know, and refuses what is no message", () => {
    assert.deepEqual(readFields(Buffer.from([0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x0d, 1, 2, 3, 4])), []);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        try {
          readFields(Buffer.from(bytes));
        } catch (error) {
          assert(error instanceof RangeError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
