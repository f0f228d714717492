import assert from "node:assert/strict";
import { test } from "node:test";
import { layeredSettings } from "../../../server/src/lint/layeredSettings";
import type { Rule } from "../../../server/src/lint/rule";
import { activeRules, defaultLintSettings, type LintSettings } from "../../../server/src/lint/settings";

const rules: readonly Rule[] = [
  rule("unpinned-apt", "DL3008"),
  rule("latest-tag", "DL3007"),
  { ...rule("inline-ignore", "DL1001"), default: "off" },
];

decides(
  "a stronger layer's word by another name",
  [{ rules: { DL3008: "off" } }, { rules: { "unpinned-apt": "error" } }],
  ["unpinned-apt error", "latest-tag"],
);
decides(
  "a stronger layer's ignore over a weaker severity",
  [{ rules: { DL3008: "error" } }, { ignore: ["unpinned_apt"] }],
  ["latest-tag"],
);
decides(
  "a stronger layer's severity over a weaker ignore",
  [{ ignore: ["DL3008"] }, { rules: { DL3008: "hint" } }],
  ["unpinned-apt hint", "latest-tag"],
);
decides(
  "a weaker ignore over a stronger selection",
  [{ ignore: ["DL3008"] }, { select: ["unpinned-apt", "DL3007"] }],
  ["latest-tag"],
);
decides(
  "a weaker selection where the stronger says nothing",
  [{ select: "all" }, {}],
  ["unpinned-apt", "latest-tag", "inline-ignore"],
);
decides(
  "an id over an alias within a layer",
  [{ rules: { "unpinned-apt": "hint", DL3008: "error" } }],
  ["unpinned-apt hint", "latest-tag"],
);
decides("a selection of one", [{ select: ["DL1001"] }], ["inline-ignore"]);

test("options of a weaker layer stay where a stronger one changes the severity alone", () => {
  const layered = layeredSettings(
    rules,
    layer({ rules: { DL3008: ["hint", { a: 1 }] } }),
    layer({ rules: { "unpinned-apt": "error" } }),
  );
  assert.deepEqual(layered.rules, { "unpinned-apt": ["error", { a: 1 }] });
});

test("shared options and suppressions are taken from the strongest layer that speaks", () => {
  const layered = layeredSettings(
    rules,
    layer({ shared: { trustedRegistries: ["a"], strictLabels: true }, suppressions: "disregarded" }),
    layer({ shared: { trustedRegistries: [], labelSchema: { x: "text" }, strictLabels: false } }),
  );
  assert.deepEqual(layered.shared, {
    trustedRegistries: ["a"],
    strictLabels: true,
    labelSchema: { x: "text" },
  });
  assert.equal(layered.suppressions, "disregarded");
});

/** `expected`: the rules that run, with the severity that was asked for. */
function decides(name: string, layers: readonly Partial<LintSettings>[], expected: readonly string[]): void {
  test(name, () => {
    const active = activeRules(rules, layeredSettings(rules, ...layers.map(layer)));
    assert.deepEqual(
      active.map(({ rule: { id }, severity }) => (severity ? `${id} ${severity}` : id)),
      expected,
    );
  });
}

function layer(part: Partial<LintSettings>): LintSettings {
  return { ...defaultLintSettings, ...part };
}

function rule(id: string, alias: string): Rule {
  const prose = { summary: "Probe.", rationale: "Probe.", examples: [] };
  return { id, aliases: [alias], severity: "warning", category: "style", ...prose, check: () => undefined };
}
