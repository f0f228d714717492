import assert from "node:assert/strict";
import { test } from "node:test";
import { showStageGraph } from "../../../../client/src/commands/stages/showStageGraph";
import { createInMemoryHost } from "../../../support/inMemoryHost";

const file = { kind: "file", path: "/p/Dockerfile", uri: "file:///p/Dockerfile" } as const;

test("the graph opens as a document that shows a chart", async () => {
  const host = createInMemoryHost({ stageGraph: "flowchart TB\n" });
  await showStageGraph.run(host, [file]);
  assert.deepEqual(host.ui.documents, [
    {
      name: "stages/p/Dockerfile.md",
      text: "# Stages of Dockerfile\n\n```mermaid\nflowchart TB\n```\n",
    },
  ]);
});

test("without a file that is meant, the only one of the workspace is", async () => {
  const host = createInMemoryHost({ stageGraph: "flowchart TB\n", dockerfiles: ["/p/Dockerfile"] });
  await showStageGraph.run(host, []);
  assert.equal(host.ui.documents.length, 1);
});

test("what is not there is said", async () => {
  const none = createInMemoryHost();
  await showStageGraph.run(none, []);
  assert.match(none.ui.notices[0]?.message ?? "", /no Dockerfile/);
  const unread = createInMemoryHost();
  await showStageGraph.run(unread, [file]);
  assert.match(unread.ui.notices[0]?.message ?? "", /could not be read/);
});
