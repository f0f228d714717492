import assert from "node:assert/strict";
import { test } from "node:test";
import { contextSources } from "../../../server/src/lint/contextSources";
import { labelSchema, labels } from "../../../server/src/lint/labelSchema";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

test("a schema is read from any value, and what is no form is left out", () => {
  const schema = labelSchema({
    labelSchema: { a: "text", b: "rawtext", c: "semver", d: "nonsense", e: 1, f: null },
  });
  assert.deepEqual(
    [...schema],
    [
      ["a", "text"],
      ["b", "text"],
      ["c", "semver"],
    ],
  );
  for (const value of [undefined, null, "text", 1]) assert.equal(labelSchema({ labelSchema: value }).size, 0);
});

test("labels have the values that the builder gives them, where that is certain", () => {
  const dockerfile = parseDockerfile(
    "FROM a\nENV V=1\nARG W\nLABEL a=$V b=$W c d='e f'\nONBUILD LABEL g=h\n",
  );
  assert.deepEqual(
    Array.from(labels(dockerfile), ({ pair, value }) => [pair.name, value]),
    [
      ["a", "1"],
      ["b", undefined],
      ["c", ""],
      ["d", "e f"],
    ],
  );
});

test("sources of the build context are those whose paths are certain", () => {
  const dockerfile = parseDockerfile(
    'FROM a\nENV V=x\nCOPY ./a $V/b $W *.js /\nCOPY --from=0 c /\nADD https://e.com/d f/ . ["g"] /\nCOPY ["h i", "/"]\nCOPY <<E /\nE\n',
  );
  assert.deepEqual(
    contextSources(dockerfile).map(({ path }) => path),
    ["a", "x/b", "f", "h i"],
  );
});
