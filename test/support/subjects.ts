import assert from "node:assert/strict";
import type { ContainerSubject } from "../../client/src/selection/subject";
import type { InMemoryHost } from "./inMemoryHost";

/** What the row of that container hands to a command. */
export async function containerSubject(host: InMemoryHost, name: string): Promise<ContainerSubject> {
  const container = (await host.memoryEngine.containers.list()).find((one) => one.name === name);
  assert.ok(container, `there is no container ${name}`);
  return { kind: "container", container };
}
