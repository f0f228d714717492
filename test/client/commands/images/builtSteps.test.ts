import assert from "node:assert/strict";
import { test } from "node:test";
import { builtSteps } from "../../../../client/src/commands/images/builtSteps";

const entry = { id: undefined, created: 0, comment: "", tags: [] };

test("the steps of a Dockerfile's last image come oldest first, in the words of a Dockerfile", async () => {
  const memory = { get: (key: string) => (key === "build.tag:/p/Dockerfile" ? "me/app" : undefined) };
  const asked: string[] = [];
  const images = {
    history: async (reference: string) => {
      asked.push(reference);
      return [
        { ...entry, createdBy: "COPY . /app # buildkit", size: 9 },
        { ...entry, createdBy: "RUN |1 A=1 /bin/sh -c make # buildkit", size: 5 },
      ];
    },
  };
  const engine = async () => ({ images });
  assert.deepEqual(await builtSteps("/p/Dockerfile", memory, engine), {
    reference: "me/app",
    steps: [
      { instruction: "RUN make", size: 5 },
      { instruction: "COPY . /app", size: 9 },
    ],
  });
  assert.equal(await builtSteps("/other/Dockerfile", memory, engine), undefined);
  assert.deepEqual(asked, ["me/app"]);
});
