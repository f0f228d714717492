import assert from "node:assert/strict";
import { test } from "node:test";
import { historyLines, instructionOf } from "../../../client/src/views/imageHistory";

test("a step is worded as its Dockerfile was, whoever built it", () => {
  const expected: [string, string][] = [
    ['/bin/sh -c #(nop)  CMD ["/bin/sh"]', 'CMD ["/bin/sh"]'],
    ["/bin/sh -c #(nop) ADD file:abc in / ", "ADD file:abc in /"],
    ["/bin/sh -c apk add   curl", "RUN apk add curl"],
    ["|1 A=b /bin/sh -c make", "RUN make"],
    ["RUN /bin/sh -c make # buildkit", "RUN make"],
    ["RUN |2 A=b C=d /bin/sh -c make # buildkit", "RUN make"],
    ["COPY app.py /app/ # buildkit", "COPY app.py /app/"],
    ['CMD ["a"]', 'CMD ["a"]'],
  ];
  for (const [createdBy, words] of expected) assert.equal(instructionOf(createdBy), words);
});

test("steps stand oldest first with sizes in a column", () => {
  const step = (createdBy: string, size: number) => ({
    id: undefined,
    created: 0,
    createdBy,
    size,
    comment: "",
    tags: [],
  });
  assert.deepEqual(historyLines([step("CMD a", 0), step("ADD rootfs /", 5_544_000)], 0), [
    "5.54MB    ADD rootfs /",
    "          CMD a",
  ]);
});
