import assert from "node:assert/strict";
import { test } from "node:test";

import manifest from "../../package.json";

/** A folder that nobody trusts must not choose a program, or where something is sent: any text of its own could. */
test("each setting that takes free text is restricted in an untrusted workspace, or the person's own", () => {
  const properties: Record<string, FreeText> = manifest.contributes.configuration.properties;
  const free = Object.entries(properties).filter(
    ([, { type, enum: choices, scope }]) => type === "string" && !choices && scope !== "application",
  );
  assert.deepEqual(
    free.map(([name]) => name).sort(),
    [...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(),
  );
});

test("what speaks to the network is switched on by the person alone", () => {
  const { scope } = manifest.contributes.configuration.properties["drydock.completion.registryTags"];
  assert.equal(scope, "application");
});

/** What of a setting's schema tells whether it takes any text. */
interface FreeText {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly scope: string;
}
